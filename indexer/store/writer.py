"""Writer: the writing end over SQLite."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from indexer.passages.embedding import Embedding
from indexer.store.records import Stamp
from indexer.store.sql.database import check_stamp, connect_to_write, held_stamp, make_tables, own_errors, transaction
from indexer.store.sql.taking import embeddings_elsewhere, embeddings_in, highest_id
from indexer.store.writing import PaperWriter


class Writer(PaperWriter):
    """The writing end of the store; hold a BuildLock while one is open."""

    def __init__(self, index_dir: Path, stamp: Stamp, *, others: Sequence[Path] = ()) -> None:
        """Open the store or make a new one, which may take over embeddings from the `others`.

        Raises IndexMismatch when it bears another stamp, IndexDamaged when the file is broken.
        """
        self._index_dir = index_dir
        self._stamp = stamp
        self._others = tuple(others)
        with own_errors(index_dir):
            self._connection = _opened(index_dir, stamp, highest_id(others))

    def close(self) -> None:
        """Let go of the file; the end of a `with` block also purges."""
        self._connection.close()

    def embeddings_for(self, texts: Iterable[str]) -> dict[str, Embedding]:
        """Return what is stored of each of the texts that has been embedded before, here or in the other stores.

        So that a changed paper costs the embedding of its new passages only, ask before replacing or removing it.
        """
        wanted = list(texts)
        with own_errors(self._index_dir):
            found = embeddings_in(self._connection, wanted)
        missing = [text for text in wanted if text not in found] if self._others else []
        return {**found, **embeddings_elsewhere(self._others, self._stamp, missing)}

    def purge(self) -> bool:
        """Wipe from the disk what was removed since the last time, also by a run that was killed.

        False when a reader kept the log from being emptied just now; the next call does it.
        """
        connection = self._connection
        with own_errors(self._index_dir):
            if connection.execute("SELECT value FROM meta WHERE key = 'unpurged'").fetchone()[0] == "0":
                return True
            with transaction(connection):
                # the words of removed passages stay in the full-text index until its parts are merged into one
                connection.execute("INSERT INTO words (words) VALUES ('optimize')")
                connection.execute("INSERT INTO row_words (row_words) VALUES ('optimize')")
            busy, _, _ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            if not busy:
                connection.execute("UPDATE meta SET value = '0' WHERE key = 'unpurged'")
            return not busy

    @contextmanager
    def _looking(self) -> Iterator[sqlite3.Connection]:
        with own_errors(self._index_dir):
            yield self._connection

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        with own_errors(self._index_dir), transaction(self._connection):
            yield self._connection


def _opened(index_dir: Path, stamp: Stamp, after: int) -> sqlite3.Connection:
    """Return a connection to the store that bears the stamp; a new store gets its tables."""
    connection = connect_to_write(index_dir)
    try:
        with transaction(connection):
            held = held_stamp(connection)
            if held is None:
                make_tables(connection, stamp, after)
            else:
                check_stamp(held, stamp)
    except BaseException:
        connection.close()
        raise
    return connection
