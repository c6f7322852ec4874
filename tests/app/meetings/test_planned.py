"""The rows of forward plans and work programmes, each with its day or its month."""

from __future__ import annotations

from datetime import date

import pytest

from app.meetings.planned import Planned, planned_in
from corpus.papers import Meeting, Paper
from indexer.items.table_rows import TableRow
from indexer.sections.section import Section, SectionKind

TODAY = date(2031, 1, 8)


def plan(*rows: tuple[str, ...], number: int = 1) -> list[TableRow]:
    """A work programme; the first cell of a row is its name."""
    of = Section(Paper("plan.pdf", "0", 1, 1), SectionKind.FORWARD_PLAN, Meeting("Saltby", "Cabinet", date(2031, 1, 7)))
    return [
        TableRow(
            of, 1, number, "", "", "", "", name, ("",) * len(cells), cells, ("",) * len(cells), " ".join((name, *cells))
        )
        for name, *rest in rows
        for cells in (tuple(rest),)
    ]


def told(*rows: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(one.when, one.what) for one in planned_in(plan(*rows), TODAY)]


@pytest.mark.parametrize(
    ("row", "when", "what"),
    [
        (("Ferry fares", "4 March 2031", "Clerk"), "4 March 2031", "Ferry fares"),
        (("4 March 2031", "Ferry fares", "Clerk"), "4 March 2031", "Ferry fares"),
        (("Ferry fares", "4", "March 2031"), "4 March 2031", "Ferry fares"),
        (("Ferry fares", "March 2031"), "March 2031", "Ferry fares"),
        (("Ferry fares (first promised for 3 June 2030)", "4 March 2031"), "4 March 2031",
         "Ferry fares (first promised for 3 June 2030)"),
    ],
)  # fmt: skip
def test_a_row_says_what_is_to_come_up_and_when(row: tuple[str, ...], when: str, what: str) -> None:
    assert told(row) == [(when, what)]


def test_a_row_below_a_day_that_stands_for_several_is_of_that_day() -> None:
    found = told(("Ferry fares", "4 March 2031"), ("Slipway", ""), ("Mill", "6 May 2031"))
    assert found == [("4 March 2031", "Ferry fares"), ("4 March 2031", "Slipway"), ("6 May 2031", "Mill")]


def test_a_row_with_two_days_of_its_own_has_none() -> None:
    assert told(("Ferry fares", "4 March or 6 May 2031, else 3 June 2031")) == []


def test_a_month_is_ahead_until_it_is_over_and_is_no_day() -> None:
    (one,) = planned_in(plan(("Ferry fares", "January 2031")), TODAY)
    assert (one.day, one.exact) == (date(2031, 1, 31), False)
    assert planned_in(plan(("Ferry fares", "January 2031")), date(2031, 2, 1)) == []


def test_whether_a_decision_is_key_is_not_guessed() -> None:
    (one,) = planned_in(plan(("Ferry fares", "4 March 2031")), TODAY)
    assert isinstance(one, Planned)
    assert one.is_key is None
