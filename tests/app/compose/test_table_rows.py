"""Which rows of invented tables answer a question, and with which of their figures."""

from __future__ import annotations

import pytest

from app.compose.table_rows import ranked_rows, years_in
from corpus.papers import Meeting, Paper
from indexer.items.table_rows import TableCell, TableRow
from indexer.sections.section import Section, SectionKind
from retriever.questions import understand
from retriever.vocabulary import Place, Vocabulary

SECTION = Section(Paper("a.pdf", "0" * 64, 1, 1), SectionKind.REPORT, Meeting("Wexbridge Council", "Board", None))
WORDS = Vocabulary([Place("Wexbridge Council", "Board")], {}, passages=200, holding=lambda _: 5)


def row(label: str, cells: dict[str, str], caption: str = "Spending on harbours", period: str = "") -> TableRow:
    units = ("£000",) * len(cells)
    text = f"{label} {' '.join(cells.values())}"
    return TableRow(SECTION, 1, 1, caption, period, "£000", "", label, tuple(cells), tuple(cells.values()), units, text)


ROWS = (
    row("Dredging", {"2029/30 Actual": "41.0", "2030/31 Budget": "43.5", "2030/31 Actual": "44.2"}),
    row("Maintenance of cranes", {"2029/30 Actual": "12.0", "2030/31 Budget": "13.0", "2030/31 Actual": "13.4"}),
    row("Maintenance of lamps", {"Actual": "7.1"}, "Spending on harbours 2028/29", "2028/29"),
)


def found(question: str) -> list[tuple[str, tuple[TableCell, ...]]]:
    ranked = ranked_rows(ROWS, understand(question, vocabulary=WORDS), WORDS.rarity)
    return [(one.row.label, one.cells) for one in ranked]


def test_the_row_and_the_figure_of_the_year_and_column_asked_for_come_first() -> None:
    label, cells = found("What was the actual spending on maintenance of cranes in 2030-31?")[0]
    assert (label, cells) == ("Maintenance of cranes", (TableCell("2030/31 Actual", "13.4", "£000"),))


def test_all_figures_of_the_year_are_given_where_no_column_is_named() -> None:
    (_, cells), *_ = found("How much was spent on dredging in 2030/31?")
    assert [cell.value for cell in cells] == ["43.5", "44.2"]


def test_the_year_may_stand_in_the_caption() -> None:
    (first, _), *_ = found("How much was spent on the maintenance of lamps in 2028/29?")
    assert first == "Maintenance of lamps"


def test_a_row_of_another_year_does_not_answer() -> None:
    assert "Maintenance of lamps" not in dict(found("How much was spent on the maintenance of lamps in 2030/31?"))


def test_a_row_about_something_else_does_not_answer() -> None:
    assert found("How much was spent on the choir?") == []


def test_a_row_without_a_figure_does_not_answer() -> None:
    words = row("Dredging", {"Owner": "The harbour master"})
    asked = understand("How much was spent on dredging?", vocabulary=WORDS)
    assert ranked_rows([words], asked, WORDS.rarity) == []


@pytest.mark.parametrize(
    ("text", "years"),
    [("in 2023/24?", {"2023-24"}), ("23-24 and 2025", {"2023-24", "2025"}), ("2023–2024", {"2023-24"})],
)
def test_years_are_compared_however_they_are_written(text: str, years: set[str]) -> None:
    assert years_in(text) == years
