"""OwnFile: a database in one file that only our account may read, for any number of threads, one at a time."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from corpus.errors import BoardPapersError
from corpus.private import make_private

SETTINGS = ("journal_mode = WAL", "synchronous = FULL", "secure_delete = ON", "foreign_keys = ON")


class OwnFile:
    """A SQLite file with its tables, made where it is missing; what is deleted from it is wiped from the disk.

    `what` names in errors what it stores: "The conversations". Raises BoardPapersError if the file cannot be used.
    """

    def __init__(self, path: Path, what: str, tables: str) -> None:
        self._path, self._what = path, what
        self._lock = threading.Lock()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._connection = sqlite3.connect(
                path, check_same_thread=False, isolation_level=None, timeout=10, cached_statements=32
            )
        except (OSError, sqlite3.Error) as exc:
            raise self._unusable(exc) from exc
        make_private(path)
        with self.using() as connection:
            for setting in SETTINGS:
                connection.execute(f"PRAGMA {setting}")
            connection.executescript(tables)

    @contextmanager
    def using(self) -> Iterator[sqlite3.Connection]:
        """The connection, for this thread alone as long as the block lasts."""
        with self._lock:
            try:
                yield self._connection
            except sqlite3.Error as exc:
                raise self._unusable(exc) from exc

    def wipe(self) -> None:
        """Empties the log of the file, which would still hold the words of what was removed."""
        with self.using() as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Closes the file."""
        with self._lock:
            self._connection.close()

    def _unusable(self, exc: Exception) -> BoardPapersError:
        why = getattr(exc, "strerror", None) or str(exc)
        return BoardPapersError(
            f"{self._what} in {self._path} cannot be used: {why}.",
            hint="Make its folder writable, or name another one with BOARD_PAPERS_DATA.",
        )
