"""Words of a PDF page that nobody sees, and scans under a typed header."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from crafted_files import picture_of
from pypdf import PdfReader, PdfWriter
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen import canvas

from indexer.reading.formats.ocr import can_recognise
from indexer.reading.pages import Reading
from indexer.reading.reader import read_paper

SECRET = "Mr Odd Fellow be paid forty pounds"


def sheet_of() -> tuple[BytesIO, canvas.Canvas]:
    made = BytesIO()
    sheet = canvas.Canvas(made, pagesize=(595, 842), invariant=True)
    sheet.drawString(72, 760, "RESOLVED that the claim of the ferry be settled and that")
    return made, sheet


def read_of(tmp_path: Path, data: bytes) -> Reading:
    path = tmp_path / "paper.pdf"
    path.write_bytes(data)
    return read_paper(path)


def test_words_under_a_black_box_are_left_out_and_the_keeper_is_warned(tmp_path: Path) -> None:
    made, sheet = sheet_of()
    sheet.drawString(72, 740, SECRET)
    sheet.rect(70, 736, 220, 16, fill=1, stroke=0)
    sheet.save()
    reading = read_of(tmp_path, made.getvalue())
    assert "RESOLVED that the claim" in reading.pages[0].text
    assert "Fellow" not in reading.pages[0].text
    assert "black boxes" in reading.problem


def test_words_drawn_over_a_coloured_row_stay(tmp_path: Path) -> None:
    made, sheet = sheet_of()
    for row, grey in enumerate((0.2, 0.8, 0.2)):
        sheet.setFillGray(grey)
        sheet.rect(70, 696 - 20 * row, 300, 18, fill=1, stroke=0)
        sheet.setFillGray(1 - grey)
        sheet.drawString(74, 701 - 20 * row, f"{SECRET} in row {row}")
    sheet.save()
    reading = read_of(tmp_path, made.getvalue())
    assert [line.strip() for line in reading.pages[0].text.split("\n")][1:] == [
        f"{SECRET} in row {row}" for row in range(3)
    ]
    assert reading.problem == ""


def test_a_picture_laid_over_words_hides_them(tmp_path: Path) -> None:
    made, sheet = sheet_of()
    sheet.drawString(72, 740, SECRET)
    sheet.drawImage(ImageReader(picture_of().resize((40, 10))), 70, 734, 220, 18)
    sheet.save()
    assert "Fellow" not in read_of(tmp_path, made.getvalue()).pages[0].text


def test_the_names_of_attached_files_are_reported(tmp_path: Path) -> None:
    made, sheet = sheet_of()
    sheet.save()
    writer = PdfWriter(clone_from=PdfReader(BytesIO(made.getvalue())))
    writer.add_attachment("ferry plan.pdf", b"abc")
    out = BytesIO()
    writer.write(out)
    assert read_of(tmp_path, out.getvalue()).problem == "1 file is attached to it and not read: ferry plan.pdf."


@pytest.mark.skipif(not can_recognise(), reason="needs tesseract")
def test_a_scan_under_a_typed_header_is_recognised_below_it(tmp_path: Path) -> None:
    made = BytesIO()
    sheet = canvas.Canvas(made, pagesize=(595, 842), invariant=True)
    header = "Wexbridge District Council - Cabinet - 9 July 2024 - Agenda item 7, Appendix B - Page 41"
    sheet.setFont("Helvetica", 8)
    sheet.drawString(60, 815, header)
    lines = ["The ferry was laid up for the winter", "and the keeper asked for a new rope", "at a cost of forty pounds"]
    sheet.drawImage(ImageReader(picture_of(*lines)), 0, 60, 595, 730)
    sheet.save()
    (page,) = read_of(tmp_path, made.getvalue()).pages
    assert page.text.startswith(header)
    assert "new rope" in page.text
    assert page.state.value == "ocr"
