"""Figures and dates that a text states, in one form whatever way they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from indexer.forms.dates import find_dates

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
    rf"(?:\s?(?P<scale>{'|'.join(_SCALES)})\b)?(?:\s?(?P<share>%|per\s?cent\b|pounds\b))?",
    re.I,
)
_SPELT = {
    word: number
    for number, word in enumerate(
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen "
        "nineteen twenty".split(),
        2,
    )
} | {"one": 1, "zero": 0, "dozen": 12, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
     "ninety": 90, "hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000}  # fmt: skip
# A table "in £000" or "(£m)": its figures are thousands or millions of pounds
_TABLED = {3: re.compile(r"£\s?['’]?000s?\b|£k\b", re.I), 6: re.compile(r"£\s?(?:m|millions?)\b")}
_BOUND = re.compile(r"\b(?:to|until|till|by|from|before|after|since|starting|beginning)\s(?=(?:the\s)?\d{1,2}\b|[A-Z])")
LONGEST_DATE = 20  # characters: "the 24th September 20"
_BELOW_NOTHING = re.compile(r"(?<!\S)[-−–](?=[£€$\d])")
FIGURE_WORDS = frozenset({*_SPELT, *_SCALES, "per", "cent", "percent", "pounds"})
# "one of the boards", "no one", "one another" count nothing
_SPELT_WORD = rf"(?:{'|'.join(_SPELT)})s?\b"
_SPELT_FIGURE = re.compile(
    rf"\b(?!one (?:of|another)\b)(?<!no )(?P<number>{_SPELT_WORD}(?:(?:[ -]|(?<=hundred)\sand\s){_SPELT_WORD})*)"
    r"(?:\s(?P<sign>pounds|per\s?cent)\b)?",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Detail:
    """A figure (its value and sign, in each way it may be meant) or a date (0 for what it leaves out), and where it
    stands.
    """

    start: int
    end: int
    figures: frozenset[tuple[Decimal, str]] = frozenset()
    day: int = 0
    month: int = 0
    year: int = 0

    def same(self, other: Detail) -> bool:
        """True where the two may mean the same."""
        if not (self.month and other.month):
            return bool(self.figures & other.figures) or self._is_year_of(other) or other._is_year_of(self)
        pairs = ((self.day, other.day), (self.month, other.month), (self.year, other.year))
        return all(one == two or not (one and two) for one, two in pairs)

    def like(self, other: Detail) -> bool:
        """True where the two are of one kind: dates, sums, shares or plain counts."""
        if self.month or other.month:
            return bool(self.month and other.month)
        return bool({sign for _, sign in self.figures} & {sign for _, sign in other.figures})

    def _is_year_of(self, other: Detail) -> bool:
        return bool(other.year) and (Decimal(other.year), "") in self.figures


@dataclass(frozen=True, slots=True)
class Stated:
    """The figures (value and sign: £, % or "") and dates of a text.

    (day, month) and (month, year) where it gives no more.
    """

    figures: frozenset[tuple[Decimal, str]]
    days: frozenset[date]
    day_months: frozenset[tuple[int, int]]
    month_years: frozenset[tuple[int, int]]

    def missing_in(self, other: Stated) -> bool:
        """True where the other text lacks a figure or date of this one."""
        return (
            any(not other._has_figure(figure) for figure in self.figures)
            or any(not other._has_day(day) for day in self.days)
            or not self.day_months <= other.day_months | {(day.day, day.month) for day in other.days}
            or not self.month_years <= other.month_years | {(day.month, day.year) for day in other.days}
        )

    def _has_figure(self, figure: tuple[Decimal, str]) -> bool:
        """True where the text has a figure; without a unit it may also have it with one, or as a year."""
        value, unit = figure
        if unit:
            return figure in self.figures
        return any(value == own for own, _ in self.figures) or any(value == year for year in self.years)

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
    found = details(text, table=table)
    dates = [(detail.day, detail.month, detail.year) for detail in found if detail.month]
    return Stated(
        frozenset(figure for detail in found for figure in detail.figures),
        frozenset(date(year, month, day) for day, month, year in dates if day and year),
        frozenset((day, month) for day, month, year in dates if not year),
        frozenset((month, year) for day, month, year in dates if not day),
    )


def details(text: str, *, table: str = "") -> list[Detail]:
    """The figures and dates of a text one by one, in order; `table` as above."""
    powers = [power for power, form in _TABLED.items() if form.search(f"{text}\n{table}")]
    found = [Detail(at.start, at.end, day=at.day.day, month=at.day.month, year=at.day.year) for at in find_dates(text)]
    text = _masked(text, found)
    for form in (_DAY_MONTH, _MONTH_DAY, _MONTH_YEAR):
        partly = [_part_of_a_date(match) for match in form.finditer(text)]
        text = _masked(text, partly)
        found += partly
    return sorted([*found, *_figures(text, powers)], key=lambda detail: detail.start)


def _part_of_a_date(match: re.Match[str]) -> Detail:
    """A date without its year or its day."""
    said = match.groupdict()
    month = _MONTHS[match["month"].lower()]
    return Detail(*match.span(), day=int(said.get("day", 0)), month=month, year=int(said.get("year", 0)))


def _masked(text: str, found: Sequence[Detail]) -> str:
    """The text with what was found made unreadable, every other character in its place."""
    for detail in found:
        text = f"{text[: detail.start]}{';' * (detail.end - detail.start)}{text[detail.end :]}"
    return text


def unreadable(sentence: str, text: str) -> bool:
    """True where a sentence has a figure in characters other than 0 to 9, or below nothing, that the text has not."""
    foreign = {c for c in sentence if c.isnumeric() and not c.isascii()}
    return not foreign <= set(text) or (bool(_BELOW_NOTHING.search(sentence)) and not _BELOW_NOTHING.search(text))


def misdated(sentence: str, text: str) -> bool:
    """True where something lasts to, or begins from, a day that the text does not give: the meeting's own, say."""
    held = stated(text)
    given = held.day_months | {(day.day, day.month) for day in held.days}
    for match in _BOUND.finditer(sentence):
        said = stated(sentence[match.end() : match.end() + LONGEST_DATE])
        if not said.day_months | {(day.day, day.month) for day in said.days} <= given:
            return True
    return False


def _figures(text: str, powers: Sequence[int]) -> Iterator[Detail]:
    for match in _FIGURE.finditer(text):
        value = Decimal(match["number"].replace(",", "")).scaleb(_SCALES.get((match["scale"] or "").lower(), 0))
        values = {(value.normalize(), match["sign"] or _sign(match["share"]))}
        if not (match["sign"] or match["scale"] or match["share"]):
            values |= {(value.scaleb(power).normalize(), "£") for power in powers}
        yield Detail(*match.span(), frozenset(values))
    masked = _FIGURE.sub(lambda match: ";" * len(match[0]), text)
    for match in _SPELT_FIGURE.finditer(masked):
        yield Detail(*match.span(), frozenset({(Decimal(_counted(match["number"])).normalize(), _sign(match["sign"]))}))


def _sign(unit: str | None) -> str:
    return "" if not unit else "£" if unit.lower() == "pounds" else "%"


def _counted(spelt: str) -> int:
    """The number that words say: "four hundred and twenty thousand" is 420,000."""
    total = part = 0
    for word in re.findall(r"[a-z]+", spelt.lower()):
        value = _SPELT.get(word) or _SPELT.get(word.removesuffix("s"), 0)
        if value >= 1000:
            total, part = total + max(part, 1) * value, 0
        elif value == 100:
            part = max(part, 1) * value
        else:
            part += value
    return total + part
