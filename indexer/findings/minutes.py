"""Minutes: what a meeting did - its items, its decisions limb by limb, its actions - from one section of a paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from indexer.findings.actions import Action, item_actions
from indexer.findings.attendance import Attendance, Declaration, attendance_of, declarations_of
from indexer.findings.decisions import Decision, announces, item_decisions
from indexer.forms.outcomes import OUTCOMES
from indexer.items.item import Item, items_of
from indexer.sections.boundaries import SectionKind
from indexer.sections.section import Section, SectionText, calls_itself_minutes

__all__ = ["OUTCOMES", "Decision", "Minutes", "decisions_of", "read_minutes", "records_a_meeting"]


@dataclass(frozen=True, slots=True)
class Minutes:
    """What the minutes of one meeting record, each part in the order in which it is printed."""

    section: Section
    items: tuple[Item, ...]
    attendance: tuple[Attendance, ...] = ()
    declarations: tuple[Declaration, ...] = ()
    decisions: tuple[Decision, ...] = ()
    actions: tuple[Action, ...] = ()


def read_minutes(text: SectionText) -> Minutes:
    """The items of minutes with everything that is recorded under them."""
    items = items_of(text)
    head = items[0].lines if not items[0].number and not items[0].title else ()
    return Minutes(
        section=text.section,
        items=items,
        attendance=attendance_of(text.section, head, items),
        declarations=declarations_of(items),
        decisions=_decided(text.section, items),
        actions=tuple(
            action for item in items if item.number or item.title for action in item_actions(text.section, item)
        ),
    )


def decisions_of(text: SectionText) -> tuple[Decision, ...]:
    """The decisions of a section, limb by limb: of minutes and signed records of decision; no other paper decides.

    Minutes that are exempt decide too; their section's `access` says who may see it.
    """
    kind = text.section.kind
    if kind is SectionKind.DECISION_RECORD:
        items: tuple[Item, ...] = (Item(text.section.item, text.section.title, text.lines),)
    elif records_a_meeting(text):
        items = items_of(text)
    else:
        return ()
    return _decided(text.section, items)


def records_a_meeting(text: SectionText) -> bool:
    """True for minutes, also where they are exempt."""
    kind = text.section.kind
    return kind is SectionKind.MINUTES or (kind is SectionKind.EXEMPT and calls_itself_minutes(text.lines))


def _decided(section: Section, items: Sequence[Item]) -> tuple[Decision, ...]:
    """The decisions of the items of a section, in order."""
    formal = any(announces(item) for item in items)
    return tuple(decision for item in items for decision in item_decisions(section, item, formal=formal))
