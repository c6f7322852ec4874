"""Connections to the SQLite file in which everything rests: its tables, its stamp, and its errors in our words."""

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

REBUILD = "Run: python -m indexer sync --rebuild, with the --corpus and --index of these papers."
SYNC = "Run: python -m indexer sync, with the --corpus and --index of these papers."
BUSY_MS = 30_000  # how long a connection waits for another one's write; a paper is written in well under a second


class Version(NamedTuple):
    """Which state of the store: every write raises `revision` by one, a rebuilt store is another one by `born`."""

    born: str
    revision: int

    def __str__(self) -> str:
        return f"{self.born}.{self.revision}"


TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

CREATE TABLE papers (
    id INTEGER PRIMARY KEY, file TEXT NOT NULL UNIQUE, sha256 TEXT NOT NULL UNIQUE, size INTEGER NOT NULL,
    modified_ns INTEGER NOT NULL, access TEXT NOT NULL, title TEXT NOT NULL, problem TEXT NOT NULL,
    page_count INTEGER NOT NULL, indexed_at TEXT NOT NULL, labels TEXT NOT NULL,
    wording TEXT NOT NULL) STRICT;  -- the same for two papers that say the same, '' where that cannot be told

CREATE TABLE places (
    file TEXT PRIMARY KEY, paper INTEGER NOT NULL REFERENCES papers ON DELETE CASCADE, position INTEGER NOT NULL,
    size INTEGER NOT NULL, modified_ns INTEGER NOT NULL,
    sha256 TEXT NOT NULL) STRICT;  -- of this file: that of its paper, or another one where it is a copy in other bytes
CREATE INDEX places_paper ON places (paper, position);

CREATE TABLE pages (
    paper INTEGER NOT NULL REFERENCES papers ON DELETE CASCADE, position INTEGER NOT NULL, number INTEGER,
    label TEXT NOT NULL, state TEXT NOT NULL CHECK (state IN ('text', 'ocr', 'empty', 'unreadable')),
    reason TEXT NOT NULL, text TEXT NOT NULL, checksum INTEGER NOT NULL,
    PRIMARY KEY (paper, position)) STRICT, WITHOUT ROWID;

CREATE TABLE sections (
    id INTEGER PRIMARY KEY, paper INTEGER NOT NULL REFERENCES papers ON DELETE CASCADE, position INTEGER NOT NULL,
    kind TEXT NOT NULL, organisation TEXT NOT NULL, body TEXT NOT NULL, held_on TEXT, time TEXT NOT NULL,
    venue TEXT NOT NULL, chair TEXT NOT NULL, title TEXT NOT NULL, item TEXT NOT NULL, page INTEGER, page_end INTEGER,
    access TEXT NOT NULL, mark TEXT NOT NULL, reason TEXT NOT NULL,
    base INTEGER REFERENCES sections ON DELETE CASCADE,  -- what this was cut from by a label on its pages
    given TEXT NOT NULL,  -- access, page, page_end and title as they were indexed
    said TEXT NOT NULL) STRICT;  -- meeting, item and agenda as the section itself has them, before it was settled
CREATE INDEX sections_paper ON sections (paper, position);
CREATE INDEX sections_meeting ON sections (organisation, body, held_on);

CREATE TABLE passages (
    id INTEGER PRIMARY KEY AUTOINCREMENT,  -- an id is never given twice: a reader may still hold a removed one
    section INTEGER NOT NULL REFERENCES sections ON DELETE CASCADE, ordinal INTEGER NOT NULL, page INTEGER,
    page_end INTEGER, printed_page TEXT NOT NULL, item TEXT NOT NULL, title TEXT NOT NULL, heading TEXT NOT NULL,
    text TEXT NOT NULL, text_to_embed TEXT NOT NULL, context TEXT NOT NULL,
    checksum INTEGER NOT NULL) STRICT;
CREATE INDEX passages_section ON passages (section, ordinal);

CREATE TABLE embeddings (
    passage INTEGER PRIMARY KEY REFERENCES passages ON DELETE CASCADE, digest BLOB NOT NULL, vector BLOB NOT NULL,
    signs BLOB NOT NULL, checksum INTEGER NOT NULL) STRICT;
CREATE INDEX embeddings_digest ON embeddings (digest);

CREATE TABLE decisions (
    id INTEGER PRIMARY KEY, section INTEGER NOT NULL REFERENCES sections ON DELETE CASCADE, position INTEGER NOT NULL,
    page INTEGER, item TEXT NOT NULL, title TEXT NOT NULL, text TEXT NOT NULL, outcome TEXT NOT NULL,
    votes TEXT NOT NULL, mover TEXT NOT NULL, seconder TEXT NOT NULL, delegated_to TEXT NOT NULL,
    amendment INTEGER NOT NULL, result TEXT NOT NULL, motion TEXT NOT NULL, proposal TEXT NOT NULL,
    kind TEXT NOT NULL, paragraph INTEGER NOT NULL, checksum INTEGER NOT NULL) STRICT;
CREATE INDEX decisions_section ON decisions (section, position);

CREATE TABLE events (
    id INTEGER PRIMARY KEY, section INTEGER NOT NULL REFERENCES sections ON DELETE CASCADE, position INTEGER NOT NULL,
    page INTEGER, item TEXT NOT NULL, title TEXT NOT NULL, paragraph INTEGER NOT NULL, kind TEXT NOT NULL,
    proposal TEXT NOT NULL, limbs TEXT NOT NULL, outcome TEXT NOT NULL, result TEXT NOT NULL, mover TEXT NOT NULL,
    seconder TEXT NOT NULL, votes TEXT NOT NULL, ayes TEXT NOT NULL, noes TEXT NOT NULL,
    abstained TEXT NOT NULL, amends INTEGER, checksum INTEGER NOT NULL) STRICT;
CREATE INDEX events_section ON events (section, position);

CREATE TABLE attendance (
    id INTEGER PRIMARY KEY, section INTEGER NOT NULL REFERENCES sections ON DELETE CASCADE, position INTEGER NOT NULL,
    name TEXT NOT NULL, capacity TEXT NOT NULL, role TEXT NOT NULL, chair INTEGER NOT NULL, page INTEGER,
    checksum INTEGER NOT NULL) STRICT;
CREATE INDEX attendance_section ON attendance (section, position);

CREATE TABLE interests (
    id INTEGER PRIMARY KEY, section INTEGER NOT NULL REFERENCES sections ON DELETE CASCADE, position INTEGER NOT NULL,
    member TEXT NOT NULL, text TEXT NOT NULL, about TEXT NOT NULL, kind TEXT NOT NULL, leaving TEXT NOT NULL,
    item TEXT NOT NULL, page INTEGER, checksum INTEGER NOT NULL) STRICT;
CREATE INDEX interests_section ON interests (section, position);

CREATE TABLE actions (
    id INTEGER PRIMARY KEY, section INTEGER NOT NULL REFERENCES sections ON DELETE CASCADE, position INTEGER NOT NULL,
    text TEXT NOT NULL, owner TEXT NOT NULL, deadline TEXT NOT NULL, item TEXT NOT NULL, page INTEGER,
    status TEXT NOT NULL, promise INTEGER NOT NULL, checksum INTEGER NOT NULL) STRICT;
CREATE INDEX actions_section ON actions (section, position);

CREATE TABLE recommendations (
    id INTEGER PRIMARY KEY, section INTEGER NOT NULL REFERENCES sections ON DELETE CASCADE, position INTEGER NOT NULL,
    number TEXT NOT NULL, text TEXT NOT NULL, page INTEGER, checksum INTEGER NOT NULL) STRICT;
CREATE INDEX recommendations_section ON recommendations (section, position);

CREATE TABLE acronyms (
    id INTEGER PRIMARY KEY, section INTEGER NOT NULL REFERENCES sections ON DELETE CASCADE, position INTEGER NOT NULL,
    short TEXT NOT NULL, long TEXT NOT NULL, page INTEGER, checksum INTEGER NOT NULL) STRICT;
CREATE INDEX acronyms_section ON acronyms (section, position);

CREATE TABLE matter_items (
    id INTEGER PRIMARY KEY, section INTEGER NOT NULL REFERENCES sections ON DELETE CASCADE, position INTEGER NOT NULL,
    kind TEXT NOT NULL,  -- '' for a section in which nothing came up: it only notes that it was looked at
    item TEXT NOT NULL, title TEXT NOT NULL, page INTEGER,
    label TEXT NOT NULL,  -- of paper and section when it was linked
    told TEXT NOT NULL,  -- references, minutes and names in its title and decisions
    said TEXT NOT NULL, vector BLOB NOT NULL,  -- stems of its opening, mean vector in half precision
    address TEXT NOT NULL,  -- what it is called in the address of a page
    matter TEXT NOT NULL) STRICT;  -- the address of the first item of its matter, '' for none
CREATE INDEX matter_items_section ON matter_items (section, position);
CREATE INDEX matter_items_matter ON matter_items (matter);
CREATE INDEX matter_items_address ON matter_items (address);

CREATE TABLE linked (organisation TEXT PRIMARY KEY, items INTEGER NOT NULL) STRICT, WITHOUT ROWID;  -- when last linked

CREATE TABLE table_rows (
    id INTEGER PRIMARY KEY, section INTEGER NOT NULL REFERENCES sections ON DELETE CASCADE, position INTEGER NOT NULL,
    page INTEGER, number INTEGER NOT NULL, caption TEXT NOT NULL, period TEXT NOT NULL, unit TEXT NOT NULL,
    heading TEXT NOT NULL, label TEXT NOT NULL, columns TEXT NOT NULL, entries TEXT NOT NULL, units TEXT NOT NULL,
    text TEXT NOT NULL, checksum INTEGER NOT NULL) STRICT;
CREATE INDEX table_rows_section ON table_rows (section, position);

CREATE VIRTUAL TABLE row_words USING fts5 (
    caption, heading, label, columns, text, content='table_rows', content_rowid='id',
    tokenize="porter unicode61 remove_diacritics 2 separators '⁰¹²³⁴⁵⁶⁷⁸⁹'");
CREATE TRIGGER table_rows_added AFTER INSERT ON table_rows BEGIN
    INSERT INTO row_words (rowid, caption, heading, label, columns, text)
    VALUES (new.id, new.caption, new.heading, new.label, new.columns, new.text);
END;
CREATE TRIGGER table_rows_removed AFTER DELETE ON table_rows BEGIN
    INSERT INTO row_words (row_words, rowid, caption, heading, label, columns, text)
    VALUES ('delete', old.id, old.caption, old.heading, old.label, old.columns, old.text);
END;

CREATE VIRTUAL TABLE words USING fts5 (
    context, title, heading, text, content='passages', content_rowid='id',
    tokenize="porter unicode61 remove_diacritics 2 separators '⁰¹²³⁴⁵⁶⁷⁸⁹'");
CREATE VIRTUAL TABLE stems USING fts5vocab(words, row);
CREATE TRIGGER passages_added AFTER INSERT ON passages BEGIN
    INSERT INTO words (rowid, context, title, heading, text)
    VALUES (new.id, new.context, new.title, new.heading, new.text);
END;
CREATE TRIGGER passages_removed AFTER DELETE ON passages BEGIN
    INSERT INTO words (words, rowid, context, title, heading, text)
    VALUES ('delete', old.id, old.context, old.title, old.heading, old.text);
END;
"""


def connect_to_write(index_dir: Path) -> sqlite3.Connection:
    """Return a connection that writes through to the disk at each commit; the file is made when it is not there."""
    index_dir.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(home_of(index_dir) / FILE, timeout=BUSY_MS / 1000, isolation_level=None)
    make_private(home_of(index_dir) / FILE)  # SQLite gives its other files the same rights
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
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
    row = connection.execute("SELECT value FROM meta WHERE key = 'stamp'").fetchone()
    try:
        fields = json.loads(row[0])
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


def version_of(connection: sqlite3.Connection) -> Version:
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
