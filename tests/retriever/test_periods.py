from datetime import date

import pytest

from retriever.periods import EARLIEST, Period, periods_in, shifted, written_out

TODAY = date(2025, 6, 15)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("What was agreed on 9 December 2013?", date(2013, 12, 9), date(2013, 12, 9)),
        ("on the 3rd of March, 2024", date(2024, 3, 3), date(2024, 3, 3)),
        ("the meeting of January 30th 2025", date(2025, 1, 30), date(2025, 1, 30)),
        ("on 09/01/2025", date(2025, 1, 9), date(2025, 1, 9)),
        ("in February 2024", date(2024, 2, 1), date(2024, 2, 29)),
        ("during 2023", date(2023, 1, 1), date(2023, 12, 31)),
        ("in autumn 2022", date(2022, 9, 1), date(2022, 11, 30)),
        ("in winter 2022", date(2022, 12, 1), date(2023, 2, 28)),
        ("in the first quarter of 2018", date(2018, 1, 1), date(2018, 3, 31)),
        ("in Q4 2023", date(2023, 10, 1), date(2023, 12, 31)),
        ("in early 2014", date(2014, 1, 1), date(2014, 4, 30)),
        ("in mid-2024", date(2024, 5, 1), date(2024, 8, 31)),
        ("at the end of 2024", date(2024, 9, 1), date(2024, 12, 31)),
        ("since 2022", date(2022, 1, 1), TODAY),
        ("last autumn", date(2024, 9, 1), date(2024, 11, 30)),
        ("last year", date(2024, 1, 1), date(2024, 12, 31)),
        ("last month", date(2025, 5, 1), date(2025, 5, 31)),
    ],
)
def test_finds_the_period_that_is_named(text: str, start: date, end: date) -> None:
    assert periods_in(text, TODAY) == [Period(start, end)]


def test_keeps_two_dates_in_the_order_they_are_named() -> None:
    found = periods_in("between 4 March 2024 and 9 January 2023", TODAY)
    assert [p.start for p in found] == [date(2024, 3, 4), date(2023, 1, 9)]


@pytest.mark.parametrize(
    "text",
    [
        "the 2025/26 budget",
        "Q3 2025/26",
        "the end of 2014/15",
        "the 2014-17 plan",
        "room 2013a",
        "31 February 2024 is no day",
    ],
)
def test_takes_no_period_from_what_is_none(text: str) -> None:
    assert [p for p in periods_in(text, TODAY) if p.exact or p.start.year in (2014, 2025)] == []


MET = [date(2023, 9, 7), date(2024, 9, 12), date(2025, 1, 9), date(2025, 3, 4)]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("What did the September meeting decide?", date(2024, 9, 1), date(2024, 9, 30)),
        ("in the january meeting", date(2025, 1, 1), date(2025, 1, 31)),
        ("What was said at the last meeting?", date(2025, 3, 4), date(2025, 3, 4)),
        ("the most recent Cabinet meeting", date(2025, 3, 4), date(2025, 3, 4)),
        ("between 2021 and 2023", date(2021, 1, 1), date(2023, 12, 31)),
    ],
)
def test_what_has_no_year_is_dated_by_the_meetings_that_are_held(text: str, start: date, end: date) -> None:
    assert periods_in(text, TODAY, MET) == [Period(start, end)]


@pytest.mark.parametrize("text", ["May we see the plan?", "who may march here", "in November", "it will march on"])
def test_a_month_that_no_meeting_was_in_and_a_word_that_is_none_date_nothing(text: str) -> None:
    assert periods_in(text, TODAY, MET) == []


def test_a_month_behind_in_is_one_in_small_letters_too() -> None:
    days = [date(2024, 2, 6), date(2024, 5, 7)]
    assert periods_in("who voted against it in february", TODAY, days) == [Period(date(2024, 2, 1), date(2024, 2, 29))]
    assert periods_in("what was said in may", TODAY, days) == [Period(date(2024, 5, 1), date(2024, 5, 31))]


def test_a_year_behind_two_months_is_of_both() -> None:
    found = periods_in("What changed in January and March 2024?", TODAY)
    assert found == [Period(date(2024, 1, 1), date(2024, 1, 31)), Period(date(2024, 3, 1), date(2024, 3, 31))]


@pytest.mark.parametrize("text", ["between January and March 2024", "from January 2024 until March 2024"])
def test_two_times_that_bound_a_stretch_are_one(text: str) -> None:
    assert periods_in(text, TODAY) == [Period(date(2024, 1, 1), date(2024, 3, 31))]


def test_last_autumn_is_that_of_papers_which_ended_long_ago() -> None:
    days = [date(2021, 10, 5), date(2022, 2, 1)]
    assert periods_in("How was attendance last autumn?", TODAY, days) == [Period(date(2021, 9, 1), date(2021, 11, 30))]


def test_the_year_before_moves_the_period_of_the_question_before() -> None:
    leap = Period(date(2024, 2, 1), date(2024, 2, 29))
    assert shifted("And the year before?", [leap]) == [Period(date(2023, 2, 1), date(2023, 2, 28))]
    assert shifted("And the following year?", [leap]) == [Period(date(2025, 2, 1), date(2025, 2, 28))]
    assert shifted("And the cost?", [leap]) == []


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("What was decided before 12 December 2023?", EARLIEST, date(2023, 12, 11)),
        ("prior to March 2024", EARLIEST, date(2024, 2, 29)),
        ("until 12 December 2023", EARLIEST, date(2023, 12, 12)),
        ("by the end of March 2024", EARLIEST, date(2024, 3, 31)),
        ("after the meeting of 19 March 2024", date(2024, 3, 20), date(2025, 6, 16)),
        ("since January 2024", date(2024, 1, 1), TODAY),
        ("since 4 February 2025", date(2025, 2, 4), TODAY),
    ],
)
def test_a_word_in_front_opens_the_time_to_one_side(text: str, start: date, end: date) -> None:
    assert periods_in(text, TODAY) == [Period(start, end)]


@pytest.mark.parametrize(
    ("text", "full"),
    [
        ("on 04/02/2025", "on 4 February 2025"),
        ("on 4.2.25", "on 4 February 2025"),
        ("on 2025-02-04", "on 4 February 2025"),
        ("on 4th Feb 2025?", "on 4 February 2025?"),
        ("on 12th Sept", "on 12 September"),
        ("minute 24/00093", "minute 24/00093"),
        ("the 2024/25 budget of 31/31/2025", "the 2024/25 budget of 31/31/2025"),
        ("May 4 people speak?", "May 4 people speak?"),
    ],
)
def test_days_as_people_type_them_are_written_out(text: str, full: str) -> None:
    assert written_out(text) == full


def test_a_day_without_its_year_is_the_last_meeting_of_that_day() -> None:
    assert periods_in("on 12 September", TODAY, [date(2023, 9, 12), date(2024, 9, 12), date(2024, 9, 20)]) == [
        Period(date(2024, 9, 12), date(2024, 9, 12))
    ]
