"""The papers as a person browses them, and what the papers themselves show to be missing."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from app.holdings.library import Missing, gaps, library_of, unheld_minutes
from corpus.papers import Meeting, Paper
from indexer.findings.minutes import Decision
from indexer.sections.section import Section, SectionKind
from indexer.store import PUBLIC, Store

COUNCIL = "Aldermere Borough Council"


def section(day: date | None, kind: SectionKind = SectionKind.MINUTES, body: str = "Cabinet") -> Section:
    return Section(Paper(f"{day}.pdf", str(day), 1, 1), kind, Meeting(COUNCIL, body, day))


def approval(text: str, on: date, outcome: str = "approved") -> Decision:
    return Decision(section=section(on), text=text, outcome=outcome, item="2", title="Minutes", page=1)


MAY = approval("That the minutes of the meeting held on 2 May 2023 be approved.", date(2023, 6, 6))


def test_minutes_that_were_approved_and_are_not_held_are_named_once() -> None:
    assert list(unheld_minutes([section(date(2023, 6, 6))], [MAY, MAY])) == [
        Missing(
            COUNCIL,
            "Cabinet",
            "Minutes of 2 May 2023 were approved on 6 June 2023, but we do not have them.",
            date(2023, 5, 2),
        )
    ]


def test_minutes_that_are_held_are_not_missing() -> None:
    assert list(unheld_minutes([section(date(2023, 5, 2))], [MAY])) == []


def test_an_agenda_of_the_day_is_no_minutes() -> None:
    assert len(list(unheld_minutes([section(date(2023, 5, 2), SectionKind.FRONT_SHEET)], [MAY]))) == 1


def test_what_was_not_approved_says_nothing() -> None:
    deferred = approval(MAY.text, date(2023, 6, 6), "deferred")
    assert list(unheld_minutes([], [deferred])) == []


def test_a_gap_much_longer_than_usual_is_named() -> None:
    months = [date(2023, month, 6) for month in (1, 2, 3, 4, 9, 10)]
    assert [one.why for one in gaps(map(section, months))] == [
        "No papers between 6 April 2023 and 6 September 2023. It usually meets about every month, "
        "so some may be missing."
    ]


@pytest.mark.parametrize("months", [(1, 2, 9), (1, 2, 3, 4, 5, 7)])
def test_few_meetings_and_a_summer_recess_say_nothing(months: tuple[int, ...]) -> None:
    assert list(gaps(section(date(2023, month, 6)) for month in months)) == []


@pytest.mark.slow
def test_every_sample_paper_stands_under_one_meeting(sample_index: Path) -> None:
    with Store(sample_index, None) as store:
        library = library_of(store, PUBLIC)
        files = [held.paper.file for held in library.papers]
        assert sorted(files) == sorted(held.paper.file for held in store.papers(right=PUBLIC))
    assert (COUNCIL, "Cabinet") in library.bodies
    pack = "cabinet/2023-09-12/Public reports pack 12th-Sep-2023 18.00 Cabinet.pdf"
    cabinet = {one.meeting.held_on: one for one in library.of(COUNCIL, "Cabinet")}
    assert pack in [held.paper.file for held in cabinet[date(2023, 9, 12)].papers]
    assert library.became(pack) == "read and indexed"
    assert library.became("unheard-of.pdf").startswith("not shown to the public")


@pytest.mark.parametrize(
    ("days", "words"), [(7, "every week."), (21, "every 3 weeks."), (28, "every month."), (116, "every 4 months.")]
)
def test_how_often_a_committee_meets_is_told_in_weeks_or_months(days: int, words: str) -> None:
    met = [date(2023, 1, 6) + timedelta(days=days * number) for number in (0, 1, 2, 3, 4, 8)]
    (gap,) = gaps(map(section, met))
    assert words.removesuffix(".") + "," in gap.why
