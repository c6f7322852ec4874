"""A figure, a date or a name: the quote that gives it leads, with the head of its table, then what supports it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from app.compose.evidence import Evidence, chosen
from app.compose.extract import BUDGET, by_place, extract
from app.compose.forms import form_of
from app.compose.sought import Sought
from app.compose.wording import Draft, placed
from retriever.coverage import Rarity
from retriever.questions import Question

GIVES = 2.0  # log-odds that a sentence gains which gives what is sought with the whole of the matter about it
BESIDE_THE_POINT = 0.5  # of the best coverage, below which a sentence without the form asked for says nothing
DIFFERENT = "The papers give more than one figure."
SAME_MATTER = 0.8  # share of the matter that two sentences must both hold before their figures are said to differ


def fact(question: Question, evidence: Sequence[Evidence], *, rarity: Rarity) -> Draft:
    """The quotes that give what is sought, the best first; where two papers differ, the answer opens by saying so."""
    sought = Sought.of(question, rarity)
    if sought is None:
        return extract(question, evidence)
    best = max(piece.coverage for piece in evidence)
    pieces = [
        replace(piece, score=piece.score + GIVES * sought.about(piece)) if sought.given_by(piece) else piece
        for piece in evidence
        if piece.fits or piece.opens or piece.coverage >= BESIDE_THE_POINT * best
    ]
    found = chosen(pieces, budget=BUDGET)
    quotes = by_place(found, max(found, key=lambda piece: piece.score, default=None))
    statements = placed(quotes)
    if _differ(question, quotes, sought):
        first = statements[0]
        statements = (replace(first, text=f"{DIFFERENT} {first.text}"), *statements[1:])
    return Draft(kind=question.kind.value, answered=True, statements=statements)


def differing(question: Question, evidence: Sequence[Evidence], *, rarity: Rarity) -> Draft | None:
    """The draft that opens by saying that the papers give different figures; None where they do not."""
    sought = Sought.of(question, rarity)
    if sought is None or not _counts(question, sought):
        return None
    draft = fact(question, evidence, rarity=rarity)
    return draft if draft.statements and draft.statements[0].text.startswith(DIFFERENT) else None


def _counts(question: Question, sought: Sought) -> bool:
    """True where it is asked how many there are of a thing that is named."""
    form = form_of(question)
    return form is not None and form.name == "count" and bool(sought.words)


def _differ(question: Question, quotes: Sequence[Evidence], sought: Sought) -> bool:
    """True where papers of different days count the same thing, and not to the same number."""
    if not _counts(question, sought):
        return False
    thing = re.compile(rf"\b(\d[\d,]*)\s+(?:[a-z-]+\s+)?{re.escape(sought.words[-1])}\b", re.IGNORECASE)
    numbers: dict[str, object] = {}
    for piece in quotes:
        if piece.fits and sought.about(piece) >= SAME_MATTER:
            for number in thing.findall(piece.sentence):
                numbers.setdefault(number, piece.passage.section)
    return len(set(map(id, numbers.values()))) > 1
