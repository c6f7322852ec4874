"""Coming: meetings ahead, decisions that a forward plan announces, and until when a decision can still be called in.

Every day or month is one that a paper states: none is counted from "five working days", as nobody here knows the
holidays.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.meetings.meeting import Session
from app.meetings.planned import Planned, planned_in
from indexer.forms.dates import FoundDate, day_without_year, find_dates
from indexer.forms.papers.call_in import UNTIL
from indexer.passages.passage import Passage
from indexer.sections.section import Section
from indexer.store import AnyStore, Right, Where

WORDS = ("call", "called", "call-in", "callin")
LOOKED_AT = 2_000  # passages that speak of a call, of the time in which one can still run
LONGEST_CALL_IN = timedelta(days=120)
"""Between a paper and the day until which it lets a decision be called in: longer ones are misread."""

AFTER = 40  # characters behind "until" in which its day stands
STOPS = (". ", "; ", ": ")  # behind which a statement begins


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
        tuple(planned_in(store.all_table_rows(right=right), today)),
        tuple(sorted(_call_ins(passages, today), key=lambda one: one.until)),
    )


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
