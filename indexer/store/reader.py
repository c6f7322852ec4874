"""Store: the reading end over SQLite and Chroma - each answer limited to what a person may see."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from indexer.items.table_rows import TableRow
from indexer.store.contents import Contents
from indexer.store.records import ANYWHERE, USUAL_WEIGHTS, Right, Scored, Stamp, Vector, Weights, Where
from indexer.store.sql.counts import holding
from indexer.store.sql.database import own_errors
from indexer.store.sql.findings import TABLE_ROWS
from indexer.store.sql.pool import Pool
from indexer.store.sql.queries import ALLOWED, JOINED, WITHIN, WORDS_SEEN, limits_of, with_sections
from indexer.store.sql.rows import PAPER, SECTION
from indexer.store.sql.slips import likest
from indexer.store.sql.words import match_of
from indexer.store.vectors.nearest import SMALL, VectorSearch
from indexer.store.vectors.parts import Parts

COUNTED = 3000  # passages: a word in more of them is common, and counting on would only cost time


class Store(Contents):
    """The reading end of the store, for any number of threads; every question names the right to see.

    What a person has no right to see is not there: it is neither counted nor named. Raises IndexMissing, IndexMismatch
    or IndexDamaged, also later when the index is rebuilt under a running program.
    """

    def __init__(self, index_dir: Path, stamp: Stamp | None, *, brief: bool = False) -> None:
        """Open the store; `stamp` None takes the rules and the model as they are, for readers that embed nothing.

        `brief` is for a program that asks once and ends: it always searches exactly, since loading Chroma takes longer.
        """
        super().__init__()
        self.index_dir = index_dir
        self._pool = Pool(index_dir, stamp)
        self._nearest = VectorSearch(index_dir, self.reading, small=sys.maxsize if brief else SMALL)
        self._parts = Parts()
        self.version()

    def close(self) -> None:
        """Let go of the file."""
        self._nearest.close()
        self._parts.close()
        self._pool.close()

    @contextmanager
    def reading(self, right: Right | None = None) -> Iterator[sqlite3.Connection]:
        """Hold one unchanging view of the store, for the other files of this room; each query names the right."""
        with own_errors(self.index_dir), self._pool.borrowed() as connection:
            yield connection

    def search_text(
        self,
        terms: Iterable[str],
        *,
        limit: int,
        right: Right,
        where: Where = ANYWHERE,
        every: bool = False,
        weights: Weights = USUAL_WEIGHTS,
    ) -> list[Scored]:
        """Return the best passages for any (`every`: all) of the terms, best first; the score is BM25, higher better.

        A term is any text at all; one of several words ("capital programme", "24/00096") is looked for as a phrase.
        """
        match = match_of(terms, every=every)
        if not match:
            return []
        query = (
            "SELECT words.rowid, bm25(words, :context, :title, :heading, :text) AS cost FROM words "
            f"WHERE words MATCH :match AND {WORDS_SEEN} ORDER BY cost, words.rowid LIMIT :limit"
        )
        weighed = {"context": weights.context, "title": weights.title, "heading": weights.heading, "text": weights.text}
        with self.reading() as connection:
            if part := self._parts.of(connection, right, where):
                return part.search_text(match, limit=limit, right=right, where=where, weights=weights)
            values = {**limits_of(right, where), **weighed, "match": match, "limit": limit}
            return [Scored(number, -cost) for number, cost in connection.execute(query, values)]

    def table_rows(
        self, terms: Iterable[str], *, right: Right, where: Where = ANYWHERE, limit: int = 20, every: bool = False
    ) -> list[TableRow]:
        """Return the rows of tables in which any (`every`: all) of the terms stand, the best first.

        Words count most in the label of the row, then in the names of its columns, the line inside the table that it
        stands under and the caption; they are compared as in the search by words. Ask with the words of the question:
        `store.table_rows(["swing", "bridge", "2025-26"], right=right)`. Each row has `cells`: what the column is
        called, what stands in it, its unit. `text` is the row as its page has it, for a quote.
        """
        match = match_of(terms, every=every)
        if not match:
            return []
        table = TABLE_ROWS
        query = (
            f"SELECT {table.selected}, {SECTION}, {PAPER} FROM row_words "
            f"JOIN table_rows ON table_rows.id = row_words.rowid {JOINED.format(table.name)} "
            f"WHERE row_words MATCH :match AND {ALLOWED} AND {WITHIN} "
            "ORDER BY bm25(row_words, 1.0, 1.5, 3.0, 2.0, 1.0), table_rows.id LIMIT :limit"
        )
        with self.reading() as connection:
            values = {**limits_of(right, where), "match": match, "limit": limit}
            rows = connection.execute(query, values).fetchall()
            return [table.made_of(row, section) for row, section in with_sections(connection, rows, len(table.columns))]

    def holding(self, word: str, *, right: Right) -> int:
        """Return how many passages hold a word in any of its forms, counted up to COUNTED."""
        with self.reading() as connection:
            return holding(connection, word, right, COUNTED)

    def likest(self, word: str, stem: str, *, right: Right) -> str:
        """Return the stem of the papers that a word (with its stem) which stands in none of them is most like, or
        "".
        """
        with self.reading() as connection:
            return likest(connection, word, stem, right)

    def nearest(self, vector: Vector, k: int, *, right: Right, where: Where = ANYWHERE) -> list[Scored]:
        """Return the k passages nearest in meaning to a vector (384,), best first; the score is the cosine."""
        with self.reading() as connection:
            part = self._parts.of(connection, right, where)
        return (part.matrix if part else self._nearest).nearest(vector, k, right=right, where=where)

    def why_exact(self) -> str:
        """Return why the last unlimited search by meaning was not answered by Chroma, "" when it was."""
        return self._nearest.why_exact()
