"""Each paper behind an answer is named once, with the numbers on each of its pages."""

from __future__ import annotations

from datetime import date

from app.answers.answer import Citation
from app.answers.papers import CitedPaper, cited_papers
from corpus.papers import Meeting, Paper
from indexer.passages.passage import Passage
from indexer.sections.section import Section, SectionKind


def cited(number: int, kind: SectionKind, page: int | None, last: int | None = None) -> Citation:
    meeting = Meeting("Saltby Town Council", "Harbour Committee", date(2031, 5, 4))
    section = Section(Paper(f"{kind.value}.pdf", "0", 1, 1), kind, meeting)
    return Citation(number, Passage(section, "a", "a", page, page), "a", page, last or page)


def test_citations_are_put_together_by_paper_and_page() -> None:
    minutes, report = SectionKind.MINUTES, SectionKind.REPORT
    found = cited_papers([cited(1, minutes, 2), cited(2, report, None), cited(3, minutes, 2), cited(4, minutes, 3, 4)])
    assert found == [
        CitedPaper("Harbour Committee minutes, 4 May 2031", (("page 2", (1, 3)), ("pages 3 to 4", (4,)))),
        CitedPaper("Harbour Committee report, 4 May 2031", (("", (2,)),)),
    ]
