"""Takes a question and its hits, gives a draft answer; one file a kind of answer.

evidence    sentences weighed, quotes chosen       decision   what a body ruled, or what is only recommended
records     rulings, people, actions, acronyms     verdict    yes or no in front of a ruling
forms       sums, shares, counts, dates            extract    the quotes that answer best
answerable  whether the papers answer at all       not_found  what was searched, and what is closest
wording     places and dates in words              trace      dated steps: matter, stages, windows, asks, figures, gaps
"""

from __future__ import annotations

from collections.abc import Sequence

from app.compose.answerable import why_not
from app.compose.decision import decision
from app.compose.evidence import chosen, weigh
from app.compose.extract import extract
from app.compose.listing import listing
from app.compose.not_found import not_found
from app.compose.records import Records
from app.compose.trace import trace
from app.compose.wording import Draft, with_replaced
from app.holdings import Holdings
from indexer.embedding import Embedder
from retriever.questions import Question, QuestionKind
from retriever.register import elsewhere
from retriever.search import Hit
from retriever.vocabulary import Vocabulary

__all__ = ["compose"]


def compose(
    question: Question,
    hits: Sequence[Hit],
    *,
    embedder: Embedder,
    vocabulary: Vocabulary,
    records: Records,
    holdings: Holdings,
) -> Draft:
    """The draft of an answer, or of "not in the papers held here" where the evidence is too weak."""
    draft = _of_kind(
        question, hits, embedder=embedder, vocabulary=vocabulary, records=records, holdings=holdings
    )
    return with_replaced(draft, records.superseded)


def _of_kind(
    question: Question,
    hits: Sequence[Hit],
    *,
    embedder: Embedder,
    vocabulary: Vocabulary,
    records: Records,
    holdings: Holdings,
) -> Draft:
    hits = [hit for hit in hits if not elsewhere(question, hit.passage.section)]
    evidence = weigh(question, hits, embedder=embedder, rarity=vocabulary.rarity)
    reason = why_not(question, hits, evidence, records=records, vocabulary=vocabulary)
    if reason is not None:
        return not_found(holdings, chosen(evidence, budget=500), why=reason)
    if draft := listing(question, hits, evidence, records):
        return draft
    if question.kind is QuestionKind.TRACE:
        draft = trace(question, evidence, hits=hits, records=records, rarity=vocabulary.rarity)
    if question.kind is QuestionKind.DECISION:
        draft = decision(question, evidence, hits=hits, records=records, vocabulary=vocabulary)
    return draft or extract(question, evidence)
