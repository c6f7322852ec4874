"""Across: which councils have something on a question - one search over the passages of all of them, or of some.

It only finds where to ask. Each council's store is then asked by itself, so that nothing of two councils is ever put
together in one answer.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from indexer.store.records import PUBLIC, Vector, Weights
from indexer.store.served.database import Connected, reading_all
from indexer.store.served.store import text_of
from indexer.store.served.tokens import Tokenizer
from indexer.store.served.words import PASSAGES, TINY, Kind, Sought, scoring, sought
from indexer.store.vectors.exact import unit

CANDIDATES = 1000  # passages that are compared by whole vectors after the bits: of the 10 nearest, 1 in 30 is not there
MOST = 2000  # passages that words may put forward; the rarest words are taken until there are that many
EVERY = Kind(PASSAGES.name, f"found_over(CAST({{0}} AS tsquery), :councils, {MOST})", PASSAGES.key)
SUMMED = "SELECT entries, tokens FROM totals_over(%s)"
COUNTED = "SELECT term, doc FROM stems_over(%s, %s)"


@dataclass(frozen=True, slots=True)
class Sighting:
    """A passage of a council, and how well it fits: the higher the better."""

    council: str
    passage: int
    score: float


class Across:
    """Searches over what the public may see of many councils: to the others, everybody is the public."""

    def __init__(self, url: str) -> None:
        """Take the address of the database."""
        self._url = url
        self._tokenizer = Tokenizer()

    def councils(self) -> list[str]:
        """Return the names of the councils with papers in the database, sorted."""
        with reading_all(self._url, PUBLIC) as connection:
            return [str(name) for (name,) in connection.run("SELECT name FROM councils ORDER BY name")]

    def nearest(self, vector: Vector, k: int, *, councils: Sequence[str] | None = None) -> list[Sighting]:
        """Return the k passages nearest in meaning, best first, of these councils or (None) of all.

        The signs of all vectors are compared, and then the nearest CANDIDATES by their vectors in half precision.
        """
        mine = "" if councils is None else "WHERE council = ANY(%(councils)s) "
        query = (
            f"SELECT council, passage FROM bits_of_all {mine}"
            "ORDER BY bits <~> binary_quantize(%(vector)s::halfvec)::bit(384) LIMIT %(candidates)s"
        )
        whole = "SELECT council, passage, score FROM compared(%s::halfvec, %s, %s) ORDER BY score DESC LIMIT %s"
        asked = text_of(unit(vector))
        values = {"vector": asked, "councils": _given(councils), "candidates": CANDIDATES}
        with reading_all(self._url, PUBLIC) as connection:
            near = connection.run(query, values).fetchall()
            names, passages = [name for name, _ in near], [number for _, number in near]
            return [Sighting(*row) for row in connection.run(whole, (asked, names, passages, k))]

    def search_text(
        self, terms: Iterable[str], *, limit: int, weights: Weights, councils: Sequence[str] | None = None
    ) -> list[Sighting]:
        """Return the best passages for the rarest of the terms, best first, by BM25 over all of these councils."""
        found = sought(self._tokenizer, terms)
        if not found:
            return []
        given = (weights.context, weights.title, weights.heading, weights.text)
        with reading_all(self._url, PUBLIC) as connection:
            wanted, rare, average = _rarest(connection, found, councils)
            if not wanted.phrases:
                return []
            scored, values = scoring(EVERY, wanted, rare, average, given, more="council, ")
            values |= {"limit": limit, "councils": _given(councils)}
            query = f"{scored.format(limits='true')} ORDER BY score DESC, council, id LIMIT :limit"
            return [Sighting(*row) for row in connection.execute(query, values)]


def _given(councils: Sequence[str] | None) -> list[str] | None:
    return None if councils is None else list(councils)


def _rarest(connection: Connected, found: Sought, councils: Sequence[str] | None) -> tuple[Sought, list[float], float]:
    """Return the single words that stand in the fewest passages, how much each counts, and the average of words.

    Where even the rarest stands in very many, all of them must stand in a passage.
    """
    entries, tokens = _totals(connection, councils)
    terms = sorted({phrase[0] for phrase in found.phrases if len(phrase) == 1})
    counted = {str(term): int(doc) for term, doc in connection.run(COUNTED, (terms, _given(councils))) if doc}
    few = _few(counted)
    chosen = few or sorted(counted)
    rare = [_rarity(counted[term], entries) for term in chosen]
    return Sought([[term] for term in chosen], not few), rare, tokens / entries if entries else 1.0


def _totals(connection: Connected, councils: Sequence[str] | None) -> tuple[float, float]:
    """Return how many passages and how many words there are in all."""
    row = connection.run(SUMMED, (_given(councils),)).fetchone()
    entries, tokens = (float(one or 0) for one in row or (0, 0))
    return entries, tokens


def _rarity(count: int, entries: float) -> float:
    """Return how much a word counts that stands in so many of all passages."""
    return max(math.log((entries - count + 0.5) / (count + 0.5)), TINY)


def _few(counted: Mapping[str, int]) -> list[str]:
    """Return the rarest words, as long as they stand in few passages in all; none where even one stands in many."""
    chosen: list[str] = []
    left = MOST
    for term, count in sorted(counted.items(), key=lambda one: (one[1], one[0])):
        left -= count
        if left < 0:
            break
        chosen.append(term)
    return chosen
