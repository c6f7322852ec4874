"""Coming: meetings ahead, decisions that a forward plan announces, and until when a decision can still be called in.

Every day is one that a paper states: none is counted from "five working days", as nobody here knows the holidays.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.meetings.meeting import Session
from indexer.forms.dates import FoundDate, day_without_year, find_dates
from indexer.forms.papers.call_in import KEY, NOT_KEY, UNTIL
from indexer.items.table_rows import TableRow
from indexer.passages.passage import Passage
from indexer.sections.section import Section, SectionKind
from indexer.store import AnyStore, Right, Where

WORDS = ("call", "called", "call-in", "callin")
LOOKED_AT = 2_000  # passages that speak of a call, of the time in which one can still run
LONGEST_CALL_IN = timedelta(days=120)
"""Between a paper and the day until which it lets a decision be called in: longer ones are misread."""

AFTER = 40  # characters behind "until" in which its day stands
STOPS = (". ", "; ", ": ")  # behind which a statement begins


@dataclass(frozen=True, slots=True)
class Planned:
    """A row of a forward plan: what is to be decided and when, as the plan has it; `is_key` None where it says not."""

    row: TableRow
    day: date
    is_key: bool | None


@dataclass(frozen=True, slots=True)
class CallIn:
    """A statement, as its page has it, that says until which day a decision can be called in."""

    passage: Passage
    said: str
    until: date


@dataclass(frozen=True, slots=True)
class Coming:
    """What is ahead, the next first."""

    sessions: tuple[Session, ...] = ()
    planned: tuple[Planned, ...] = ()
    call_ins: tuple[CallIn, ...] = ()


def coming_of(store: AnyStore, right: Right, sessions: Iterable[Session], today: date) -> Coming:
    """What lies on this day or later."""
    ahead = [one for one in sessions if one.meeting.held_on and one.meeting.held_on >= today]
    where = Where(since=today - LONGEST_CALL_IN)
    scored = store.search_text(WORDS, limit=LOOKED_AT, right=right, where=where)
    passages = store.passages([one.id for one in scored], right=right)
    return Coming(
        tuple(sorted(ahead, key=lambda one: (one.meeting.held_on or today, one.meeting.body))),
        tuple(sorted(_planned(store.all_table_rows(right=right), today), key=lambda one: one.day)),
        tuple(sorted(_call_ins(passages, today), key=lambda one: one.until)),
    )


def _planned(rows: Iterable[TableRow], today: date) -> Iterator[Planned]:
    """The rows of the last plan of each committee that name one day, today or later."""
    plans: dict[tuple[str, str], dict[date, list[TableRow]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        meeting = row.section.meeting
        if row.section.kind is SectionKind.FORWARD_PLAN and meeting.held_on:
            plans[meeting.organisation, meeting.body][meeting.held_on].append(row)
    for row in (row for own in plans.values() for row in own[max(own)]):
        days = {found.day for found in find_dates(" ".join(row.text.split()))}
        if len(days) == 1 and (day := days.pop()) >= today:
            yield Planned(row, day, _is_key(row))


def _is_key(row: TableRow) -> bool | None:
    """Whether the row is of a key decision: by its own column, else by the name of the whole plan."""
    for column, entry in zip(row.columns, row.entries, strict=False):
        if KEY.search(column):
            return not NOT_KEY.search(entry)
    return True if KEY.search(row.caption) or KEY.search(row.section.title) else None


def _call_ins(passages: Sequence[Passage], today: date) -> Iterator[CallIn]:
    """The statements that name a day on which a decision can still be called in, each once."""
    told = set[tuple[Section, str]]()
    for passage in passages:
        for said, until in untils_in(passage.text, passage.section.meeting.held_on):
            if until >= today and (passage.section, said) not in told:
                told.add((passage.section, said))
                yield CallIn(passage, said, until)


def untils_in(text: str, held_on: date | None) -> Iterator[tuple[str, date]]:
    """Each statement that lets a decision be called in until a day, from its beginning to that day, and the day.

    Sentences are not cut as elsewhere: "until 5.00 pm on 27 March" would end before its hour, which looks like the
    number of a paragraph. A day without a year is the first one on or after the meeting.
    """
    flat = " ".join(text.split())
    for match in UNTIL.finditer(flat):
        found = _day_at(flat[match.end() : match.end() + AFTER], held_on)
        if found and (held_on is None or held_on <= found.day <= held_on + LONGEST_CALL_IN):
            begin = max((at + 2 for stop in STOPS if (at := flat.rfind(stop, 0, match.start())) >= 0), default=0)
            yield flat[begin : match.end() + found.end], found.day


def _day_at(rest: str, held_on: date | None) -> FoundDate | None:
    """The day with which a text begins."""
    years = (held_on.year, held_on.year + 1) if held_on else ()
    without = (day_without_year(rest, (year,)) for year in years)
    found = (*find_dates(rest), *(one for one in without if one and held_on and one.day >= held_on))
    return next((one for one in found if not rest[: one.start].strip(" ,")), None)
