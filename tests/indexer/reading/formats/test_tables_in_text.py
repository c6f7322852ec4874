"""Tables of papers without pages, whose cells stand between tabs."""

from __future__ import annotations

from indexer.reading.formats.tables.in_text import tables_in

DUES = "Table 1: Dues (£000)\nBerth\t2030/31\t2031/32\nLock Lane\t41.5\t43.0\nAlder Quay\t3.1\t\nThe dues were noted."


def test_a_table_has_its_head_its_rows_and_what_stands_over_it() -> None:
    (table,) = tables_in(DUES)
    assert table.heads == 1
    assert table.rows[1:] == (("Lock Lane", "41.5", "43.0"), ("Alder Quay", "3.1", ""))
    assert (table.lines[1], table.above) == (("Lock Lane\t41.5\t43.0",), ("Table 1: Dues (£000)",))


def test_merged_cells_of_the_head_stand_over_their_columns() -> None:
    (table,) = tables_in("Team\tPosts\n\tFilled\tVacant\nParks\t12\t3")
    assert table.rows[:2] == (("Team", "Posts", "Posts"), ("", "Filled", "Vacant"))
    (table,) = tables_in("Month\tVisitors\n2030\t2031\nApril\t1,204\t1,350")
    assert table.rows[:2] == (("Month", "Visitors", "Visitors"), ("", "2030", "2031"))


def test_minutes_laid_out_as_a_table_are_none() -> None:
    assert tables_in("Item\tDiscussion\tAction\n1\tThe dues were read.\tClerk\n2\tThe lamps were lit.\tClerk") == ()
