"""Basis: what sort of answer it is and what it rests on, in words that show how far it can be trusted."""

from __future__ import annotations

from collections.abc import Sequence

from app.answers.answer import Answer, Citation
from app.answers.phrases import counted
from indexer.sections.section import SectionKind

KINDS = {
    "decision": "What was decided",
    "trace": "How it went on",
    "fact": "A fact",
    "overview": "An overview",
    "list": "A list",
}
RECORDS = (SectionKind.MINUTES, SectionKind.DECISION_RECORD)
"""What records what a meeting did; everything else was written for one."""


def basis(answer: Answer) -> str:
    """A sentence on what an answer is and rests on; "" where nothing was found to rest on."""
    if not answer.answered or not answer.citations:
        return ""
    minuted = [one for one in answer.citations if one.passage.section.kind in RECORDS]
    other = [one for one in answer.citations if one.passage.section.kind not in RECORDS]
    meetings = len({one.passage.section.meeting for one in minuted})
    rests = [f"the minutes of {counted(meetings, 'meeting')}"] if minuted else []
    rests += [counted(_papers(other), "other paper" if minuted else "paper")] if other else []
    if answer.kind == "decision" and not minuted:
        return f"Not minuted: rests on {' and '.join(rests)}, written before or without a decision."
    return f"{KINDS.get(answer.kind, 'An answer')}: rests on {' and '.join(rests)}."


def _papers(citations: Sequence[Citation]) -> int:
    """Sections, not files: a pack holds many papers."""
    return len({one.passage.section for one in citations})
