"""Where a quote stands, in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.answers.answer import Citation
from app.answers.sources import source_label
from app.answers.wording import place
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


@pytest.mark.parametrize(("row", "label", "panel"), [
    ("9", "action log, row 9", "Action log, row 9: Tracker"),
    ("5", "action log", "Action log: Tracker"),
])  # fmt: skip
def test_the_number_of_a_row_of_a_log_is_not_taken_for_that_of_an_item(row: str, label: str, panel: str) -> None:
    log = replace(MINUTES, kind=SectionKind.ACTION_LOG, item="5", title="Tracker")
    citation = Citation(1, Passage(log, TEXT, TEXT, 4, 4, item=row), TEXT, 4, 4)
    assert source_label(citation) == f"Marlham Town Council, Cabinet, 4 March 2031, {label}, PDF page 4"
    assert place(citation) == panel
