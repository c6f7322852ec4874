"""Citations, meetings and pages in words."""

from __future__ import annotations

from dataclasses import replace

from fake_papers import FAKE, PACK

from app.answers.answer import Citation
from app.answers.filters import Filters
from app.answers.wording import pages, place, reference, sitting

MINUTES, AGENDA = FAKE.ask("fund", filters=Filters()).citations


def test_pages_name_the_physical_and_the_printed_one() -> None:
    assert pages(MINUTES) == "PDF page 2 (printed page 175)"
    assert pages(AGENDA) == "PDF page 1"
    assert pages(replace(MINUTES, page_end=3)) == "PDF pages 2\u20133 (printed page 175)"


def test_the_printed_page_of_the_passage_is_not_given_to_another_page() -> None:
    assert pages(replace(MINUTES, page=3, page_end=3)) == "PDF page 3"


def test_a_file_without_pages_has_none() -> None:
    assert pages(replace(MINUTES, page=None, page_end=None)) == ""


def test_place_and_sitting() -> None:
    assert place(MINUTES) == "Minutes, item 51: Better Care Fund"
    assert sitting(MINUTES.passage.section.meeting) == "Health and Wellbeing Board, 9 December 2013"


def test_the_title_of_whole_minutes_is_not_that_of_an_item() -> None:
    for title in ("", MINUTES.passage.section.title):
        assert place(replace(MINUTES, passage=replace(MINUTES.passage, title=title))) == "Minutes, item 51"
    assert place(replace(MINUTES, passage=replace(MINUTES.passage, title="", item=""))) == "Minutes: Minutes"


def test_a_reference_can_be_copied_into_a_report() -> None:
    assert reference(MINUTES) == (
        "Brambleford Borough Council, Health and Wellbeing Board, 9 December 2013, Minutes, item 51: Better Care Fund, "
        f"PDF page 2 (printed page 175). File: {PACK}. \u201c{MINUTES.quote}\u201d"
    )


def test_an_undated_meeting_says_so() -> None:
    section = replace(MINUTES.passage.section, meeting=replace(MINUTES.passage.section.meeting, held_on=None))
    undated = Citation(1, replace(MINUTES.passage, section=section), "q", 2, 2)
    assert "date not stated" in reference(undated)
