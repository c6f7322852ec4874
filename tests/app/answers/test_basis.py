"""What an answer rests on is said in words, and a recommendation is never passed off as minuted."""

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
        ("decision", (MINUTES, MINUTES), "What was decided: rests on the minutes of one meeting."),
        (
            "trace",
            (MINUTES, cited(SectionKind.MINUTES, MAY), REPORT),
            "How it went on: rests on the minutes of 2 meetings and one other paper.",
        ),
        ("fact", (REPORT, cited(SectionKind.APPENDIX, MARCH)), "A fact: rests on 2 papers."),
        ("decision", (REPORT,), "Not minuted: rests on one paper, written before or without a decision."),
    ],
)
def test_it_says_what_the_answer_rests_on(kind: str, citations: tuple[Citation, ...], words: str) -> None:
    assert basis(Answer("?", "", True, kind, citations)) == words


def test_what_is_not_answered_rests_on_nothing() -> None:
    assert basis(Answer("?", "", False, "not_found", (REPORT,))) == ""
