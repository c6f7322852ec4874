"""Followed actions: what later logs and minutes of the same body say became of an action, from the records alone.

followed(actions)  -> Followed for each action, at its first mention, with the mentions behind it
logged(rows)       -> LogRow for each row of a table in an action log
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from indexer.findings.actions import Action
from indexer.forms.lists.masks import WORD
from indexer.forms.minutes.actions import (
    CARRIED_OVER,
    DONE,
    FINISHED,
    FINISHED_LATE,
    LOG_COLUMNS,
    NOT_DONE,
    RAISED_COLUMN,
)
from indexer.items.table_rows import TableRow
from indexer.sections.boundaries import SectionKind

# Two mentions are of one action from this share of common words on.
ALIKE = 0.6


class State(StrEnum):
    """What is known of an action."""

    OPEN = "open"
    CARRIED = "carried over"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class LogRow(Action):
    """An action as a row of a log has it; `raised` is what it prints of when and where it was raised, or ""."""

    raised: str = ""


@dataclass(frozen=True, slots=True)
class Followed:
    """An action at its first mention, and the mentions of it in later papers of the same body, in order of time."""

    action: Action
    later: tuple[Action, ...] = ()

    @property
    def last(self) -> Action:
        """The latest mention."""
        return self.later[-1] if self.later else self.action

    @property
    def state(self) -> State:
        """Done where a mention says so; carried over where it came up again or says so; else open."""
        said = self.last.status
        if FINISHED.search(said) or FINISHED_LATE.search(said) or (DONE.search(said) and not NOT_DONE.search(said)):
            return State.DONE
        return State.CARRIED if self.later or CARRIED_OVER.search(said) else State.OPEN


def followed(actions: Iterable[Action]) -> tuple[Followed, ...]:
    """Each action once, with its later mentions; what was only promised to a later meeting is left out."""
    chains: dict[tuple[str, str], list[list[Action]]] = {}
    for one in sorted((a for a in actions if not a.promise), key=_day):
        meeting = one.section.meeting
        known = chains.setdefault((meeting.organisation, meeting.body), [])
        chain = next((chain for chain in known if _is_of(one, chain)), None)
        if chain is None:
            known.append([one])
        else:
            chain.append(one)
    return tuple(Followed(chain[0], tuple(chain[1:])) for known in chains.values() for chain in known)


def logged(rows: Iterable[TableRow]) -> Iterator[LogRow]:
    """The rows of tables in action logs as actions, by the names of their columns."""
    for row in rows:
        if row.section.kind is not SectionKind.ACTION_LOG:
            continue
        named = _named(row)
        # a table without a state or an owner is no log; what is to be done names the row, or has its own column
        if (text := named.get("text", row.label)) and ("status" in named or "owner" in named):
            number = row.cells[0].value if row.cells[0].value.isdigit() else ""
            said = (named.get("owner", ""), named.get("deadline", ""), number, row.page, named.get("status", ""))
            yield LogRow(row.section, text, *said, raised=_raised(row, text))


def _named(row: TableRow) -> dict[str, str]:
    """The cells of a row by what their columns are, the first column of each sort."""
    return {
        field: cell.value
        for field, column in LOG_COLUMNS.items()
        for cell in reversed(row.cells)
        if column.search(cell.column)
    }


def _raised(row: TableRow, text: str) -> str:
    """When and where a row says that it was raised, which its name may begin with: "Board, 6 May 2031, Survey"."""
    before = row.label.removesuffix(text).strip(" ,") if row.label.endswith(text) else ""
    return next((cell.value for cell in row.cells if RAISED_COLUMN.search(cell.column)), before)


def _day(one: Action) -> date:
    return one.section.meeting.held_on or date.min


def _is_of(one: Action, chain: Sequence[Action]) -> bool:
    """True for a later mention of the same action: much the same words, and no other owner."""
    last = chain[-1]
    if _day(last) == _day(one) and last.section == one.section:
        return False
    mine, theirs = _words(one.text), _words(last.text)
    both = len(mine & theirs)
    return both > 0 and 2 * both / (len(mine) + len(theirs)) >= ALIKE


def _words(text: str) -> frozenset[str]:
    return frozenset(WORD.findall(text.casefold()))
