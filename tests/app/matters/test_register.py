"""The register: each decision once, found by what is looked for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from papers_of_a_matter import ASKED, COUNCIL, PARKING, RENEWED

from app.answers.filters import Filters
from app.matters.register import Criteria, Result, entries, is_routine, outcomes_of, results_a_year, selected
from corpus.papers import Paper

VOTED = replace(
    PARKING, votes="For (2): Councillors Ash and Birch; Against (1): Councillor Nott", delegated_to="Director of Place"
)
HELD = entries([RENEWED, ASKED, VOTED])


def texts(criteria: Criteria) -> list[str]:
    return [entry.decision.text for entry in selected(HELD, criteria)]


def test_minutes_printed_again_count_once_and_name_both_files() -> None:
    again = replace(RENEWED, section=replace(RENEWED.section, paper=Paper("again.pdf", "1", 1, 1)))
    (entry,) = entries([RENEWED, again])
    assert entry.decision.section.paper.file == "minutes.pdf"
    assert entry.copies == ("again.pdf",)


@pytest.mark.parametrize(
    ("criteria", "wanted"),
    [
        (Criteria(), [RENEWED.text, ASKED.text, VOTED.text]),
        (Criteria(text="leases"), [RENEWED.text]),
        (Criteria(text="ferry survey"), [ASKED.text]),
        (Criteria(text="ferry parking"), []),
        (Criteria(outcome="noted"), [VOTED.text]),
        (Criteria(person="Cllr Ash"), [RENEWED.text, VOTED.text]),
        (Criteria(person="nott"), [VOTED.text]),
        (Criteria(person="not"), []),
        (Criteria(person="director of place"), [VOTED.text]),
        (Criteria(Filters(organisation=COUNCIL, body="Cabinet")), [RENEWED.text, ASKED.text, VOTED.text]),
        (Criteria(Filters(body="Council")), []),
        (Criteria(Filters(since=date(2024, 3, 5))), []),
        (Criteria(Filters(until=date(2024, 3, 4))), [RENEWED.text, ASKED.text, VOTED.text]),
    ],
)
def test_what_fits_is_found_and_nothing_else(criteria: Criteria, wanted: list[str]) -> None:
    assert texts(criteria) == wanted


def test_the_newest_meeting_comes_first_and_what_has_no_date_last() -> None:
    def on(day: date | None) -> object:
        meeting = replace(RENEWED.section.meeting, held_on=day)
        return replace(RENEWED, section=replace(RENEWED.section, meeting=meeting))

    held = entries([on(None), on(date(2023, 1, 1)), on(date(2024, 1, 1))])  # type: ignore[list-item]
    days = [entry.decision.section.meeting.held_on for entry in selected(held, Criteria())]
    assert days == [date(2024, 1, 1), date(2023, 1, 1), None]


def test_decisions_are_counted_a_year_by_what_became_of_them() -> None:
    assert {year: dict(by) for year, by in results_a_year(HELD).items()} == {2024: {Result.AGREED: 2, Result.NOTED: 1}}
    assert outcomes_of(HELD) == ["approved", "requested", "noted"]


def test_only_what_every_meeting_does_is_routine() -> None:
    assert not is_routine(RENEWED)
    assert is_routine(replace(RENEWED, text="that the public be excluded from the meeting"))
    assert not is_routine(replace(RENEWED, text="put off, that the public be excluded then", outcome="deferred"))
    assert is_routine(replace(RENEWED, outcome="confirmed"))
