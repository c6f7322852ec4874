"""Library: what is held, as a person looks for it - organisation, body, meeting, paper, outline - and what seems to be missing.

library_of(store, right)    -> Library      only what a person with this right may see
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from statistics import median

from corpus.papers import Meeting, date_in_words
from indexer.findings.minutes import Decision
from indexer.forms.dates import find_dates
from indexer.review.health import Doubts, doubts_of
from indexer.sections.section import Section, SectionKind
from indexer.store import HeldPaper, Right, Store, Version

FEWEST_MEETINGS = 5  # of a body that are held, before anything is said about how often it meets
LONG_GAP = 2.2  # times the usual time between two meetings: a summer recess is shorter

_MINUTES = re.compile(r"\bminutes\b", re.I)
_CONFIRMED = frozenset({"approved", "agreed", "adopted", "confirmed"})


@dataclass(frozen=True, slots=True)
class Sitting:
    """A meeting with the papers that were laid before it, or that record it."""

    meeting: Meeting
    papers: tuple[HeldPaper, ...]


@dataclass(frozen=True, slots=True)
class Missing:
    """A meeting of which something seems not to be held, and the sentence that says what shows it.

    `day` is that of the meeting, None where only a stretch of time without one is known.
    """

    organisation: str
    body: str
    why: str
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Library:
    """The sittings, the newest first, with papers of no known meeting last; sections by the file of their paper."""

    sittings: tuple[Sitting, ...]
    outlines: dict[str, tuple[Section, ...]]
    missing: tuple[Missing, ...]
    doubts: Doubts
    version: Version

    @property
    def papers(self) -> list[HeldPaper]:
        """Every paper once."""
        return [paper for sitting in self.sittings for paper in sitting.papers]

    @property
    def bodies(self) -> list[tuple[str, str]]:
        """Every (organisation, body) that papers are held of, sorted."""
        return sorted({(one.meeting.organisation, one.meeting.body) for one in self.sittings})

    def of(self, organisation: str, body: str) -> list[Sitting]:
        """The sittings of a body, the newest first."""
        return [one for one in self.sittings if (one.meeting.organisation, one.meeting.body) == (organisation, body)]

    def became(self, file: str) -> str:
        """What became of a file that was added, in a few words."""
        for held in self.papers:
            if file not in (held.paper.file, *held.paper.copies):
                continue
            if held.problem:
                return f"not read in full: {held.problem}"
            if file != held.paper.file:
                return f"the same as {held.paper.file}, which was held already"
            return "read and indexed"
        return "not shown to the public: it could not be read, or is restricted"


def library_of(store: Store, right: Right) -> Library:
    """What a person with this right may see of a store."""
    version = store.version()
    outlines: dict[str, list[Section]] = defaultdict(list)
    sections = store.sections(right=right)
    for section in sorted(sections, key=lambda one: one.page or 0):
        outlines[section.paper.file].append(section)
    decisions = store.decisions(right=right)
    return Library(
        sittings=tuple(_sittings(store.papers(right=right), outlines)),
        outlines={file: tuple(own) for file, own in outlines.items()},
        missing=(*unheld_minutes(sections, decisions), *gaps(sections)),
        doubts=doubts_of(sections, decisions, ()),  # the items of every paper are too many to look through for a page
        version=version,
    )


def unheld_minutes(sections: Iterable[Section], decisions: Iterable[Decision]) -> Iterator[Missing]:
    """The minutes that a body approved and that are not held, by the day that the approval names."""
    held = {(one.meeting.organisation, one.meeting.held_on) for one in sections if one.kind is SectionKind.MINUTES}
    said = set()
    for decision in decisions:
        meeting = decision.section.meeting
        if decision.outcome not in _CONFIRMED or not _MINUTES.search(f"{decision.title} {decision.text}"):
            continue
        for found in find_dates(decision.text):
            day, then = found.day, meeting.held_on
            if then is None or day >= then or (meeting.organisation, day) in held or (meeting.body, day) in said:
                continue
            said.add((meeting.body, day))
            why = f"Minutes of {date_in_words(day)} were approved on {date_in_words(then)}; no minutes of that day are held."
            yield Missing(meeting.organisation, meeting.body, why, day)


def gaps(sections: Iterable[Section]) -> Iterator[Missing]:
    """The stretches without a meeting that are much longer than usual for a body."""
    days: dict[tuple[str, str], set[date]] = defaultdict(set)
    for section in sections:
        meeting = section.meeting
        if meeting.body and meeting.held_on:
            days[meeting.organisation, meeting.body].add(meeting.held_on)
    for (organisation, body), held in sorted(days.items()):
        if len(held) < FEWEST_MEETINGS:
            continue
        between = list(pairwise(sorted(held)))
        usual = median((second - first).days for first, second in between)
        for first, second in between:
            if (second - first).days > LONG_GAP * usual:
                why = (
                    f"No meeting is held between {date_in_words(first)} and {date_in_words(second)}; usually there is one "
                    f"every {round(usual)} days. It may not have met."
                )
                yield Missing(organisation, body, why)


def _sittings(papers: Sequence[HeldPaper], outlines: dict[str, list[Section]]) -> list[Sitting]:
    """The papers by their meetings, the newest first; those of no day last."""
    laid: dict[tuple[str, str, date | None], list[HeldPaper]] = defaultdict(list)
    for held in papers:
        laid[_meeting_of(outlines.get(held.paper.file, ()))].append(held)
    order = sorted(laid, key=lambda key: (key[2] is None, -(key[2] or date.min).toordinal(), key[0], key[1]))
    return [Sitting(Meeting(*key), tuple(laid[key])) for key in order]


def _meeting_of(sections: Sequence[Section]) -> tuple[str, str, date | None]:
    """The meeting that a paper was laid before: minutes in it record an earlier one, unless there is nothing else."""
    before = [one for one in sections if one.kind is not SectionKind.MINUTES] or list(sections)
    found = Counter((one.meeting.organisation, one.meeting.body, one.meeting.held_on) for one in before)
    return found.most_common(1)[0][0] if found else ("", "", None)
