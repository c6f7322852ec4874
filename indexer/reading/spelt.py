"""Words whose letters are set apart - "M I N U T E S" - put together again."""

from __future__ import annotations

from itertools import pairwise

from indexer.forms.pages.setting import APART, BETWEEN_WORDS

FEWEST_DIFFERENT = 4
"""Different letters of a word that is set apart: the marks in a row of votes, Y N N Y A, have fewer."""

MOSTLY_LETTERS = 0.7
"""The share of letters in what is set apart, at least: a row of a table may have a letter and many figures."""

VOWELS = frozenset("aeiouyAEIOUY")


def are_spelt(characters: str) -> bool:
    """Return whether letters in a row spell words: neither marks nor the alphabet, like the bands of a tax."""
    letters = "".join(filter(str.isalpha, characters))
    ordered = all(ord(after) - ord(before) == 1 for before, after in pairwise(letters))
    if ordered or len(letters) < MOSTLY_LETTERS * len(characters):
        return False
    return len(set(letters)) >= FEWEST_DIFFERENT and any(letter in VOWELS for letter in letters)


def together(line: str) -> str:
    """Return a line with the letters of its words put together; wider gaps are those between words."""
    return APART.sub(lambda found: _words(found[0]), line) if APART.search(line) else line


def _words(apart: str) -> str:
    words = ["".join(word.split()) for word in BETWEEN_WORDS.split(apart)]
    return " ".join(words) if are_spelt("".join(words)) else apart
