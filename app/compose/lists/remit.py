"""Remit: what a committee is for, where the papers say it in a sentence; else what it decided last, and that they do
not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from app.answers.phrases import calmed, counted, in_a_sentence
from app.compose.decisions.ruled import did
from app.compose.evidence import Evidence
from app.compose.lists.abbreviations import short_of
from app.compose.lists.asked import bodies_named
from app.compose.lists.register import main_limbs
from app.compose.records import Records
from app.compose.wording import Statement, placed, whose
from app.matters.briefings.briefing import USUAL
from app.matters.briefings.purpose import PURPOSE, says_what_it_is
from corpus.papers import date_in_words
from indexer.items.sentences import sentences
from indexer.passages.passage import Passage
from indexer.sections.section import Section
from retriever.questions import Question, QuestionKind
from retriever.register import ROUTINE, Ruling, elsewhere
from retriever.search import Hit
from retriever.words import stem, stems

MOST_SENTENCES = 2
MOST_DECISIONS = 3
NEAR = 60  # characters within which the name stands beside what it is for
ASKS = frozenset(
    map(stem, "remit role purpose terms reference responsible responsibility duty duties job task".split())
)
"""Words that ask what a committee is for."""

OF_ITS_REMIT = frozenset(map(stem, "remit terms reference constitution".split()))
"""Words in the title of a paper that says what a committee is for."""


def remit(question: Question, hits: Sequence[Hit], records: Records) -> list[Statement]:
    """What the one committee does that a question names, and names nothing beside it; none for other questions."""
    body = _body(question, records)
    if not body:
        return []
    own = _of_one_council(
        [one for one in records.sections if one.meeting.body == body and not elsewhere(question, one)]
    )
    if not own:
        return []
    passages = [*(hit.passage for hit in hits), *_of_terms(own, records)]
    told = sorted(_told(body, question, passages), key=lambda one: one.score)[:MOST_SENTENCES]
    if told:
        return list(placed(told))
    opening = f"We have no paper that says in a sentence what the {body} does. {_held(own)}"
    return [Statement(opening), *_decided(own, records.rulings)]


def _of_terms(own: Sequence[Section], records: Records) -> Iterator[Passage]:
    """The passages of papers that have terms of reference in their title."""
    for one in own:
        if OF_ITS_REMIT & stems(one.title):
            yield from records.passages_of(one)


def _of_one_council(own: Sequence[Section]) -> list[Section]:
    """Of committees with one name the sections of that which met last."""
    last = max(own, key=lambda one: one.meeting.held_on or date.min, default=None)
    return [one for one in own if last and one.meeting.organisation == last.meeting.organisation]


def _body(question: Question, records: Records) -> str:
    """The committee that is the whole subject of a question; "" where more is asked, or a time is named."""
    if question.kind not in (QuestionKind.OVERVIEW, QuestionKind.FACT) or question.periods or question.reading.form:
        return ""
    named = bodies_named(question, records.sections)
    named |= {one.meeting.body for one in records.sections if short_of(one.meeting.body) in question.reading.shorts}
    if len(named) != 1:
        return ""
    body = next(iter(named))
    said, name = set(question.reading.stems), stems(f"{body} {short_of(body)}")
    # "And before that?" takes the committee over from an earlier question, and asks something else.
    return body if said & name and said <= name | stems(" ".join(question.organisations)) | ASKS else ""


def _told(body: str, question: Question, passages: Iterable[Passage]) -> Iterator[Evidence]:
    """The sentences that say what a committee is for, each once; the score is how far that stands from its name."""
    seen: set[str] = set()
    for passage in passages:
        if elsewhere(question, passage.section):
            continue
        for sentence in sentences(passage.text):
            far = _distance(sentence, body) if says_what_it_is(sentence, body) else NEAR
            if far < NEAR and sentence not in seen:
                seen.add(sentence)
                yield Evidence(sentence, passage, score=far, coverage=1.0)


def _distance(sentence: str, body: str) -> int:
    """Characters between the name of a committee and the words that say what it is for."""
    names = [found.start() for found in re.finditer(re.escape(body), sentence, re.IGNORECASE)]
    words = [found.start() for found in PURPOSE.finditer(sentence)]
    return min((abs(one - other) for one in names for other in words), default=NEAR)


def _held(own: Sequence[Section]) -> str:
    """How many meetings of a committee we have papers of, and from when to when."""
    days = sorted({one.meeting.held_on for one in own if one.meeting.held_on})
    if not days:
        return ""
    span = date_in_words(days[0]) if len(days) == 1 else f"{date_in_words(days[0])} to {date_in_words(days[-1])}"
    return f"We have papers of {counted(len(days), 'meeting')} of the {whose(own[0])}, {span}. Its latest decisions:"


def _decided(own: Sequence[Section], held: Sequence[Ruling]) -> Iterator[Statement]:
    """What a committee decided last, a line each, the newest first; the business of every meeting is left out."""
    meetings = {one.meeting for one in own}
    rulings = [
        one
        for one in held
        if one.section.meeting in meetings and not USUAL.search(one.title) and not ROUTINE.search(one.limbs[0].text)
    ]
    newest = sorted(rulings, key=lambda one: one.section.meeting.held_on or date.min, reverse=True)
    for ruling in newest[:MOST_DECISIONS]:
        limb = main_limbs(ruling)[0]
        day = date_in_words(ruling.section.meeting.held_on) if ruling.section.meeting.held_on else ""
        opening = ", ".join(filter(None, (day, in_a_sentence(calmed(ruling.title, limb.text)))))
        text = f"{opening} – {did([limb])}:" if opening else ""
        yield Statement(text, Evidence.of(limb.section, limb.text, limb.page, limb.item, limb.title))
