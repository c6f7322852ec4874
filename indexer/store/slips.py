"""slips: the stem of the papers that a word which stands in none of them is most like."""

from __future__ import annotations

import sqlite3

from rapidfuzz import fuzz, process

from indexer.store.counts import holding
from indexer.store.records import Right

ALIKE = 86  # of 100: how alike the slip and the stem must be; about one letter in seven
TRIED = 5  # stems whose passages are counted
COUNTED = 100  # passages that hold a stem; more do not make it likelier to be meant


def likest(connection: sqlite3.Connection, stem: str, right: Right) -> str:
    """Return the stem that is most like another and stands in what may be seen, "" when none is like it.

    A slip is hardly ever in the first letter, nor does it add or leave out more than two.
    """
    query = "SELECT term FROM stems WHERE term >= ? AND term < ? AND length(term) BETWEEN ? AND ? AND doc > 1"
    limits = (stem[0], chr(ord(stem[0]) + 1), len(stem) - 2, len(stem) + 2)
    known = [term for (term,) in connection.execute(query, limits)]
    found = process.extract(stem, known, scorer=fuzz.ratio, score_cutoff=ALIKE, limit=TRIED)
    counted = {term: holding(connection, term, right, COUNTED) for term, _, _ in found}
    best = max(counted, key=counted.__getitem__, default="")
    return best if counted.get(best) else ""
