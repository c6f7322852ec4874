"""Member: what the minutes say that one member attended, moved, seconded and declared."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import TypeVar

from app.meetings.meeting import Session
from indexer.findings.attendance import Attendance, Capacity
from indexer.findings.events import VoteEvent
from indexer.findings.members.interests import Interest

MEMBERS = (Capacity.PRESENT, Capacity.SUBSTITUTE, Capacity.APOLOGIES)
"""In these capacities members are named at the head of minutes; all others are officers and guests."""

Row = TypeVar("Row", Attendance, VoteEvent, Interest)
Person = tuple[str, tuple[str, ...]]
"""Whose minutes name a person, and the words of their name."""

TITLES = frozenset("councillor cllr alderman mayor the deputy leader mr mrs ms miss dr sir dame lord lady".split())
"""How a person is addressed; it tells nobody from anybody."""


@dataclass(frozen=True, slots=True)
class Member:
    """A person who is named as a member in minutes of one organisation; the lists have the latest first."""

    organisation: str
    name: str
    attendance: tuple[Attendance, ...] = ()
    moved: tuple[VoteEvent, ...] = ()
    seconded: tuple[VoteEvent, ...] = ()
    declared: tuple[Interest, ...] = ()

    @property
    def address(self) -> str:
        """What names the member in the address of a page."""
        return blake2b(f"{self.organisation}|{self.name}".encode(), digest_size=6).hexdigest()

    @property
    def attended(self) -> int:
        """At how many meetings they were."""
        return sum(one.capacity is not Capacity.APOLOGIES for one in self.attendance)

    @property
    def bodies(self) -> list[str]:
        """The committees at which they are named as a member."""
        return list(dict.fromkeys(one.section.meeting.body for one in self.attendance if one.section.meeting.body))


def members_of(sessions: Sequence[Session], events: Iterable[VoteEvent], interests: Iterable[Interest]) -> list[Member]:
    """Every member, by surname. "Councillor Elm" is Joan Elm where the organisation has one member of that surname."""
    named: dict[Person, list[Attendance]] = defaultdict(list)
    for session in sessions:
        for one in session.attendance:
            if one.capacity in MEMBERS and (key := key_of(one.name)):
                named[session.meeting.organisation, key].append(one)
    whole = _whole_names(named)
    attendance: dict[Person, list[Attendance]] = defaultdict(list)
    for own, found in named.items():
        attendance[whole.get(own, own)].extend(found)

    def who(organisation: str, name: str) -> Person:
        key = (organisation, key_of(name))
        return whole.get(key, key)

    moved: dict[Person, list[VoteEvent]] = defaultdict(list)
    seconded: dict[Person, list[VoteEvent]] = defaultdict(list)
    declared: dict[Person, list[Interest]] = defaultdict(list)
    for event in _once(events):
        organisation = event.section.meeting.organisation
        moved[who(organisation, event.mover)].append(event)
        seconded[who(organisation, event.seconder)].append(event)
    for interest in {(one.section.meeting.sitting, one.member, one.text): one for one in interests}.values():
        declared[who(interest.section.meeting.organisation, interest.member)].append(interest)
    everybody = [
        Member(
            own[0],
            _longest(rows),
            _newest(rows),
            _newest(moved.get(own, ())),
            _newest(seconded.get(own, ())),
            _newest(declared.get(own, ())),
        )
        for own, rows in attendance.items()
    ]
    return sorted(everybody, key=lambda one: (key_of(one.name)[-1], one.name, one.organisation))


def key_of(name: str) -> tuple[str, ...]:
    """The words of a name without how the person is addressed: ("joan", "elm")."""
    words = "".join(c if c.isalpha() or c in "-'’" else " " for c in name.casefold()).split()
    return tuple(word for word in words if word not in TITLES)


def _whole_names(
    named: dict[Person, list[Attendance]],
) -> dict[Person, Person]:
    """For a surname alone the only whole name with it at the same organisation."""
    whole: dict[tuple[str, str], set[tuple[str, ...]]] = defaultdict(set)
    for organisation, key in named:
        if len(key) > 1:
            whole[organisation, key[-1]].add(key)
    return {
        (organisation, (surname,)): (organisation, next(iter(keys)))
        for (organisation, surname), keys in whole.items()
        if len(keys) == 1
    }


def _once(events: Iterable[VoteEvent]) -> list[VoteEvent]:
    """Each event once, where minutes are printed twice."""
    return list({(one.section.meeting.sitting, one.item, one.proposal, one.limbs): one for one in events}.values())


def _longest(rows: Sequence[Attendance]) -> str:
    """The fullest form of a name, without an office before it: "The Mayor, Councillor Elm" is Councillor Elm."""
    return max((_without_office(one.name) for one in rows), key=len)


def _without_office(name: str) -> str:
    last = name.rpartition(", ")[2]
    return last if key_of(last) else name  # "Elm, Mrs"


def _newest(rows: Iterable[Row]) -> tuple[Row, ...]:
    return tuple(sorted(rows, key=lambda one: str(one.section.meeting.held_on or ""), reverse=True))
