"""Tables on PDF pages, drawn in the ways in which papers draw them."""

from __future__ import annotations

from drawn_tables import DUES, page_of, rows_at, tables_of
from reportlab.lib import colors
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Table

from indexer.reading.messages import from_line, to_line


def test_cells_without_rules_stand_in_rows_and_columns() -> None:
    (table,) = tables_of(lambda canvas: rows_at(canvas, DUES))
    assert table.heads == 1
    assert table.rows == tuple(DUES)


def test_figures_drawn_close_together_are_cells_apart() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(60, 700, "Berth")
        for at, year in enumerate(("2030-31", "2031-32", "2032-33")):
            canvas.drawRightString(300 + 60 * at, 700, year)
        for row in range(4):
            canvas.drawString(60, 686 - 14 * row, f"Quay {'ABCD'[row]}")
            for at in range(3):
                canvas.drawRightString(300 + 60 * at, 686 - 14 * row, f"1,{row}2{at},406.8")

    (table,) = tables_of(draw)
    assert table.rows[1] == ("Quay A", "1,020,406.8", "1,021,406.8", "1,022,406.8")


def test_a_row_drawn_in_one_go_with_blanks_is_cut_into_cells() -> None:
    def draw(canvas: Canvas) -> None:
        text = canvas.beginText(60, 700)
        for label, one, other in DUES:
            text.textLine(f"{label:<12}{' ' * 40}{one}{' ' * 20}{other}")
        canvas.drawText(text)

    (table,) = tables_of(draw)
    assert ("Alder Quay", "-12.00", "475.25") in table.rows


def test_a_head_over_two_columns_stands_in_both() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawCentredString(370, 714, "Harbour dues")
        canvas.line(320, 724, 320, 650), canvas.line(425, 724, 425, 650)
        rows_at(canvas, DUES)

    (table,) = tables_of(draw)
    assert table.heads >= 1
    assert {row[1] for row in table.rows[: table.heads]} >= {"2030-31"}


def test_lines_between_two_rules_are_one_row() -> None:
    def draw(canvas: Canvas) -> None:
        table = Table(
            [
                ["Measure", "Owner", "£000"],
                ["Mend the swing bridge at\nLock Lane before winter", "Engineer", "120"],
                ["Paint the crane", "Harbour\nMaster", "30"],
            ],
            colWidths=[200, 90, 60],
            style=[("GRID", (0, 0), (-1, -1), 0.5, colors.black)],
        )
        table.wrapOn(canvas, 400, 400)
        table.drawOn(canvas, 60, 500)

    (table,) = tables_of(draw)
    assert table.rows[1] == ("Mend the swing bridge at Lock Lane before winter", "Engineer", "120")
    assert table.rows[2] == ("Paint the crane", "Harbour Master", "30")
    assert table.lines[1][0].startswith("Mend the swing bridge")


def test_the_last_row_has_all_of_a_cell_that_wraps_further_than_the_others() -> None:
    def draw(canvas: Canvas) -> None:
        table = Table(
            [
                ["No", "Made", "Promise", "Due"],
                ["1", "Harbour Board,\nMarch 2031", "Survey", "May 2031"],
                ["2", "Harbour Board,\nMay 2031", "Report", "July 2031"],
            ],
            colWidths=[30, 110, 120, 80],
            style=[("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("VALIGN", (0, 0), (-1, -1), "TOP")],
        )
        table.wrapOn(canvas, 400, 400)
        table.drawOn(canvas, 60, 500)
        canvas.drawString(60, 480, "Read on below.")

    (table,) = tables_of(draw)
    assert table.rows[1:] == (
        ("1", "Harbour Board, March 2031", "Survey", "May 2031"),
        ("2", "Harbour Board, May 2031", "Report", "July 2031"),
    )


def test_numbered_paragraphs_are_no_table() -> None:
    def draw(canvas: Canvas) -> None:
        for at in range(8):
            canvas.drawString(60, 700 - 14 * at, f"{at + 1}.")
            canvas.drawString(
                100, 700 - 14 * at, "The Engineer said that the bridge would be open to barges again by May."
            )

    assert tables_of(draw) == ()


def test_tables_come_out_of_the_reading_process_as_they_went_in() -> None:
    page = page_of(lambda canvas: rows_at(canvas, DUES))
    assert from_line(to_line(page)).tables == page.tables
