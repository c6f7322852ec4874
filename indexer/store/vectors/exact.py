"""Matrix: all vectors of the store in memory, searched without any loss; the measure of every other search."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from corpus.errors import IndexDamaged
from indexer.store.records import DIMENSIONS, Right, Scored, Vector, Where
from indexer.store.sql.database import REBUILD, Version, version_of
from indexer.store.sql.queries import ALLOWED, WITHIN, limits_of
from indexer.store.sql.rows import VECTOR

AT_ONCE = 4_000  # vectors read together, about 6 MB
SHELVES = (
    "SELECT sections.id, papers.access, sections.access, organisation, body, held_on "
    "FROM sections JOIN papers ON papers.id = sections.paper"
)
SPARSE = 4  # below one row in four it is quicker to pick the rows out than to multiply them all


class Shelf(NamedTuple):
    """What the right to see and the limits look at; many passages stand on the same shelf."""

    paper_label: str
    section_label: str
    organisation: str
    body: str
    held_on: date | None


@dataclass(frozen=True, slots=True, eq=False)
class Matrix:
    """The vectors of one version of the store, each of length one: row i belongs to ids[i] on shelves[shelf[i]]."""

    version: Version
    ids: NDArray[np.int64]
    rows: NDArray[np.float32]
    shelf: NDArray[np.int32]
    shelves: tuple[Shelf, ...]

    def admitted(self, right: Right, where: Where) -> NDArray[np.bool_]:
        """Return for each row whether it may be seen and is inside the limits."""
        allowed = [
            right.sees(shelf.paper_label, shelf.section_label)
            and where.admits(shelf.organisation, shelf.body, shelf.held_on)
            for shelf in self.shelves
        ]
        return np.array(allowed, dtype=np.bool_)[self.shelf]

    def nearest(self, vector: Vector, k: int, *, right: Right, where: Where) -> list[Scored]:
        """Return the k passages whose vectors point most nearly the same way, best first; the score is the cosine."""
        admitted = self.admitted(right, where)
        count = int(admitted.sum())
        k = min(k, count)
        if k <= 0:
            return []
        direction = unit(vector)
        if count * SPARSE < len(self.ids):
            kept = np.flatnonzero(admitted)
            scores, ids = self.rows[kept] @ direction, self.ids[kept]
        else:
            scores, ids = np.where(admitted, self.rows @ direction, -np.inf), self.ids
        best = np.argpartition(-scores, k - 1)[:k]
        best = best[np.lexsort((ids[best], -scores[best]))]
        return [Scored(int(ids[i]), float(scores[i])) for i in best]


def unit(vectors: Vector) -> Vector:
    """Return the vectors with length one, as (n, 384) or (384,)."""
    lengths = np.linalg.norm(vectors, axis=-1, keepdims=True)
    scaled: Vector = (vectors / np.maximum(lengths, np.finfo(np.float32).tiny)).astype(np.float32)
    return scaled


def load_matrix(connection: sqlite3.Connection, previous: Matrix | None = None) -> Matrix:
    """Return the matrix of the store as it is now; vectors that `previous` has already are not read again.

    An id is never given to another passage in a store that was not rebuilt, so what has the same id is the same.
    """
    version = version_of(connection)
    shelves: dict[Shelf, int] = {}
    of_section: dict[int, int] = {}
    for section, *shelf in connection.execute(SHELVES):
        of_section[section] = shelves.setdefault(_shelf(*shelf), len(shelves))
    places = dict(connection.execute("SELECT id, section FROM passages"))
    ids = np.fromiter(sorted(places), dtype=np.int64, count=len(places))
    shelf_of = np.fromiter((of_section[places[i]] for i in ids.tolist()), dtype=np.int32, count=len(ids))
    return Matrix(version, ids, _rows(connection, ids, version, previous), shelf_of, tuple(shelves))


def load_part(connection: sqlite3.Connection, right: Right, where: Where, most: int) -> Matrix | None:
    """Return the matrix of what a right may see within the limits, None for more than `most` passages."""
    shelves: dict[Shelf, int] = {}
    of_section = {
        section: shelves.setdefault(_shelf(*shelf), len(shelves))
        for section, *shelf in connection.execute(f"{SHELVES} WHERE {ALLOWED} AND {WITHIN}", limits_of(right, where))
    }
    query = "SELECT id, section FROM passages WHERE section IN (SELECT value FROM json_each(?))"
    found = sorted(connection.execute(query, (json.dumps(list(of_section)),)).fetchmany(most + 1))
    if len(found) > most:
        return None
    ids = np.array([number for number, _ in found], dtype=np.int64)
    cursor = connection.execute(
        "SELECT passage, vector FROM embeddings WHERE passage IN (SELECT value FROM json_each(?)) ORDER BY passage",
        (json.dumps(ids.tolist()),),
    )
    rows = _filled(np.empty((len(ids), DIMENSIONS), dtype=np.float32), 0, ids, cursor)
    shelf_of = np.array([of_section[section] for _, section in found], dtype=np.int32)
    return Matrix(version_of(connection), ids, rows, shelf_of, tuple(shelves))


def _shelf(paper_label: str, section_label: str, organisation: str, body: str, held_on: str | None) -> Shelf:
    return Shelf(paper_label, section_label, organisation, body, date.fromisoformat(held_on) if held_on else None)


def _rows(
    connection: sqlite3.Connection, ids: NDArray[np.int64], version: Version, previous: Matrix | None
) -> NDArray[np.float32]:
    """Return the vectors of these ids in their order."""
    rows = np.empty((len(ids), DIMENSIONS), dtype=np.float32)
    last, done = 0, 0
    if previous is not None and previous.version.born == version.born and len(previous.ids):
        last = int(previous.ids[-1])
        kept = previous.rows[np.isin(previous.ids, ids, assume_unique=True)]
        done = len(kept)
        rows[:done] = kept
    cursor = connection.execute("SELECT passage, vector FROM embeddings WHERE passage > ? ORDER BY passage", (last,))
    return _filled(rows, done, ids, cursor)


def _filled(
    rows: NDArray[np.float32], done: int, ids: NDArray[np.int64], cursor: sqlite3.Cursor
) -> NDArray[np.float32]:
    """Return the rows, of which so many are done, with the vectors of the other ids."""
    while some := cursor.fetchmany(AT_ONCE):
        end = done + len(some)
        if end > len(ids) or [number for number, _ in some] != ids[done:end].tolist():
            raise IndexDamaged("The vectors of the index do not fit its passages.", hint=REBUILD)
        packed = b"".join(vector for _, vector in some)
        rows[done:end] = unit(np.frombuffer(packed, dtype=VECTOR).reshape(-1, DIMENSIONS))
        done = end
    if done != len(ids):
        raise IndexDamaged("Passages of the index have no vectors.", hint=REBUILD)
    return rows
