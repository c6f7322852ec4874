"""The sentence that names the papers behind an answer, and never passes off a recommendation as a decision."""

from __future__ import annotations

from datetime import date

import pytest

from app.answers.answer import Answer, Citation
from app.answers.basis import basis
from corpus.papers import Meeting, Paper
from indexer.passages.passage import Passage
from indexer.sections.section import Section, SectionKind

MARCH, MAY = Meeting("", "Cabinet", date(2024, 3, 4)), Meeting("", "Cabinet", date(2024, 5, 6))


def cited(kind: SectionKind, meeting: Meeting, title: str = "") -> Citation:
    section = Section(Paper("a.pdf", "0", 1, 1), kind, meeting, title=title)
    return Citation(1, Passage(section, "x", "x", 1, 1), "x", 1, 1)


MINUTES = cited(SectionKind.MINUTES, MARCH)
REPORT = cited(SectionKind.REPORT, MARCH, "Flood wall")


@pytest.mark.parametrize(
    ("kind", "citations", "words"),
    [
        ("decision", (MINUTES, MINUTES), "Based on the minutes of one meeting."),
        (
            "trace",
            (MINUTES, cited(SectionKind.MINUTES, MAY), REPORT),
            "Based on the minutes of 2 meetings and one other paper.",
        ),
        ("fact", (REPORT, cited(SectionKind.APPENDIX, MARCH)), "Based on 2 papers."),
        ("decision", (REPORT,), "No decision found. Based on one paper, written before or without a decision."),
    ],
)
def test_it_names_the_papers_behind_the_answer(kind: str, citations: tuple[Citation, ...], words: str) -> None:
    assert basis(Answer("?", "", True, kind, citations)) == words


def test_a_question_without_an_answer_has_no_basis() -> None:
    assert basis(Answer("?", "", False, "not_found", (REPORT,))) == ""
