"""Tracked: something that was asked for, moved or promised, its status, and the last that we have on it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from app.matters.ledger import Quote
from corpus.papers import Meeting
from indexer.passages.passage import Passage
from indexer.sections.section import Section, SectionKind


class Sort(StrEnum):
    """What is followed."""

    RECOMMENDATION = "recommendation"
    MOTION = "motion"
    AMENDMENT = "amendment"
    REQUEST = "request"
    ACTION = "action"
    PROMISE = "promise"


class Status(StrEnum):
    """What the papers surely say became of it; MENTIONED only that a later paper has most of its words."""

    ACCEPTED = "accepted"
    AMENDED = "accepted with changes"
    REJECTED = "rejected"
    DEFERRED = "deferred"
    REFERRED = "referred"
    NOTED = "noted"
    WITHDRAWN = "withdrawn"
    DONE = "done"
    REPORTED = "reported back"
    RAISED = "still open"
    MENTIONED = "mentioned later"
    OVERDUE = "overdue"
    NO_TRACE = "no trace"


@dataclass(frozen=True, slots=True)
class Tracked:
    """Something that was asked for, moved or promised: `asked` are its words, `evidence` the last that we have on it.

    `owner`, `due` and `raised` as printed, "" where not said; `due_on` is the last day that `due` allows.
    """

    sort: Sort
    asked: Quote
    status: Status
    evidence: Quote
    owner: str = ""
    due: str = ""
    due_on: date | None = None
    raised: str = ""

    @property
    def meeting(self) -> Meeting:
        """The meeting whose papers first have it."""
        return self.asked.section.meeting

    @property
    def asked_on(self) -> date | None:
        """The day on which it was asked for; None where only a later log has it."""
        return None if self.asked.section.kind is SectionKind.ACTION_LOG else self.meeting.held_on


@dataclass(frozen=True, slots=True)
class LaterPapers:
    """What is known of the papers behind a meeting, for one right to see.

    `find` gives the passages of an organisation after a day that hold any of some words, `last` the day of the last
    paper of a body, `matters` the matter of an item, by its section and number, and of a report, by its section and "".
    """

    find: Callable[[str, date, Sequence[str]], Sequence[Passage]] = lambda organisation, after, words: ()
    last: Mapping[tuple[str, str], date] = field(default_factory=dict)
    matters: Mapping[tuple[Section, str], str] = field(default_factory=dict)

    def matter_of(self, section: Section, item: str) -> str:
        """The address of the matter of an item or report, "" for none."""
        return self.matters.get((section, item)) or self.matters.get((section, ""), "")
