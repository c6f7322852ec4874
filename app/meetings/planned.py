"""Planned: what the forward plan or work programme of a committee announces, row by row, with its day or month."""

from __future__ import annotations

from calendar import month_name, monthrange
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from app.answers.answer import Citation
from app.answers.sources import Sources
from corpus.papers import date_in_words
from indexer.forms.dates import find_dates
from indexer.forms.papers.call_in import KEY, NOT_KEY
from indexer.forms.subjects import MONTH
from indexer.items.table_rows import TableRow
from indexer.sections.section import SectionKind

MONTHS = list(month_name)


@dataclass(frozen=True, slots=True)
class Planned:
    """A row of a plan: what is to come up and when, as the plan has it; `is_key` None where it does not say.

    `day` is the last day of the month where the plan gives no more, and then `exact` is False.
    """

    row: TableRow
    day: date
    is_key: bool | None
    exact: bool = True

    @property
    def what(self) -> str:
        """What is to come up: the name of the row, or the first cell that is no date where a date names the row."""
        cells = [cell for cell in (self.row.label, *self.row.entries) if any(map(str.isalpha, cell))]
        return next((cell for cell in cells if not _is_when(cell)), self.row.label)

    @property
    def when(self) -> str:
        """4 March 2031, or March 2031."""
        return date_in_words(self.day) if self.exact else f"{self.day:%B %Y}"


def planned_in(rows: Iterable[TableRow], today: date) -> list[Planned]:
    """The rows of the last plan of each committee that name one day or month, today or later, the next first."""
    plans: dict[tuple[str, str], dict[date, list[TableRow]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        meeting = row.section.meeting
        if row.section.kind is SectionKind.FORWARD_PLAN and meeting.held_on:
            plans[meeting.organisation, meeting.body][meeting.held_on].append(row)
    found = (one for own in plans.values() for one in _dated(own[max(own)]))
    return sorted((one for one in found if one.day >= today), key=lambda one: one.day)


def planned_quote(one: Planned, sources: Sources) -> Citation | None:
    """The row of the plan on its page."""
    return sources.cited(one.row.section, one.row.text, one.row.page)


def _dated(rows: Iterable[TableRow]) -> Iterator[Planned]:
    """The rows that have a day or a month; one without any has that of the row above it in its table."""
    above: dict[object, tuple[date, bool] | None] = {}
    for row in rows:
        table = row.section, row.number
        said = _says_when(" ".join(row.text.split()))
        # A row may also tell for when it was first promised; its own day stands beside its name.
        when = _only(_says_when(" ".join(row.entries))) or _only(said) or (None if said else above.get(table))
        above[table] = when
        if when:
            yield Planned(row, when[0], _is_key(row), when[1])


def _says_when(text: str) -> set[tuple[date, bool]]:
    """The days of a text, else the months, each by its last day; True for a day."""
    days = {(found.day, True) for found in find_dates(text)}
    return days or {(_last_day(int(year), MONTHS.index(month)), False) for month, year in MONTH.findall(text)}


def _only(found: set[tuple[date, bool]]) -> tuple[date, bool] | None:
    return next(iter(found)) if len(found) == 1 else None


def _last_day(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _is_when(cell: str) -> bool:
    """Whether a cell has a date and hardly a word beside it."""
    bare = MONTH.sub("", cell)
    return bare != cell and len(bare) < len(cell) / 2


def _is_key(row: TableRow) -> bool | None:
    """Whether the row is of a key decision: by its own column, else by the name of the whole plan."""
    for column, entry in zip(row.columns, row.entries, strict=False):
        if KEY.search(column):
            return not NOT_KEY.search(entry)
    return True if KEY.search(row.caption) or KEY.search(row.section.title) else None
