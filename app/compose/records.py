"""Records: what was read out of the papers beside their text - rulings, proposals and their fates, people, actions,
acronyms.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from app.matters.ledger import Ledger
from app.matters.standing import actions_of, ledger_of
from indexer.findings.acronyms import Acronym
from indexer.findings.actions import Action
from indexer.findings.attendance import Attendance
from indexer.findings.events import VoteEvent
from indexer.findings.members.interests import Interest
from indexer.linking.fates import Fate
from indexer.linking.matters import Matter
from indexer.passages.passage import Passage
from indexer.sections.section import Section
from indexer.store import AnyStore, Right, Where
from retriever.questions import Question
from retriever.register import Proposal, Ruling, elsewhere, proposals, rulings
from retriever.search import Hit

Kept = TypeVar("Kept", Ruling, Proposal, Attendance, Action, Acronym, VoteEvent, Interest)


@dataclass(frozen=True, slots=True)
class Records:
    """What a person may see of the records of a store, each in the order of dates, files and pages."""

    rulings: tuple[Ruling, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    fates: tuple[Fate, ...] = ()
    attendance: tuple[Attendance, ...] = ()
    actions: tuple[Action, ...] = ()
    acronyms: tuple[Acronym, ...] = ()
    sections: tuple[Section, ...] = ()
    events: tuple[VoteEvent, ...] = ()
    superseded: frozenset[Section] = frozenset()
    passages_of: Callable[[Section], Sequence[Passage]] = lambda _: ()
    matters: tuple[Matter, ...] = ()
    ledger: Ledger | None = None
    interests: tuple[Interest, ...] = ()

    def following(self, passage: Passage) -> list[Passage]:
        """The passage after one, where it stands under the same item; none else."""
        of_item = (passage.ordinal + 1, passage.item, passage.title)
        later = self.passages_of(passage.section)
        return [one for one in later if (one.ordinal, one.item, one.title) == of_item]

    def within(self, where: Where) -> Records:
        """The records of the meetings that a search is limited to."""
        if not where:
            return self
        return Records(
            rulings=_within(self.rulings, where),
            proposals=_within(self.proposals, where),
            fates=tuple(fate for fate in self.fates if _admits(where, fate.recommendation.section)),
            attendance=_within(self.attendance, where),
            actions=_within(self.actions, where),
            acronyms=_within(self.acronyms, where),
            sections=tuple(section for section in self.sections if _admits(where, section)),
            events=_within(self.events, where),
            superseded=self.superseded,
            passages_of=self.passages_of,
            matters=() if where.bodies or where.since or where.until else _of(self.matters, where),
            ledger=self.ledger,
            interests=_within(self.interests, where),
        )


def _of(matters: Sequence[Matter], where: Where) -> tuple[Matter, ...]:
    """The matters of the organisations that a search is limited to; where a matter stands takes all of its meetings."""
    return tuple(one for one in matters if where.admits(one.organisation, "", None))


def records_of(store: AnyStore, right: Right) -> Records:
    """Everything recorded that a person with this right may see."""
    held = rulings(store.decisions(right=right))
    return Records(
        rulings=tuple(held),
        proposals=tuple(proposals(store.recommendations(right=right))),
        fates=tuple(store.fates(right=right)),
        attendance=tuple(store.attendance(right=right)),
        actions=tuple(actions_of(store, right, held)),
        acronyms=tuple(store.acronyms(right=right)),
        sections=tuple(store.sections(right=right)),
        events=tuple(store.events(right=right)),
        superseded=store.superseded(right=right),
        passages_of=lambda section: [
            passage
            for passage in store.passages_of_paper(section.paper.file, right=right)
            if passage.section == section
        ],
        matters=tuple(store.matters(right=right)),
        ledger=ledger_of(store, right),
        interests=tuple(store.interests(right=right)),
    )


def _within(records: tuple[Kept, ...], where: Where) -> tuple[Kept, ...]:
    return tuple(record for record in records if _admits(where, record.section))


def _admits(where: Where, section: Section) -> bool:
    meeting = section.meeting
    return where.admits(meeting.organisation, meeting.body, meeting.held_on)


Held = TypeVar("Held", Section, Passage, Ruling, Attendance, Action)


def meant(question: Question, entries: Iterable[Held], hits: Sequence[Hit]) -> list[Held]:
    """The entries of the one meeting that a question means: of the day named, else the best found, else the latest."""
    by_meeting: dict[tuple[date, str, str], list[Held]] = {}
    for entry in entries:
        section = entry if isinstance(entry, Section) else entry.section
        meeting = section.meeting
        if meeting.held_on is None or elsewhere(question, section):
            continue
        if question.in_time(meeting.held_on):
            by_meeting.setdefault((meeting.held_on, meeting.organisation, meeting.body), []).append(entry)
    if not by_meeting:
        return []
    ranks = {_meeting_key(hit.passage.section): n for n, hit in reversed(list(enumerate(hits)))}
    best = min(by_meeting, key=lambda key: (ranks.get(key, len(hits)), -key[0].toordinal()))
    return by_meeting[best]


def _meeting_key(section: Section) -> tuple[date | None, str, str]:
    return section.meeting.held_on, section.meeting.organisation, section.meeting.body
