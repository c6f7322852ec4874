"""Additions: which papers were added since a moment, by committee, and the matters that they are about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from app.holdings.library import Sitting
from corpus.papers import Meeting
from indexer.linking.matters import Matter
from indexer.store import StoredPaper


@dataclass(frozen=True, slots=True)
class Added:
    """A paper that was added, with the meeting that it was written for and the matters that came up in it."""

    paper: StoredPaper
    meeting: Meeting
    matters: tuple[Matter, ...] = ()


@dataclass(frozen=True, slots=True)
class Additions:
    """What was added to the papers of one committee, in the order of the meetings, the newest first."""

    organisation: str
    body: str
    added: tuple[Added, ...]

    @property
    def matters(self) -> list[Matter]:
        """The matters of these papers, each once."""
        return list({one.address: one for added in self.added for one in added.matters}.values())


def additions_of(sittings: Iterable[Sitting], matters: Iterable[Matter], since: date) -> list[Additions]:
    """What was added since a moment, or since the beginning of a day (UTC), by committee.

    A paper that was read again, because it changed or the index was rebuilt, counts as added then.
    """
    begin = since if isinstance(since, datetime) else datetime.combine(since, time(), UTC)
    about: dict[str, dict[str, Matter]] = defaultdict(dict)
    for matter in matters:
        for item in matter.items:
            about[item.section.paper.file][matter.address] = matter
    bodies: dict[tuple[str, str], list[Added]] = defaultdict(list)
    for sitting in sittings:
        meeting = sitting.meeting
        for paper in sitting.papers:
            if datetime.fromisoformat(paper.indexed_at) >= begin:
                found = tuple(about[paper.paper.file].values())
                bodies[meeting.organisation, meeting.body].append(Added(paper, meeting, found))
    return [Additions(*body, tuple(added)) for body, added in sorted(bodies.items())]
