"""Matter: everything that came to the bodies of one organisation about one thing, in the order of its dates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from indexer.linking.matters.subjects import head_of, name_of, short_names, subject_of
from indexer.sections.section import Section, SectionKind


class ItemKind(StrEnum):
    """How a matter came to a meeting."""

    MINUTES = "minutes"
    RECORD = "record of decision"
    REPORT = "report"
    PROPOSED = "proposed record of decision"
    PRESENTATION = "presentation"
    AGENDA = "agenda"


KIND_OF: dict[SectionKind, ItemKind] = {
    SectionKind.MINUTES: ItemKind.MINUTES,
    SectionKind.DECISION_RECORD: ItemKind.RECORD,
    SectionKind.REPORT: ItemKind.REPORT,
    SectionKind.EXEMPT: ItemKind.REPORT,
    SectionKind.UNKNOWN: ItemKind.REPORT,
    SectionKind.PROPOSED_DECISION_RECORD: ItemKind.PROPOSED,
    SectionKind.PRESENTATION: ItemKind.PRESENTATION,
    SectionKind.FRONT_SHEET: ItemKind.AGENDA,
}
"""The sections in which something comes to a meeting, and how."""

MOST_NAMES = 6


@dataclass(frozen=True, slots=True)
class MatterItem:
    """One thing of a matter: an item of minutes, a report, a line of an agenda; `page` is physical, from 1, or None."""

    section: Section
    kind: ItemKind
    item: str
    title: str
    page: int | None
    address: str

    @property
    def held_on(self) -> date | None:
        """The day of the meeting."""
        return self.section.meeting.held_on


@dataclass(frozen=True, slots=True)
class Matter:
    """A matter by what one person may see of it: nothing else is in its title, its names or its items.

    `address` names it in the address of a page, and finds it again as long as any paper of it is stored.
    """

    address: str
    title: str
    other_names: tuple[str, ...]
    items: tuple[MatterItem, ...]

    @property
    def organisation(self) -> str:
        """Whose matter it is."""
        return self.items[0].section.meeting.organisation

    @property
    def bodies(self) -> tuple[str, ...]:
        """The bodies that dealt with it, the first one first."""
        return tuple(dict.fromkeys(one.section.meeting.body for one in self.items if one.section.meeting.body))

    @property
    def days(self) -> tuple[date, ...]:
        """The days of its meetings, the first one first."""
        return tuple(sorted({one.held_on for one in self.items if one.held_on}))

    @property
    def last(self) -> date | None:
        """The day on which it last came up."""
        return self.days[-1] if self.days else None


def matter_of(items: Iterable[MatterItem]) -> Matter:
    """The matter of items that one person may see, of which there is at least one."""
    ordered = tuple(sorted(items, key=lambda one: (one.held_on or date.max, _ORDER[one.kind], one.section.paper.file)))
    # Names are taken from what this person may see: the title of an exempt report would give it away.
    names = _names(ordered)
    # The line of an agenda may run on into who presents the item, and at what hour.
    known = _names(one for one in ordered if one.kind is not ItemKind.AGENDA) or names
    title = _capital(_title(ordered, names))
    short = [name for one in ordered for name in short_names(one.title)]
    plain = title.casefold()
    others = [name for name, _ in Counter([*known, *short]).most_common() if name.casefold() != plain]
    unique = {name.casefold(): name for name in reversed(others)}
    return Matter(ordered[0].address, title, tuple(reversed(unique.values()))[:MOST_NAMES], ordered)


def _names(items: Iterable[MatterItem]) -> list[str]:
    """What the titles of some items name, each as often as one does."""
    return [_readable(head_of(name_of(one.title))) for one in items if subject_of(one.title)]


_ORDER = {kind: n for n, kind in enumerate(reversed(ItemKind))}
"""On one day: the agenda, what was laid before the meeting, what was minuted."""


def _title(items: Sequence[MatterItem], names: Sequence[str]) -> str:
    """The name that most of its titles give, the shortest of several; all of the title where there is one alone."""
    titles = (one.title for one in items if one.kind is not ItemKind.AGENDA and subject_of(one.title))
    full = {_readable(name_of(title)) for title in titles}
    # "QUAY WALL" in the minutes and "Quay wall" in the report are one name.
    if len({name.casefold() for name in full}) == 1:
        return _least_loud(full)
    counted = Counter(map(str.casefold, names))
    if not counted:
        return name_of(items[0].title) or items[0].title
    # The alphabet decides last, so that the same papers give the same title whatever order they came in.
    _, _, best = min((-count, len(name), name) for name, count in counted.items())
    return _least_loud(name for name in names if name.casefold() == best)


def _least_loud(names: Iterable[str]) -> str:
    """Of one name in several spellings the one that is not all in capitals."""
    return min(names, key=lambda name: (name.isupper(), name))


def _capital(name: str) -> str:
    """A name that begins as a sentence does: "fireworks", behind "Motion:", in lower case."""
    return name[:1].upper() + name[1:] if name.partition(" ")[0].islower() else name


def _readable(name: str) -> str:
    """A name that is printed in capitals as a sentence would have it."""
    # "QUAY WALL" becomes "Quay wall"; "NHS" stays as it is.
    return name.capitalize() if name.isupper() and len(name) > 6 else name
