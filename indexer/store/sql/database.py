"""Connections to the SQLite file in which everything is stored: its tables, its stamp, and its errors in our words."""

from __future__ import annotations

import json
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import NamedTuple

from corpus.errors import BoardPapersError, IndexBusy, IndexDamaged, IndexMismatch, IndexMissing
from corpus.private import make_private
from indexer.store.home import FILE, home_of
from indexer.store.records import SCHEMA, Stamp
from indexer.store.sql.connection import Connection
from indexer.store.sql.tables import TABLES

REBUILD = "Run: python -m indexer sync --rebuild, with the --corpus and --index of these papers."
SYNC = "Run: python -m indexer sync, with the --corpus and --index of these papers."
LABELLED = "CREATE TEMP VIEW labelled AS SELECT id, paper, page, page_end, access FROM main.sections"
BUSY_MS = 30_000  # how long a connection waits for another one's write; a paper is written in well under a second


class Version(NamedTuple):
    """Which state of the store: every write raises `revision` by one, a rebuilt store is another one by `born`."""

    born: str
    revision: int

    def __str__(self) -> str:
        return f"{self.born}.{self.revision}"


def connect_to_write(index_dir: Path) -> sqlite3.Connection:
    """Return a connection that writes through to the disk at each commit; the file is made when it is not there."""
    index_dir.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(home_of(index_dir) / FILE, timeout=BUSY_MS / 1000, isolation_level=None)
    make_private(home_of(index_dir) / FILE)  # SQLite gives its other files the same rights
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute(LABELLED)
        connection.execute("PRAGMA secure_delete = ON")  # what is removed is overwritten, not only unlinked
    except BaseException:
        connection.close()
        raise
    return connection


def connect_to_read(index_dir: Path) -> sqlite3.Connection:
    """Return a connection that cannot write, usable from any one thread at a time; raises IndexMissing."""
    path = home_of(index_dir) / FILE
    if not path.is_file():
        raise IndexMissing(f"There is no index in {index_dir}.", hint=SYNC)
    connection = sqlite3.connect(
        f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=BUSY_MS / 1000, isolation_level=None,
        check_same_thread=False,
    )  # fmt: skip
    # which passage each stem stands in; a name of this connection, since the file is not written to
    connection.execute("CREATE VIRTUAL TABLE temp.standing USING fts5vocab('main', 'words', 'instance')")
    connection.execute(LABELLED)
    connection.execute("PRAGMA query_only = ON")
    return connection


def make_tables(connection: sqlite3.Connection, stamp: Stamp, after: int = 0) -> None:
    """Make all tables of an empty file, with the stamp and revision 0, inside the caller's transaction.

    The ids of passages go on `after` those of the store that this one will replace.
    """
    for statement in _statements(TABLES):
        connection.execute(statement)
    rows = {"stamp": json.dumps(asdict(stamp)), "born": secrets.token_hex(8), "revision": "0", "unpurged": "0"}
    connection.executemany("INSERT INTO meta VALUES (?, ?)", rows.items())
    connection.execute("INSERT INTO sqlite_sequence (name, seq) VALUES ('passages', ?)", (after,))


def held_stamp(connection: sqlite3.Connection) -> Stamp | None:
    """Return the stamp in the file, None when nothing has been written; raises IndexMismatch for an unknown form."""
    if connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'meta'").fetchone() is None:
        return None
    return noted_stamp(connection)


def noted_stamp(connection: Connection) -> Stamp:
    """Return the stamp of a store whose tables are there; raises IndexMismatch for an unknown form."""
    row = connection.execute("SELECT value FROM meta WHERE key = 'stamp'").fetchone()
    return stamp_of_text(row[0] if row else None)


def stamp_of_text(text: str | None) -> Stamp:
    """Return the stamp that was written down as JSON; raises IndexMismatch for an unknown form."""
    try:
        fields = json.loads(text or "")
        return Stamp(**{name: fields[name] for name in ("passages_rules", "model", "model_sha256", "schema")})
    except (TypeError, KeyError, ValueError) as exc:
        raise IndexMismatch("The index was made by another version of this program.", hint=REBUILD) from exc


def check_stamp(held: Stamp | None, wanted: Stamp | None) -> Stamp:
    """Return the held stamp; raises IndexMissing for None, IndexMismatch when it is not the wanted one.

    Wanted None takes any rules and model, for readers that embed nothing; the schema must be ours all the same.
    """
    if held is None:
        raise IndexMissing("Nothing has been indexed yet.", hint=SYNC)
    expected = wanted or Stamp(held.passages_rules, held.model, held.model_sha256, SCHEMA)
    theirs, ours = asdict(held), asdict(expected)
    other = [f"{name} {theirs[name]!r} instead of {ours[name]!r}" for name in ours if theirs[name] != ours[name]]
    if other:
        raise IndexMismatch(f"The index was made otherwise: {', '.join(other)}.", hint=REBUILD)
    return held


def stamp_in(index_dir: Path) -> Stamp | None:
    """Return the stamp of the index in this folder, None when it is empty; raises IndexMissing or IndexDamaged."""
    with own_errors(index_dir), closing(connect_to_read(index_dir)) as connection:
        return held_stamp(connection)


def version_of(connection: Connection) -> Version:
    """Return the version of the store as this connection sees it."""
    rows = dict(connection.execute("SELECT key, value FROM meta WHERE key IN ('born', 'revision')"))
    return Version(rows["born"], int(rows["revision"]))


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Hold the one write transaction: all of it is kept, or nothing."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.rollback()
        raise
    connection.execute("COMMIT")


@contextmanager
def own_errors(index_dir: Path) -> Iterator[None]:
    """Turn the errors of SQLite, and of rows that cannot be what was written, into ours."""
    try:
        yield
    except sqlite3.Error as exc:
        raise _ours(exc, index_dir) from exc
    except (UnicodeDecodeError, json.JSONDecodeError) as exc:
        raise IndexDamaged(f"The file {FILE} in {index_dir} is broken ({type(exc).__name__}).", hint=REBUILD) from exc


def _ours(exc: sqlite3.Error, index_dir: Path) -> BoardPapersError:
    code = getattr(exc, "sqlite_errorcode", 0) & 0xFF  # the low byte names the kind, the rest a detail
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return IndexBusy(f"The index in {index_dir} is being written to just now.", hint="Try again in a moment.")
    # never the words of SQLite: it quotes what it cannot decode, which may be the text of a paper
    kind = getattr(exc, "sqlite_errorname", "") or type(exc).__name__
    undecoded = isinstance(exc, sqlite3.OperationalError) and not code
    if undecoded or code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return IndexDamaged(f"The file {FILE} in {index_dir} is broken ({kind}).", hint=REBUILD)
    return BoardPapersError(f"The index in {index_dir} cannot be used ({kind}).")


def _statements(script: str) -> Iterator[str]:
    """Yield the statements of a script one by one: executescript would end the transaction that is open."""
    waiting = ""
    for line in script.splitlines(keepends=True):
        waiting += line
        if waiting.strip() and sqlite3.complete_statement(waiting):
            yield waiting
            waiting = ""
