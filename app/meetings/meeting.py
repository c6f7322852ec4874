"""Session: one meeting with its business, its papers, its decisions, who attended, and what is missing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from typing import TypeVar

from app.answers.basis import RECORDS
from app.holdings.library import Missing
from corpus.papers import Meeting
from indexer.findings.attendance import Attendance
from indexer.findings.minutes import Decision
from indexer.sections.section import Section, SectionKind

NO_MINUTES = "We have no minutes of this meeting."
NO_PAPERS = "We have minutes of this meeting, but no agenda or reports."

Key = tuple[str, str, date | None]
Found = TypeVar("Found", Decision, Attendance)


@dataclass(frozen=True, slots=True)
class Business:
    """An item of a meeting: its number and title, the papers on it, and what was decided."""

    item: str
    title: str
    papers: tuple[Section, ...]
    decisions: tuple[Decision, ...]


@dataclass(frozen=True, slots=True)
class Session:
    """A meeting as its papers show it; `missing` are sentences about what we do not have."""

    meeting: Meeting
    papers: tuple[Section, ...]
    minutes: tuple[Section, ...]
    decisions: tuple[Decision, ...]
    attendance: tuple[Attendance, ...]
    missing: tuple[str, ...] = ()

    @property
    def address(self) -> str:
        """What names the meeting in the address of a page, the same after every sync."""
        return address_of(self.meeting)

    @property
    def business(self) -> list[Business]:
        """The items in the order of their numbers, papers without a number first."""
        found: dict[str, tuple[list[Section], list[Decision]]] = defaultdict(lambda: ([], []))
        for section in self.papers:
            found[_number(section.item)][0].append(section)
        for decision in self.decisions:
            found[_same_item(decision, found)][1].append(decision)
        items = [_business(item, papers, decided) for item, (papers, decided) in found.items()]
        return sorted(items, key=lambda one: _in_order(one.item))


def address_of(meeting: Meeting) -> str:
    """A digest of whose meeting it was and of its day."""
    said = "|".join((meeting.organisation, meeting.body, str(meeting.held_on or "")))
    return blake2b(said.encode(), digest_size=6).hexdigest()


def sessions_of(
    sections: Iterable[Section],
    decisions: Iterable[Decision],
    attendance: Iterable[Attendance],
    missing: Iterable[Missing],
    superseded: frozenset[Section],
) -> list[Session]:
    """Every meeting with a date, the latest first."""
    by_key: dict[Key, list[Section]] = defaultdict(list)
    for section in sections:
        if section.meeting.held_on and section not in superseded:
            by_key[section.meeting.sitting].append(section)
    decided, attended = _by_meeting(decisions), _by_meeting(attendance)
    found = [_session(own, decided.get(key, []), attended.get(key, []), missing) for key, own in by_key.items()]
    return sorted(found, key=lambda one: (-_day(one.meeting), one.meeting.organisation, one.meeting.body))


def _session(
    own: Sequence[Section], decided: Sequence[Decision], attended: Sequence[Attendance], missing: Iterable[Missing]
) -> Session:
    minutes = tuple(one for one in own if one.kind in RECORDS)
    papers = tuple(one for one in own if one.kind not in RECORDS)
    meeting = max((one.meeting for one in own), key=_fullness)
    lacks = [*([] if minutes else _why(meeting, missing)), *([] if papers else [NO_PAPERS])]
    return Session(meeting, papers, minutes, tuple(decided), _once(attended), tuple(lacks))


def _why(meeting: Meeting, missing: Iterable[Missing]) -> list[str]:
    """What is known of why there are no minutes."""
    known = [one.why for one in missing if (one.organisation, one.body, one.day) == meeting.sitting]
    return known or [NO_MINUTES]


def _fullness(meeting: Meeting) -> int:
    """How much is known of a meeting beside its body and day."""
    return bool(meeting.time) + bool(meeting.venue) + bool(meeting.chair)


def _once(attended: Iterable[Attendance]) -> tuple[Attendance, ...]:
    """Each person once, where minutes are printed twice."""
    return tuple({one.name: one for one in reversed(list(attended))}.values())[::-1]


def _by_meeting(found: Iterable[Found]) -> dict[Key, list[Found]]:
    by_key: dict[Key, list[Found]] = defaultdict(list)
    for one in found:
        by_key[one.section.meeting.sitting].append(one)
    return by_key


def _business(item: str, papers: Sequence[Section], decided: Sequence[Decision]) -> Business:
    titles = [*(one.title for one in papers if one.title), *(one.title for one in decided if one.title)]
    first = next((one for one in papers if one.kind is SectionKind.REPORT), None)
    return Business(item, first.title if first else next(iter(titles), ""), tuple(papers), tuple(decided))


def _same_item(decision: Decision, found: dict[str, tuple[list[Section], list[Decision]]]) -> str:
    """The number under which the papers have it: found by its title, because minutes count their items themselves."""
    title = decision.title.casefold().strip(" .:")
    for item, (papers, _) in found.items():
        if title and any(title in one.title.casefold() or one.title.casefold() in title for one in papers if one.title):
            return item
    return f"minute {_number(decision.item)}".strip() if decision.item else decision.title


def _number(item: str) -> str:
    return item.strip().rstrip(".")


def _in_order(item: str) -> tuple[int, int, str]:
    """Items before minutes, each by their first number."""
    digits = "".join(c if c.isdigit() else " " for c in item).split()
    return int(item.startswith("minute")), int(digits[0][:6]) if digits else 0, item


def _day(meeting: Meeting) -> int:
    return meeting.held_on.toordinal() if meeting.held_on else 0
