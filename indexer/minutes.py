"""Minutes: what a meeting did - its items, its decisions limb by limb, its actions - from one section of a paper."""

from __future__ import annotations

from indexer.decisions import Decision, announces, item_decisions
from indexer.heads import SectionKind
from indexer.items import Item, items_of
from indexer.outcomes import OUTCOMES
from indexer.sections import SectionText, calls_itself_minutes

__all__ = ["OUTCOMES", "Decision", "decisions_of"]


def decisions_of(text: SectionText) -> tuple[Decision, ...]:
    """The decisions of a section, limb by limb: of minutes and signed records of decision; no other paper decides.

    Minutes that are exempt decide too; their section's `access` says who may see it.
    """
    kind = text.section.kind
    if kind is SectionKind.DECISION_RECORD:
        items: tuple[Item, ...] = (Item(text.section.item, text.section.title, text.lines),)
    elif kind is SectionKind.MINUTES or (kind is SectionKind.EXEMPT and calls_itself_minutes(text.lines)):
        items = items_of(text)
    else:
        return ()
    formal = any(announces(item) for item in items)
    return tuple(decision for item in items if item.number or item.title for decision in item_decisions(text.section, item, formal=formal))
