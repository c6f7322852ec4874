"""Columns of prose and tables, as they are drawn row by row."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from reportlab.pdfgen import canvas

from indexer.reading.reader import read_paper

LEFT = [
    "The ferry keeper said that the landing",
    "stage at Alder Quay had been struck by",
    "a barge in the fog and that the piles",
    "were loose. RESOLVED that the stage be",
    "rebuilt in oak before the winter.",
]
RIGHT = [
    "The clerk reported that the takings at",
    "the market had fallen by a fifth since",
    "the summer. RESOLVED that the tolls be",
    "frozen at £18 a pitch for one year and",
    "that a review be brought back in May.",
]
THIRD = [
    "The warden said that the paths were",
    "under water for most of March and",
    "that the boards were rotten through",
    "at the far end. RESOLVED that the",
    "boards be laid anew by midsummer.",
]


def read_of(tmp_path: Path, rows: list[tuple[str, ...]], lefts: tuple[float, ...], size: float = 10) -> list[str]:
    """Return the lines read of a page on which each row is drawn from left to right."""
    made = BytesIO()
    sheet = canvas.Canvas(made, pagesize=(595, 842), invariant=True)
    sheet.setFont("Helvetica", size)
    sheet.drawString(56, 760, "Minutes of the Harbour Board held in the long room over the chandler's on 3 May 2031")
    for at, row in enumerate(rows):
        for left, text in zip(lefts, row, strict=True):
            sheet.drawString(left, 720 - 14 * at, text)
    sheet.drawString(
        56, 700 - 14 * len(rows), "The meeting closed at nine in the evening and the lamps were put out by the beadle."
    )
    sheet.save()
    path = tmp_path / "minutes.pdf"
    path.write_bytes(made.getvalue())
    return read_paper(path).pages[0].text.split("\n")


def test_two_columns_drawn_row_by_row_are_read_one_after_the_other(tmp_path: Path) -> None:
    read = read_of(tmp_path, list(zip(LEFT, RIGHT, strict=True)), (56, 310))
    assert read[1:-1] == [*LEFT, *RIGHT]


def test_three_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    read = read_of(tmp_path, list(zip(LEFT, RIGHT, THIRD, strict=True)), (40, 220, 400), size=8)
    assert read[1:-1] == [*LEFT, *RIGHT, *THIRD]


def test_what_stands_above_and_below_the_columns_stays_there(tmp_path: Path) -> None:
    read = read_of(tmp_path, list(zip(LEFT, RIGHT, strict=True)), (56, 310))
    assert read[0].startswith("Minutes of the Harbour Board")
    assert read[-1].startswith("The meeting closed")


def test_the_rows_of_a_table_stay_together(tmp_path: Path) -> None:
    rows = [
        ("Mooring of a boat up to six metres", "£212.85 a year"),
        ("Mooring of a longer boat in the basin", "£318.20 a year"),
    ]
    rows += [
        ("Slipway by the day for any trailer", "£14.00 a day"),
        ("Storage of a mast over the winter", "£40.50 a mast"),
    ]
    read = read_of(tmp_path, rows, (56, 310))
    assert read[1:-1] == [f"{label} {price}" for label, price in rows]


def test_a_table_of_sentences_stays_in_rows(tmp_path: Path) -> None:
    rows = [
        ("The lock may fail in a hard frost.", "The keeper will salt the gates."),
        ("Takings may fall by more than a fifth.", "The clerk will report every month."),
        ("The ferry may be laid up for repairs.", "A second boat will be hired at once."),
        ("Staff may leave before the summer.", "Pay will be looked at in the spring."),
    ]
    assert read_of(tmp_path, rows, (56, 310))[1:-1] == [f"{risk} {answer}" for risk, answer in rows]


def lines_of(tmp_path: Path, rows: list[tuple[str, ...]], *, ruled: bool = False) -> list[str]:
    """Return the lines read of a page that has nothing but two columns, drawn from left to right; with rules or without."""
    made = BytesIO()
    sheet = canvas.Canvas(made, pagesize=(595, 842), invariant=True)
    sheet.setFont("Helvetica", 10)
    for at, row in enumerate(rows):
        for text, left in zip(row, (56, 250), strict=False):
            sheet.drawString(left, 740 - 14 * at, text)
        if ruled:
            sheet.line(50, 736 - 14 * at, 500, 736 - 14 * at)
    sheet.save()
    path = tmp_path / "columns.pdf"
    path.write_bytes(made.getvalue())
    return read_paper(path).pages[0].text.split("\n")


SHORT = ["HB 2 THE MARKET", *RIGHT[:2]]


def test_a_short_second_column_is_read_behind_the_long_first_one(tmp_path: Path) -> None:
    first = ["HARBOUR BOARD", *LEFT, *THIRD]
    rows = [(one, *SHORT[at : at + 1]) for at, one in enumerate(first)]
    assert [line.strip() for line in lines_of(tmp_path, rows)] == [*first, *SHORT]


def test_what_stands_beside_prose_between_rules_stays_in_its_row(tmp_path: Path) -> None:
    first = ["HARBOUR BOARD", *LEFT, *THIRD]
    rows = [(one, *SHORT[at : at + 1]) for at, one in enumerate(first)]
    assert lines_of(tmp_path, rows, ruled=True)[0] == "HARBOUR BOARD HB 2 THE MARKET"


def test_amounts_beside_the_first_lines_stay_in_their_rows(tmp_path: Path) -> None:
    first = [*LEFT, *THIRD]
    rows = [(one, *["£ 54.00", "£ 864.00"][at : at + 1]) for at, one in enumerate(first)]
    assert lines_of(tmp_path, rows)[0] == f"{first[0]} £ 54.00"
