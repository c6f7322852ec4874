"""Papers, meetings, items, decisions and matters as flat records, for one version of the index.

`id` lasts: it is made of what a thing is (the name of a file; council, committee and day; item; words), not of where
the index has it. A record that is gone has only its id, `deleted` and `modified`.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from app.connect.service import Service, decision_id, digest
from corpus.papers import Meeting
from indexer.store import Version


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper: one file, and the meeting that it was laid before."""

    id: str
    file: str = ""
    organisation: str = ""
    body: str = ""
    meeting_date: str = ""
    meeting: str = ""
    pages: int = 0
    indexed_at: str = ""
    url: str = ""
    modified: str = ""
    deleted: bool = False


@dataclass(frozen=True, slots=True)
class MeetingOf:
    """A meeting of which there are papers."""

    id: str
    organisation: str = ""
    body: str = ""
    meeting_date: str = ""
    time: str = ""
    venue: str = ""
    papers: int = 0
    modified: str = ""
    deleted: bool = False


@dataclass(frozen=True, slots=True)
class ItemOf:
    """Something that came to a meeting: an item of minutes, a report, a line of an agenda."""

    id: str
    kind: str = ""
    item: str = ""
    title: str = ""
    organisation: str = ""
    body: str = ""
    meeting_date: str = ""
    meeting: str = ""
    matter: str = ""
    file: str = ""
    page: int = 0
    url: str = ""
    modified: str = ""
    deleted: bool = False


@dataclass(frozen=True, slots=True)
class DecisionOf:
    """A decision of the register; `text` was checked on its page."""

    id: str
    organisation: str = ""
    body: str = ""
    meeting_date: str = ""
    meeting: str = ""
    item: str = ""
    title: str = ""
    text: str = ""
    outcome: str = ""
    votes: str = ""
    mover: str = ""
    seconder: str = ""
    file: str = ""
    page: int = 0
    url: str = ""
    modified: str = ""
    deleted: bool = False


@dataclass(frozen=True, slots=True)
class MatterOf:
    """Everything that came to the committees of one council about one thing."""

    id: str
    title: str = ""
    organisation: str = ""
    bodies: str = ""
    first_date: str = ""
    last_date: str = ""
    items: int = 0
    modified: str = ""
    deleted: bool = False


Thing = Paper | MeetingOf | ItemOf | DecisionOf | MatterOf
RECORDS: Mapping[str, type[Thing]] = {
    "papers": Paper,
    "meetings": MeetingOf,
    "items": ItemOf,
    "decisions": DecisionOf,
    "matters": MatterOf,
}
"""The kinds of things, by the name of their list."""


def meeting_id(meeting: Meeting) -> str:
    """The lasting name of a meeting."""
    return digest(meeting.organisation, meeting.body, str(meeting.held_on or ""))


class Things:
    """Every thing of each kind by its id, made again when the index changes; safe to share between threads."""

    def __init__(self, service: Callable[[], Service]) -> None:
        self._service = service
        self._known: tuple[Version, dict[str, dict[str, Thing]]] | None = None
        self._lock = threading.Lock()

    def version(self) -> Version:
        """Which state of the index is asked."""
        return self._service().asked.assistant().version()

    def of(self, kind: str) -> dict[str, Thing]:
        """The things of a kind by id."""
        with self._lock:
            version = self.version()
            if self._known is None or self._known[0] != version:
                self._known = version, {}
            held = self._known[1]
            if kind not in held:
                things: dict[str, Thing] = {}
                for thing in _MADE[kind](self._service()):  # the newest first: a pack also has older minutes in it
                    things.setdefault(thing.id, thing)
                held[kind] = things
            return held[kind]


def _papers(service: Service) -> Iterator[Thing]:
    for sitting in service.asked.assistant().library().sittings:
        meeting = sitting.meeting
        for held in sitting.papers:
            file = held.paper.file
            yield Paper(
                id=digest(file),
                file=file,
                organisation=meeting.organisation,
                body=meeting.body,
                meeting_date=str(meeting.held_on or ""),
                meeting=meeting_id(meeting),
                pages=held.pages,
                indexed_at=held.indexed_at,
                url=service.url(file, None),
            )


def _meetings(service: Service) -> Iterator[Thing]:
    for sitting in service.asked.assistant().library().sittings:
        meeting = sitting.meeting
        yield MeetingOf(
            id=meeting_id(meeting),
            organisation=meeting.organisation,
            body=meeting.body,
            meeting_date=str(meeting.held_on or ""),
            time=meeting.time,
            venue=meeting.venue,
            papers=len(sitting.papers),
        )


def _items(service: Service) -> Iterator[Thing]:
    for matter in service.asked.assistant().research.matters():
        for one in matter.items:
            meeting = one.section.meeting
            yield ItemOf(
                id=digest(one.address),
                kind=one.kind.value,
                item=one.item,
                title=one.title,
                organisation=meeting.organisation,
                body=meeting.body,
                meeting_date=str(meeting.held_on or ""),
                meeting=meeting_id(meeting),
                matter=digest(matter.address),
                file=one.section.paper.file,
                page=one.page or 0,
                url=service.url(one.section.paper.file, one.page),
            )


def _decisions(service: Service) -> Iterator[Thing]:
    research = service.asked.assistant().research
    for entry in research.register():
        decided = service.decided(entry, research)
        if decided is None:
            continue
        quote, decision = decided.quote, entry.decision
        yield DecisionOf(
            id=decision_id(decision),
            organisation=quote.organisation,
            body=quote.body,
            meeting_date=quote.meeting_date,
            meeting=meeting_id(decision.section.meeting),
            item=quote.item,
            title=quote.title,
            text=quote.quote,
            outcome=decision.outcome,
            votes=decision.votes,
            mover=decision.mover,
            seconder=decision.seconder,
            file=quote.file,
            page=quote.page,
            url=quote.url,
        )


def _matters(service: Service) -> Iterator[Thing]:
    for matter in service.asked.assistant().research.matters():
        days = matter.days
        yield MatterOf(
            id=digest(matter.address),
            title=matter.title,
            organisation=matter.organisation,
            bodies="; ".join(matter.bodies),
            first_date=str(days[0]) if days else "",
            last_date=str(days[-1]) if days else "",
            items=len(matter.items),
        )


_MADE: Mapping[str, Callable[[Service], Iterator[Thing]]] = {
    "papers": _papers,
    "meetings": _meetings,
    "items": _items,
    "decisions": _decisions,
    "matters": _matters,
}
