"""Papers moved from SQLite to PostgreSQL and back, row by row: nothing is read, understood or embedded again.

Ids stay, so that what was the same in one store is the same in the other. What an engine derives - words, vectors in
half precision, the Chroma generation - is made again.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np

from corpus.errors import IndexMismatch, IndexMissing
from indexer.store.index import LocalIndex
from indexer.store.rebuilding import rebuilt
from indexer.store.records import SCHEMA
from indexer.store.restrictions import remember, restrictions_of
from indexer.store.served.database import Connected, connect, own_errors
from indexer.store.served.index import ServedIndex
from indexer.store.served.migrating import enter, home_in_use, migrated, new_home, newest, switch_to
from indexer.store.served.store import text_of
from indexer.store.served.tokens import Tokenizer
from indexer.store.served.writer import MARKS, WORDS, columns_of_words
from indexer.store.sql.database import (
    SYNC,
    check_stamp,
    connect_to_read,
    connect_to_write,
    held_stamp,
    make_tables,
    noted_stamp,
    transaction,
)
from indexer.store.sql.findings import TABLES as FINDINGS
from indexer.store.sql.rows import VECTOR
from indexer.store.vectors.building import build_generation
from indexer.store.vectors.exact import unit

TABLES = ("papers", "places", "pages", "sections", "passages", "embeddings", *(one.name for one in FINDINGS))
TABLES += ("matter_items", "linked")
AT_ONCE = 500  # rows; signs of that many passages are 4 MB

VECTORS = (
    "SELECT passage, sections.id, papers.access, sections.access, vector FROM embeddings "
    "JOIN passages ON passages.id = passage JOIN sections ON sections.id = section JOIN papers ON papers.id = paper"
)
TEXTS = (
    "SELECT passages.id, sections.id, papers.access, sections.access, context, passages.title, heading, text "
    "FROM passages JOIN sections ON sections.id = section JOIN papers ON papers.id = paper"
)
ROWS = "SELECT id, caption, heading, label, columns, text FROM table_rows"


def move_in(source: LocalIndex, target: ServedIndex) -> int:
    """Put the papers of a local index in place of those that the council has in the database; returns how many.

    The local index stays as it is. Raises IndexMissing or IndexMismatch for one that is missing or of another version.
    """
    with source.lock(), target.lock():
        return put_in(source, target)


def put_in(source: LocalIndex, target: ServedIndex) -> int:
    """The same for a caller that has both locks."""
    with closing(connect_to_read(source.folder)) as local:
        stamp = check_stamp(held_stamp(local), None)
        with (
            own_errors(target.council),
            migrated(target.url, "board-papers move") as connection,
            connection.raw.transaction(),
        ):
            home = new_home(connection, target.council, stamp, 0)
            for table in TABLES:
                _copied_in(local, connection, table)
            _noted_in(local, connection)
            _derived(local, connection)
            switch_to(connection, target.council, home)
        if (memory := source.remembered()) is not None:
            target.remember(memory)
        count = local.execute("SELECT count(*) FROM papers").fetchone()[0]
    target.finish()
    target.tidy()
    return int(count)


def copy_out(source: ServedIndex, folder: Path) -> int:
    """Write one state of a council's papers to a folder, with what is remembered of them; returns how many papers.

    A sync may be at work meanwhile. Raises IndexMissing or IndexMismatch.
    """
    with own_errors(source.council), connect(source.url, "board-papers backup") as raw, raw.transaction():
        connection = Connected(raw)
        connection.run("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        query = "SELECT home, version, restrictions FROM board_papers.councils WHERE name = %s"
        row = connection.run(query, (source.council,)).fetchone()
        if row is None:
            raise IndexMissing(f"There is no index of {source.council!r} in the database.", hint=SYNC)
        home, version, memory = row
        if version != newest():
            hint = "Back up with the version that made them."
            raise IndexMismatch("The tables in the database are of another version of this program.", hint=hint)
        enter(connection, source.council, home)
        connection.run(f"LOCK TABLE {', '.join((*TABLES, 'signs'))} IN ACCESS SHARE MODE")  # a rebuild may drop none
        if memory:
            remember(folder, restrictions_of(memory, f"The memory of {source.council!r} in the database"))
        return _copied_out(connection, folder)


def move_out(source: ServedIndex, target: LocalIndex) -> int:
    """Put the papers that a council has in the database in place of those of a local index; returns how many."""
    with source.lock(), rebuilt(target.folder) as filling:
        with (
            own_errors(source.council),
            migrated(source.url, "board-papers move") as connection,
            connection.raw.transaction(),
        ):
            check_stamp(source.stamp(), None)
            enter(connection, source.council, home_in_use(connection, source.council))
            count = _copied_out(connection, filling.folder)
        if (memory := source.remembered()) is not None:
            target.remember(memory)
        build_generation(filling.folder)
    return count


def _columns(local: sqlite3.Connection, table: str) -> list[str]:
    """Return the columns of a table of a SQLite file."""
    return [str(name) for _, name, *_ in local.execute(f"PRAGMA table_info({table})")]


def _copied_in(local: sqlite3.Connection, connection: Connected, table: str) -> None:
    columns = _columns(local, table)
    rows = local.execute(f"SELECT {', '.join(columns)} FROM {table} ORDER BY 1")
    if table != "embeddings":
        connection.copy(table, columns, rows)
    else:
        connection.copy(table, ("passage", "digest", "vector", "checksum"), ((p, d, v, c) for p, d, v, _, c in rows))
        signs = local.execute("SELECT passage, signs FROM embeddings ORDER BY 1")
        connection.copy("signs", ("passage", "signs"), signs)
    if columns[0] == "id":
        connection.run(f"SELECT setval('{table}_id_seq', greatest((SELECT max(id) FROM {table}), 1))")


def _noted_in(local: sqlite3.Connection, connection: Connected) -> None:
    """Take over what was noted of the store as a whole; it is another store, so it keeps its own name."""
    for key, value in local.execute("SELECT key, value FROM meta WHERE key NOT IN ('born', 'stamp', 'unpurged')"):
        query = "INSERT INTO meta VALUES (%s, %s) ON CONFLICT (key) DO UPDATE SET value = excluded.value"
        connection.run(query, (key, value))
    row = local.execute("SELECT seq FROM sqlite_sequence WHERE name = 'passages'").fetchone()
    if row and row[0]:
        connection.run("SELECT setval('passages_id_seq', %s)", (row[0],))


def _derived(local: sqlite3.Connection, connection: Connected) -> None:
    """Write what is searched."""
    vectors = (
        (passage, section, paper_access, access, text_of(unit(np.frombuffer(vector, dtype=VECTOR))))
        for passage, section, paper_access, access, vector in local.execute(VECTORS)
    )
    connection.copy("passage_vectors", ("passage", *MARKS, "vector"), vectors)
    tokenizer = Tokenizer()

    def words(query: str, marks: int) -> Iterator[Sequence[Any]]:
        for rows in _batches(local.execute(query)):
            texts = [(*row[marks:], *[""] * (5 - len(row[marks:]))) for row in rows]
            for row, one in zip(rows, tokenizer.standing(texts), strict=True):
                yield *row[:marks], *columns_of_words(one)

    connection.copy("passage_words", ("passage", *MARKS, *WORDS), words(TEXTS, 4))
    connection.copy("row_words", ("entry", *WORDS), words(ROWS, 1))


def _copied_out(connection: Connected, folder: Path) -> int:
    """Write a new SQLite file in a folder; returns the number of papers."""
    stamp = replace(noted_stamp(connection), schema=SCHEMA)
    row = connection.run("SELECT last_value FROM passages_id_seq").fetchone()
    with closing(connect_to_write(folder)) as local, transaction(local):
        make_tables(local, stamp, int(row[0]) if row else 0)
        for table in TABLES:
            columns = _columns(local, table)
            query = f"SELECT {', '.join(columns)} FROM {table} ORDER BY 1"
            if table == "embeddings":
                query = f"SELECT {', '.join(columns)} FROM embeddings JOIN signs USING (passage) ORDER BY 1"
            marks = ", ".join("?" * len(columns))
            for rows in _batches(_streamed(connection, query)):
                local.executemany(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", rows)
        noted = connection.run("SELECT key, value FROM meta WHERE key NOT IN ('born', 'stamp', 'unpurged')").fetchall()
        local.executemany(
            "INSERT INTO meta VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value", noted
        )
        return int(local.execute("SELECT count(*) FROM papers").fetchone()[0])


def _streamed(connection: Connected, query: str) -> Iterator[Sequence[Any]]:
    """Yield the rows of a query without having all of them in memory."""
    with connection.raw.cursor(name="moving") as cursor:
        cursor.itersize = AT_ONCE
        cursor.execute(query.encode())
        yield from cursor


def _batches(rows: Iterable[Sequence[Any]]) -> Iterator[list[Sequence[Any]]]:
    waiting = iter(rows)
    while some := list(islice(waiting, AT_ONCE)):
        yield some
