"""Where a quote stands, in words."""

from __future__ import annotations

from datetime import date

import pytest

from app.answers.answer import Citation
from app.answers.sources import source_label
from corpus.papers import Meeting, Paper
from indexer.passages.passage import Passage
from indexer.sections.section import Section, SectionKind

MINUTES = Section(
    Paper("a.pdf", "0" * 64, 9, 9), SectionKind.MINUTES, Meeting("Marlham Town Council", "Cabinet", date(2031, 3, 4))
)
TEXT = "That the quay be lit."


@pytest.mark.parametrize(("last", "said"), [(4, "PDF page 4"), (5, "PDF pages 4–5")])
def test_a_quote_that_runs_over_a_page_end_is_cited_with_both_pages(last: int, said: str) -> None:
    citation = Citation(1, Passage(MINUTES, TEXT, TEXT, 4, last, item="7"), TEXT, 4, last)
    assert source_label(citation) == f"Marlham Town Council, Cabinet, 4 March 2031, minute 7, {said}"
