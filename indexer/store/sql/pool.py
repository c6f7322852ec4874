"""Pool: reading connections that any number of threads share, each used by one thread at a time."""

from __future__ import annotations

import os
import sqlite3
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import IndexMissing
from indexer.store.home import FILE, home_of
from indexer.store.records import Stamp
from indexer.store.sql.database import SYNC, check_stamp, connect_to_read, held_stamp

IDLE = 8  # connections kept open between questions; when more threads ask at once, more are opened and closed again


@dataclass(frozen=True, slots=True)
class _Opened:
    """A connection and the file that it was opened on: a rebuilt index is another file."""

    connection: sqlite3.Connection
    file: tuple[str, int, int]


class Pool:
    """Hands out reading connections on the index in this folder; each use sees one unchanging state of it."""

    def __init__(self, index_dir: Path, stamp: Stamp | None) -> None:
        self._index_dir = index_dir
        self._stamp = stamp
        self._idle: deque[_Opened] = deque()

    @contextmanager
    def borrowed(self) -> Iterator[sqlite3.Connection]:
        """Lend a connection; raises IndexMissing, and IndexMismatch when the index now bears another stamp."""
        opened = self._take()
        try:
            opened.connection.execute("BEGIN")
            check_stamp(held_stamp(opened.connection), self._stamp)
            yield opened.connection
            opened.connection.execute("COMMIT")
        except BaseException:
            opened.connection.close()
            raise
        if len(self._idle) < IDLE:
            self._idle.append(opened)
        else:
            opened.connection.close()

    def close(self) -> None:
        """Close the idle connections."""
        while self._idle:
            self._idle.pop().connection.close()

    def _take(self) -> _Opened:
        file = self._file()
        while True:
            try:
                opened = self._idle.pop()  # atomic, so that no two threads get the same one
            except IndexError:
                return _Opened(connect_to_read(self._index_dir), file)
            if opened.file == file:
                return opened
            opened.connection.close()

    def _file(self) -> tuple[str, int, int]:
        path = home_of(self._index_dir) / FILE
        try:
            status = os.stat(path)
        except FileNotFoundError as exc:
            raise IndexMissing(f"There is no index in {self._index_dir}.", hint=SYNC) from exc
        return str(path), status.st_dev, status.st_ino
