"""Library: the papers as a person browses them - by organisation, committee and meeting - and what may be missing.

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
from indexer.store import AnyStore, Right, StoredPaper, Version

FEWEST_MEETINGS = 5  # meetings of a committee that we need papers from before we say how often it meets
LONG_GAP = 2.2  # times the usual time between two meetings: a summer recess is shorter
DAYS_IN_MONTH = 30.4

_MINUTES = re.compile(r"\bminutes\b", re.I)
_CONFIRMED = frozenset({"approved", "agreed", "adopted", "confirmed"})


@dataclass(frozen=True, slots=True)
class Sitting:
    """A meeting with its papers: those written for it, and those that record it."""

    meeting: Meeting
    papers: tuple[StoredPaper, ...]


@dataclass(frozen=True, slots=True)
class Missing:
    """A meeting whose papers seem to be missing, and the sentence that says why we think so.

    `day` is the day of the meeting; None if only a period without a meeting is known.
    """

    organisation: str
    body: str
    why: str
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Library:
    """The sittings, newest first, papers without a known meeting last; sections by the file of their paper."""

    sittings: tuple[Sitting, ...]
    outlines: dict[str, tuple[Section, ...]]
    missing: tuple[Missing, ...]
    doubts: Doubts
    version: Version

    @property
    def papers(self) -> list[StoredPaper]:
        """Every paper once."""
        return [paper for sitting in self.sittings for paper in sitting.papers]

    @property
    def bodies(self) -> list[tuple[str, str]]:
        """Every (organisation, body) that has papers, sorted."""
        return sorted({(one.meeting.organisation, one.meeting.body) for one in self.sittings})

    def of(self, organisation: str, body: str) -> list[Sitting]:
        """The sittings of a body, newest first."""
        return [one for one in self.sittings if (one.meeting.organisation, one.meeting.body) == (organisation, body)]

    def became(self, file: str) -> str:
        """What happened to a file that was added, in a few words."""
        for held in self.papers:
            if file not in (held.paper.file, *held.paper.copies):
                continue
            if held.problem:
                return f"not read in full: {held.problem}"
            if file != held.paper.file:
                return f"the same as {held.paper.file}, which we already have"
            return "read and indexed"
        return "not shown to the public: it could not be read, or is restricted"


def library_of(store: AnyStore, right: Right) -> Library:
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
    """Minutes that a body approved and that we do not have, by the day that the approval names."""
    held = {(one.meeting.organisation, one.meeting.held_on) for one in sections if one.kind is SectionKind.MINUTES}
    said = set()
    for decision in filter(_approves_minutes, decisions):
        meeting, then = decision.section.meeting, decision.section.meeting.held_on
        for day in (found.day for found in find_dates(decision.text)):
            if then is None or day >= then or (meeting.organisation, day) in held or (meeting.body, day) in said:
                continue
            said.add((meeting.body, day))
            why = f"Minutes of {date_in_words(day)} were approved on {date_in_words(then)}, but we do not have them."
            yield Missing(meeting.organisation, meeting.body, why, day)


def _approves_minutes(decision: Decision) -> bool:
    """True for a decision that confirms the minutes of an earlier meeting."""
    return decision.outcome in _CONFIRMED and _MINUTES.search(f"{decision.title} {decision.text}") is not None


def gaps(sections: Iterable[Section]) -> Iterator[Missing]:
    """The periods without papers that are much longer than the usual time between two meetings of a body."""
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
                    f"No papers between {date_in_words(first)} and {date_in_words(second)}. It usually meets about "
                    f"every {_period(usual)}, so some may be missing."
                )
                yield Missing(organisation, body, why)


def _period(days: float) -> str:
    """A number of days as people say it: week, 3 weeks, month, 4 months."""
    unit, number = ("week", round(days / 7)) if days < DAYS_IN_MONTH - 4 else ("month", round(days / DAYS_IN_MONTH))
    return unit if number <= 1 else f"{number} {unit}s"


def _sittings(papers: Sequence[StoredPaper], outlines: dict[str, list[Section]]) -> list[Sitting]:
    """The papers by meeting, newest first; those without a date last."""
    laid: dict[tuple[str, str, date | None], list[StoredPaper]] = defaultdict(list)
    for held in papers:
        laid[_meeting_of(outlines.get(held.paper.file, ()))].append(held)
    order = sorted(laid, key=lambda key: (key[2] is None, -(key[2] or date.min).toordinal(), key[0], key[1]))
    return [Sitting(Meeting(*key), tuple(laid[key])) for key in order]


def _meeting_of(sections: Sequence[Section]) -> tuple[str, str, date | None]:
    """The meeting that a paper was written for; minutes in it record an earlier one, so they count only if alone."""
    before = [one for one in sections if one.kind is not SectionKind.MINUTES] or list(sections)
    found = Counter((one.meeting.organisation, one.meeting.body, one.meeting.held_on) for one in before)
    return found.most_common(1)[0][0] if found else ("", "", None)
