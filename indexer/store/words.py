"""Match: what is looked for in the full text, quoted so that no text of a user can be read as an operator."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

MOST_WORDS = 32  # a longer question is cut: more words cost time and find nothing better


@dataclass(frozen=True, slots=True)
class Match:
    """An expression that FTS5 can run; made by `match_terms` only. An empty one finds nothing."""

    expression: str


def words_of(text: str) -> list[str]:
    """Return the words of a text in order: runs of letters and digits."""
    return re.findall(r"[^\W_]+", text)


def match_terms(terms: Iterable[str], *, every: bool = False) -> Match:
    """Return the expression that finds any of the terms, or with `every` all of them.

    A term of several words ("24/00096", "capital programme") is looked for as a phrase. At most 32 words are used.
    """
    room = MOST_WORDS
    phrases: dict[str, None] = {}
    for term in terms:
        words = words_of(term)[:room]
        room -= len(words)
        if words:
            phrases.setdefault(f'"{" ".join(words)}"')
    return Match((" AND " if every else " OR ").join(phrases))
