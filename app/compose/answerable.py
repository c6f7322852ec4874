"""Whether the evidence answers at all: a wrong answer costs a councillor more than "not in these papers"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date

from app.compose.evidence import Evidence
from app.compose.forms import form_of
from retriever.coverage import Rarity
from retriever.questions import Question
from retriever.search import Hit
from retriever.words import content_words, stem

# Coverage and meaning of the best sentence of the form asked for, added up: below these it is about something else.
# Calibrated on questions over real packs that the papers do and do not answer; 2.0 is the most there could be.
LEAST = {"count": 0.85, "share": 0.66, "sum": 0.6, "date": 0.55}
LEAST_OF_ANY = 0.5
RARE = 5.5  # weight of a word from which on it names the very thing that is asked about
CLOSEST = 12  # hits in which such a word must stand

COUNTED = re.compile(r"\bhow many ((?:[\w'-]+ ){1,8}[\w'-]+)", re.IGNORECASE)
SPAN_ENDS = re.compile(
    r"\b(?:of|in|on|at|under|during|for|with|from|between|by|over|as|and|to|does|do|did|is|are)\b", re.IGNORECASE
)
WAS_SAID = re.compile(
    r"\b(?:comments?|said|say|discuss\w*|points?|views?|debate\w*|questions? (?:were )?asked|raised)\b", re.IGNORECASE
)
NEXT_MEETING = re.compile(r"\bnext (?:\w+ )?meet(?:ing|s)?\b|\bmeets? next\b|\bmeet(?:ing)? after\b", re.IGNORECASE)
NEXT_NAMED = re.compile(r"\b(?:next|future|following|forthcoming) meetings?\b|\bmeeting dates?\b", re.IGNORECASE)


def answerable(
    question: Question,
    hits: Sequence[Hit],
    evidence: Sequence[Evidence],
    *,
    rarity: Rarity,
    has_minutes: Callable[[date], bool],
) -> bool:
    """True where the evidence is about what is asked, has its form, and the papers that would say it are held."""
    if not evidence or _minutes_missing(question, has_minutes) or _counted_unknown(question, hits, rarity):
        return False
    if NEXT_MEETING.search(question.text) and not any(NEXT_NAMED.search(e.sentence) for e in evidence):
        return False
    form = form_of(question.text)
    fitting = [e for e in evidence if e.fits]
    least = LEAST[form.name] if form else LEAST_OF_ANY
    return any(e.coverage + e.meaning >= least for e in fitting)


def _minutes_missing(question: Question, has_minutes: Callable[[date], bool]) -> bool:
    """True where it is asked what was said on a day of which no minutes are held."""
    days = [period.start for period in question.periods if period.exact]
    return bool(days) and bool(WAS_SAID.search(question.text)) and not any(has_minutes(day) for day in days)


def _counted_unknown(question: Question, hits: Sequence[Hit], rarity: Rarity) -> bool:
    """True where the very thing that is to be counted stands in none of the closest passages."""
    found = COUNTED.search(question.text)
    if not found:
        return False
    counted = {stem(word) for word in content_words(SPAN_ENDS.split(found[1])[0])}
    read = {stem(word) for hit in hits[:CLOSEST] for word in content_words(hit.passage.text_to_embed)}
    return any(rarity(word) >= RARE and word not in read for word in counted)
