"""Minutes: what a meeting did - its items, its decisions limb by limb, its actions - from one section of a paper."""

from __future__ import annotations

from indexer.decisions import Decision, announces, item_decisions
from indexer.heads import SectionKind
from indexer.items import Item, items_of
from indexer.outcomes import OUTCOMES
from indexer.sections import SectionText

__all__ = ["OUTCOMES", "Decision", "decisions_of"]


def decisions_of(text: SectionText) -> tuple[Decision, ...]:
    """The decisions of a section, limb by limb: of minutes and signed records of decision; no other paper decides."""
    kind = text.section.kind
    if kind not in (SectionKind.MINUTES, SectionKind.DECISION_RECORD):
        return ()
    items = items_of(text) if kind is SectionKind.MINUTES else (Item("", text.section.title, text.lines),)
    formal = any(announces(item) for item in items)
    return tuple(decision for item in items if item.number or item.title for decision in item_decisions(text.section, item, formal=formal))
