"""What is read of a Word document."""

from __future__ import annotations

import pytest
from crafted_files import docx_of, saved
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from indexer.reading.formats.format import Unreadable
from indexer.reading.formats.office.word import read_word
from indexer.reading.formats.office.word_numbering import written


def with_paragraph(inner: str) -> str:
    """Return the text read of a document whose only paragraph holds this XML."""
    document = docx_of()
    document.element.body.insert(0, parse_xml(f"<w:p {nsdecls('w')}>{inner}</w:p>"))
    return read_word(saved(document))[1]


def test_paragraphs_and_tables_come_in_their_order() -> None:
    document = docx_of(("Before", ""))
    table = document.add_table(2, 2)
    for cell, text in zip(table._cells, ["Item", "Cost", "Roads\nnorth", ""], strict=True):
        cell.text = text
    document.add_paragraph("After")
    assert read_word(saved(document))[1] == "Before\nItem\tCost\nRoads north\t\nAfter"


def test_the_title_is_that_of_the_files_own_description() -> None:
    document = docx_of(("Text", ""))
    document.core_properties.title = "Budget  report"
    assert read_word(saved(document))[0] == "Budget report"


def test_numbers_and_bullets_that_the_program_shows_are_read() -> None:
    styles = ["List Number", "List Number", "List Bullet", "List Number"]
    document = docx_of(*((f"text {at}", style) for at, style in enumerate(styles)))
    assert read_word(saved(document))[1] == "1. text 0\n2. text 1\n• text 2\n3. text 3"


def test_headers_and_footers_are_left_out() -> None:
    document = docx_of(("Text", ""))
    document.sections[0].header.paragraphs[0].text = "Header"
    document.sections[0].footer.paragraphs[0].text = "Footer"
    assert read_word(saved(document))[1] == "Text"


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        ("<w:r><w:t>one</w:t><w:tab/><w:t>two</w:t><w:br/><w:t>three</w:t></w:r>", "one\ttwo\nthree"),
        ("<w:r><w:t>in</w:t><w:noBreakHyphen/><w:t>house</w:t></w:r>", "in-house"),
        ("<w:r><w:t>kept</w:t></w:r><w:del><w:r><w:delText>struck</w:delText></w:r></w:del>", "kept"),
        ("<w:ins><w:r><w:t>put in</w:t></w:r></w:ins>", "put in"),
        ("<w:hyperlink><w:r><w:t>linked</w:t></w:r></w:hyperlink>", "linked"),
        ("<w:sdt><w:sdtContent><w:r><w:t>filled in</w:t></w:r></w:sdtContent></w:sdt>", "filled in"),
        ("<w:r><w:t>seen</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>", "seen"),
        (
            "<w:r><w:t>46</w:t></w:r><w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>1</w:t></w:r>"
            "<w:r><w:t> CO</w:t></w:r><w:r><w:rPr><w:vertAlign w:val='subscript'/></w:rPr><w:t>2</w:t></w:r>",
            "46¹ CO2",
        ),
        ("<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>7</w:t></w:r>", "7"),
    ],
)
def test_the_words_are_those_that_a_reader_sees(inner: str, text: str) -> None:
    assert with_paragraph(inner) == text


def test_a_content_control_around_paragraphs_is_read() -> None:
    document = docx_of()
    xml = f"<w:sdt {nsdecls('w')}><w:sdtContent><w:p><w:r><w:t>Within</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    document.element.body.insert(0, parse_xml(xml))
    assert read_word(saved(document))[1] == "Within"


def test_a_table_in_a_cell_is_read_once() -> None:
    document = docx_of()
    outer = document.add_table(1, 2)
    outer.cell(0, 0).add_table(1, 1).cell(0, 0).text = "inner"
    outer.cell(0, 1).text = "outer"
    assert read_word(saved(document))[1].split() == ["inner", "outer"]


def test_a_damaged_document_is_refused() -> None:
    whole = saved(docx_of(("Text", "")))
    with pytest.raises(Unreadable, match="damaged"):
        read_word(whole.replace(b"[Content_Types].xml", b"[Content_Tipes].xml"))


@pytest.mark.parametrize(
    ("count", "style", "number"),
    [
        (3, "decimal", "3"),
        (3, "decimalZero", "03"),
        (3, "lowerLetter", "c"),
        (28, "upperLetter", "BB"),
        (14, "lowerRoman", "xiv"),
        (1994, "upperRoman", "MCMXCIV"),
        (0, "lowerRoman", "0"),
        (3, "chicago", "3"),
    ],
)
def test_numbers_are_written_as_the_list_writes_them(count: int, style: str, number: str) -> None:
    assert written(count, style) == number
