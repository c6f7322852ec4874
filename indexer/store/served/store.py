"""ServedStore: the reading end over PostgreSQL, for the papers of one council."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import numpy as np

from corpus.errors import IndexMismatch
from indexer.items.table_rows import TableRow
from indexer.store.contents import Contents
from indexer.store.records import ANYWHERE, USUAL_WEIGHTS, Right, Scored, Stamp, Vector, Weights, Where
from indexer.store.served.database import Connected, reading
from indexer.store.served.migrating import newest
from indexer.store.served.tokens import Tokenizer
from indexer.store.served.words import INSIDE, PASSAGES, ROWS, SEEN, query_of, ranked, sought
from indexer.store.sql.database import SYNC, check_stamp, stamp_of_text
from indexer.store.sql.findings import TABLE_ROWS
from indexer.store.sql.queries import ALLOWED, JOINED, limits_of, with_sections
from indexer.store.sql.rows import PAPER, SECTION, VECTOR
from indexer.store.sql.slips import likest
from indexer.store.vectors.exact import unit

COUNTED = 3000  # passages: a word in more of them is common, and counting on would only cost time
SPARE = 60  # candidates beyond twice those asked for: half precision may put near ones in another order
ROW_WEIGHTS = (1.0, 1.5, 3.0, 2.0)  # caption and row, heading, label, columns: as in the search over SQLite

HOLDING = "SELECT counted_passages(CAST(:term AS tsquery), :most)"


class ServedStore(Contents):
    """The reading end of a council's store, for any number of threads; every question names the right to see.

    Row-level security holds beside the conditions of each query: rows under other labels are not there. Raises
    IndexMissing, IndexMismatch or IndexDamaged, also later.
    """

    _signs_in = "signs"

    def __init__(self, url: str, council: str, stamp: Stamp | None) -> None:
        """Open the store; `stamp` None takes the rules and the model as they are, for readers that embed nothing."""
        super().__init__()
        self.council = council
        self._url = url
        self._stamp = stamp
        self._tokenizer = Tokenizer()
        self.version()

    def close(self) -> None:
        """Let go of nothing: the connections belong to all stores of this program."""

    @contextmanager
    def reading(self, right: Right | None = None) -> Iterator[Connected]:
        """Hold one unchanging view of what the right allows, for the other files of this room."""
        with reading(self._url, self.council, right) as (connection, stamp, version):
            check_stamp(stamp_of_text(stamp), self._stamp)
            if version < newest():  # newer ones only have more in them, so that a rolling upgrade stops no reader
                raise IndexMismatch("The tables in the database are of an older version of this program.", hint=SYNC)
            yield connection

    def labels(self) -> frozenset[str]:
        """Return every access label in use, for whoever keeps the index and may see it all."""
        with self.reading() as connection:
            return frozenset(label for (label,) in connection.run("SELECT labels_in_use()"))

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
        """Return the best passages for any (`every`: all) of the terms, best first; the score is BM25."""
        found = sought(self._tokenizer, terms, every=every)
        if not found:
            return []
        given = (weights.context, weights.title, weights.heading, weights.text)
        with self.reading(right) as connection:
            best = ranked(connection, PASSAGES, found, given, limit=limit, right=right, where=where)
        return [Scored(*one) for one in best]

    def table_rows(
        self, terms: Iterable[str], *, right: Right, where: Where = ANYWHERE, limit: int = 20, every: bool = False
    ) -> list[TableRow]:
        """Return the rows of tables in which any (`every`: all) of the terms stand, the best first."""
        found = sought(self._tokenizer, terms, every=every)
        if not found:
            return []
        table, width = TABLE_ROWS, len(TABLE_ROWS.columns)
        query = (
            f"SELECT table_rows.id, {table.selected}, {SECTION}, {PAPER} FROM table_rows {JOINED.format('table_rows')} "
            f"WHERE table_rows.id IN (SELECT CAST(value AS BIGINT) FROM json_each(:ids)) AND {ALLOWED}"
        )
        with self.reading(right) as connection:
            best = ranked(connection, ROWS, found, ROW_WEIGHTS, limit=limit, right=right, where=where)
            values = {**limits_of(right), "ids": json.dumps([number for number, _ in best])}
            rows = connection.execute(query, values).fetchall()
            made = {
                own[0]: table.made_of(own[1:], section) for own, section in with_sections(connection, rows, width + 1)
            }
        return [made[number] for number, _ in best if number in made]

    def holding(self, word: str, *, right: Right) -> int:
        """Return how many passages hold a word in any of its forms, counted up to COUNTED."""
        found = sought(self._tokenizer, [word])
        if not found:
            return 0
        values = {**limits_of(right), "term": query_of(found.phrases[0]), "most": COUNTED}
        with self.reading(right) as connection:
            return int(connection.execute(HOLDING, values).fetchone()[0])  # type: ignore[index]

    def likest(self, word: str, stem: str, *, right: Right) -> str:
        """Return the stem of the papers that a word (with its stem) which stands in none is most like, or ""."""
        with self.reading(right) as connection:
            return likest(connection, word, stem, right, HOLDING)

    def nearest(self, vector: Vector, k: int, *, right: Right, where: Where = ANYWHERE) -> list[Scored]:
        """Return the k passages nearest in meaning to a vector (384,), best first; the score is the cosine.

        Candidates are found in half precision, then put in order by the vectors as they were made.
        """
        if k <= 0:
            return []
        direction = unit(vector)
        # within limits all are compared: an index brings what is near anywhere, and few of that lie within. Adding 0
        # keeps PostgreSQL from using it
        within, order = (f"AND {INSIDE}", "+ 0") if where else ("", "")
        query = (
            f"SELECT passage FROM passage_vectors WHERE {SEEN} {within} "
            f"ORDER BY (vector <#> CAST(:vector AS halfvec)) {order} LIMIT :limit"
        )
        values = {**limits_of(right, where), "vector": text_of(direction), "limit": 2 * k + SPARE}
        with self.reading(right) as connection:
            near = [number for (number,) in connection.execute(query, values)]
            whole = "SELECT passage, vector FROM embeddings WHERE passage = ANY(%s)"
            found = dict(connection.run(whole, (near,)).fetchall())
        ids = sorted(found)
        rows = np.frombuffer(b"".join(found[number] for number in ids), dtype=VECTOR).reshape(-1, len(direction))
        scores = unit(rows) @ direction
        best: list[int] = np.lexsort((np.array(ids), -scores))[:k].tolist() if ids else []
        return [Scored(ids[at], float(scores[at])) for at in best]

    def why_exact(self) -> str:
        """Return why the last unlimited search by meaning was not answered by Chroma."""
        return "the papers are in PostgreSQL"


def text_of(vector: Vector) -> str:
    """Return a vector as PostgreSQL reads it."""
    return f"[{','.join(map(str, vector.tolist()))}]"
