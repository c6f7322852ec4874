"""Understood: what was assumed where a question left open whose papers or which time, and how else to ask it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.answers.answer import Alternative, Citation
from app.answers.phrases import in_a_row
from app.compose.small_talk import is_small_talk
from corpus.papers import date_in_words
from retriever.periods import EARLIEST, Period
from retriever.questions import Question
from retriever.search import Hit

MOST = 3
"""Other councils that are offered."""


@dataclass(frozen=True, slots=True)
class Understood:
    """Sentences about what was assumed, and what a person can ask instead with one click."""

    notes: tuple[str, ...] = ()
    alternatives: tuple[Alternative, ...] = ()


def understood(
    asked: Question, citations: Sequence[Citation], hits: Sequence[Hit], *, filtered: bool = False
) -> Understood:
    """What was assumed of a question that these citations answer, or that nothing answers where there are none.

    `filtered` says that the person has chosen the council beside the question.
    """
    if is_small_talk(asked):
        return Understood()
    notes: list[str] = []
    others: list[Alternative] = []
    for word, _ in asked.corrections if not citations else ():  # an answer shows itself whether the slip was understood
        notes.append(f"No paper has the word “{word}”; we looked for the nearest word that they have.")
    if not (asked.names_council or filtered):
        used = _organisations([citation.passage.section.meeting.organisation for citation in citations])
        near = _organisations([hit.passage.section.meeting.organisation for hit in hits])
        if len(used) > 1:
            notes.append(f"The answer draws on the papers of {in_a_row(used)}.")
        elif used and len(near) > 1:
            notes.append(f"Assumed: {used[0]}.")
        others += _of_others(asked, used if len(used) > 1 else [name for name in near if name not in used])
    if not asked.names_period:
        notes.append(f"Assumed: {in_a_row([_in_words(period) for period in asked.periods])}.")
        others.append(Alternative("Any time", f"{_bare(asked.text)}, at any time?"))
    return Understood(tuple(notes), tuple(others) if citations else ())


def _of_others(asked: Question, organisations: Sequence[str]) -> Iterator[Alternative]:
    for name in organisations[:MOST]:
        yield Alternative(name, f"{_bare(asked.text)}, at {name}?")


def _organisations(names: Sequence[str]) -> list[str]:
    """Each name once, in the order of their first places."""
    return list(dict.fromkeys(name for name in names if name))


def _bare(question: str) -> str:
    return question.rstrip(" ?.!")


def _in_words(period: Period) -> str:
    """9 December 2013, December 2013, 2013, or from one day to another."""
    start, end = period.start, period.end
    if period.exact:
        return date_in_words(start)
    if start == EARLIEST:
        return f"up to {date_in_words(end)}"
    if (start.day, start.month, end.day, end.month) == (1, 1, 31, 12):
        return str(start.year) if start.year == end.year else f"{start.year} to {end.year}"
    if start.day == 1 and (start.year, start.month) == (end.year, end.month):
        return f"{start:%B %Y}"
    return f"{date_in_words(start)} to {date_in_words(end)}"
