"""Connections to PostgreSQL, by psycopg: the shared SQL in its words, its errors in ours."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache, lru_cache
from string import Template
from typing import Any

import psycopg
from psycopg import ClientCursor, errors
from psycopg_pool import ConnectionPool, PoolTimeout

from corpus.errors import BoardPapersError, IndexBusy, IndexDamaged, IndexMissing
from indexer.store.records import PUBLIC, Right
from indexer.store.sql.database import REBUILD, SYNC

READERS = 8  # connections that one program reads over; further threads wait for one
PATIENCE = 10.0  # seconds that a thread waits for a connection before it gets an error that says so
CHANGES = ("INSERT", "UPDATE", "DELETE", "COPY")
READER = "board_papers_reader"  # the role under which everything is read: row-level security holds for it
SEARCH = "board_papers, public"  # schemas behind that of the council

LISTS = {
    "NOT IN (SELECT value FROM json_each(": "<> ALL (texts_of(",
    "IN (SELECT value FROM json_each(": "= ANY (texts_of(",
    "IN (SELECT CAST(value AS BIGINT) FROM json_each(": "= ANY (numbers_of(",
}
"""How the shared SQL asks whether something is in a list, and how PostgreSQL is asked to plan it well."""

ENTER = (
    f"SELECT stamp, version, set_config('search_path', quote_ident(home) || ', {SEARCH}', true), "
    f"set_config('board_papers.labels', %(labels)s::text[]::text, true), set_config('role', '{READER}', true) "
    "FROM board_papers.councils WHERE name = %(council)s"
)
ENTER_ALL = (
    f"SELECT set_config('search_path', '{SEARCH}', true), "
    f"set_config('board_papers.labels', %(labels)s::text[]::text, true), set_config('role', '{READER}', true)"
)


class _Named(Template):
    """Text in which `:name` stands for a value."""

    delimiter = ":"
    idpattern = "[a-z_]+"


class _Placeholders(dict[str, str]):
    def __missing__(self, name: str) -> str:
        return f"%({name})s"


@lru_cache(maxsize=512)
def in_its_words(query: str) -> str:
    """Return a query of the shared SQL with the placeholders of psycopg; what stands between quotes stays."""
    for its, ours in LISTS.items():
        query = query.replace(its, ours)
    parts = query.split("'")
    for at, part in enumerate(parts):
        part = part.replace("%", "%%")
        parts[at] = part if at % 2 else _Named(part.replace("?", "%s")).safe_substitute(_Placeholders())
    return "'".join(parts)


class Connected:
    """A connection that takes the shared SQL, and counts the rows that it changed."""

    def __init__(self, connection: psycopg.Connection[Any]) -> None:
        self.raw = connection
        self.total_changes = 0

    def execute(self, query: str, values: Any = (), /) -> psycopg.Cursor[Any]:
        """Run one statement of the shared SQL."""
        return self.run(in_its_words(query), values)

    def run(self, query: str, values: Sequence[Any] | Mapping[str, Any] = ()) -> psycopg.Cursor[Any]:
        """Run one statement that is written for PostgreSQL."""
        cursor = self.raw.execute(query, _storable(values))
        if (cursor.statusmessage or "").startswith(CHANGES):
            self.total_changes += max(cursor.rowcount, 0)
        return cursor

    def executemany(self, query: str, values: Iterable[Any], /) -> psycopg.Cursor[Any]:
        """Run one statement for each row of values."""
        cursor = self.raw.cursor()
        cursor.executemany(in_its_words(query), [_storable(row) for row in values])
        self.total_changes += max(cursor.rowcount, 0)
        return cursor

    def copy(self, table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
        """Add many rows to a table at once."""
        with self.raw.cursor() as cursor:
            with cursor.copy(f"COPY {table} ({', '.join(columns)}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(_storable(row))  # type: ignore[arg-type]
            self.total_changes += max(cursor.rowcount, 0)


def _storable(values: Sequence[Any] | Mapping[str, Any]) -> Sequence[Any] | Mapping[str, Any]:
    """Return the values without the character 0, which PostgreSQL stores in no text."""
    if isinstance(values, Mapping):
        return {name: _without_zero(value) for name, value in values.items()}
    return [_without_zero(value) for value in values]


def _without_zero(value: Any) -> Any:
    return value.replace("\x00", "\ufffd") if isinstance(value, str) and "\x00" in value else value


def connect(url: str, name: str) -> psycopg.Connection[Any]:
    """Return a connection in which every statement is kept at once, but where a transaction is opened."""
    return psycopg.connect(url, autocommit=True, cursor_factory=ClientCursor, application_name=name)


@cache
def pool_of(url: str) -> ConnectionPool[psycopg.Connection[Any]]:
    """Return the reading connections of this program to a database; all of its stores share them."""
    return ConnectionPool(
        url,
        min_size=1,
        max_size=READERS,
        timeout=PATIENCE,
        kwargs={"cursor_factory": ClientCursor, "application_name": "board-papers reader"},
        configure=_configured,
        check=ConnectionPool.check_connection,  # one that broke when the database restarted is replaced
        open=True,
    )


def close_pools(url: str) -> None:
    """Let go of the connections to a database."""
    for pools in (pool_of, writing_pool_of):
        pools(url).close()
        pools.cache_clear()


def _configured(connection: psycopg.Connection[Any]) -> None:
    """Set up a reading connection; without iterative scans a search with limits would come back short of rows."""
    connection.execute("SET hnsw.iterative_scan = relaxed_order")
    connection.execute("SET hnsw.ef_search = 400")
    connection.execute("SET work_mem = '32MB'")  # what a search by words sorts
    connection.commit()
    connection.read_only = True
    connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ


@contextmanager
def reading(url: str, council: str, right: Right | None) -> Iterator[tuple[Connected, str, int]]:
    """Hold one unchanging view of the papers of a council, with their stamp and the version of their tables.

    Only rows that the right allows are there; without a right none that has a label. Raises IndexMissing.
    """
    labels = sorted(right.labels) if right else []
    with own_errors(council), pool_of(url).connection() as raw:
        connection = Connected(raw)
        row = connection.run(ENTER, {"labels": labels, "council": council}).fetchone()
        if row is None:
            raise IndexMissing(f"There is no index of {council!r} in the database.", hint=SYNC)
        yield connection, str(row[0]), int(row[1])


@contextmanager
def reading_all(url: str, right: Right) -> Iterator[Connected]:
    """Hold one unchanging view of the tables over all councils, limited to what the right allows."""
    with own_errors("all councils"), pool_of(url).connection() as raw:
        connection = Connected(raw)
        connection.run(ENTER_ALL, {"labels": sorted(right.labels)})
        yield connection


BEHIND = """
    SELECT CASE WHEN NOT pg_is_in_recovery() OR (EXISTS (SELECT 1 FROM pg_stat_wal_receiver)
        AND pg_last_wal_receive_lsn() = pg_last_wal_replay_lsn()) THEN 0
    ELSE coalesce(extract(epoch FROM clock_timestamp() - pg_last_xact_replay_timestamp()), 0) END
"""
"""A replica that has all it was sent is not behind, however long ago the last change was."""


def seconds_behind(url: str) -> float:
    """Return how old what is read at an address is; 0 where it is no replica."""
    with reading_all(url, PUBLIC) as connection:
        row = connection.run(BEHIND).fetchone()
    return max(float(row[0]), 0.0) if row else 0.0


@cache
def writing_pool_of(url: str) -> ConnectionPool[psycopg.Connection[Any]]:
    """Return the connections over which this program writes what is not papers."""
    kwargs = {"cursor_factory": ClientCursor, "application_name": "board-papers"}
    check = ConnectionPool.check_connection
    return ConnectionPool(url, min_size=0, max_size=READERS, timeout=PATIENCE, kwargs=kwargs, check=check, open=True)


@contextmanager
def writing(url: str, what: str, *, council: str = "") -> Iterator[Connected]:
    """Hold one transaction on the tables that all councils share, those rows of a `council` that are its alone.

    All of it is kept, or nothing.
    """
    with own_errors(what), writing_pool_of(url).connection() as raw:
        raw.execute("SET LOCAL search_path = board_papers, public")
        raw.execute("SELECT set_config('board_papers.council', %s, true)", (council,))
        yield Connected(raw)


@contextmanager
def own_errors(council: str) -> Iterator[None]:
    """Turn the errors of PostgreSQL, and of rows that cannot be what was written, into ours."""
    try:
        yield
    except (errors.LockNotAvailable, errors.QueryCanceled, errors.DeadlockDetected, PoolTimeout) as exc:
        raise IndexBusy(f"The index of {council!r} is busy just now.", hint="Try again in a moment.") from exc
    except (errors.InvalidSchemaName, errors.UndefinedTable) as exc:
        raise IndexMissing(f"There is no index of {council!r} in the database.", hint=SYNC) from exc
    except (errors.DataCorrupted, errors.IndexCorrupted, json.JSONDecodeError) as exc:
        raise IndexDamaged(f"The index of {council!r} is broken ({type(exc).__name__}).", hint=REBUILD) from exc
    except psycopg.OperationalError as exc:  # never the words of PostgreSQL: they may quote a paper, or the password
        raise BoardPapersError(
            f"The database cannot be reached ({type(exc).__name__}).",
            hint="Check BOARD_PAPERS_STORE, and that it runs.",
        ) from exc
    except psycopg.Error as exc:
        raise BoardPapersError(f"The index of {council!r} cannot be used ({type(exc).__name__}).") from exc
