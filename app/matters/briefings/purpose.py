"""Purpose: what a committee is for, or a thing is, in sentences of the papers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from app.answers.answer import Citation
from app.answers.citations import bare
from app.answers.documents import Item
from app.answers.phrases import counted
from app.answers.sources import Sources
from app.matters.topics import quotable
from corpus.papers import Meeting
from indexer.linking.matters import Matter
from indexer.passages.passage import Passage
from indexer.sections.section import SectionKind

SUBJECT = 10  # words at the beginning of a sentence, among which is what it is about
MOST_SENTENCES, MOST_SUBJECTS = 2, 4

PURPOSE = re.compile(
    r"\b(?:terms of reference|remit|purpose|role of|responsib(?:le|ility|ilities) for|(?:was|is|been) (?:set up|"
    r"established|created)|"
    r"duty to|statutory|exists to|works? to)\b",
    re.IGNORECASE,
)
"""How papers say what a body is for."""

REMIT = re.compile(
    r"\b(?:terms of reference|remit|functions?|roles? and (?:responsibilit|function)\w*|responsibilities|"
    r"purpose of the|powers and duties|scope)\b",
    re.IGNORECASE,
)
"""How a heading says that what a body is for stands below it."""

TELLS_OF_IT = re.compile(
    r"\b(?:terms of reference|remit)\b.{0,80}\b(?:note|review|agree|approve|amend|adopt|update|consider|"
    r"circulate)\w*\b|"
    r"\b(?:note|review|agree|approve|amend|adopt|update|consider)\w*\b.{0,40}\b(?:terms of reference|remit)\b",
    re.IGNORECASE,
)
"""How minutes tell what was done with a remit, which does not say what it is."""

OF_A_PAPER = re.compile(r"\b(?:purpose|aim) of (?:this|the) (?:report|paper|item|presentation)\b", re.IGNORECASE)

DEFINES = re.compile(
    r"\b(?:is|are|means|aims to|was (?:set up|established|created)|pays for|consists of)\b", re.IGNORECASE
)
"""How papers say what a thing is."""

LISTS = (SectionKind.MINUTES, SectionKind.FRONT_SHEET, SectionKind.FORWARD_PLAN, SectionKind.ACTION_LOG)
"""Papers that only name a remit among other business."""


def remit_of(body: str, own: Sequence[Passage], others: Sequence[Passage], sources: Sources) -> Iterator[Item]:
    """What a committee is for, in the first sentences that say it; none where no paper does.

    `own` are passages of its papers, `others` of the papers of all committees of its council. Its terms of
    reference come first, then a sentence anywhere that says it.
    """
    below = [one for one in (*own, *others) if _is_remit(one, body, is_own=one in own)]
    yield from (
        list(_first(below, sources, _says_something))
        or list(_first(own, sources, lambda one: says_what_it_is(one, body)))
        # In the papers of others "the Committee" is another one.
        or list(_first(others, sources, lambda one: says_what_it_is(one, body, by_name=True)))
    )


def subjects_of(matters: Iterable[Matter], is_here: Callable[[Meeting], bool]) -> list[str]:
    """The names of the matters that came up most often at some meetings, with at how many where it is more than one."""
    days = {one.title: {item.held_on for item in one.items if is_here(item.section.meeting)} for one in matters}
    often = Counter({title: len(held) for title, held in days.items()}).most_common(MOST_SUBJECTS)
    return [f"{title} ({counted(n, 'meeting')})" if n > 1 else title for title, n in often]


def sentences_that(
    passages: Iterable[Passage], sources: Sources, says: Callable[[str], bool], *, without: str
) -> Iterator[Item]:
    """The first sentences that say what is asked, best passage first."""
    yield from list(_first(passages, sources, says)) or [Item(text=without)]


def says_what_it_is(sentence: str, body: str, *, by_name: bool = False) -> bool:
    """Whether a sentence is about a body and says what it is for; what a report is for is another matter."""
    opening = " ".join(sentence.split()[:SUBJECT])
    named = _named(opening, body) if by_name else _names(opening, body)
    return bool(PURPOSE.search(sentence)) and named and _says_something(sentence)


def _first(passages: Iterable[Passage], sources: Sources, says: Callable[[str], bool]) -> Iterator[Item]:
    told: set[str] = set()
    for passage, sentence in ((one, sentence) for one in passages for sentence in quotable(one.text)):
        if len(told) < MOST_SENTENCES and bare(sentence) not in told and says(sentence):
            citation: Citation | None = sources.of_sentence(passage, sentence)
            if citation:
                told.add(bare(sentence))
                yield Item(citations=(citation,))


def _is_remit(passage: Passage, body: str, *, is_own: bool) -> bool:
    """Whether a passage stands under the heading of a remit, of this body by its name or because the paper is its."""
    titles = f"{passage.section.title} {passage.title} {passage.heading}"
    if passage.section.kind in LISTS or not REMIT.search(titles):
        return False
    return _named(titles, body) or (is_own and passage.section.meeting.body == body)


def _says_something(sentence: str) -> bool:
    """Whether a sentence says what a remit is, and not what a paper is for or what was done with the remit."""
    return not (OF_A_PAPER.search(sentence) or TELLS_OF_IT.search(sentence))


def _named(text: str, body: str) -> bool:
    """Whether a text has the whole name of a body."""
    return bool(body) and bool(re.search(rf"\b{re.escape(body)}s?\b", text, re.IGNORECASE))


def _names(sentence: str, body: str) -> bool:
    """Whether a sentence names a body, by its name or by the noun at its end: the Board, the Committee."""
    last = body.split()[-1] if body else ""
    return _named(sentence, body) or bool(re.search(rf"\b[Tt]he {re.escape(last)}\b", sentence))
