"""Small raised figures: read as superscripts, never into the figure or word before them."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from reportlab.pdfgen import canvas

from indexer.reading.formats.pdf import read_pdf
from indexer.reading.messages import ReadTask
from indexer.reading.pages import Limits, Page
from indexer.reading.pictures import draw_page

Run = tuple[str, float, float]
"""Text, its size in points and how far it is raised."""


def up(text: str, size: float = 8, rise: float = 4) -> Run:
    """Return a run as a word processor sets a superscript behind text of 12 points."""
    return text, size, rise


def line(*runs: str | Run, way: int = 0, turned: int = 0, beyond: str = "") -> bytes:
    """Return a PDF of one line of these runs, plain ones of 12 points, with some text beyond its left edge."""
    made = BytesIO()
    sheet = canvas.Canvas(made, pagesize=(600, 800), invariant=True)
    sheet.drawString(-300, 420, beyond)
    sheet.translate(300, 400)
    sheet.rotate(way)
    words = sheet.beginText(-150, 20)
    for run in runs:
        text, size, rise = (run, 12, 0) if isinstance(run, str) else run
        words.setFont("Helvetica", size)
        words.setRise(rise)
        words.textOut(text)
    sheet.drawText(words)
    sheet.setPageRotation(turned)
    sheet.save()
    return made.getvalue()


def text_of(pdf: bytes) -> str:
    """Return what is read of the only page, its words apart by one space."""
    (page,) = [answer for answer in read_pdf(pdf, ReadTask("", Limits())) if isinstance(answer, Page)]
    return " ".join(page.text.split())


@pytest.mark.parametrize(
    ("runs", "text"),
    [
        (("12 of the 46", up("1"), " wards"), "12 of the 46¹ wards"),
        (("paid back by 2031-32", up("12"), " at last"), "paid back by 2031-32¹² at last"),
        (("The levy", up("2"), " fell."), "The levy² fell."),
        (("A rate of 3.25%.", up("3"), " If so"), "A rate of 3.25%.³ If so"),
        (("The levy", up("1,2"), " fell."), "The levy¹,² fell."),
        (("A hall of 500 m", up("2"), " is let"), "A hall of 500 m² is let"),
        (("46", up("1", 7, 4.3), " in LaTeX"), "46¹ in LaTeX"),
        (("46", up("1", 10, 4), " in a browser"), "46¹ in a browser"),
    ],
)
def test_a_raised_figure_is_a_superscript(runs: tuple[str | Run, ...], text: str) -> None:
    assert text_of(line(*runs)) == text


@pytest.mark.parametrize(
    ("runs", "text"),
    [
        (("the 1", up("st"), " of May"), "the 1st of May"),
        (("the 21", up("st", 6, 5), " of May"), "the 21st of May"),
        (("CO", ("2", 8, -3), " fell"), "CO2 fell"),
        (("46", ("1", 8, 0), " on the line"), "461 on the line"),
        (("46", ("1", 12, 4), " of one size"), "461 of one size"),
        ((("46", 24, 0), ("/40", 12, 5), " centred"), "46/40 centred"),
        (("£1,461 in 2024/25", ""), "£1,461 in 2024/25"),
        ((("1", 8, 4), ("46 led by a note", 12, 0)), "146 led by a note"),
    ],
)
def test_other_sizes_and_places_change_no_figure(runs: tuple[str | Run, ...], text: str) -> None:
    assert text_of(line(*runs)) == text


def test_a_cell_of_a_table_in_smaller_print_is_no_superscript() -> None:
    made = BytesIO()
    sheet = canvas.Canvas(made, pagesize=(600, 800))
    sheet.drawString(100, 400, "46")
    sheet.setFont("Helvetica", 8)
    sheet.drawString(130, 404, "17")
    sheet.save()
    assert text_of(made.getvalue()) == "46 17"


def test_text_beyond_the_edge_of_the_page_moves_no_superscript() -> None:
    assert text_of(line("12 of the 46", up("1"), " wards", beyond="Proof 1 of 46")) == "12 of the 46¹ wards"


@pytest.mark.parametrize("way", [0, 90, 180, 270])
@pytest.mark.parametrize("turned", [0, 90])
def test_a_note_is_never_joined_whichever_way_the_line_runs(way: int, turned: int) -> None:
    assert "461" not in text_of(line("12 of the 46", up("1"), " wards", way=way, turned=turned))


def test_a_quote_with_a_superscript_is_marked_on_its_page(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(line("12 of the 46", up("1"), " wards"))
    assert draw_page(tmp_path / "a.pdf", 1, highlight="of the 46¹ wards").found
