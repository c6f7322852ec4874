"""Tables in a text whose cells stand between tabs, as Word papers, web pages and workbooks are read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from indexer.forms.pages.tables import is_figure
from indexer.reading.formats.tables.figures import LONGEST_HEAD, has_figures
from indexer.reading.tables import PageTable

FEWEST_ROWS = 2
WIDEST, LONGEST = 40, 2000
"""Columns and rows of a table at most: a workbook with more is a list of data, not a table that a paper speaks of."""

ABOVE = 4
"""Lines over a table that are kept with it: its caption, its unit."""


def tables_in(text: str) -> tuple[PageTable, ...]:
    """Return the tables of a text that have figures in them."""
    lines = text.split("\n")
    return tuple(table for places in _stretches(lines) if (table := _table(lines, places)))


def _stretches(lines: Sequence[str]) -> Iterator[list[int]]:
    """Yield the places of lines with cells that follow each other."""
    for celled, places in groupby(range(len(lines)), key=lambda at: "\t" in lines[at]):
        if celled:
            yield list(places)


def _table(lines: Sequence[str], places: Sequence[int]) -> PageTable | None:
    """Return the table in these lines, None where it is none with figures."""
    rows = [[cell.strip() for cell in lines[at].split("\t")] for at in places]
    width, heads = max(map(len, rows)), _heads(rows)
    if not FEWEST_ROWS <= len(rows) <= LONGEST or width > WIDEST or heads > LONGEST_HEAD:
        return None
    head = [_spread(row, width, first=at == 0) for at, row in enumerate(rows[:heads])]
    body = [(*row, *[""] * (width - len(row))) for row in rows[heads:]]
    if not has_figures(body):
        return None
    above = tuple(filter(str.strip, lines[: places[0]]))[-ABOVE:]
    return PageTable((*head, *body), tuple((lines[at],) for at in places), heads, above)


def _heads(rows: Sequence[Sequence[str]]) -> int:
    """Return how many rows are the head: those before the first with a figure beside its label."""
    return next((at for at, row in enumerate(rows) if any(map(is_figure, row[1:]))), 0)


def _spread(row: Sequence[str], width: int, *, first: bool) -> tuple[str, ...]:
    """Return a row of the head with a cell for each column.

    One with fewer cells has some that are merged: in the first row the last one stands over the columns behind it, in
    the next ones the first cell is that of the row above.
    """
    missing = width - len(row)
    if first or not row[0]:
        return (*row, *[row[-1]] * missing)
    return (*[""] * missing, *row)
