"""Figures: two quotes that say the same thing of different papers with another figure in it, and what is said of that."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.compose.evidence import NUMBERING, Evidence
from app.compose.forms import IN_WORDS, NOT_A_FIGURE
from retriever.words import content_words, stem

ALIKE = 0.6  # share of the shorter quote's words that two quotes have in common, to be of the same thing
FEWEST = 3  # words that they have in common at the least

_FIGURE = re.compile(rf"£?\d[\d,]*(?:\.\d+)?(?:\s?(?:%|(?:m|k|bn)\b|per ?cent|million|billion))?|{IN_WORDS}", re.IGNORECASE)

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
