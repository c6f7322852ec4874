"""Takes a question and its hits, gives a draft answer; one file a kind of answer."""

from __future__ import annotations

from collections.abc import Sequence

from app.compose.evidence import Evidence, Rarity, varied, weigh
from app.compose.extract import extract
from app.compose.not_found import not_found
from app.compose.wording import Draft
from app.holdings import Holdings
from indexer.embedding import Embedder
from retriever.questions import Question
from retriever.search import Hit

__all__ = ["compose"]


def compose(
    question: Question, hits: Sequence[Hit], *, embedder: Embedder, rarity: Rarity, holdings: Holdings
) -> Draft:
    """The draft of an answer, or of "not in the papers held here" where the evidence is too weak."""
    evidence = weigh(question, hits, embedder=embedder, rarity=rarity)
    if not answerable(question, evidence):
        return not_found(holdings, varied(evidence, most=2, budget=600))
    return extract(question, evidence)


# Calibrated on questions that the papers do and do not answer: below these the best sentence is about something else.
LEAST_COVERAGE = 0.35
LEAST_MEANING = 0.35


def answerable(question: Question, evidence: Sequence[Evidence]) -> bool:
    """True where some sentence bears on the question at all."""
    best = evidence[:8]
    return any(e.coverage >= LEAST_COVERAGE or e.meaning >= LEAST_MEANING for e in best)
