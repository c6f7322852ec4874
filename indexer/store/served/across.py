"""Across: which councils have something on a question - one search over the passages of all of them, or of some.

It only finds where to ask. Each council's store is then asked by itself, so that nothing of two councils is ever put
together in one answer.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from indexer.store.records import PUBLIC, Vector, Weights
from indexer.store.served.database import Connected, reading_all
from indexer.store.served.store import text_of
from indexer.store.served.tokens import Tokenizer
from indexer.store.served.words import PASSAGES, TINY, Kind, Sought, scoring, sought
from indexer.store.vectors.exact import unit

MOST = 20_000  # entries that words may put forward; the rarest words are taken until there are that many
EVERY = Kind(PASSAGES.name, "found_of_all(CAST({0} AS tsquery), :councils)", PASSAGES.key)


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
        """Return the k passages nearest in meaning, best first, of these councils or (None) of all."""
        query = (
            "SELECT council, passage, -(vector <#> CAST(:vector AS halfvec)) FROM vectors_of_all "
            f"WHERE {_open(councils)} ORDER BY vector <#> CAST(:vector AS halfvec) LIMIT :limit"
        )
        values = {"vector": text_of(unit(vector)), "limit": k, "councils": _given(councils)}
        with reading_all(self._url, PUBLIC) as connection:
            return [Sighting(*row) for row in connection.execute(query, values)]

    def search_text(
        self, terms: Iterable[str], *, limit: int, weights: Weights, councils: Sequence[str] | None = None
    ) -> list[Sighting]:
        """Return the best passages for the rarest of the terms, best first, by BM25 over all of these councils."""
        found = sought(self._tokenizer, terms)
        if not found:
            return []
        given = (weights.context, weights.title, weights.heading, weights.text)
        with reading_all(self._url, PUBLIC) as connection:
            phrases, rare, average = _rarest(connection, found, councils)
            if not phrases:
                return []
            scored, values = scoring(EVERY, Sought(phrases, False), rare, average, given, more="council, ")
            values |= {"limit": limit, "councils": None if councils is None else list(councils)}
            query = f"{scored.format(limits='true')} ORDER BY score DESC, council, id LIMIT :limit"
            return [Sighting(*row) for row in connection.execute(query, values)]


def _open(councils: Sequence[str] | None) -> str:
    """What is asked of a row: everybody may see it, and it is of one of the councils."""
    mine = "" if councils is None else " AND council = ANY(:councils)"
    return f"paper_access = 'public' AND section_access = 'public'{mine}"


def _given(councils: Sequence[str] | None) -> list[str]:
    return list(councils or ())


def _rarest(
    connection: Connected, found: Sought, councils: Sequence[str] | None
) -> tuple[list[list[str]], list[float], float]:
    """Return the single words that stand in the fewest passages, how much each counts, and the average of words."""
    mine = "" if councils is None else " AND council = ANY(:councils)"
    values: dict[str, Any] = {"councils": _given(councils)}
    totals = connection.execute(
        f"SELECT sum(entries), sum(tokens) FROM totals_of_all WHERE kind = 'passage'{mine}", values
    ).fetchone()
    entries, tokens = (float(one or 0) for one in totals or (0, 0))
    counted = _counted(connection, found, values, mine)
    chosen = _few(counted)
    rare = [_rarity(count, entries) for _, count in chosen]
    return [[term] for term, _ in chosen], rare, tokens / entries if entries else 1.0


def _counted(connection: Connected, found: Sought, values: dict[str, Any], mine: str) -> dict[str, int]:
    """Return in how many passages each single word stands that is looked for."""
    terms = sorted({phrase[0] for phrase in found.phrases if len(phrase) == 1})
    query = f"SELECT term, sum(doc) FROM stems_of_all WHERE kind = 'passage' AND term = ANY(:terms){mine} GROUP BY term"
    return {str(term): int(doc) for term, doc in connection.execute(query, {**values, "terms": terms}) if doc}


def _rarity(count: int, entries: float) -> float:
    """Return how much a word counts that stands in so many of all passages."""
    return max(math.log((entries - count + 0.5) / (count + 0.5)), TINY)


def _few(counted: Mapping[str, int]) -> list[tuple[str, int]]:
    """Return the rarest words with their counts, as long as there are few passages in all; at least one."""
    chosen: list[tuple[str, int]] = []
    for term, count in sorted(counted.items(), key=lambda one: (one[1], one[0])):
        if not chosen or sum(one for _, one in chosen) + count <= MOST:
            chosen.append((term, count))
    return chosen
