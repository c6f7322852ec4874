"""Basis: which papers an answer is based on, in a sentence that shows how far to trust it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.answers.answer import Answer, Citation
from app.answers.phrases import counted
from indexer.sections.section import SectionKind

RECORDS = (SectionKind.MINUTES, SectionKind.DECISION_RECORD)
"""The sections that record what a meeting did; all others were written before it."""


def basis(answer: Answer) -> str:
    """A sentence that names the papers behind an answer; "" for an answer without citations."""
    if not answer.answered or not answer.citations:
        return ""
    minuted = [one for one in answer.citations if one.passage.section.kind in RECORDS]
    other = [one for one in answer.citations if one.passage.section.kind not in RECORDS]
    based = f"Based on {' and '.join(_behind(minuted, other))}"
    # a report that asks for something reads like a decision: say that it is none
    if answer.kind == "decision" and not minuted:
        return f"No decision found. {based}, written before or without a decision."
    return f"{based}."


def _behind(minuted: Sequence[Citation], other: Sequence[Citation]) -> Iterator[str]:
    """The papers behind an answer in words: the minutes by their meetings, all others as papers."""
    if minuted:
        yield f"the minutes of {counted(len({one.passage.section.meeting for one in minuted}), 'meeting')}"
    if other:
        yield counted(_papers(other), "other paper" if minuted else "paper")


def _papers(citations: Sequence[Citation]) -> int:
    """How many papers are cited: their sections are counted, not their files, because one pack contains many papers."""
    return len({one.passage.section for one in citations})
