"""Searches by words: candidates from a GIN index, ranked by the BM25 of SQLite's full text."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from indexer.store.records import Right, Where
from indexer.store.served.database import Connected
from indexer.store.served.tokens import Tokenizer, number_of, quoted
from indexer.store.sql.queries import ALLOWED, WITHIN, limits_of
from indexer.store.sql.words import phrases_of

Places = tuple[float, float, float, float]
"""How much a word counts in each place."""

MOST_OF_ONE = 2.2  # times its rarity: what a word adds at most to the BM25 of an entry
TINY = 1e-6  # what a phrase counts that stands in half of all entries or more, as in SQLite

LABELS = "(SELECT value FROM json_each(:labels))"
SEEN = f"paper_access IN {LABELS} AND section_access IN {LABELS}"
INSIDE = f"section IN (SELECT sections.id FROM sections JOIN papers ON papers.id = paper WHERE {ALLOWED} AND {WITHIN})"


@dataclass(frozen=True, slots=True)
class Kind:
    """What is searched: passages or rows of tables, the function that finds them by a tsquery, and their key."""

    name: str
    finds: str
    key: str


PASSAGES = Kind("passage", "found_passages(CAST({0} AS tsquery))", "passage")
ROWS = Kind("row", "found_rows(CAST({0} AS tsquery))", "entry")


@dataclass(frozen=True, slots=True)
class Sought:
    """Phrases as stems; whether all must stand there."""

    phrases: list[list[str]]
    every: bool

    @property
    def query(self) -> str:
        """The tsquery that finds them."""
        return (" & " if self.every else " | ").join(map(query_of, self.phrases))


def sought(tokenizer: Tokenizer, terms: Iterable[str], *, every: bool = False) -> Sought | None:
    """Return what is to be found, None for nothing."""
    phrases = tokenizer.phrases(phrases_of(terms))
    some = [phrase for phrase in phrases if phrase]
    return Sought(some, every) if some and (not every or len(some) == len(phrases)) else None


def query_of(phrase: Sequence[str]) -> str:
    """Return a phrase as a tsquery."""
    return f"({' <-> '.join(map(quoted, phrase))})"


def rarities(connection: Connected, kind: Kind, phrases: Sequence[Sequence[str]]) -> tuple[list[float], float]:
    """Return how much each phrase counts, rare ones most, and how many words an entry has on average."""
    totals = "SELECT entries, tokens FROM word_totals WHERE kind = %s"
    entries, tokens = connection.run(totals, (kind.name,)).fetchone() or (0, 0)
    query = "SELECT term, doc FROM word_counts WHERE kind = %s AND term = ANY(%s)"
    single = [phrase[0] for phrase in phrases if len(phrase) == 1]
    counted = dict(connection.run(query, (kind.name, single)).fetchall())
    found = []
    for phrase in phrases:
        count = counted.get(phrase[0], 0) if len(phrase) == 1 else _standing(connection, kind, phrase)
        rarity = math.log((entries - count + 0.5) / (count + 0.5))
        found.append(rarity if rarity > 0 else TINY)
    return found, tokens / entries if entries else 1.0


def _standing(connection: Connected, kind: Kind, phrase: Sequence[str]) -> int:
    row = connection.run("SELECT standing(%s, %s::tsquery)", (kind.name, query_of(phrase))).fetchone()
    return int(row[0]) if row else 0


def ranked(
    connection: Connected,
    kind: Kind,
    found: Sought,
    weights: Places,
    *,
    limit: int,
    right: Right,
    where: Where,
) -> list[tuple[int, float]]:
    """Return the best entries with their BM25, best first; of equal ones that with the lower id.

    Entries that have only common words are looked at where these can bring one among the best, and not else: a word
    adds less than MOST_OF_ONE times its rarity, and the last of those found so far says how much is needed.
    """
    rare, average = rarities(connection, kind, found.phrases)
    needed = found if found.every else _rarest(found, rare, 0.0)
    best = _asked(connection, kind, needed, (found, rare, average), weights, limit, right, where)
    least = best[-1][1] if len(best) == limit else 0.0
    if needed.phrases != found.phrases and _common(found, needed, rare) >= least:
        needed = _rarest(found, rare, least) if least else found
        best = _asked(connection, kind, needed, (found, rare, average), weights, limit, right, where)
    return best


def _asked(
    connection: Connected,
    kind: Kind,
    needed: Sought,
    all_: tuple[Sought, Sequence[float], float],
    weights: Places,
    limit: int,
    right: Right,
    where: Where,
) -> list[tuple[int, float]]:
    """Return the best of the entries with one of the needed phrases, scored by all."""
    scored, values = scoring(kind, *all_, weights)
    values |= {**limits_of(right, where), "limit": limit, "query": needed.query}
    query = f"{scored.format(limits=_limits(kind, where))} ORDER BY score DESC, id LIMIT :limit"
    return [(int(number), float(score)) for number, score in connection.execute(query, values)]


def _rarest(found: Sought, rare: Sequence[float], least: float) -> Sought:
    """Return the rarest phrases, without as many common ones as cannot make up `least` together; at first, half."""
    order = sorted(range(len(rare)), key=lambda at: rare[at])
    left_out: set[int] = set()
    for at in order[: len(order) // 2] if not least else order:
        if least and MOST_OF_ONE * (sum(rare[one] for one in left_out) + rare[at]) >= least:
            break
        left_out.add(at)
    return Sought([phrase for at, phrase in enumerate(found.phrases) if at not in left_out], False)


def _common(found: Sought, needed: Sought, rare: Sequence[float]) -> float:
    """Return how much the phrases that are not needed can add at most."""
    return MOST_OF_ONE * sum(rare[at] for at, one in enumerate(found.phrases) if one not in needed.phrases)


def scoring(
    kind: Kind, found: Sought, rare: Sequence[float], average: float, weights: Places, *, more: str = ""
) -> tuple[str, dict[str, Any]]:
    """Return the query for id and BM25 of the entries that are found, {limits} still open, and its values.

    `more` names further columns to be given back, in front.
    """
    values: dict[str, Any] = {"query": found.query, "average": average, **dict(zip("abcd", weights, strict=True))}
    hits, joins, scores = [], [], []
    for at, phrase in enumerate(found.phrases):
        name = _name(at)
        if len(phrase) == 1:
            hits.append(f"weighed(counts[array_position(stems, :stem_{name})], :a, :b, :c, :d) AS hits_{name}")
            values[f"stem_{name}"] = number_of(phrase[0])
        else:
            hits.append(f"weighed(together_{name}.hits, :a, :b, :c, :d) AS hits_{name}")
            joins.append(
                f"LEFT JOIN (SELECT {kind.key} AS id, phrase_hits(words, :stems_{name}) AS hits "
                f"FROM {kind.finds.format(f':query_{name}')}) AS together_{name} ON together_{name}.id = {kind.key}"
            )
            values |= {f"stems_{name}": list(phrase), f"query_{name}": query_of(phrase)}
        values[f"rare_{name}"] = rare[at]
        scores.append(f":rare_{name} * ((hits_{name} * 2.2) / (hits_{name} + 1.2 * (0.25 + length)))")
    query = (
        f"SELECT {more}id, {' + '.join(scores)} AS score FROM (SELECT {more}{kind.key} AS id, "
        f"CAST(0.75 AS float8) * size / :average AS length, {', '.join(hits)} "
        f"FROM {kind.finds.format(':query')} AS entry_words {' '.join(joins)} "
        "WHERE {limits} OFFSET 0) AS entries"  # OFFSET: count hits once
    )
    return query, values


def _name(at: int) -> str:
    """The letters that stand for a number in the name of a value."""
    return "abcdefghij"[at // 10] + "abcdefghij"[at % 10]


def _limits(kind: Kind, where: Where) -> str:
    """What right and limits ask of an entry."""
    if kind is ROWS:
        return f"entry IN (SELECT id FROM table_rows WHERE {INSIDE})"
    return f"{SEEN} AND {INSIDE}" if where else SEEN
