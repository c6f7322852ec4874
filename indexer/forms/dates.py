"""Dates as council papers write them, found in running text; what is misprinted is noted, never repaired."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

_ENGLISH = "january february march april may june july august september october november december"
# Irish and Welsh months stand in bilingual minutes; genitives and lenition as they are printed in dates
_OTHER = {
    "eanáir": 1,
    "feabhra": 2,
    "márta": 3,
    "mhárta": 3,
    "aibreán": 4,
    "aibreáin": 4,
    "bealtaine": 5,
    "meitheamh": 6,
    "iúil": 7,
    "lúnasa": 8,
    "meán fómhair": 9,
    "deireadh fómhair": 10,
    "samhain": 11,
    "nollaig": 12,
    "ionawr": 1,
    "chwefror": 2,
    "mawrth": 3,
    "ebrill": 4,
    "mai": 5,
    "mehefin": 6,
    "gorffennaf": 7,
    "awst": 8,
    "medi": 9,
    "hydref": 10,
    "tachwedd": 11,
    "rhagfyr": 12,
}
_MONTHS = {name: number for number, name in enumerate(_ENGLISH.split(), 1)}
_MONTHS |= {name[:3]: number for name, number in _MONTHS.items()} | {"sept": 9} | _OTHER
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()

_MONTH = "(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_DAY = r"(?P<day>\d{1,2})\s*(?:st|nd|rd|th|ú|u)?"
_WEEKDAY = r"(?:(?P<weekday>" + "|".join(_WEEKDAYS) + r")[,\s]+(?:the\s+)?)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)\b"
_FORMS = [
    # "9 December 2013", "Tuesday 10th January, 2023", "17 th July 2014", "30th-Jan-2025", "the 3rd of May, 2019"
    re.compile(rf"{_WEEKDAY}\b{_DAY}[\s-]+(?:day of |of )?{_MONTH}[\s,.-]*{_YEAR}", re.I),
    # "December 9, 2013", "Thursday, January 9th 2025"
    re.compile(rf"{_WEEKDAY}\b{_MONTH}\s+{_DAY},?\s+{_YEAR}", re.I),
    # "2025-01-30"
    re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)-(?P<number>\d\d)-(?P<day>\d\d)(?!\d)"),
    # "09/01/2025", "9.1.25", "09-01-2025": the day comes first in these islands
    re.compile(
        r"(?<![\d.,/£-])(?P<day>\d{1,2})(?P<sep>[/.-])(?P<number>\d{1,2})(?P=sep)(?P<year>(?:19|"
        r"20)?\d\d)(?![\d.,]*\d)"
    ),
]
# The fewest characters in which any of the forms can start to match: spares a search of most lines.
_WORTH_A_LOOK = re.compile(r"\d{4}|\d[/.-]\d{1,2}[/.-]\d")


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date as it stands in a text; `slip` says in a sentence what does not fit ("" where nothing does)."""

    day: date
    start: int
    end: int
    slip: str = ""


def find_dates(text: str) -> tuple[FoundDate, ...]:
    """The dates written out in a text, in order; impossible ones (31 June) are left out."""
    if not _WORTH_A_LOOK.search(text):
        return ()
    return tuple(sorted(_found(text), key=lambda found: found.start))


def first_date(text: str) -> date | None:
    """The first date in a text, None where there is none."""
    found = find_dates(text)
    return found[0].day if found else None


def _found(text: str) -> Iterator[FoundDate]:
    """The matches of every form that are days of the calendar."""
    for form in _FORMS:
        for match in form.finditer(text):
            parts = match.groupdict()
            month = _MONTHS[parts["month"].casefold()] if parts.get("month") else int(parts["number"])
            year = int(parts["year"]) + (2000 if len(parts["year"]) == 2 else 0)
            try:
                day = date(year, month, int(parts["day"]))
            except ValueError:
                continue
            yield FoundDate(day, match.start(), match.end(), _slip(day, parts.get("weekday")))


def _slip(day: date, weekday: str | None) -> str:
    """A sentence where the weekday printed beside a date is not that of the date."""
    if not weekday or _WEEKDAYS[day.weekday()] == weekday.casefold():
        return ""
    return f"{day:%d %B %Y} was a {day:%A}, not a {weekday.capitalize()} as printed."
