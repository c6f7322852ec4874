"""What papers.csv says of a paper goes before what is read off its text: meeting, kind, title, item.

The kind only helps where the text leaves it open: a paper listed as minutes, with no part that looks like minutes, is
minutes from its first public part on; parts of no known kind are what the paper is listed as.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from corpus.listed import Listed
from indexer.sections.boundaries import Part, SectionKind

KINDS = {
    "agenda": SectionKind.FRONT_SHEET,
    "minutes": SectionKind.MINUTES,
    "plan": SectionKind.FORWARD_PLAN,
    "report": SectionKind.REPORT,
}
"""The kinds of papers that are one thing from cover to cover."""

ONE_THING = ("report", "decision")
"""Kinds whose title and item are those of their first part."""


def kinds_as_listed(parts: Sequence[Part], listed: Listed) -> tuple[Part, ...]:
    """The parts of a paper with the kind that it is listed as, where their own is not known."""
    kind = KINDS.get(listed.kind)
    if kind is None:
        return tuple(parts)
    known = [replace(part, kind=kind) if part.kind is SectionKind.UNKNOWN else part for part in parts]
    if kind is SectionKind.MINUTES and all(part.kind is not kind for part in known):
        first = next((at for at, part in enumerate(known) if part.kind is not SectionKind.EXEMPT), None)
        if first is not None:
            known[first] = replace(known[first], kind=kind)
    return tuple(known)


def title_as_listed(listed: Listed, *, first: bool) -> str:
    """The title of a part, "" where nothing is listed for it."""
    return listed.title if first and listed.kind in ONE_THING else ""


def item_as_listed(listed: Listed, kind: SectionKind) -> str:
    """The item that a part belongs to, "" where nothing is listed for it; minutes and agendas belong to none."""
    return "" if kind in (SectionKind.FRONT_SHEET, SectionKind.MINUTES) else listed.item
