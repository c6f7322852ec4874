"""Who voted for, against and not at all, in a table of names or a roll call: each name under the head of its column."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from indexer.forms.lists.vote_tables import CALLED, MEMBER_CELL, ROLL_CALL, SIDE_CELLS, TICK, VOTE_CELL, VOTER
from indexer.forms.minutes.events import TITLES
from indexer.reading.lines import Line

Reader = Callable[[Sequence[str]], list[tuple[str, str]]]

# A roll call has at least so many answers: "Ash, for" alone may be anything.
FEWEST_CALLED = 3


@dataclass(frozen=True, slots=True)
class VoteTable:
    """A table of votes: the index of the line of its head, that behind its last row, and the names on each side."""

    at: int
    after: int
    ayes: tuple[str, ...] = ()
    noes: tuple[str, ...] = ()
    abstained: tuple[str, ...] = ()


def vote_tables(lines: Sequence[Line]) -> Iterator[VoteTable]:
    """The tables of votes among the lines of an item, and its roll calls, in order."""
    rows = [_cells(line) for line in lines]
    at = 0
    while at < len(rows):
        names = list(_named(rows[at], rows[at + 1 :])) or list(_called(lines, at))
        if names:
            yield _table(at, at + 1 + len(names), [name for row in names for name in row])
        at += 1 + len(names)


def without_vote_tables(lines: Sequence[Line]) -> list[Line]:
    """The lines that are no rows of a table of votes, which give nobody anything to do."""
    rows = {at for table in vote_tables(lines) for at in range(table.at, table.after) if _is_row(lines[at])}
    return [line for at, line in enumerate(lines) if at not in rows]


def _is_row(line: Line) -> bool:
    return len(_cells(line)) > 1


def _table(at: int, after: int, names: Sequence[tuple[str, str]]) -> VoteTable:
    """The table between two lines with its (side, name) pairs."""

    def on(side: str) -> tuple[str, ...]:
        return tuple(TITLES.sub("", name.strip(" .,;")) for where, name in names if where == side)

    return VoteTable(at, after, on("for"), on("against"), on("abstained"))


def _cells(line: Line) -> list[str]:
    """The cells of a line, by its tabs or by the wide gaps on its page."""
    if "\t" in line.text:
        return [cell.strip() for cell in line.text.split("\t")]
    starts = [0, *line.looks.cells]
    return [line.text[start:end].strip() for start, end in zip(starts, [*starts[1:], None], strict=True)]


def side_of(cell: str) -> str:
    """The side that a cell names: "for", "against", "abstained" or ""."""
    return next((side for side, form in SIDE_CELLS if form.match(cell)), "")


def _named(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[list[tuple[str, str]]]:
    """For each row below the head of a table of votes its (side, name) pairs; nothing below any other line."""
    sides = [side_of(cell) for cell in head]
    if len(head) > 1 and sum(map(bool, sides)) == len(head):
        yield from _while_any(rows, lambda row: _under(sides, row))
    elif len(head) > 2 and MEMBER_CELL.match(head[0]) and all(sides[1:]):
        yield from _while_any(rows, lambda row: _ticked(sides, row))
    elif len(head) == 2 and MEMBER_CELL.match(head[0]) and VOTE_CELL.match(head[1]):
        yield from _while_any(rows, _beside)


def _while_any(rows: Sequence[Sequence[str]], read: Reader) -> Iterator[list[tuple[str, str]]]:
    """What is read of each row, up to the first that says nothing."""
    for row in rows:
        found = read(row)
        if not found:
            return
        yield found


def _under(sides: Sequence[str], row: Sequence[str]) -> list[tuple[str, str]]:
    """The names in a row, each with the side at the head of its column; none where the row is something else."""
    written = [cell for cell in row if cell]
    if len(row) > len(sides) or not written or not all(map(VOTER.match, written)):
        return []
    return [(side, cell) for side, cell in zip(sides, row, strict=False) if cell]


def _ticked(sides: Sequence[str], row: Sequence[str]) -> list[tuple[str, str]]:
    """The name in a row with the side under which its mark stands; none where no mark, or more than one, does."""
    marked = [side for side, cell in zip(sides[1:], row[1:], strict=False) if TICK.match(cell)]
    return [(marked[0], row[0])] if len(marked) == 1 and VOTER.match(row[0]) else []


def _beside(row: Sequence[str]) -> list[tuple[str, str]]:
    """The name in a row with the side in the cell beside it."""
    named = len(row) == 2 and VOTER.match(row[0]) and side_of(row[1])
    return [(side_of(row[1]), row[0])] if named else []


def _called(lines: Sequence[Line], at: int) -> Iterator[list[tuple[str, str]]]:
    """The answers of a roll call that begins in a line and goes on below it, as one row for each line."""
    if not ROLL_CALL.search(lines[at].text):
        return
    found = [
        [(side_of(match["side"]), match["name"]) for match in CALLED.finditer(line.text)] for line in lines[at : at + 4]
    ]
    if sum(map(len, found)) >= FEWEST_CALLED:
        yield from found
