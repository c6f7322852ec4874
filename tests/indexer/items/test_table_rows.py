"""Rows of tables named by row and column, with caption, period and unit."""

from __future__ import annotations

from corpus.papers import Meeting, Paper
from indexer.items.table_rows import TableCell, TableRow, rows_of
from indexer.reading.pages import Page, PageState, Reading
from indexer.reading.tables import PageTable
from indexer.sections.section import Line, Section, SectionKind, SectionText

SECTION = Section(Paper("report.pdf", "0" * 64, 1, 0), SectionKind.REPORT, Meeting())
SECRET = Section(Paper("report.pdf", "0" * 64, 1, 0), SectionKind.EXEMPT, Meeting(), access="exempt")


def table(*rows: tuple[str, ...], heads: int = 1, above: tuple[str, ...] = ()) -> PageTable:
    return PageTable(rows, tuple((" ".join(filter(None, row)),) for row in rows), heads, above)


def rows(*tables: PageTable) -> tuple[TableRow, ...]:
    page = Page(1, "", PageState.TEXT, tables=tables)
    return rows_of(Reading((page,)), [SectionText(SECTION, (Line("", 1),))])


DUES = table(
    ("", "2030-31", "2030-31"),
    ("Berth", "Core", "Total £000s"),
    ("QUAYS", "", ""),
    ("Lock Lane", "1,200.5", "1,300.0"),
    ("Alder Quay", "+4%", "£2.5m"),
    heads=2,
    above=("It was a good year.", "Table 4: Harbour dues 2030-31"),
)


def test_a_figure_is_named_by_its_row_and_all_of_its_columns_head() -> None:
    first = rows(DUES)[0]
    assert (first.label, first.heading, first.caption) == ("Lock Lane", "QUAYS", "Table 4: Harbour dues 2030-31")
    assert first.cells[1] == TableCell("2030-31 Total £000s", "1,300.0", "£000")
    assert (first.period, first.page, first.number) == ("2030-31", 1, 1)


def test_a_unit_that_stands_with_the_figure_comes_first() -> None:
    assert [cell.unit for cell in rows(DUES)[1].cells] == ["%", "£m"]


def test_the_unit_of_all_figures_may_stand_over_the_table() -> None:
    found = rows(table(("Berth", "Working"), ("Lock Lane", "1.5"), above=("£m",)))
    assert found[0].cells == (TableCell("Working", "1.5", "£m"),)


def test_a_row_may_have_its_label_behind_figures() -> None:
    found = rows(table(("Then", "", "Now"), ("1,200", "Lock Lane", "1,300"), ("900", "Alder Quay", "1,000")))
    assert found[0].label == "Lock Lane"
    assert [cell.value for cell in found[0].cells] == ["1,200", "1,300"]


def test_a_table_that_goes_on_without_a_head_has_the_one_before() -> None:
    found = rows(DUES, table(("Fen Wharf", "7.0", "8.0"), heads=0))
    assert found[-1].cells[0].column == "2030-31 Core"


def test_a_row_stands_in_the_strictest_section_that_has_its_words() -> None:
    page = Page(1, "", PageState.TEXT, tables=(table(("Berth", "Dues"), ("Lock Lane", "7.0")),))
    parts = [SectionText(SECTION, (Line("Lock Lane 7.0", 1),)), SectionText(SECRET, (Line("Lock Lane 7.0", 1),))]
    assert [row.section for row in rows_of(Reading((page,)), parts)] == [SECRET]


def test_what_stands_over_a_table_in_another_section_does_not_name_it() -> None:
    dues = table(("Berth", "Dues"), ("Lock Lane", "1.5"), above=("Table 1: What is paid for silence",))
    page = Page(1, "", PageState.TEXT, tables=(dues,))
    parts = [
        SectionText(SECRET, (Line("Table 1: What is paid for silence", 1),)),
        SectionText(SECTION, (Line("Berth Dues", 1), Line("Lock Lane 1.5", 1))),
    ]
    (row,) = rows_of(Reading((page,)), parts)
    assert (row.section, row.caption) == (SECTION, "")


def test_lines_that_name_no_column_are_no_head_where_a_table_goes_on() -> None:
    rest = table(("QUAYS OF THE SOUTH", "", ""), ("Fen Wharf", "7.0", "8.0"))
    last = rows(DUES, rest)[-1]
    assert (last.heading, last.cells[0].column) == ("QUAYS OF THE SOUTH", "2030-31 Core")


def test_a_table_does_not_take_the_head_of_one_in_another_section() -> None:
    secret = table(("Berth", "Paid for silence"), ("Lock Lane", "1.5"))
    rest = table(("Fen Wharf", "7.0"), heads=0)
    parts = [
        SectionText(SECRET, (Line("Berth Paid for silence", 1), Line("Lock Lane 1.5", 1))),
        SectionText(SECTION, (Line("Fen Wharf 7.0", 1),)),
    ]
    page = Page(1, "", PageState.TEXT, tables=(secret, rest))
    assert [cell.column for cell in rows_of(Reading((page,)), parts)[-1].cells] == [""]
