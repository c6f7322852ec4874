"""Heads of tables on PDF pages: set over several columns, set wide, said twice, above rows from the page before."""

from __future__ import annotations

from drawn_tables import DUES, rows_at, tables_of
from reportlab.pdfgen.canvas import Canvas


def test_words_far_apart_in_one_box_of_the_rules_stand_over_all_columns_of_that_box() -> None:
    years = ("2031", "2032", "2033", "2034", "2035", "2036")

    def draw(canvas: Canvas) -> None:
        for at, word in enumerate(("New", "draft", "plan", "Old", "final", "plan")):
            canvas.drawString(206 + 50 * at, 703, word)
        for at, year in enumerate(years):
            canvas.drawString(206 + 50 * at, 683, year)
        for row in range(3):
            canvas.drawString(64, 663 - 20 * row, f"Quay {'ABC'[row]}")
            for at in range(6):
                canvas.drawString(206 + 50 * at, 663 - 20 * row, f"{row + 1}{at}.5")
        for row in range(5):
            inner = range(7) if row else (0, 3, 6)
            for x in (60, *(200 + 50 * at for at in inner)):
                canvas.line(x, 715 - 20 * row, x, 695 - 20 * row)

    (table,) = tables_of(draw)
    assert table.rows[:2] == (
        ("", *["New draft plan"] * 3, *["Old final plan"] * 3),
        ("", *years),
    )


def test_what_goes_on_from_the_page_before_is_no_head() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(60, 714, "Berth")
        canvas.drawString(260, 714, "Dues")
        canvas.drawString(330, 714, "What changed in the year")
        for at, words in enumerate(("the fees of the other wharf, and more by the boats of the", "regatta (£3.0m).")):
            canvas.drawString(330, 698 - 12 * at, words)
        for row, berth in enumerate(("Lock Lane", "Alder Quay", "Fen Wharf")):
            canvas.drawString(60, 666 - 14 * row, berth)
            canvas.drawString(260, 666 - 14 * row, f"{row + 1}12.50")
            canvas.drawString(330, 666 - 14 * row, "Higher fees")

    (table,) = tables_of(draw)
    assert table.rows[: table.heads] == (("Berth", "Dues", "What changed in the year"),)


def test_the_numbered_paragraph_below_a_table_is_no_row_of_it() -> None:
    def draw(canvas: Canvas) -> None:
        rows_at(canvas, DUES)
        canvas.drawString(60, 630, "8.3")
        canvas.drawString(90, 630, "The dues of the two wharves rose because the channel was dredged in the spring.")

    (table,) = tables_of(draw)
    assert table.rows == tuple(DUES)


def test_a_head_that_is_said_again_begins_another_table() -> None:
    paid = [("Payee", "Total", "VAT"), ("Ash & Co", "126.00", "21.00"), ("Elm Ltd", "48.00", "8.00")]
    first, second = tables_of(lambda canvas: rows_at(canvas, [*paid, *paid]))
    assert first.rows == second.rows == tuple(paid)


def test_heads_of_columns_that_were_drawn_in_one_go_are_cut() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(60, 700, "Payee")
        canvas.drawString(260, 700, "Total VAT", wordSpace=60)
        for row, payee in enumerate(("Ash & Co", "Elm Ltd", "Oak Trust")):
            canvas.drawString(60, 686 - 14 * row, payee)
            canvas.drawString(258, 686 - 14 * row, f"{row + 1}26.00")
            canvas.drawString(344, 686 - 14 * row, f"{row + 1}1.00")

    (table,) = tables_of(draw)
    assert table.rows[0] == ("Payee", "Total", "VAT")


def test_a_figure_in_a_head_stays_with_the_small_words_behind_it() -> None:
    head = ("Service", "12 mths to", "12 mths to")
    rows = [("Lock Lane", "2,902", "2,355"), ("Alder Quay", "969", "1,066"), ("Fen Wharf", "371", "399")]
    (table,) = tables_of(lambda canvas: rows_at(canvas, [head, *rows]))
    assert table.rows == (head, *rows)
