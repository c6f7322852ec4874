"""Figures and dates that a text states, in one form whatever way they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from indexer.dates import find_dates

_MONTHS = {
    name: number
    for number, names in enumerate(
        "january jan,february feb,march mar,april apr,may,june jun,july jul,august aug,september sept sep,"
        "october oct,november nov,december dec".split(","),
        1,
    )
    for name in names.split()
}
_MONTH = rf"(?P<month>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\b\.?"
_DAY_MONTH = re.compile(rf"\b(?P<day>\d{{1,2}})\s?(?:st|nd|rd|th)?\s(?:of\s)?{_MONTH}", re.I)
_MONTH_DAY = re.compile(rf"\b{_MONTH}\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\d|,\d{{3}})", re.I)
_MONTH_YEAR = re.compile(rf"\b{_MONTH},?\s(?P<year>(?:19|20)\d\d)\b", re.I)

_SCALES = {"thousand": 3, "k": 3, "million": 6, "m": 6, "billion": 9, "bn": 9}
_FIGURE = re.compile(
    r"(?P<sign>[£€$])?\s?(?P<number>\d+(?:,\d{3})*(?:\.\d+)?)"
    rf"(?:\s?(?P<scale>{'|'.join(_SCALES)})\b)?(?:\s?(?P<share>%|per\s?cent\b))?",
    re.I,
)
_SPELT = {
    word: number
    for number, word in enumerate(
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
        "nineteen twenty".split(),
        2,
    )
} | {"one": 1, "zero": 0, "dozen": 12, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
     "ninety": 90, "hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000}  # fmt: skip
# A table "in £000" or "(£m)": its figures are thousands or millions of pounds
_TABLED = {3: re.compile(r"£\s?['’]?000s?\b|£k\b", re.I), 6: re.compile(r"£\s?(?:m|millions?)\b")}
_BOUND = re.compile(r"\b(?:to|until|till|by|from|before|after|since|starting|beginning)\s(?=(?:the\s)?\d{1,2}\b|[A-Z])")
LONGEST_DATE = 20  # characters: "the 24th September 20"
FIGURE_WORDS = frozenset({*_SPELT, *_SCALES, "per", "cent", "percent"})
# "one of the boards", "no one", "one another" count nothing
_SPELT_FIGURE = re.compile(rf"\b(?!one (?:of|another)\b)(?<!no )(?:{'|'.join(_SPELT)})s?\b", re.I)


@dataclass(frozen=True, slots=True)
class Stated:
    """The figures (value and sign: £, % or "") and dates of a text; (day, month) and (month, year) where it gives no more."""

    figures: frozenset[tuple[Decimal, str]]
    days: frozenset[date]
    day_months: frozenset[tuple[int, int]]
    month_years: frozenset[tuple[int, int]]

    def missing_in(self, other: Stated) -> bool:
        """True where the other text lacks a figure or date of this one."""
        values = {value for value, _ in other.figures} | {Decimal(year) for year in other.years}
        return (
            any(figure not in other.figures and (figure[1] or figure[0] not in values) for figure in self.figures)
            or any(not other._has_day(day) for day in self.days)
            or not self.day_months <= other.day_months | {(day.day, day.month) for day in other.days}
            or not self.month_years <= other.month_years | {(day.month, day.year) for day in other.days}
        )

    @property
    def years(self) -> set[int]:
        """The years in its dates, and the figures that may be years."""
        bare = {int(value) for value, sign in self.figures if not sign and value == int(value) and 1900 <= value < 2100}
        return bare | {day.year for day in self.days} | {year for _, year in self.month_years}

    def _has_day(self, day: date) -> bool:
        """True where the day is stated, or its day and month and, elsewhere in the text, its year."""
        return day in self.days or ((day.day, day.month) in self.day_months and day.year in self.years)


def stated(text: str, *, table: str = "") -> Stated:
    """The figures and dates of a text; `table` is the passage around it, which may say that it counts in thousands."""
    powers = [power for power, form in _TABLED.items() if form.search(f"{text}\n{table}")]
    days, day_months, month_years = set(), set(), set()
    for found in reversed(find_dates(text)):
        days.add(found.day)
        text = f"{text[: found.start]} ; {text[found.end :]}"
    for form in (_DAY_MONTH, _MONTH_DAY):
        day_months |= {(int(m["day"]), _MONTHS[m["month"].lower()]) for m in form.finditer(text)}
        text = form.sub(" ; ", text)
    month_years |= {(_MONTHS[m["month"].lower()], int(m["year"])) for m in _MONTH_YEAR.finditer(text)}
    text = _MONTH_YEAR.sub(" ; ", text)
    return Stated(frozenset(_figures(text, powers)), frozenset(days), frozenset(day_months), frozenset(month_years))


def misdated(sentence: str, text: str) -> bool:
    """True where something lasts to, or begins from, a day that the text does not give: the meeting's own, say."""
    held = stated(text)
    given = held.day_months | {(day.day, day.month) for day in held.days}
    for match in _BOUND.finditer(sentence):
        said = stated(sentence[match.end() : match.end() + LONGEST_DATE])
        if not said.day_months | {(day.day, day.month) for day in said.days} <= given:
            return True
    return False


def _figures(text: str, powers: Sequence[int]) -> Iterator[tuple[Decimal, str]]:
    for match in _FIGURE.finditer(text):
        value = Decimal(match["number"].replace(",", "")).scaleb(_SCALES.get((match["scale"] or "").lower(), 0))
        yield value.normalize(), match["sign"] or ("%" if match["share"] else "")
        if not (match["sign"] or match["scale"] or match["share"]):
            yield from ((value.scaleb(power).normalize(), "£") for power in powers)
    for match in _SPELT_FIGURE.finditer(_FIGURE.sub(" ", text)):
        word = match.group().lower()
        yield Decimal(_SPELT.get(word) or _SPELT.get(word.removesuffix("s"), 0)).normalize(), ""
