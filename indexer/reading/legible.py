"""Whether what was read looks like words: a font without a table of its letters gives others in their place."""

from __future__ import annotations

import re

FEWEST_WORDS = 20
"""Words from which a text can be judged by what its words look like."""

LOOKED_AT = 2000
"""Characters among which one of the common words nearly always stands."""

STRANGE = 0.3
"""With at least this share of characters that no text has, it is not a text."""

WITH_VOWELS = 0.75
"""The share of words with a vowel in them: names, headings and abbreviations of councils have more, shifted letters
half.
"""

COMMON = frozenset(
    "the of and to in for is on that be by with as at was it are or from this an will not have has which "
    "y yn yr ar mae a'r o'r i'r wedi bod na agus ag an le go sa".split()
)
"""Words of which one stands in nearly every line of English, Welsh or Irish."""

_WORD = re.compile(r"[^\W\d_]{2,}")
_VOWEL = re.compile(r"[aeiouyàáâäèéêëìíîïòóôöùúûüŵŷ]", re.I)
_STRANGE = re.compile("[\ue000-\uf8ff\ufffd\U000f0000-\U0010ffff\x01-\x08\x0e-\x1f]")


def is_legible(text: str) -> bool:
    """Return whether a text looks like words; True as well for one that is too short to judge."""
    strange = len(_STRANGE.findall(text))
    if strange and strange > STRANGE * len("".join(text.split())):
        return False
    if any(word in COMMON for word in text[:LOOKED_AT].lower().split()):
        return True
    words = _WORD.findall(text)
    if len(words) < FEWEST_WORDS or any(word.lower() in COMMON for word in words):
        return True
    return sum(_VOWEL.search(word) is not None for word in words) >= WITH_VOWELS * len(words)


def word_count(text: str) -> int:
    """Return how many words of three letters and more there are in a text."""
    return sum(len(word) > 2 for word in _WORD.findall(text))
