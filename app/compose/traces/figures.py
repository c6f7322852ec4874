"""Figures: whether two quotes give figures for the same thing, and which of them differ from paper to paper."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import combinations, product

from app.compose.evidence import NUMBERING, Evidence
from app.compose.forms import IN_WORDS, NOT_A_FIGURE
from retriever.words import content_words, stem

ALIKE = 0.6  # share of the shorter quote's words that two quotes have in common, to be of the same thing
FEWEST = 3  # words that they have in common at the least

NEAR = 7  # words on each side of a figure that say what it is a figure of
NEAR_ALIKE = 3  # of them that two figures have in common, to be of the same thing
SHOWN = 3  # words on each side that are quoted with it: the quotes in full stand in the answer already

_FIGURE = re.compile(
    rf"£?\d[\d,]*(?:\.\d+)?(?:\s?(?:%|(?:m|k|bn)\b|per ?cent|million|billion))?|{IN_WORDS}", re.IGNORECASE
)

_OF_A_SORT = re.compile(r"[\s-]+(?:year|month|week|day)\b", re.IGNORECASE)
"""What follows a number that says what sort of thing is meant, "five year plan", and counts none."""

_REFERENCE = re.compile(r"\b[A-Z]{2,}\s*$")
"""What stands before the number of a minute or a decision: "CAB 55"."""

_NUMBER = re.compile(rf"\d[\d,.]*|{IN_WORDS}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Said:
    """A quote as its figures, as printed, all of its numbers - dates as well -, and the stems of its other words."""

    figures: frozenset[str]
    numbers: frozenset[str]
    words: frozenset[str]


def said_by(text: str) -> Said:
    """The figures of a text, dates and numbers of paragraphs left aside, and the stems of its words."""
    counted = NOT_A_FIGURE.sub(" ", NUMBERING.sub("", text))
    figures = frozenset(" ".join(found.group().lower().split()) for found in _FIGURE.finditer(counted))
    numbers = frozenset(found.group().lower() for found in _NUMBER.finditer(text))
    words = frozenset(stem(word) for word in content_words(_FIGURE.sub(" ", counted)) if not word.isdigit())
    return Said(figures, numbers, words)


def same_thing(one: Said, other: Said) -> bool:
    """Whether two quotes give figures for the same thing: most words of the shorter stand in the other as well."""
    common = len(one.words & other.words)
    return bool(one.figures and other.figures) and common >= max(FEWEST, ALIKE * min(len(one.words), len(other.words)))


@dataclass(frozen=True, slots=True)
class Moved:
    """Two stretches in their order, and how much more or less the second gives: "£0.64m more", "" where it is no
    number.
    """

    first: Evidence
    then: Evidence
    by: str


def figure_that_moved(quotes: Sequence[Evidence]) -> Moved | None:
    """The stretches of two quotes, in their order, in which different papers give another figure for the same thing.

    The pair with most words around the figures in common; none where a quote gives both figures, and so says it itself.
    """
    moved = [
        (one, first, other, then)
        for one, other in combinations(quotes, 2)
        if one.passage.section != other.passage.section
        for first, then in product(_figures_of(one.sentence), _figures_of(other.sentence))
        # "rose from 4 to 5 pounds" gives both: it tells the change itself, and nothing has to be added.
        if _has_moved(first, then) and first.printed not in other.sentence and then.printed not in one.sentence
    ]
    if not moved:
        return None
    one, first, other, then = max(moved, key=lambda pair: len(pair[1].around & pair[3].around))
    shown = replace(one, sentence=first.stretch), replace(other, sentence=then.stretch)
    return Moved(*shown, _difference(first.printed, then.printed))


def _has_moved(first: _Figure, then: _Figure) -> bool:
    """True for two figures for the same thing, by the words around them, that are not the same."""
    # "30 berths" and "40 pounds" are figures of two things, near whatever words they stand.
    alike = len(first.around & then.around) >= NEAR_ALIKE and first.unit == then.unit
    return alike and first.amount != then.amount


def _difference(first: str, then: str) -> str:
    """What the second figure is more or less than the first, in its own unit; "" where one of them is in words."""
    one, other = (re.fullmatch(r"(£?)([\d,]*\.?\d+)(\D*)", printed) for printed in (first, then))
    if not one or not other:
        return ""
    by = Decimal(other[2].replace(",", "")) - Decimal(one[2].replace(",", ""))
    unit = " percentage points" if re.search(r"%|cent", other[3]) else other[3]
    comparison = "more" if by > 0 else "less" if other[1] or unit else "fewer"
    return f"{other[1]}{abs(by):,}{unit} {comparison}"


@dataclass(frozen=True, slots=True)
class _Figure:
    """A figure as printed, what it counts in, its digits, the stems around it, and the few words that are shown with
    it.

    A figure with a sign counts in that, "£" or "%"; one without in what it stands before: weeks, young adults.
    """

    printed: str
    unit: str
    amount: str
    around: frozenset[str]
    stretch: str


def _figures_of(text: str) -> Iterator[_Figure]:
    counted = NOT_A_FIGURE.sub(lambda found: " " * len(found.group()), text)
    for found in _FIGURE.finditer(counted):
        printed = found.group()
        if _OF_A_SORT.match(counted[found.end() :]) or _REFERENCE.search(counted[: found.start()]):
            continue
        before, after = text[: found.start()].split(" "), text[found.end() :].split(" ")
        opening, closing = " ".join(before[-NEAR - 1 :]), " ".join(after[: NEAR + 1])
        around = frozenset(stem(word) for word in content_words(f"{opening} {closing}") if not word[0].isdigit())
        sign = re.sub(r"[\d.,\s]+", " ", printed).strip().lower() if re.search(r"\d", printed) else ""
        counts = content_words(re.split(r"[.;:]\s", text[found.end() :])[0])
        unit = sign or (stem(counts[0]) if counts else "")
        shown = f"{' '.join(before[-SHOWN - 1 :])}{printed}{' '.join(after[: SHOWN + 1])}"
        yield _Figure(printed, unit, re.sub(r"\D", "", printed) or printed.lower(), around, shown)
