"""VoteEvent: one thing that was put to a meeting, from who moved it to what became of it.

The register is a view of these.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from indexer.forms.minutes.events import (
    BETWEEN_NAMES,
    CONSENT,
    ELECTION,
    NAME,
    NO_SIDE,
    PART,
    PROCEDURAL,
    SIDES,
    TITLES,
)
from indexer.sections.section import Section

# What stands in place of names on a side that nobody took
NOBODY = {"None", "NONE", "Nil", "Nobody"}


class EventKind(StrEnum):
    """What sort of thing was put to the meeting."""

    RESOLUTION = "resolution"
    MOTION = "motion"
    AMENDMENT = "amendment"
    PROCEDURAL = "procedural"
    PART = "part"
    ELECTION = "election"
    CONSENT = "consent"


@dataclass(frozen=True, slots=True)
class VoteEvent:
    """What was put, who moved it and what became of it; `limbs` are the parts of the proposal where it has a list.

    `paragraph` is the place in its item, which tells apart events in the same words. `amends` is the paragraph of the
    motion that an amendment changes, None for all else. Names of voters are given where they are printed.
    """

    section: Section
    page: int | None
    item: str
    title: str
    paragraph: int
    kind: EventKind
    proposal: str
    limbs: tuple[str, ...]
    outcome: str
    result: str = ""
    mover: str = ""
    seconder: str = ""
    votes: str = ""
    ayes: tuple[str, ...] = ()
    noes: tuple[str, ...] = ()
    abstained: tuple[str, ...] = ()
    amends: int | None = None


def kind_of(text: str, title: str, *, amendment: bool, moved: bool) -> EventKind:
    """The kind of an event by what was put, under which title, and whether it amends or was moved."""
    if amendment:
        return EventKind.AMENDMENT
    for kind, pattern in (
        (EventKind.PART, PART),
        (EventKind.PROCEDURAL, PROCEDURAL),
        (EventKind.ELECTION, ELECTION),
    ):
        if pattern.search(text):
            return kind
    # "Consent agenda: items 4 to 9 be approved" is one vote on things that nobody discussed.
    if CONSENT.search(text) or CONSENT.search(title):
        return EventKind.CONSENT
    return EventKind.MOTION if moved else EventKind.RESOLUTION


def with_motions(events: Sequence[VoteEvent]) -> tuple[VoteEvent, ...]:
    """The events of an item, each amendment with the paragraph of its motion: the next below, else the last above."""
    mains = [one.paragraph for one in events if one.kind in (EventKind.MOTION, EventKind.RESOLUTION)]

    def main_of(one: VoteEvent) -> int | None:
        below = [at for at in mains if at >= one.paragraph]
        return below[0] if below else mains[-1] if mains else None

    return tuple(replace(one, amends=main_of(one)) if one.kind is EventKind.AMENDMENT else one for one in events)


def voters(votes: str) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """The names of those for, against and abstaining that the words of a vote give."""
    found: dict[str, list[str]] = {"for": [], "against": [], "abstained": []}
    sides = list(SIDES.finditer(votes))
    ends = [one.start() for one in sides[1:]] + [len(votes)]
    for match, end in zip(sides, ends, strict=False):
        side = match["side"].lower()
        key = (
            "abstained"
            if side.startswith("abst")
            else "against"
            if side in ("against", "no", "noes", "nay", "nays")
            else "for"
        )
        # "No: Fir Absent: Yew" - who was away was on neither side.
        on_it = NO_SIDE.split(votes[match.end() : end], maxsplit=1)[0]
        names = (TITLES.sub("", piece.strip(" .;()")) for piece in BETWEEN_NAMES.split(on_it))
        found[key] += [name for name in names if NAME.match(name) and not name.isdigit() and name not in NOBODY]
    return tuple(found["for"]), tuple(found["against"]), tuple(found["abstained"])
