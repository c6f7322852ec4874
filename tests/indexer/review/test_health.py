"""What an index did not understand is named place by place, without any register made by hand."""

from __future__ import annotations

from datetime import date

from corpus.papers import Meeting, Paper
from indexer.findings.decisions import Decision
from indexer.passages.passage import Passage
from indexer.review.health import Doubt, doubts_of
from indexer.sections.boundaries import SectionKind
from indexer.sections.section import Section

MAY = Meeting("Gorsley Parish Council", "Council", date(2031, 5, 3))


def section(file: str, kind: SectionKind = SectionKind.MINUTES, meeting: Meeting = MAY) -> Section:
    return Section(Paper(file, file, 0, 0), kind, meeting, page=2)


def test_minutes_in_which_nothing_was_found_to_be_decided_are_named() -> None:
    told, silent = section("a.pdf"), section("b.pdf")
    decided = Decision(told, 2, "1", "Seat", "That the seat be painted.", "agreed")
    assert doubts_of([told, silent], [decided], ()).minutes_without_decision == (Doubt("b.pdf", 2),)


def test_a_section_of_no_known_kind_is_named_and_no_meeting_is_asked_of_it() -> None:
    doubts = doubts_of([section("x.pdf", SectionKind.UNKNOWN, Meeting())], (), ())
    assert doubts.sections_of_no_known_kind == (Doubt("x.pdf", 2),)
    assert doubts.count == 1


def test_a_meeting_without_a_day_or_a_body_is_named() -> None:
    doubts = doubts_of([section("a.pdf", SectionKind.FRONT_SHEET, Meeting("Gorsley Parish Council"))], (), ())
    assert doubts.meetings_without_date == doubts.meetings_without_body == (Doubt("a.pdf", 2),)


def test_minutes_whose_file_names_another_day_are_in_doubt() -> None:
    (doubt,) = doubts_of([section("minutes 2031-05-05.pdf")], (), ()).meetings_with_two_dates
    assert doubt.why == "The file is named for 5 May 2031, the minutes say 3 May 2031."
    assert not doubts_of([section("minutes 2031-05-03.pdf")], (), ()).meetings_with_two_dates


def test_an_item_with_a_number_and_no_title_is_named_once() -> None:
    minutes = section("a.pdf")
    passages = [Passage(minutes, text, text, page=3, item="14") for text in ("One.", "Two.")]
    assert doubts_of([minutes], (), passages).items_without_title == (Doubt("a.pdf", 3, "Item 14."),)
