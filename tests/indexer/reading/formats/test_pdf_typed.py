"""What is typed on a PDF page after it was made, and words that were drawn letter by letter or twice."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pytest
from crafted_files import pdf_of
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import FreeText
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    StreamObject,
    TextStringObject,
)
from reportlab.pdfgen import canvas

from indexer.reading.formats.pdf import read_pdf
from indexer.reading.messages import Note, ReadTask
from indexer.reading.pages import Limits, Page


def read(data: bytes) -> tuple[list[str], str]:
    """The lines of the only page, and the notes."""
    answers = list(read_pdf(data, ReadTask("a.pdf", Limits())))
    (page,) = (one for one in answers if isinstance(one, Page))
    return page.text.split("\n"), " ".join(one.text for one in answers if isinstance(one, Note))


def drawn(draw: Callable[[canvas.Canvas], None]) -> bytes:
    made = BytesIO()
    sheet = canvas.Canvas(made, pagesize=(595, 842), invariant=True)
    draw(sheet)
    sheet.save()
    return made.getvalue()


def form(sheet: canvas.Canvas) -> None:
    for number, (label, value) in enumerate((("Name:", "Cllr Ada Quill"), ("Item:", "The slipway"))):
        sheet.drawString(72, 760 - 30 * number, label)
        sheet.acroForm.textfield(name=label, x=200, y=755 - 30 * number, width=200, height=18, value=value)


def test_a_value_stands_behind_its_label() -> None:
    assert read(drawn(form))[0] == ["Name: Cllr Ada Quill", "Item: The slipway"]


def with_annotation(entries: dict[str, object]) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf_of(["The first line.", "The second line."]))))
    annotation = DictionaryObject({NameObject(key): value for key, value in entries.items()})
    writer.pages[0][NameObject("/Annots")] = ArrayObject([writer._add_object(annotation)])
    made = BytesIO()
    writer.write(made)
    return made.getvalue()


def rect(*places: float) -> ArrayObject:
    return ArrayObject([FloatObject(place) for place in places])


@pytest.mark.parametrize(("height", "place"), [(800, 0), (400, 2)])
def test_a_note_typed_on_a_page_is_read_where_it_stands(height: float, place: int) -> None:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf_of(["The first line.", "The second line."]))))
    writer.add_annotation(0, FreeText(text="Confirmed in May.", rect=(72, height, 400, height + 20)))
    made = BytesIO()
    writer.write(made)
    assert read(made.getvalue())[0].index("Confirmed in May.") == place


def test_a_hidden_note_is_not_read() -> None:
    hidden = {"/Subtype": NameObject("/FreeText"), "/Rect": rect(72, 400, 400, 420), "/F": FloatObject(2)}
    lines, _ = read(with_annotation({**hidden, "/Contents": TextStringObject("Taken back.")}))
    assert lines == ["The first line.", "The second line."]


def test_a_file_pinned_to_a_page_is_named() -> None:
    file = StreamObject()
    file.set_data(b"dues")
    spec = {"/Type": NameObject("/Filespec"), "/F": TextStringObject("dues.xls"), "/UF": TextStringObject("dues.xls")}
    pinned = DictionaryObject({NameObject(key): value for key, value in spec.items()})
    pinned[NameObject("/EF")] = DictionaryObject({NameObject("/F"): file})
    data = with_annotation(
        {"/Subtype": NameObject("/FileAttachment"), "/Rect": rect(500, 700, 520, 720), "/FS": pinned}
    )
    assert "dues.xls" in read(data)[1]


def test_a_line_drawn_once_more_to_look_bold_is_read_once() -> None:
    def twice(sheet: canvas.Canvas) -> None:
        for line, y in (("HARBOUR BOARD", 760), ("The dues were read.", 740)):
            sheet.drawString(72, y, line)
        sheet.drawString(72.5, 760, "HARBOUR BOARD")

    assert read(drawn(twice))[0] == ["HARBOUR BOARD", "The dues were read."]


def test_a_line_that_stands_twice_on_a_page_is_read_twice() -> None:
    assert read(pdf_of(["Agreed.", "The dues were read.", "Agreed."]))[0].count("Agreed.") == 2


def test_gaps_between_letters_set_apart_tell_where_words_end() -> None:
    assert read(pdf_of(["H A R B O U R  B O A R D", "M I N U T E S"]))[0] == ["HARBOUR BOARD", "MINUTES"]
