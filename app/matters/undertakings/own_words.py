"""Own words: those that tell one undertaking from another."""

from __future__ import annotations

from retriever.words import content_words, stem

TAKEN_UP = 0.4
"""A later paper takes up an undertaking if it has at least this share of those words: two of five."""

FEW = 2
"""With fewer of them it says no more than that something on the matter is to come."""

USUAL = frozenset(
    map(
        stem,
        "further bring brought submit request require ask present provide produce receive consider progress update "
        "outcome "
        "report paper meeting spring summer autumn winter future next early later director officer head member chief "
        "executive cabinet committee overview scrutiny january february march april "
        "june july august september october november december".split(),
    )
)
"""Stems that any undertaking holds."""


def own_words(text: str) -> set[str]:
    """The stems of a text without those that any undertaking has."""
    return {stem(word) for word in content_words(text) if word.isalpha()} - USUAL
