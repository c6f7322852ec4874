"""VectorSearch: passages by meaning, from memory or from the Chroma generation, whichever is right for the question."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

from indexer.store.database import version_of
from indexer.store.exact import Matrix, load_matrix
from indexer.store.records import Right, Scored, Vector, Where

Reading = Callable[[], AbstractContextManager[sqlite3.Connection]]


class VectorSearch:
    """Searches by meaning for any number of threads."""

    def __init__(self, index_dir: Path, reading: Reading) -> None:
        self._index_dir = index_dir
        self._reading = reading
        self._loading = threading.Lock()
        self._matrix: Matrix | None = None

    def nearest(self, vector: Vector, k: int, *, right: Right, where: Where) -> list[Scored]:
        """Return the k nearest passages, best first; the score is the cosine."""
        return self.matrix().nearest(vector, k, right=right, where=where)

    def matrix(self) -> Matrix:
        """Return the matrix of the store as it is now; it is brought up to date when the store was written to."""
        with self._reading() as connection:
            version = version_of(connection)
            held = self._matrix
            if held is not None and held.version == version:
                return held
            with self._loading:
                held = self._matrix
                if held is None or held.version != version:
                    self._matrix = held = load_matrix(connection, held)
                return held

    def close(self) -> None:
        """Let go of the memory."""
        self._matrix = None
