"""Wording: whether two texts say the same - to the letter, whatever their layout, or for the most part."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable

from indexer.forms.linked import LAYOUT, MINUS, WORD_CHARACTERS

IN_A_ROW = 3  # words: runs of so many tell one text from another, where single words are common to all
ENOUGH = 200  # letters: a shorter text is a title page, and may be the same in papers that are not


def letters(text: str) -> str:
    """The letters, figures and signs of a text without its layout; a minus before a figure stays."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return LAYOUT.sub("", MINUS.sub("−", plain))


def wording_of(texts: Iterable[str]) -> str:
    """A digest of what the lines of a paper say, "" where they say too little to know it by."""
    said = letters("\n".join(texts))
    return hashlib.sha256(said.encode("utf-8")).hexdigest() if len(said) >= ENOUGH else ""


def alike(one: str, other: str) -> float:
    """The share of the longer text's runs of words that the other has too, 0 to 1."""
    x, y = _runs(one), _runs(other)
    return len(x & y) / (max(len(x), len(y)) or 1)


def _runs(text: str) -> set[tuple[str, ...]]:
    words = WORD_CHARACTERS.findall(text.casefold())
    return {tuple(words[at : at + IN_A_ROW]) for at in range(len(words) - IN_A_ROW + 1)}
