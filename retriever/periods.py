"""Period: a stretch of time that a question names, from one day to some years."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from indexer.forms.form import Form
from retriever.question_forms.times import (
    AFTER,
    BEFORE,
    DAY,
    DAY_BEHIND_MONTH,
    DAY_IN_FIGURES,
    DAY_OF_MONTH,
    DAY_WITH_SIGNS,
    FROM_YEAR_TO_YEAR,
    ISO_DAY,
    LAST,
    LAST_MEETING,
    MONTH_ALONE,
    MONTH_AND_YEAR,
    MONTH_OF_TWO,
    MONTHS,
    PART_OF_YEAR,
    QUARTER,
    SEASON,
    SHIFTS,
    SHORT_MONTH,
    SINCE,
    UNTIL,
    WHOLE_YEAR,
)

__all__ = ["EARLIEST", "MONTHS", "SEASONS", "Period", "periods_in", "shifted", "written_out"]

SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter": (12, 2)}

QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}  # of the calendar year
# The months, first and last, of a third of a year.
PARTS = {"early": (1, 4), "start of": (1, 4), "beginning of": (1, 4), "mid": (5, 8), "middle of": (5, 8)}
PARTS |= {"late": (9, 12), "end of": (9, 12)}


@dataclass(frozen=True, slots=True)
class Period:
    """From `start` to `end`, both days included; `exact` where a single day was named."""

    start: date
    end: date

    @property
    def exact(self) -> bool:
        """True where the period is one day."""
        return self.start == self.end

    def holds(self, day: date | None) -> bool:
        """True where the day lies in the period."""
        return day is not None and self.start <= day <= self.end


def periods_in(
    text: str, today: date, days: Sequence[date] = (), *, minuted: Callable[[date], bool] = lambda _: True
) -> list[Period]:
    """The periods named in a text, in the order they are named.

    `days` are those of the meetings that may be meant: a month without a year is the last such month with a meeting
    ("the September meeting"), and "the last meeting" is the last of them that was `minuted`; without any, both are
    left out. "Last autumn" is that before today, or before the last of the days where none lies in it: papers may end
    long ago. "From March to May 2031" is one period.
    """
    found: list[tuple[int, int, Period]] = []
    for start, end, period in (
        *_named(text.lower(), today, days),
        *_met(text, [day for day in days if minuted(day) and day <= today], days),
    ):
        # forms are tried from the most to the least exact: "2022" inside "autumn 2022" says nothing more
        if all(end <= at or start >= to for at, to, _ in found):
            found.append((start, end, period))
    found = _ranges(text.lower(), sorted(found, key=lambda named: named[0]))
    if len(found) == 1:  # of two times each bounds the other
        return [_opened(text, found[0][0], found[0][2], today)]
    return list(dict.fromkeys(period for _, _, period in found))


def _ranges(text: str, found: Sequence[tuple[int, int, Period]]) -> list[tuple[int, int, Period]]:
    """The times found, in order, with two that bound one stretch of time made one."""
    made: list[tuple[int, int, Period]] = []
    for start, end, period in found:
        at, to, before = made[-1] if made else (0, 0, period)
        opens, joins = text[:at].split()[-1:], text[to:start].strip()
        if before.start < period.start and (*opens, joins) in RANGE:
            made[-1] = (at, end, Period(before.start, period.end))
        else:
            made.append((start, end, period))
    return made


RANGE = frozenset({("from", "to"), ("from", "until"), ("from", "till"), ("between", "and")})
"""The word in front of a time and the one between it and the next where both bound one stretch of time."""

EARLIEST = date(1900, 1, 1)
"""Where a time without a beginning begins: no paper is older."""


def _opened(text: str, at: int, period: Period, today: date) -> Period:
    """The period, or all the time before or after it where the words in front of it say so.

    "Before" and "after" leave the period itself out, "until", "by" and "since" do not.
    """
    front, latest = text[max(0, at - 60) : at], max(today, period.end)
    if BEFORE.search(front):
        return Period(EARLIEST, period.start - timedelta(days=1))
    if UNTIL.search(front):
        return Period(EARLIEST, period.end)
    if AFTER.search(front):
        return Period(period.end + timedelta(days=1), latest + timedelta(days=1))
    return Period(period.start, latest) if SINCE.search(front) else period


def written_out(text: str) -> str:
    """The text with days in figures or with a short month ("04/02/2025", "4th Feb 2025") as papers print them."""
    text = ISO_DAY.sub(lambda m: _in_full(m[0], int(m[1]), int(m[2]), int(m[3])), text)
    text = DAY_IN_FIGURES.sub(
        lambda m: _in_full(m[0], int(m[4]) + (2000 if len(m[4]) == 2 else 0), int(m[3]), int(m[1])), text
    )
    return SHORT_MONTH.sub(
        lambda m: f"{m[1]} {calendar.month_name[MONTHS[m[2].lower()]]}{(m[3] or '').replace(',', '')}", text
    )


def _in_full(given: str, year: int, month: int, day: int) -> str:
    found = _day(year, month, day)
    return f"{found.day} {found:%B %Y}" if found else given


def shifted(text: str, periods: Iterable[Period]) -> list[Period]:
    """The periods of an earlier question moved by what a later one says: "and the year before?"."""
    years = next((step for form, step in SHIFTS if form.search(text.lower())), 0)
    return [Period(_moved(period.start, years), _moved(period.end, years)) for period in periods] if years else []


def _moved(day: date, years: int) -> date:
    last = calendar.monthrange(day.year + years, day.month)[1]
    return date(day.year + years, day.month, min(day.day, last))


def _named(text: str, today: date, days: Sequence[date]) -> Iterator[tuple[int, int, Period]]:
    """The times that a text in small letters names, with their places; from the most to the least exact form."""
    for form, period_of in READERS:
        for match in form.finditer(text):
            period = period_of(match, today)
            if form is LAST and days and period and not any(map(period.holds, days)):
                period = period_of(match, max(days))
            if period is not None:
                yield match.start(), match.end(), period


def _one_day(year: int, month: int, day: int) -> Period | None:
    """A day as a period, None for 31 June."""
    found = _day(year, month, day)
    return Period(found, found) if found else None


def _year_in_figures(year: str) -> int:
    return int(year) + (2000 if len(year) == 2 else 0)


def _part_of(year: int, part: str) -> Period:
    first, last = PARTS[part]
    return Period(date(year, first, 1), _month(year, last).end)


def _years(first: int, last: int) -> Period | None:
    return Period(date(first, 1, 1), date(last, 12, 31)) if first <= last else None


READERS: tuple[tuple[Form, Callable[[re.Match[str], date], Period | None]], ...] = (
    (DAY, lambda m, _: _one_day(int(m[3]), MONTHS[m[2]], int(m[1]))),
    (DAY_BEHIND_MONTH, lambda m, _: _one_day(int(m[3]), MONTHS[m[1]], int(m[2]))),
    (DAY_WITH_SIGNS, lambda m, _: _one_day(_year_in_figures(m[3]), int(m[2]), int(m[1]))),
    (MONTH_AND_YEAR, lambda m, _: _month(int(m[2]), MONTHS[m[1]])),
    (MONTH_OF_TWO, lambda m, _: _month(int(m[3]), MONTHS[m[1]])),
    (SEASON, lambda m, _: _season(m[1], int(m[2]))),
    (QUARTER, lambda m, _: _quarter(int(m[1] or QUARTERS[m[2]]), int(m[3]))),
    (PART_OF_YEAR, lambda m, _: _part_of(int(m[2]), m[1])),
    (FROM_YEAR_TO_YEAR, lambda m, _: _years(int(m[1]), int(m[2]))),
    (WHOLE_YEAR, lambda m, _: _years(int(m[1]), int(m[1]))),
    (LAST, lambda m, today: _last(m[1], today)),
)
"""From the most to the least exact form: what lies inside a time that was read already says nothing more."""


def _met(text: str, past: Sequence[date], days: Sequence[date]) -> Iterator[tuple[int, int, Period]]:
    """What only the meetings of the papers can date."""
    for named in DAY_OF_MONTH.finditer(text):
        if same := [day for day in days if (day.day, day.month) == (int(named[1]), MONTHS[named[2].lower()])]:
            yield named.start(), named.end(), Period(max(same), max(same))
    # "the last meeting" is one that took place: the latest agenda may be for next week.
    if past and (m := LAST_MEETING.search(text)):
        yield m.start(), m.end(), Period(max(past), max(past))
    for start, end, number in _months_alone(text):
        # "in March" means the March of the last meeting in one, which may be last year's.
        if of_month := [day for day in days if day.month == number]:
            yield start, end, _month(max(of_month).year, number)


def _months_alone(text: str) -> Iterator[tuple[int, int, int]]:
    """The months named without a year: where each begins and ends, and its number."""
    for match in MONTH_ALONE.finditer(text):
        number = MONTHS.get(match[0].lower())
        if number is not None and match.start() > 0:  # "May we ...?" names no month
            yield match.start(), match.end(), number


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month(year: int, month: int) -> Period:
    return Period(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))


def _season(name: str, year: int) -> Period:
    first, last = SEASONS[name]
    return Period(date(year, first, 1), _month(year + (last < first), last).end)


def _quarter(number: int, year: int) -> Period:
    return Period(date(year, 3 * number - 2, 1), _month(year, 3 * number).end)


def _last(what: str, today: date) -> Period:
    if what == "year":
        return Period(date(today.year - 1, 1, 1), date(today.year - 1, 12, 31))
    if what == "month":
        before = today.replace(day=1) - timedelta(days=1)
        return _month(before.year, before.month)
    season = _season(what, today.year)
    return season if season.end < today else _season(what, today.year - 1)
