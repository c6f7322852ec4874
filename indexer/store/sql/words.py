"""Terms to the MATCH expression of FTS5, quoted so that no text of a user can be read as an operator."""

from __future__ import annotations

import re
from collections.abc import Iterable

MOST_WORDS = 32  # a longer question is cut: more words cost time and find nothing better


def words_of(text: str) -> list[str]:
    """Return the words of a text in order: runs of letters and digits."""
    return re.findall(r"[^\W_]+", text)


def match_of(terms: Iterable[str], *, every: bool = False) -> str:
    """Return the expression that finds any of the terms, or with `every` all of them; "" when there is nothing to find.

    A term of several words ("24/00096", "capital programme") is looked for as a phrase. At most 32 words are used.
    """
    return (" AND " if every else " OR ").join(f'"{phrase}"' for phrase in phrases_of(terms))


def phrases_of(terms: Iterable[str]) -> list[str]:
    """Return the terms as phrases, each once: words with one blank between them."""
    room = MOST_WORDS
    phrases: dict[str, None] = {}
    for term in terms:
        words = words_of(term)[:room]
        room -= len(words)
        if words:
            phrases.setdefault(" ".join(words))
    return list(phrases)
