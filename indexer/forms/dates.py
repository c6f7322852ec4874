"""Dates as council papers write them, found in running text; what is misprinted is noted, never repaired."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
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
# the raised letters behind a day are often read as a quotation mark: 29" September
_DAY = r"(?P<day>\d{1,2})\s*(?:st|nd|rd|th|ú|u|[\"“”'’*°])?"
_WEEKDAY = r"(?:(?P<weekday>" + "|".join(_WEEKDAYS) + r")[,\s]+(?:the\s+)?)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)\b"
_FORMS = [
    # "9 December 2013", "Tuesday 10th January, 2023", "17 th July 2014", "30th-Jan-2025", "the 3rd of May, 2019"
    re.compile(rf"{_WEEKDAY}\b{_DAY}[\s-]+(?:day of |of )?{_MONTH}[\s,.-]*{_YEAR}", re.I),
    # "December 9, 2013", "Thursday, January 9th 2025"
    re.compile(rf"{_WEEKDAY}\b{_MONTH}\s+{_DAY},?\s+{_YEAR}", re.I),
    # "2025-01-30"
    re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)-(?P<number>\d\d)-(?P<day>\d\d)(?!\d)"),
    # "20250130": in the names of files
    re.compile(r"(?<!\d)(?P<year>20\d\d)(?P<number>0[1-9]|1[0-2])(?P<day>[0-3]\d)(?!\d)"),
    # "09/01/2025", "9.1.25", "09-01-2025": the day comes first in these islands
    re.compile(
        r"(?<![\d.,/£-])(?P<day>\d{1,2})(?P<sep>[/.-])(?P<number>\d{1,2})(?P=sep)(?P<year>(?:19|"
        r"20)?\d\d)(?![\d.,]*\d)"
    ),
]
# "the third of May two thousand and one", "THIRD DAY OF MAY, TWENTY TWENTY-ONE"
_UNITS = "one two three four five six seven eight nine".split()
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_UNDER_100 = dict(zip([*_UNITS, *_TEENS], range(1, 20), strict=True)) | {
    f"{ten} {unit}".strip(): at * 10 + plus
    for at, ten in enumerate(_TENS, 2)
    for plus, unit in enumerate(["", *_UNITS])
}
_NTH = dict(
    zip(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
        "sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        range(1, 21),
        strict=True,
    )
)
_NTH |= {f"twenty {name}": 20 + day for name, day in list(_NTH.items())[:9]} | {"thirtieth": 30, "thirty first": 31}
_IN_WORDS = re.compile(
    rf"{_WEEKDAY}\b(?P<nth>{'|'.join(sorted(_NTH, key=len, reverse=True)).replace(' ', '[ -]')})\s+(?:day\s+)?(?:of\s+)?{_MONTH},?\s+"
    r"(?:in the year\s+)?(?:two thousand(?:\s+and)?(?:\s+(?P<since>[a-z]+(?:[ -][a-z]+)?))?|"
    r"twenty[ -](?P<since2>[a-z]+(?:[ -][a-z]+)?)|(?P<year>20\d\d|19\d\d)\b)",
    re.I,
)
# "Wednesday 22nd October": a day whose year stands elsewhere
_NO_YEAR = re.compile(rf"{_WEEKDAY}\b{_DAY}[\s-]+(?:day of |of )?{_MONTH}(?![\s,.-]*\d)", re.I)
# The fewest characters in which any of the forms can start to match: spares a search of most lines.
_WORTH_A_LOOK = re.compile(r"\d{4}|\d[/.-]\d{1,2}[/.-]\d")
_WORTH_A_READ = re.compile(
    r"\btwo thousand\b|\btwenty[ -][a-z]|th day of\b|(?:st|nd|rd|th) of \w+,? (?:19|20)\d\d", re.I
)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date as it stands in a text; `slip` says in a sentence what does not fit ("" where nothing does)."""

    day: date
    start: int
    end: int
    slip: str = ""


def find_dates(text: str) -> tuple[FoundDate, ...]:
    """The dates written out in a text, in order; impossible ones (31 June) are left out."""
    found = list(_found(text)) if _WORTH_A_LOOK.search(text) else []
    if _WORTH_A_READ.search(text):
        found += _in_words(text)
    return tuple(sorted(found, key=lambda one: one.start))


def first_date(text: str) -> date | None:
    """The first date in a text, None where there is none."""
    found = find_dates(text)
    return found[0].day if found else None


def day_without_year(text: str, years: Iterable[int]) -> FoundDate | None:
    """A day and month in a text that stand without a year, in the one of some years that fits its weekday; None for none.

    Without a weekday to judge by, it is only found where there is but one year.
    """
    years = sorted(set(years))
    for match in _NO_YEAR.finditer(text):
        weekday = match["weekday"]
        days = [day for year in years if (day := _day(year, _MONTHS[match["month"].casefold()], int(match["day"])))]
        fit = [day for day in days if weekday and _WEEKDAYS[day.weekday()] == weekday.casefold()]
        if len(fit or days) == 1 and (fit or not weekday):
            return FoundDate((fit or days)[0], match.start(), match.end())
    return None


def _day(year: int, month: int, day: int) -> date | None:
    """A day of the calendar, None for 31 June."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _in_words(text: str) -> Iterator[FoundDate]:
    """The dates that are written out in words."""
    for match in _IN_WORDS.finditer(text):
        words = re.split(r"[ -]", (match["since"] or match["since2"] or "").casefold())
        known = [n for n in (2, 1) if " ".join(words[:n]) in _UNDER_100]
        year = int(match["year"] or 2000) + (_UNDER_100[" ".join(words[: known[0]])] if known else 0)
        day = _day(year, _MONTHS[match["month"].casefold()], _NTH[match["nth"].casefold().replace("-", " ")])
        if day and (known or match["since2"] is None):
            yield FoundDate(day, match.start(), match.end(), _slip(day, match["weekday"]))


def _found(text: str) -> Iterator[FoundDate]:
    """The matches of every form that are days of the calendar."""
    for form in _FORMS:
        for match in form.finditer(text):
            parts = match.groupdict()
            month = _MONTHS[parts["month"].casefold()] if parts.get("month") else int(parts["number"])
            year = int(parts["year"]) + (2000 if len(parts["year"]) == 2 else 0)
            day = _day(year, month, int(parts["day"]))
            if day is None:
                continue
            yield FoundDate(day, match.start(), match.end(), _slip(day, parts.get("weekday")))


def _slip(day: date, weekday: str | None) -> str:
    """A sentence where the weekday printed beside a date is not that of the date."""
    if not weekday or _WEEKDAYS[day.weekday()] == weekday.casefold():
        return ""
    return f"{day:%d %B %Y} was a {day:%A}, not a {weekday.capitalize()} as printed."
