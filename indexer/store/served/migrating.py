"""migrated: the tables of a database brought to the newest version, by the SQL files of migrations/, forwards only.

`shared` has what all councils share, `council` the tables of one, each file numbered. A file that was once released is
never changed: the next version is another file.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

from indexer.store.records import SCHEMA, Stamp
from indexer.store.served.database import READER, SEARCH, Connected, connect

FOLDER = Path(__file__).parent / "migrations"
PARTITIONS = {
    "vectors_of_all": "passage_vectors",
    "words_of_all": "passage_words",
    "stems_of_all": "word_counts",
    "totals_of_all": "word_totals",
}
"""The tables of all councils, and of which table of a council each has a partition."""


def steps(kind: str) -> dict[int, str]:
    """Return {number: SQL} of the files of `shared` or `council`, in order."""
    files = sorted((FOLDER / kind).glob("*.sql"))
    return {int(file.name.split("_")[0]): file.read_text(encoding="utf-8") for file in files}


def newest() -> int:
    """Return the newest version of the tables of a council."""
    return max(steps("council"))


@contextmanager
def migrated(url: str, name: str) -> Iterator[Connected]:
    """Hold a writing connection to a database whose shared tables, and those of every council, are of this version."""
    with connect(url, name) as raw:
        connection = Connected(raw)
        with raw.transaction():
            connection.run("SELECT pg_advisory_xact_lock(hashtextextended('board_papers tables', 0))")
            _shared(connection)
            _councils(connection)
        yield connection


def _shared(connection: Connected) -> None:
    if connection.run("SELECT 1 FROM pg_roles WHERE rolname = %s", (READER,)).fetchone() is None:
        connection.run(f"CREATE ROLE {READER} NOLOGIN")
        connection.run(f"GRANT {READER} TO CURRENT_USER")
    connection.run("CREATE SCHEMA IF NOT EXISTS board_papers")
    connection.run("CREATE TABLE IF NOT EXISTS board_papers.migrations (number integer PRIMARY KEY, at timestamptz)")
    done = {number for (number,) in connection.run("SELECT number FROM board_papers.migrations")}
    for number, script in steps("shared").items():
        if number not in done:
            connection.run(f"SET LOCAL search_path = {SEARCH}")
            connection.raw.execute(script.encode())
            connection.run("INSERT INTO board_papers.migrations VALUES (%s, now())", (number,))


def _councils(connection: Connected) -> None:
    behind = "SELECT name, home, version FROM board_papers.councils WHERE version < %s FOR UPDATE"
    for name, home, version in connection.run(behind, (newest(),)).fetchall():
        enter(connection, name, home)
        _brought_up(connection, version)
        connection.run(
            "UPDATE board_papers.councils SET version = %s, stamp = (stamp::jsonb || %s::jsonb)::text WHERE name = %s",
            (newest(), json.dumps({"schema": SCHEMA}), name),
        )
        connection.run(
            "UPDATE meta SET value = (SELECT stamp FROM board_papers.councils WHERE name = %s) WHERE key = 'stamp'",
            (name,),
        )


def enter(connection: Connected, council: str, home: str, *, local: bool = True) -> None:
    """Let the names of tables mean those of this council, until the transaction (or else the session) ends."""
    connection.run(
        "SELECT set_config('search_path', quote_ident(%s) || %s, %s), set_config('board_papers.council', %s, %s)",
        (home, f", {SEARCH}", local, council, local),
    )


def _brought_up(connection: Connected, version: int) -> None:
    for number, script in steps("council").items():
        if number > version:
            connection.raw.execute(script.encode())


def home_in_use(connection: Connected, council: str) -> str:
    """Return the schema of the store that a council has in use, "" for none."""
    row = connection.run("SELECT home FROM board_papers.councils WHERE name = %s", (council,)).fetchone()
    return str(row[0]) if row else ""


def new_home(connection: Connected, council: str, stamp: Stamp, after: int) -> str:
    """Return the schema of a new, empty store of a council, inside the caller's transaction.

    The ids of its passages go on `after` those of the store that it will replace.
    """
    home = f"{council}_{secrets.token_hex(4)}"
    connection.run(f'CREATE SCHEMA "{home}"')
    enter(connection, council, home)
    _brought_up(connection, 0)
    rows = {"stamp": json.dumps(asdict(stamp)), "born": secrets.token_hex(8), "revision": "0", "unpurged": "0"}
    connection.copy("meta", ("key", "value"), rows.items())
    if after:
        connection.run("SELECT setval('passages_id_seq', %s)", (after,))
    return home


def switch_to(connection: Connected, council: str, home: str) -> str:
    """Make this the store of the council in use, inside the caller's transaction; returns the one before, or ""."""
    row = connection.run("SELECT home FROM board_papers.councils WHERE name = %s FOR UPDATE", (council,)).fetchone()
    before = str(row[0]) if row else ""
    for parent, table in PARTITIONS.items():
        if before:
            connection.run(f'ALTER TABLE board_papers.{parent} DETACH PARTITION "{before}".{table}')
        connection.run(
            f"ALTER TABLE board_papers.{parent} ATTACH PARTITION \"{home}\".{table} FOR VALUES IN ('{council}')"
        )
    connection.run(
        "INSERT INTO board_papers.councils (name, home, version, stamp) "
        f"SELECT %s, %s, %s, value FROM \"{home}\".meta WHERE key = 'stamp' ON CONFLICT (name) DO UPDATE "
        "SET home = excluded.home, version = excluded.version, stamp = excluded.stamp",
        (council, home, newest()),
    )
    return before
