"""Purpose: what a committee is for, or a thing is, in sentences of the papers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from app.answers.citations import bare
from app.answers.documents import Item
from app.answers.sources import Sources
from app.matters.topics import quotable
from indexer.passages.passage import Passage

SUBJECT = 10  # words at the beginning of a sentence, among which is what it is about
MOST_SENTENCES = 2

PURPOSE = re.compile(
    r"\b(?:terms of reference|remit|purpose|role of|responsib(?:le|ility|ilities) for|(?:was|is|been) (?:set up|"
    r"established|created)|"
    r"duty to|statutory|exists to|works? to)\b",
    re.IGNORECASE,
)
"""How papers say what a body is for."""

OF_A_PAPER = re.compile(r"\b(?:purpose|aim) of (?:this|the) (?:report|paper|item|presentation)\b", re.IGNORECASE)

DEFINES = re.compile(
    r"\b(?:is|are|means|aims to|was (?:set up|established|created)|pays for|consists of)\b", re.IGNORECASE
)
"""How papers say what a thing is."""


def sentences_that(
    passages: Iterable[Passage], sources: Sources, says: Callable[[str], bool], *, without: str
) -> Iterator[Item]:
    """The first sentences that say what is asked, best passage first."""
    told: set[str] = set()
    for passage in passages:
        for sentence in quotable(passage.text):
            fits = len(told) < MOST_SENTENCES and says(sentence) and bare(sentence) not in told
            if fits and (citation := sources.of_sentence(passage, sentence)):
                told.add(bare(sentence))
                yield Item(citations=(citation,))
    if not told:
        yield Item(text=without)


def says_what_it_is(sentence: str, body: str) -> bool:
    """Whether a sentence is about a body and says what it is for; what a report is for is another matter."""
    opening = " ".join(sentence.split()[:SUBJECT])
    return bool(PURPOSE.search(sentence)) and _names(opening, body) and not OF_A_PAPER.search(opening)


def _names(sentence: str, body: str) -> bool:
    """Whether a sentence names a body, by its name or by the noun at its end: the Board, the Committee."""
    return bool(
        re.search(rf"\b(?:{re.escape(body)}s?|[Tt]he {re.escape(body.split()[-1] if body else '')})\b", sentence)
    )
