"""Decision: one numbered limb of what a body decided, as its minutes or a signed record of decision word it."""

from __future__ import annotations

from dataclasses import dataclass

from indexer.sections import Section

OUTCOMES = (
    "approved agreed adopted noted endorsed deferred referred delegated rejected lost carried thanked confirmed "
    "requested appointed established withdrawn other"
).split()


@dataclass(frozen=True, slots=True)
class Decision:
    """One limb of a decision; `text` is verbatim, `outcome` one of OUTCOMES, `page` physical from 1 or None."""

    section: Section
    page: int | None
    item: str
    title: str
    text: str
    outcome: str
    votes: str = ""
    mover: str = ""
    seconder: str = ""
