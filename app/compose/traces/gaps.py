"""Gaps: which minutes that a course runs over are not held."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from app.holdings.library import Missing
from corpus.papers import date_in_words
from indexer.sections.section import Section, SectionKind

MOST = 2
DECIDES = (SectionKind.MINUTES, SectionKind.DECISION_RECORD)
LAID_BEFORE = (SectionKind.REPORT, SectionKind.PROPOSED_DECISION_RECORD, SectionKind.FRONT_SHEET)

Sitting = tuple[str, str, date]


def not_held(course: Sequence[Section], held: Iterable[Section], approved: Iterable[Missing]) -> str:
    """A sentence on the last meetings of a course whose minutes are not held, "" for none.

    `course` are its papers, `held` all that may be seen, `approved` the minutes that were approved and are not among
    them. A meeting belongs to the matter if a report on it was laid before it, or where a body on it met between its
    first and its last day.
    """
    days = [section.meeting.held_on for section in course if section.meeting.held_on]
    bodies = {(section.meeting.organisation, section.meeting.body) for section in course}
    found = set(_laid_before(course, held))
    found |= {
        (missing.organisation, missing.body, missing.day)
        for missing in approved
        if missing.day and days and min(days) <= missing.day <= max(days)
        if (missing.organisation, missing.body) in bodies
    }
    last = sorted(found, key=lambda sitting: sitting[2])[-MOST:]
    named = [f"of the {body or organisation} of {date_in_words(day)}" for organisation, body, day in last]
    return f"We have no minutes {' or '.join(named)}." if named else ""


def _laid_before(course: Sequence[Section], held: Iterable[Section]) -> Iterator[Sitting]:
    """The meetings with a report on the course and without minutes."""
    minuted = {_sitting(section) for section in (*course, *held) if section.kind in DECIDES}
    for section in course:
        sitting = _sitting(section)
        if sitting and section.kind in LAID_BEFORE and sitting not in minuted:
            yield sitting


def _sitting(section: Section) -> Sitting | None:
    meeting = section.meeting
    return (meeting.organisation, meeting.body, meeting.held_on) if meeting.held_on else None
