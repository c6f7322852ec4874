from datetime import date

import pytest

from retriever.periods import Period, periods_in

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


@pytest.mark.parametrize("text", ["the 2025/26 budget", "the 2014-17 plan", "room 2013a", "31 February 2024 is no day"])
def test_takes_no_period_from_what_is_none(text: str) -> None:
    assert [p for p in periods_in(text, TODAY) if p.exact or p.start.year in (2014, 2025)] == []
