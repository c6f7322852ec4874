"""The quotes that answer best, each under the name of the meeting and part of the papers it stands in."""

from __future__ import annotations

from collections.abc import Sequence

from app.compose.evidence import USUAL, Evidence, Manner, chosen
from app.compose.wording import Draft, Statement, placed
from retriever.questions import Question, QuestionKind

BUDGET = 1250  # characters of quotes and of the names of their places


# What something is stands in a paragraph of one paper and then in others.
MANNERS = {QuestionKind.OVERVIEW: Manner(near=3.0)}


def extract(question: Question, evidence: Sequence[Evidence]) -> Draft:
    """The best quotes as a draft, those of one place together and in the order of the paper."""
    statements = quotes(evidence, budget=BUDGET, manner=MANNERS.get(question.kind, USUAL))
    return Draft(kind=question.kind.value, answered=True, statements=statements)


def quotes(
    evidence: Sequence[Evidence], *, budget: int, before: Evidence | None = None, manner: Manner = USUAL
) -> tuple[Statement, ...]:
    """The best quotes as statements, place by place; `before` is what stands in the answer above them."""
    places: dict[tuple[object, ...], list[Evidence]] = {}
    for piece in chosen(evidence, budget=budget, manner=manner):
        places.setdefault((piece.passage.section, piece.passage.item), []).append(piece)
    for pieces in places.values():
        pieces.sort(key=lambda e: (e.passage.ordinal, e.order))
    return placed([piece for pieces in places.values() for piece in pieces], before)
