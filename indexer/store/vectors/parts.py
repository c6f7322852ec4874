"""Parts: one council's passages in memory, so that a question put to it does not pass through those of all others.

In a store of many councils most of a search goes into what lies outside the limits: SQLite looks at every passage that
has a word of the question, whose ever it is, and all vectors would have to be in memory.
"""

from __future__ import annotations

import json
import sqlite3
import threading
from collections import OrderedDict
from dataclasses import dataclass

from indexer.store.records import Right, Scored, Weights, Where
from indexer.store.sql.database import Version, version_of
from indexer.store.sql.tables import TOKENIZE
from indexer.store.vectors.exact import Matrix, load_part

LARGE = 50_000  # passages; a smaller store is searched whole in a tenth of a second
MOST = 20_000  # passages of a part: a larger one takes longer to load than a search through the whole store
KEPT = 8  # parts, of some 5 KB a passage

WORDS = f"CREATE VIRTUAL TABLE words USING fts5 (context, title, heading, text, content='', tokenize=\"{TOKENIZE}\")"
TEXTS = "SELECT id, context, title, heading, text FROM passages WHERE id IN (SELECT value FROM json_each(?)) ORDER BY 1"


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """The passages of some organisations that a right may see: their vectors, and an index of their words alone."""

    matrix: Matrix
    words: sqlite3.Connection
    using: threading.Lock

    def search_text(self, match: str, *, limit: int, right: Right, where: Where, weights: Weights) -> list[Scored]:
        """Return the best passages for an expression of words; how rare a word is, is counted in this part."""
        query = (
            "SELECT rowid, bm25(words, ?, ?, ?, ?) AS cost FROM words WHERE words MATCH ? "
            "AND +rowid IN (SELECT value FROM json_each(?)) ORDER BY cost, rowid LIMIT ?"
        )
        weighed = (weights.context, weights.title, weights.heading, weights.text)
        seen = self.matrix.ids[self.matrix.admitted(right, where)].tolist()
        with self.using:
            rows = self.words.execute(query, (*weighed, match, json.dumps(seen), limit)).fetchall()
        return [Scored(number, -cost) for number, cost in rows]


class Parts:
    """Loads the part that a question is put to, and keeps those that were asked last."""

    def __init__(self) -> None:
        self._loading = threading.Lock()
        self._parts: OrderedDict[tuple[Right, tuple[str, ...]], tuple[Version, Part | None]] = OrderedDict()
        self._size: tuple[Version, int] | None = None

    def of(self, connection: sqlite3.Connection, right: Right, where: Where) -> Part | None:
        """Return the part for these limits, as the store is now; None where the whole store is to be searched."""
        if not where.organisations:
            return None
        version = version_of(connection)
        if self._passages(connection, version) < LARGE:
            return None
        key = (right, where.organisations)
        with self._loading:
            held = self._parts.get(key)
            if held is None or held[0] != version:
                matrix = load_part(connection, right, Where(organisations=where.organisations), MOST)
                held = version, _loaded(connection, matrix) if matrix else None
            self._parts[key] = held
            self._parts.move_to_end(key)
            while len(self._parts) > KEPT:
                self._parts.popitem(last=False)  # closed when the last search in it is done
            return held[1]

    def close(self) -> None:
        """Let go of the memory."""
        self._parts.clear()

    def _passages(self, connection: sqlite3.Connection, version: Version) -> int:
        """Return how many passages the whole store has."""
        if self._size is None or self._size[0] != version:
            self._size = version, int(connection.execute("SELECT count(*) FROM passages").fetchone()[0])
        return self._size[1]


def _loaded(connection: sqlite3.Connection, matrix: Matrix) -> Part:
    """Return the part of these passages, with the index of their words."""
    words = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
    words.execute(WORDS)
    words.execute("BEGIN")
    texts = connection.execute(TEXTS, (json.dumps(matrix.ids.tolist()),))
    words.executemany("INSERT INTO words (rowid, context, title, heading, text) VALUES (?, ?, ?, ?, ?)", texts)
    words.execute("COMMIT")
    return Part(matrix, words, threading.Lock())
