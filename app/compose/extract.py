"""The quotes that answer best, each under the name of the meeting and part of the papers it stands in."""

from __future__ import annotations

from collections.abc import Sequence

from app.compose.evidence import Evidence, chosen
from app.compose.wording import Draft, Statement, placed
from retriever.questions import Question

BUDGET = 1250  # characters of quotes and of the names of their places


def extract(question: Question, evidence: Sequence[Evidence]) -> Draft:
    """The best quotes as a draft, those of one place together and in the order of the paper."""
    statements = quotes(evidence, budget=BUDGET)
    return Draft(kind=question.kind.value, answered=True, statements=statements)


def quotes(evidence: Sequence[Evidence], *, budget: int, before: Evidence | None = None) -> tuple[Statement, ...]:
    """The best quotes as statements, place by place; `before` is what stands in the answer above them."""
    return placed(by_place(chosen(evidence, budget=budget)), before)


def by_place(pieces: Sequence[Evidence], lead: Evidence | None = None) -> list[Evidence]:
    """The pieces place by place, each place in the order of the paper.

    The lead goes first, under the head of its table.
    """
    places: dict[tuple[object, ...], list[Evidence]] = {}
    for piece in [lead, *pieces] if lead else pieces:
        places.setdefault((piece.passage.section, piece.passage.item), [])
    for piece in pieces:
        places[piece.passage.section, piece.passage.item].append(piece)
    for group in places.values():
        group.sort(key=lambda e: (not _leads(e, lead), e.passage.ordinal, e.order))
    return [piece for group in places.values() for piece in group]


def _leads(piece: Evidence, lead: Evidence | None) -> bool:
    if lead is None:
        return False
    return piece is lead or (piece.passage is lead.passage and piece.order in lead.head)
