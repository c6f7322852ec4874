"""Readings: what a file said when it was read, stored under the hash of its bytes, so that no file is read twice.

A rebuild, or a paper that belongs to another meeting now, asks here first. It is a cache beside the index and nothing
more: one that is broken, or was filled by another version of the reader, is emptied and filled again.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import shutil
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from types import TracebackType

import indexer.forms.pages
import indexer.reading
from corpus.papers import Paper
from indexer.reading.messages import from_line, to_line
from indexer.reading.pages import Reading
from indexer.reading.reader import read_papers

FILE = "readings.db"
LIBRARIES = ("pypdf", "pypdfium2", "pillow", "python-docx", "openpyxl", "striprtf", "lxml")
TABLE = """CREATE TABLE IF NOT EXISTS readings (
    sha256 TEXT PRIMARY KEY, title TEXT NOT NULL, pages BLOB NOT NULL, checksum INTEGER NOT NULL) STRICT"""


class Readings:
    """The readings stored beside an index; hold a BuildLock while they are open."""

    def __init__(self, index_dir: Path) -> None:
        """Open those of this version of the reader; others are thrown away."""
        self._file = index_dir / FILE
        self._connection = _opened(self._file)

    def __enter__(self) -> Readings:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()

    def read(self, corpus: Path, papers: Iterable[Paper]) -> Iterator[tuple[Paper, Reading]]:
        """Yield every paper with its reading: first those stored, then the others as they are read."""
        unread: dict[Path, Paper] = {}
        for paper in papers:
            if (stored := self._stored(paper.sha256)) is not None:
                yield paper, stored
            else:
                unread[corpus / paper.file] = paper
        for path, reading in read_papers(list(unread)):
            self._store(path, unread[path], reading)
            yield unread[path], reading

    def keep_only(self, hashes: Iterable[str]) -> None:
        """Wipe what was read of all other files from the disk."""
        with suppress(sqlite3.Error):
            stored = {sha for (sha,) in self._connection.execute("SELECT sha256 FROM readings")}
            gone = [(sha,) for sha in stored.difference(hashes)]
            self._connection.executemany("DELETE FROM readings WHERE sha256 = ?", gone)
            self._connection.commit()

    def _stored(self, sha256: str) -> Reading | None:
        """The reading of the file with this hash; None where there is none, or its bytes were changed."""
        query = "SELECT title, pages, checksum FROM readings WHERE sha256 = ?"
        with suppress(sqlite3.Error, zlib.error, ValueError):
            row = self._connection.execute(query, (sha256,)).fetchone()
            if row and zlib.crc32(row[1]) == row[2]:
                return Reading(tuple(map(from_line, zlib.decompress(row[1]).splitlines())), row[0])
        return None

    def _store(self, path: Path, paper: Paper, reading: Reading) -> None:
        """Store a reading; none with a problem, since the next try may do better, and none of a file that changed."""
        if reading.problem or not _unchanged(path, paper):
            return
        pages = zlib.compress(b"".join(map(to_line, reading.pages)), level=1)
        with suppress(sqlite3.Error):  # a full disk: the file is read again another time
            values = (paper.sha256, reading.title, pages, zlib.crc32(pages))
            self._connection.execute("INSERT OR REPLACE INTO readings VALUES (?, ?, ?, ?)", values)
            self._connection.commit()


def _unchanged(path: Path, paper: Paper) -> bool:
    """True where the file is still the one that was hashed."""
    with suppress(OSError):
        now = path.stat()
        return (now.st_size, now.st_mtime_ns) == (paper.size, paper.modified_ns)
    return False


def _opened(file: Path) -> sqlite3.Connection:
    """The readings made by this version of the reader; a file that is broken, or of another one, is begun again."""
    try:
        if connection := _of_this_version(file):
            return connection
        for left in (file, file.with_name(f"{FILE}-journal")):
            left.unlink(missing_ok=True)
        return _ready(sqlite3.connect(file))
    except (sqlite3.OperationalError, OSError):  # a full disk, or another program has the file: nothing is stored now
        return _ready(sqlite3.connect(":memory:"))


def _of_this_version(file: Path) -> sqlite3.Connection | None:
    """The readings in the file, None where it is broken or of another version."""
    connection = sqlite3.connect(file)
    try:
        if connection.execute("PRAGMA user_version").fetchone()[0] == version():
            return _ready(connection)
    except sqlite3.OperationalError:
        connection.close()
        raise
    except sqlite3.DatabaseError:
        pass  # not a database, or a torn one
    connection.close()
    return None


def _ready(connection: sqlite3.Connection) -> sqlite3.Connection:
    connection.execute("PRAGMA secure_delete = ON")
    connection.execute(TABLE)
    connection.execute(f"PRAGMA user_version = {version()}")
    connection.commit()
    return connection


@cache
def version() -> int:
    """A number for all that a reading depends on: our own source, the libraries, and whether scans can be read."""
    made_by = hashlib.blake2b(digest_size=4)
    for room in (indexer.reading, indexer.forms.pages):
        for source in sorted(Path(room.__path__[0]).rglob("*.py")):
            made_by.update(source.read_bytes())
    for library in LIBRARIES:
        made_by.update(importlib.metadata.version(library).encode())
    made_by.update(str(shutil.which("tesseract") is not None).encode())
    return int.from_bytes(made_by.digest(), "little") >> 1  # SQLite stores it as a signed number
