"""The sentences that answer best, each under the name of the meeting and part of the papers it stands in."""

from __future__ import annotations

from collections.abc import Sequence

from app.compose.evidence import Evidence, varied
from app.compose.wording import Draft, Statement, place
from retriever.questions import Question

MOST = 6  # quotes in an answer
BUDGET = 900  # characters of quotes, which leaves room for saying where they stand


def extract(question: Question, evidence: Sequence[Evidence]) -> Draft:
    """The best sentences as a draft, those of one passage together and in the order of the paper."""
    chosen = varied(evidence, most=MOST, budget=BUDGET)
    places: dict[str, list[Evidence]] = {}
    for piece in chosen:
        places.setdefault(place(piece.passage), []).append(piece)
    statements = []
    for where, pieces in places.items():
        in_order = sorted(pieces, key=lambda e: (e.passage.ordinal, e.passage.text.find(e.sentence)))
        for n, piece in enumerate(in_order):
            statements.append(Statement(f"{where}:" if n == 0 else "", piece))
    return Draft(kind=question.kind.value, answered=True, statements=tuple(statements))
