"""VectorSearch: passages by meaning, from the Chroma generation where it fits the question, else exactly."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from corpus.errors import IndexDamaged
from indexer.store.records import PUBLIC, Right, Scored, Vector, Where
from indexer.store.sql.database import Version, version_of
from indexer.store.vectors.exact import Matrix, load_matrix, unit
from indexer.store.vectors.generations import (
    Generation,
    current_generation,
    damage_of,
    directory_of,
    places_in,
    pointer_of,
)

if TYPE_CHECKING:
    from indexer.store.vectors.chroma import Directory

Reading = Callable[[], AbstractContextManager[sqlite3.Connection]]

SMALL = 1_000  # passages; below that the exact search takes under a millisecond and Chroma has not flushed once


class VectorSearch:
    """Searches by meaning for any number of threads.

    Chroma answers what is asked of all public papers, as long as its generation is of the same version as the store
    and its files are as they were when it was proved. Everything else is searched exactly. A generation that fails
    once is not asked again.
    """

    def __init__(self, index_dir: Path, reading: Reading, *, small: int = SMALL) -> None:
        self._reading = reading
        self._small = small
        self._loading = threading.Lock()
        self._matrix: Matrix | None = None
        self._chroma = _ChromaReader(index_dir)

    def nearest(self, vector: Vector, k: int, *, right: Right, where: Where) -> list[Scored]:
        """Return the k nearest passages, best first; the score is the cosine."""
        if right == PUBLIC and not where and k > 0:
            with self._reading() as connection:
                version = version_of(connection)
            found = self._chroma.nearest(vector, k, version, self._small)
            if found is not None:
                return found
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
                # another thread may have looked later than this one: what it loaded is as good
                if held is None or held.version.born != version.born or held.version.revision < version.revision:
                    self._matrix = held = load_matrix(connection, held)
                return held

    def why_exact(self) -> str:
        """Return why the last unlimited question was not answered by Chroma, "" when it was."""
        return self._chroma.why_not

    def close(self) -> None:
        """Let go of the memory and of the files of Chroma."""
        self._matrix = None
        self._chroma.close()


class _ChromaReader:
    """Follows the pointer from one generation to the next, and knows which of them failed."""

    def __init__(self, index_dir: Path) -> None:
        self._index_dir = index_dir
        self._lock = threading.Lock()  # a generation must not be closed while another thread is asking it
        self._seen: tuple[int, ...] = ()
        self._generation: Generation | None = None
        self._opened: Directory | None = None
        self._failed: dict[str, str] = {}
        self.why_not = "nothing has been asked yet"

    def nearest(self, vector: Vector, k: int, version: Version, small: int) -> list[Scored] | None:
        """Return the k nearest public passages; None, and `why_not`, when Chroma cannot answer for this version."""
        with self._lock:
            self._follow()
            generation = self._generation
            self.why_not = self._unfit(generation, version, small)
            if generation is None or self.why_not:
                return None
            try:
                if self._opened is None:
                    self._opened = self._open(generation)
                return self._opened.nearest(unit(vector)[np.newaxis], min(k, generation.count))[0]
            except (IndexDamaged, ValueError, IndexError) as exc:
                self.why_not = self._failed[generation.directory] = str(exc)
                return None

    def close(self) -> None:
        """Let go of the generation that is open."""
        with self._lock:
            self._let_go()

    def _unfit(self, generation: Generation | None, version: Version, small: int) -> str:
        if generation is None:
            return "there is no Chroma generation"
        if generation.version != version:
            return f"generation {generation.directory} is of another state of the index"
        if generation.count < small:
            return f"there are fewer than {small} passages"
        return self._failed.get(generation.directory, "")

    def _follow(self) -> None:
        """Take up the pointer again when it was replaced."""
        try:
            status = os.stat(pointer_of(self._index_dir))
            seen: tuple[int, ...] = (status.st_mtime_ns, status.st_ino, status.st_size)
        except OSError:
            seen = ()
        if seen == self._seen:
            return
        self._seen = seen
        before, self._generation = self._generation, current_generation(self._index_dir)
        if before is None or self._generation is None or before.directory != self._generation.directory:
            self._let_go()

    def _open(self, generation: Generation) -> Directory:
        """Return the generation, opened; raises IndexDamaged when its files are not as they were when it was proved.

        They are looked at first because Chroma would search a cut file without a word, or die of it with the process.
        """
        damage = damage_of(self._index_dir, generation)
        if damage:
            raise IndexDamaged(f"The Chroma {damage}.")
        from indexer.store.vectors.chroma import Directory  # takes a second to import: only who needs it pays

        directory = directory_of(self._index_dir, generation)
        return Directory(directory, places_in(directory)["id"])

    def _let_go(self) -> None:
        opened, self._opened = self._opened, None
        if opened is not None:
            opened.close()
