"""What is indexed at a glance: the bodies whose papers we have, and when a body meets next."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from app.answers.phrases import counted
from app.compose.evidence import Evidence
from app.compose.lists.asked import bodies_named, left_over, meant_by
from app.compose.lists.meetings import day_line
from app.compose.records import Records
from app.compose.wording import Statement, sentence, whose
from corpus.papers import date_in_words
from indexer.items.sentences import sentences
from indexer.sections.section import Section
from retriever.question_forms import Ask
from retriever.questions import Question

NEXT_DATED = re.compile(r"\bnext meeting\b.{0,80}?\b\d{1,2}(?:st|nd|rd|th)?\s+\w+,?\s+\d{4}", re.IGNORECASE | re.DOTALL)
MOST = 12  # bodies with a quote; the rest is counted
LONGEST = 240  # characters of the sentence that gives the next meeting


def bodies_list(question: Question, records: Records) -> list[Statement]:
    """The bodies whose papers we have, each with how many meetings of it and the line that gives the latest day."""
    if Ask.BODIES not in question.reading.asks or left_over(question, Ask.BODIES, ()):
        return []
    bodies = _days_of_bodies(question, records)
    if not bodies:
        return []
    statements = [Statement(f"We have papers of {counted(len(bodies), 'body', 'bodies')}:")]
    for name, days in sorted(bodies.items())[:MOST]:
        if quote := day_line(days[max(days)], records):
            told = f"{counted(len(days), 'meeting')}, the latest on {date_in_words(max(days))}"
            statements.append(Statement(f"{sentence(name)}, {told}:", quote))
    if (more := len(bodies) - MOST) > 0:
        statements.append(
            Statement(sentence(f"{counted(more, 'further body', 'further bodies')} can be found on the page “Papers”."))
        )
    return statements


def _days_of_bodies(question: Question, records: Records) -> dict[str, dict[date, list[Section]]]:
    """The sections of each body that is meant, by the days of its meetings."""
    found: dict[str, dict[date, list[Section]]] = {}
    for section in records.sections:
        meeting = section.meeting
        if meeting.held_on and meeting.body and meant_by(question, section, set()):
            found.setdefault(whose(section), {}).setdefault(meeting.held_on, []).append(section)
    return found


def next_meeting(question: Question, records: Records) -> list[Statement]:
    """The sentence in which the latest papers of a body give the day of its next meeting; none where they give none.

    Only where the question names a body that is indexed, and asks for nothing else. The papers of a later meeting of
    the body stand before a day that an earlier one announced.
    """
    bodies = bodies_named(question, records.sections)
    if (
        Ask.NEXT_MEETING not in question.reading.asks
        or not (bodies or question.organisations)
        or left_over(question, Ask.NEXT_MEETING, bodies)
    ):
        return []
    statements = []
    for sections in _latest(section for section in records.sections if meant_by(question, section, bodies)):
        if quote := _announced(sections, records):
            day = sections[0].meeting.held_on
            assert day is not None
            papers = f"of {date_in_words(day)}, the latest held,"
            statements.append(
                Statement(f"The papers of the {whose(sections[0])} {papers} give the next meeting:", quote)
            )
    return statements


def _latest(sections: Iterable[Section]) -> list[list[Section]]:
    """The sections of the latest meeting of each body."""
    bodies: dict[str, list[Section]] = {}
    for section in sections:
        if section.meeting.held_on and section.meeting.body:
            bodies.setdefault(whose(section), []).append(section)
    newest = {name: max(s.meeting.held_on for s in some if s.meeting.held_on) for name, some in bodies.items()}
    return [[s for s in some if s.meeting.held_on == newest[name]] for name, some in sorted(bodies.items())]


def _announced(sections: Iterable[Section], records: Records) -> Evidence | None:
    for section in sections:
        for passage in records.passages_of(section):
            for line in sentences(passage.text):
                if NEXT_DATED.search(line) and len(line) <= LONGEST:
                    return Evidence.of(section, line, passage.page, passage.item)
    return None
