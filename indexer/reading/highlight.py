"""Where a quote stands among the characters of a page, whatever lies between its words."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from itertools import pairwise

SHORTEST_PIECE = 12
"""Letters from which a piece of a quote is more than chance: about two words."""

FURNITURE = 300
"""Letters that may stand between the text and the edge of a page: headers, footers, a footnote."""

MOST_OF_A_QUOTE = 0.6
"""The share of a quote that must be on the page when it is in pieces and reaches neither edge."""


def spans(characters: Sequence[str], quote: str) -> list[tuple[int, int]]:
    """Return the stretches of characters, as (first, after the last), that hold the quote or its part; [] for none.

    Compared are letters and digits only, in one case and with ligatures taken apart, so that line ends, hyphens and
    spaces do not matter. A quote in pieces, because a header or footer lies between, gives several stretches.
    """
    letters, places = _letters(characters)
    wanted, _ = _letters(quote)
    if not wanted:
        return []
    starts = {at for at, place in enumerate(places) if place == 0 or not characters[place - 1].isalnum()}
    pieces = _whole(letters, wanted, starts) or _pieces(letters, wanted, _word_starts(quote))
    return [(places[first], places[first + length - 1] + 1) for first, length in pieces]


def _letters(characters: Sequence[str]) -> tuple[str, list[int]]:
    """Return the letters and digits in one case, and for each the index of the character that it comes from."""
    letters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(characters):
        for letter in unicodedata.normalize("NFKC", character).lower():
            if letter.isalnum():
                letters.append(letter)
                places.append(place)
    return "".join(letters), places


def _word_starts(quote: str) -> list[int]:
    """Return where, counted in letters, the words of a quote begin."""
    starts, at = [], 0
    for word in quote.split():
        starts.append(at)
        at += len(_letters(word)[0])
    return sorted(set(starts))


def _whole(letters: str, wanted: str, starts: set[int]) -> list[tuple[int, int]]:
    """Return the place of the whole quote as (first letter, length), at the start of a word if it can be."""
    first = at = letters.find(wanted)
    while at >= 0 and at not in starts:
        at = letters.find(wanted, at + 1)
    return [(at if at >= 0 else first, len(wanted))] if first >= 0 else []


def _pieces(letters: str, wanted: str, words: list[int]) -> list[tuple[int, int]]:
    """Return the places of the pieces of a quote in their order, [] when they are too few to be it."""
    pieces: list[tuple[int, int, int]] = []  # place in the quote, place on the page, length
    behind, done = 0, 0
    for word in words:
        if word < done:
            continue
        length = _longest(letters, wanted[word:], behind)
        if word + length < len(wanted):
            length = max(start for start in words if start <= word + length) - word  # whole words only
        if length >= SHORTEST_PIECE:
            place = letters.find(wanted[word : word + length], behind)
            pieces.append((word, place, length))
            behind, done = place + length, word + length
    if not pieces:
        return []
    starts_here = pieces[0][0] == 0 and len(letters) - behind <= FURNITURE
    ends_here = done == len(wanted) and pieces[0][1] <= FURNITURE
    close = all(after[1] - (before[1] + before[2]) <= FURNITURE for before, after in pairwise(pieces))
    enough = sum(length for _, _, length in pieces) >= MOST_OF_A_QUOTE * len(wanted)
    return [(place, length) for _, place, length in pieces] if close and (starts_here or ends_here or enough) else []


def _longest(letters: str, wanted: str, behind: int) -> int:
    """Return how many letters from the start of `wanted` stand together on the page from `behind` on."""
    low, high = 0, len(wanted)
    while low < high:
        middle = (low + high + 1) // 2
        if letters.find(wanted[:middle], behind) >= 0:
            low = middle
        else:
            high = middle - 1
    return low
