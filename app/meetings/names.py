"""Names: what a visitor may be typing - the matters, committees, members and acronyms of the papers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from indexer.findings.acronyms import Acronym
from indexer.linking.matters import Matter

LONGEST = 70
"""Characters of a name that is offered; a longer title is no name that somebody types."""


class NameKind(StrEnum):
    """What a name stands for."""

    MATTER = "issue"
    COMMITTEE = "committee"
    MEMBER = "member"
    ACRONYM = "acronym"


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the papers; `spelt_out` is what an acronym stands for."""

    text: str
    kind: NameKind
    spelt_out: str = ""


def names_of(
    matters: Iterable[Matter], bodies: Iterable[str], members: Iterable[str], acronyms: Iterable[Acronym]
) -> tuple[Name, ...]:
    """Each name once, the matters that came up last before all others."""
    found: dict[str, Name] = {}
    for name in _all(matters, bodies, members, acronyms):
        if 1 < len(name.text) <= LONGEST:
            found.setdefault(name.text.casefold(), name)
    return tuple(found.values())


def _all(
    matters: Iterable[Matter], bodies: Iterable[str], members: Iterable[str], acronyms: Iterable[Acronym]
) -> Iterator[Name]:
    yield from (Name(one.title, NameKind.MATTER) for one in matters)
    yield from (Name(body, NameKind.COMMITTEE) for body in bodies)
    yield from (Name(name, NameKind.MEMBER) for name in members)
    spelt = Counter((one.short, one.long) for one in acronyms)
    yield from (Name(short, NameKind.ACRONYM, long) for (short, long), _ in spelt.most_common())
