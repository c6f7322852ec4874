"""A directory of Chroma: written once from vectors that rest elsewhere, then only asked for what is nearest.

The one file that touches chromadb, and slow to import: import it where it is needed. Never gives Chroma a text or an
embedding function and never reads `.configuration`: 1.5.9 would build, or download, what is named there.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import chromadb
import numpy as np
from chromadb.api.collection_configuration import CreateHNSWConfiguration
from chromadb.config import Settings
from numpy.typing import NDArray

from corpus.errors import IndexDamaged
from indexer.store.records import Scored, Vector

EFFORT = 200  # candidates weighed at each step: twice Chroma's own, so that hardly a near passage is overlooked
COLLECTION = "passages"
BATCH = 1_000  # vectors added at a time; Chroma takes 5,461 and flushes its files after every 1,000
FIRST_FLUSH = 1_000  # Chroma's own number; a smaller set is flushed when it is complete
BATCH_OF_FEW = 100  # Chroma's own number of vectors that it searches one by one before they join the graph


class Directory:
    """An open directory of Chroma. Whatever Chroma throws becomes IndexDamaged: a generation can always be rebuilt."""

    def __init__(self, path: Path, ids: NDArray[np.int64], *, make_for: int = 0) -> None:
        """Open the directory, in which Chroma knows each passage by its place in `ids`.

        `make_for` makes a new one that is to take so many vectors.
        """
        self._path = path
        self._ids = ids
        with self._own_errors():
            # every generation has its own directory name: chromadb keeps what it opened by path
            self._client = chromadb.PersistentClient(path, settings=Settings(anonymized_telemetry=False))
            self._collection = self._made(make_for) if make_for else self._found()

    def add(self, first: int, vectors: Vector) -> None:
        """Add the vectors (n, 384) of n passages, the first of which has the place `first`."""
        with self._own_errors():
            self._collection.add(ids=[str(first + n) for n in range(len(vectors))], embeddings=vectors)

    def count(self) -> int:
        """Return how many passages Chroma says it holds, which proves nothing about the vectors."""
        with self._own_errors():
            return int(self._collection.count())

    def nearest(self, vectors: Vector, k: int) -> list[list[Scored]]:
        """Return for each of the vectors (n, 384) the k nearest passages, best first; the score is the cosine."""
        with self._own_errors():
            found = self._collection.query(query_embeddings=vectors, n_results=k, include=["distances"])
            return [
                [Scored(int(self._ids[int(at)]), 1.0 - float(far)) for at, far in zip(places, distances, strict=True)]
                for places, distances in zip(found["ids"], found["distances"] or [], strict=True)
            ]

    def close(self) -> None:
        """Let go of the files."""
        with self._own_errors():
            self._client.close()

    def _made(self, size: int) -> Any:
        flush = max(2, min(FIRST_FLUSH, size))
        graph: CreateHNSWConfiguration = {
            "space": "cosine",
            "ef_construction": EFFORT,
            "ef_search": EFFORT,
            "sync_threshold": flush,
            "batch_size": min(BATCH_OF_FEW, flush),
        }
        return self._client.create_collection(COLLECTION, configuration={"hnsw": graph}, embedding_function=None)

    def _found(self) -> Any:
        return self._client.get_collection(COLLECTION, embedding_function=None)

    @contextmanager
    def _own_errors(self) -> Iterator[None]:
        try:
            yield
        except (KeyboardInterrupt, SystemExit, GeneratorExit):
            raise
        except BaseException as exc:  # a panic of its native code is no Exception
            raise IndexDamaged(
                f"The Chroma generation {self._path.name} cannot be used: its library failed ({type(exc).__name__})."
            ) from exc
