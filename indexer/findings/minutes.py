"""Minutes: what a meeting did - its items, its decisions limb by limb, its actions - from one section of a paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from indexer.findings.actions import Action, item_actions
from indexer.findings.attendance import Attendance, attendance_of
from indexer.findings.decisions import Decision, item_events, markers_in
from indexer.findings.events import VoteEvent
from indexer.findings.members.interests import Interest, interests_of
from indexer.forms.outcomes import OUTCOMES
from indexer.items.item import Item, items_of
from indexer.items.record_fields import decided_lines
from indexer.items.saved_page import title_of_decision
from indexer.sections.boundaries import SectionKind
from indexer.sections.section import Section, SectionText, calls_itself_minutes

__all__ = [
    "OUTCOMES",
    "Decision",
    "Minutes",
    "VoteEvent",
    "decisions_of",
    "events_of",
    "read_minutes",
    "records_a_meeting",
]


@dataclass(frozen=True, slots=True)
class Minutes:
    """What the minutes of one meeting record, each part in the order in which it is printed."""

    section: Section
    items: tuple[Item, ...]
    attendance: tuple[Attendance, ...] = ()
    interests: tuple[Interest, ...] = ()
    decisions: tuple[Decision, ...] = ()
    events: tuple[VoteEvent, ...] = ()
    actions: tuple[Action, ...] = ()


def read_minutes(text: SectionText) -> Minutes:
    """The items of minutes with everything that is recorded under them."""
    items = items_of(text)
    head = items[0].lines if not items[0].number and not items[0].title else ()
    recorded = _recorded(text.section, items)
    return Minutes(
        section=text.section,
        items=items,
        attendance=attendance_of(text.section, head, items),
        interests=interests_of(text.section, items),
        decisions=tuple(one for _, decisions in recorded for one in decisions),
        events=tuple(event for event, _ in recorded),
        actions=tuple(
            action for item in items if item.number or item.title for action in item_actions(text.section, item)
        ),
    )


def decisions_of(text: SectionText) -> tuple[Decision, ...]:
    """The decisions of a section, limb by limb: of minutes and signed records of decision; no other paper decides.

    Minutes that are exempt decide too; their section's `access` says who may see it.
    """
    return tuple(one for _, decisions in _recorded(text.section, _deciding(text)) for one in decisions)


def events_of(text: SectionText) -> tuple[VoteEvent, ...]:
    """What was put to the meeting in a section of minutes, or is decided in a signed record of decision."""
    return tuple(event for event, _ in _recorded(text.section, _deciding(text)))


def _deciding(text: SectionText) -> tuple[Item, ...]:
    """The items of a section that can decide; none of a paper that only asks or reports."""
    if text.section.kind is SectionKind.DECISION_RECORD:
        title = title_of_decision(text.lines) or text.section.title
        return (Item(text.section.item, title, decided_lines(text.lines)),)
    return items_of(text) if records_a_meeting(text) else ()


def records_a_meeting(text: SectionText) -> bool:
    """True for minutes, also where they are exempt."""
    kind = text.section.kind
    return kind is SectionKind.MINUTES or (kind is SectionKind.EXEMPT and calls_itself_minutes(text.lines))


def _recorded(section: Section, items: Sequence[Item]) -> list[tuple[VoteEvent, tuple[Decision, ...]]]:
    """The events of the items of a section in order, each with its decisions."""
    formal = markers_in(items)
    return [one for item in items for one in item_events(section, item, formal=formal)]
