"""What a question says of the list it asks for: whose, of which time, and the words that are left."""

from __future__ import annotations

from collections.abc import Iterable

from indexer.sections.section import Section
from retriever.periods import MONTHS, SEASONS
from retriever.question_forms import Ask
from retriever.questions import Question
from retriever.register import elsewhere
from retriever.words import stem, words

BOUNDS = frozenset("since until till between after before by from to up".split())
"""Words that only say where a time begins or ends."""


def bodies_named(question: Question, sections: Iterable[Section]) -> set[str]:
    """The bodies that a question names as the papers print them, by the fullest name; none where it names none.

    Of a council that is named only its own count: "Saltby Parish Council" does not name the Parish Council of another.
    """
    own = question.organisations
    held = {one.meeting.body for one in sections if not own or one.meeting.organisation in own} - {""}
    named = {body for body in held if question.says(body)} | set(question.bodies)
    return {body for body in named if not any(body != other and body in other for other in named)}


def meant_by(question: Question, section: Section, bodies: set[str]) -> bool:
    """True for a section of the organisation, the bodies and the time that a question names."""
    meeting = section.meeting
    if elsewhere(question, section) or (bodies and meeting.body not in bodies):
        return False
    return question.in_time(meeting.held_on)


def left_over(question: Question, ask: Ask, bodies: Iterable[str]) -> set[str]:
    """The stems of a question that neither ask for the list, nor say whose or of when: what it is about."""
    names = [*question.organisations, *bodies]
    named = {stem(word) for name in names for word in words(name)}
    of_time = MONTHS.keys() | SEASONS.keys() | BOUNDS
    return {stem(w) for w in question.reading.besides(ask) if w not in of_time and not w.isdigit()} - named
