"""Promise: what somebody undertook, or was asked, to do about a matter, and what the papers say of it since."""

from __future__ import annotations

from calendar import month_name
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.answers.answer import Citation
from app.answers.phrases import figured, without_joint
from app.answers.sources import Sources
from app.matters.ledger import Quote
from app.matters.steps import sitting
from app.matters.undertakings import Status, Tracked
from corpus.papers import Meeting
from indexer.forms.dates import find_dates
from indexer.forms.minutes.actions import BROKEN, FINISHED_LATE
from indexer.forms.subjects import MONTH
from indexer.sections.section import SectionKind

MONTHS = list(month_name)


class PromiseState(StrEnum):
    """What the papers say of a promise: that we found no later paper is no proof that nothing was done."""

    DONE = "Done"
    DONE_LATE = "Done late"
    NOT_KEPT = "Not kept"
    TAKEN_UP = "Taken up again"
    LATE = "Late"
    NOTHING_FOUND = "No later paper found"


STATES = {
    Status.DONE: PromiseState.DONE,
    Status.REPORTED: PromiseState.TAKEN_UP,
    Status.RAISED: PromiseState.TAKEN_UP,
    Status.MENTIONED: PromiseState.TAKEN_UP,
    Status.OVERDUE: PromiseState.LATE,
}
"""The state by the status of what is followed; NOTHING_FOUND for every other one."""

SHORT = {
    PromiseState.DONE: "done",
    PromiseState.DONE_LATE: "done late",
    PromiseState.NOT_KEPT: "not kept",
    PromiseState.TAKEN_UP: "taken up again",
    PromiseState.LATE: "late",
    PromiseState.NOTHING_FOUND: "without a later paper",
}


@dataclass(frozen=True, slots=True)
class Promise:
    """An undertaking; `owner`, `deadline` and `raised` as printed, "" where not said.

    `later` are the words of the later paper that closes it or takes it up. That there is one does not prove that it
    kept the promise: a reader has to judge. `outstanding` where a log says that it is not done.
    """

    meeting: Meeting
    citation: Citation
    state: PromiseState
    owner: str = ""
    deadline: str = ""
    raised: str = ""
    later: Citation | None = None
    outstanding: bool = False

    @property
    def is_open(self) -> bool:
        """Whether a log says that it is not done, or nothing says that it is and nothing later takes it up."""
        unkept = (PromiseState.LATE, PromiseState.NOT_KEPT, PromiseState.NOTHING_FOUND)
        return self.outstanding or self.state in unkept


def promises_of(tracked: Iterable[Tracked], sources: Sources) -> list[Promise]:
    """The undertakings whose words stand on their pages, by date."""
    found = []
    for one in tracked:
        if citation := _cited(one.asked, sources):
            state = STATES.get(one.status, PromiseState.NOTHING_FOUND)
            later = _cited(one.evidence, sources) if one.status in STATES and one.evidence != one.asked else None
            # A later paper that cannot be shown proves nothing.
            state = state if later or state is PromiseState.LATE else PromiseState.NOTHING_FOUND
            state = _as_the_log_says(later) or state
            outstanding = one.status is Status.RAISED
            found.append(Promise(one.meeting, citation, state, one.owner, one.due, one.raised, later, outstanding))
    return sorted(found, key=_made_on)


def _made_on(one: Promise) -> date:
    """When it was made: the day that a log prints, else the first of the month, else its meeting; the last for none."""
    days = [found.day for found in find_dates(one.raised)]
    months = [date(int(year), MONTHS.index(month), 1) for month, year in MONTH.findall(one.raised)]
    return next(iter((*days, *months)), one.meeting.held_on or date.max)


def _as_the_log_says(later: Citation | None) -> PromiseState | None:
    """That something was not kept, or late, where the row of a log opens with it; None where it says neither."""
    said = later.quote if later else ""
    if BROKEN.search(said):
        return PromiseState.NOT_KEPT
    return PromiseState.DONE_LATE if FINISHED_LATE.search(said) else None


def _cited(quote: Quote, sources: Sources) -> Citation | None:
    return sources.cited(quote.section, without_joint(quote.text), quote.page, item=quote.item, title=quote.title)


def promised_at(promise: Promise, *, whose: bool = False) -> str:
    """Where and when it was made: as a log prints it, else its meeting."""
    return promise.raised or sitting(promise.meeting, whose=whose)


def promise_text(promise: Promise, *, whose: bool = False) -> str:
    """Who was to do it until when, and what the papers say since; the state is not among it."""
    said = [
        f"Owner: {promise.owner}." if promise.owner else "",
        f"Due: {promise.deadline}." if promise.deadline else "",
        f"{_where(promise.later, whose=whose)}: \u201c{promise.later.quote}\u201d" if promise.later else "",
    ]
    return " ".join(part for part in said if part)


def _where(later: Citation, *, whose: bool) -> str:
    """The later paper by its meeting, and that it is a log."""
    section = later.passage.section
    place = sitting(section.meeting, whose=whose)
    return f"The log of {place}" if section.kind is SectionKind.ACTION_LOG else place


def promises_in_words(promises: Sequence[Promise]) -> str:
    """9 promises: 5 done, 3 taken up again, 1 without a later paper."""
    states = Counter(one.state for one in promises)
    parts = ", ".join(f"{states[state]} {word}" for state, word in SHORT.items() if states[state])
    return f"{figured(len(promises), 'promise')}: {parts}" if promises else ""
