"""What is read of kinds of file that few papers come in."""

from __future__ import annotations

import zipfile
from io import BytesIO

import openpyxl
import pytest
from crafted_files import picture_of

from indexer.reading.formats.format import Format, Unreadable, format_of
from indexer.reading.formats.ocr import can_recognise
from indexer.reading.formats.office.letters import read_letter
from indexer.reading.formats.office.open_document import read_open_document
from indexer.reading.formats.office.rich_text import read_rich_text
from indexer.reading.formats.office.workbooks import read_workbook
from indexer.reading.formats.scans import read_scan
from indexer.reading.legible import is_legible
from indexer.reading.messages import FileSeen, ReadTask, attached
from indexer.reading.pages import Limits, Page, PageState

ODT = """<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0">
<office:body><office:text><text:h text:outline-level="2">Lock gates</text:h><text:p>The keeper<text:s text:c="1"/>spoke.
</text:p><table:table table:name="Dues"><table:table-row><table:table-cell><text:p>Boat</text:p></table:table-cell>
<table:table-cell><text:p>£212.85</text:p></table:table-cell><table:table-cell table:number-columns-repeated="9999"/>
</table:table-row></table:table></office:text></office:body></office:document-content>"""


def odt_of(content: str) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", content)
    return made.getvalue()


def test_an_open_document_has_its_headings_paragraphs_and_rows() -> None:
    assert format_of(odt_of(ODT), ".odt") is Format.OPEN_DOCUMENT
    text, looks = read_open_document(odt_of(ODT))
    assert [line.strip() for line in text.split("\n") if line.strip()] == [
        "Lock gates",
        "The keeper spoke.",
        "Dues",
        "Boat\t£212.85",
    ]
    assert looks[0].heading == 2


def test_a_damaged_open_document_is_refused() -> None:
    with pytest.raises(Unreadable):
        read_open_document(odt_of("<office:broken"))


def test_a_workbook_has_its_visible_sheets_with_figures_as_they_are_shown() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Dues"
    sheet.append(["Boat", 1212.5, 0.075, None])
    sheet["B1"].number_format = '"£"#,##0.00'
    sheet["C1"].number_format = "0.0%"
    book.create_sheet("Working").sheet_state = "hidden"
    made = BytesIO()
    book.save(made)
    assert format_of(made.getvalue(), ".xlsx") is Format.WORKBOOK
    assert read_workbook(made.getvalue()).strip() == "Dues\nBoat\t£1,212.50\t7.5%"


def test_rich_text_is_read() -> None:
    data = rb"{\rtf1\ansi\ansicpg1252 RESOLVED that the goose be sold for \'a340.\par Carried.\par}"
    assert format_of(data, ".rtf") is Format.RICH_TEXT
    assert read_rich_text(data).split() == "RESOLVED that the goose be sold for £40. Carried.".split()


def test_an_e_mail_has_its_head_and_names_what_is_attached() -> None:
    data = b"From: Ida Crane <ida@example.org>\nSubject: Gates\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n"
    data += b"--x\nContent-Type: text/plain\n\nThe gates are hung.\n--x\nContent-Type: application/pdf\n"
    data += b"Content-Disposition: attachment; filename=plan.pdf\n\nabc\n--x--\n"
    subject, text, enclosed = read_letter(data)
    assert (subject, enclosed) == ("Gates", ["plan.pdf"])
    assert text.split("\n") == ["From: Ida Crane <ida@example.org>", "Subject: Gates", "", "The gates are hung."]


def test_what_is_attached_is_named_in_a_sentence() -> None:
    assert attached(["plan.pdf"]) == "1 file is attached to it and not read: plan.pdf."
    assert attached([]) == ""


@pytest.mark.skipif(not can_recognise(), reason="needs tesseract")
def test_a_scan_saved_as_a_picture_is_recognised() -> None:
    made = BytesIO()
    picture_of("RESOLVED that the goose be sold", "for forty pounds at the fair").save(made, "TIFF")
    assert format_of(made.getvalue(), ".tif") is Format.SCAN
    seen, _, page = read_scan(made.getvalue(), ReadTask("", Limits()))
    assert seen == FileSeen(1, True, "")
    assert isinstance(page, Page)
    assert page.state is PageState.OCR
    assert "goose be sold" in page.text


@pytest.mark.parametrize(
    "text",
    [
        "Short line",
        "RESOLVED that the minutes of the last meeting be signed by the Chair as a correct record of what was said",
        "\n".join(["Councillor Ada Birch", "Councillor Ben Crane", "Councillor Cora Dent", "Councillor Dov Elder"] * 3),
        "Cynhaliwyd cyfarfod o'r Cyngor yn y neuadd ar y dydd hwn ac roedd y cadeirydd yn bresennol yn y gadair " * 2,
    ],
)
def test_words_are_legible(text: str) -> None:
    assert is_legible(text)


@pytest.mark.parametrize(
    "text",
    [
        "5(62/9(' WKDW WKH PLQXWHV RI WKH ODVW PHHWLQJ EH VLJQHG EB WKH FKDLU DV D FRUUHFW UHFRUG RI ZKDW ZDV VDLG KHUH EB DOO",
        "\ue001\ue002\ue003 \ue004\ue005 \ue006\ue007",
    ],
)
def test_letters_of_a_font_without_a_table_are_not(text: str) -> None:
    assert not is_legible(text)
