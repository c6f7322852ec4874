"""How a matter went on: dated steps over the meetings and papers that speak of it, the oldest first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from app.compose.evidence import DECIDED, Evidence, Manner, chosen
from app.compose.wording import Draft, Statement, place
from indexer.sections import SectionKind
from retriever.questions import Question

BUDGET = 1250  # characters of quotes and of the names of their places
# Of one paper few sentences, so that the steps are those of several meetings.
STEPS = Manner(near=1.0, spread=0.6)
# At one meeting a report is read before it is minuted.
ORDER = {SectionKind.FRONT_SHEET: 0, SectionKind.REPORT: 1, SectionKind.APPENDIX: 2, SectionKind.MINUTES: 4}

DEFERRED = re.compile(r"\b(?:deferred|postponed|held over)\b", re.IGNORECASE)
CALLED_IN = re.compile(r"\bcalled[- ]in\b|\bcall-in\b", re.IGNORECASE)
AMENDED = re.compile(r"\bamend(?:ed|ment)\b", re.IGNORECASE)
RECOMMENDS = re.compile(r"\brecommend(?:ed|s|ation)?\b|\bis asked to\b", re.IGNORECASE)


def trace(question: Question, evidence: Sequence[Evidence]) -> Draft:
    """The steps as a draft, each with its day, its body and what kind of step it is."""
    pieces = sorted(chosen(evidence, budget=BUDGET, manner=STEPS), key=_when)
    statements, before = [], None
    for piece in pieces:
        same = before is not None and (before.section, before.item) == (piece.passage.section, piece.passage.item)
        named = f"{place(piece.passage, before)}{_step(piece)}:"
        statements.append(Statement("" if same else named, piece))
        before = piece.passage
    return Draft(kind=question.kind.value, answered=True, statements=tuple(statements))


def _when(piece: Evidence) -> tuple[date, str, int, str, int, int]:
    section = piece.passage.section
    held, body = section.meeting.held_on or date.max, section.meeting.body
    return held, body, ORDER.get(section.kind, 3), section.paper.file, piece.passage.ordinal, piece.order


def _step(piece: Evidence) -> str:
    """What kind of step a quote tells of, "" where that is not plain."""
    said, minuted = piece.sentence, piece.passage.section.kind is SectionKind.MINUTES
    if CALLED_IN.search(said):
        return " – called in"
    if minuted and DEFERRED.search(said):
        return " – deferred"
    if minuted and AMENDED.search(said):
        return " – amended"
    if minuted and DECIDED.search(said):
        return " – decided"
    return " – recommended" if not minuted and RECOMMENDS.search(said) else ""
