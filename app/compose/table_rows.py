"""Which rows of tables answer a question: those whose label it names, with the figures of the year that it asks for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from indexer.forms.pages.tables import YEARS, is_figure
from indexer.items.table_rows import TableCell, TableRow
from indexer.store import ANYWHERE, Right, Store, Where
from retriever.coverage import Rarity, covered, wanted
from retriever.questions import Question
from retriever.words import stems

CANDIDATES = 60
"""Rows that the store finds by their words and that are looked at."""

LEAST = 0.4
"""The share of what is asked about that stands in a row's label or, counting half, in the names over it, at least."""

IN_ITS_TIME = 0.2
"""What a row gains whose columns, caption or label name the year that is asked for."""


@dataclass(frozen=True, slots=True)
class RowFound:
    """A row that may answer, how well it fits, and its figures that do: of the year, and the columns, asked for."""

    row: TableRow
    cells: tuple[TableCell, ...]
    fit: float


def best_table_rows(
    store: Store, question: Question, *, right: Right, rarity: Rarity, where: Where = ANYWHERE, limit: int = 3
) -> list[RowFound]:
    """Return the rows of tables that answer a question, the best first; none of another year than it asks for."""
    terms = [term for term in question.terms if not term[:1].isdigit()]
    rows = store.table_rows(terms, right=right, where=where, limit=CANDIDATES)
    return ranked_rows(rows, question, rarity)[:limit]


def ranked_rows(rows: Iterable[TableRow], question: Question, rarity: Rarity) -> list[RowFound]:
    """Return those of the rows that answer a question, the best first."""
    years, weights = years_in(" ".join(question.terms)), wanted(question, rarity, places=False)
    weights = {word: weight for word, weight in weights.items() if not word[:1].isdigit()}
    found = (_fitting(row, weights, years) for row in rows)
    return sorted(filter(None, found), key=lambda one: -one.fit)


def years_in(text: str) -> frozenset[str]:
    """Return the years and financial years that a text names, each written like 2031 or 2031-32."""
    bare = (word.strip("?!.,;:()[]'’\"") for word in text.replace("–", "-").split())
    return frozenset(_year(word) for word in bare if any(form.match(word) for form in YEARS[:2]))


def _year(word: str) -> str:
    first, _, second = word.replace("/", "-").partition("-")
    first = first if len(first) == 4 else f"20{first}"
    return f"{first}-{second[-2:]}" if second else first


def _fitting(row: TableRow, weights: Mapping[str, float], years: frozenset[str]) -> RowFound | None:
    """Return a row with the figures that are asked for, None where it is about something else or another year."""
    around = (row.heading, row.caption, *row.columns)
    share = covered(weights, row.label, around)
    if share < LEAST or not stems(row.label) & weights.keys():
        return None
    cells, in_time = _of_years(row, years)
    return RowFound(row, _asked(cells, weights), share + IN_ITS_TIME * in_time) if cells else None


def _of_years(row: TableRow, years: frozenset[str]) -> tuple[tuple[TableCell, ...], bool]:
    """Return the figures of a row that are of the years asked for or of none, and whether the row names the years."""
    figures = tuple(cell for cell in row.cells if is_figure(cell.value))
    if own := tuple(cell for cell in figures if years_in(cell.column) & years):
        return own, True
    said = years_in(f"{row.caption} {row.period} {row.label}")
    another = any(map(years_in, row.columns)) or (said and not said & years)
    return (() if years and another else figures), bool(said & years)


def _asked(cells: tuple[TableCell, ...], weights: Mapping[str, float]) -> tuple[TableCell, ...]:
    """Return the cells whose columns share most words with the question; all of them where none shares any."""
    shared = [len(stems(cell.column) & weights.keys()) for cell in cells]
    most = max(shared, default=0)
    return tuple(cell for cell, n in zip(cells, shared, strict=True) if n == most)
