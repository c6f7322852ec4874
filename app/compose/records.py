"""Records: what was read out of the papers beside their text - rulings, proposals, people, actions, acronyms."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from indexer.acronyms import Acronym
from indexer.actions import Action
from indexer.attendance import Attendance
from indexer.sections import Section
from indexer.store import Right, Store, Where
from retriever.register import Proposal, Ruling, proposals, rulings

Kept = TypeVar("Kept", Ruling, Proposal, Attendance, Action, Acronym)


@dataclass(frozen=True, slots=True)
class Records:
    """What a person may see of the records of a store, each in the order of dates, files and pages."""

    rulings: tuple[Ruling, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    attendance: tuple[Attendance, ...] = ()
    actions: tuple[Action, ...] = ()
    acronyms: tuple[Acronym, ...] = ()
    sections: tuple[Section, ...] = ()

    def within(self, where: Where) -> Records:
        """The records of the meetings that a search is limited to."""
        if not where:
            return self
        return Records(
            rulings=_within(self.rulings, where),
            proposals=_within(self.proposals, where),
            attendance=_within(self.attendance, where),
            actions=_within(self.actions, where),
            acronyms=_within(self.acronyms, where),
            sections=tuple(section for section in self.sections if _admits(where, section)),
        )


def records_of(store: Store, right: Right) -> Records:
    """Everything recorded that a person with this right may see."""
    return Records(
        rulings=tuple(rulings(store.decisions(right=right))),
        proposals=tuple(proposals(store.recommendations(right=right))),
        attendance=tuple(store.attendance(right=right)),
        actions=tuple(store.actions(right=right)),
        acronyms=tuple(store.acronyms(right=right)),
        sections=tuple(store.sections(right=right)),
    )


def _within(records: tuple[Kept, ...], where: Where) -> tuple[Kept, ...]:
    return tuple(record for record in records if _admits(where, record.section))


def _admits(where: Where, section: Section) -> bool:
    meeting = section.meeting
    return where.admits(meeting.organisation, meeting.body, meeting.held_on)
