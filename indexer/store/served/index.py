"""ServedIndex: the index of one council in a PostgreSQL database."""

from __future__ import annotations

import os
import platform
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from string import ascii_lowercase, digits

from corpus.errors import IndexBusy, IndexDamaged, IndexMissing, WrongInput
from indexer.store.lock import PATIENCE
from indexer.store.protocol import AnyStore, AnyWriter
from indexer.store.records import Stamp
from indexer.store.restrictions import Restrictions, as_text, restrictions_of
from indexer.store.served.database import Connected, connect, own_errors
from indexer.store.served.migrating import home_in_use, migrated, new_home, switch_to
from indexer.store.served.store import ServedStore
from indexer.store.served.writer import ServedWriter
from indexer.store.sql.database import SYNC, stamp_of_text

LONGEST_NAME = 40  # characters of a council's name; with what is put behind it, it is the name of a schema
GRACE = 0.5  # seconds that the replaced store stays for whoever had begun to read it
POLL = 0.1  # seconds between two looks at a lock

AGAINST = {
    "passages without a vector": "SELECT count(*) FROM passages WHERE id NOT IN (SELECT passage FROM embeddings)",
    "passages that no search finds by meaning": (
        "SELECT count(*) FROM passages WHERE id NOT IN (SELECT passage FROM passage_vectors)"
    ),
    "passages that no search finds by words": (
        "SELECT count(*) FROM passages WHERE id NOT IN (SELECT passage FROM passage_words)"
    ),
    "papers whose pages are not all there": (
        "SELECT count(*) FROM papers WHERE page_count <> (SELECT count(*) FROM pages WHERE paper = papers.id)"
    ),
}


@dataclass(slots=True)
class NewHome:
    """A store beside the one in use, made when its writer is opened; it takes over embeddings from the `others`."""

    url: str
    council: str
    others: Sequence[str]
    home: str = field(default="")

    def writer(self, stamp: Stamp) -> AnyWriter:
        """Return a writer on the new store."""
        with own_errors(self.council), migrated(self.url, "board-papers rebuild") as connection:
            same = [home for home in self.others if _model_of(connection, home) == (stamp.model, stamp.model_sha256)]
            with connection.raw.transaction():
                after = max((_last_id(connection, home) for home in self.others), default=0)
                self.home = new_home(connection, self.council, stamp, after)
        return ServedWriter(self.url, self.council, stamp, home=self.home, others=same)

    def finish(self) -> None:
        """Nothing: the store is finished when it takes the place of the one in use."""


@dataclass(frozen=True, slots=True)
class ServedIndex:
    """One council's papers in the database at a URL; `folder` has what this machine stores beside.

    Raises WrongInput for a name that cannot be that of a schema.
    """

    folder: Path
    url: str
    council: str
    read_url: str = ""

    def __post_init__(self) -> None:
        allowed = set(ascii_lowercase + digits + "_")
        if not self.council or len(self.council) > LONGEST_NAME or not set(self.council) <= allowed:
            raise WrongInput(
                f"BOARD_PAPERS_COUNCIL is no name of a council: {self.council!r}.",
                hint=f"Give up to {LONGEST_NAME} small letters, digits and underscores, such as fenmoor.",
            )

    def exists(self) -> bool:
        """Return whether the council has a store in the database."""
        return self._row("name") is not None

    def stamp(self) -> Stamp | None:
        """Return the stamp of the store in use; raises IndexMissing."""
        text = self._row("stamp")
        if text is None:
            raise IndexMissing(f"There is no index of {self.council!r} in the database.", hint=SYNC)
        return stamp_of_text(text)

    def open(self, stamp: Stamp | None, *, brief: bool = False) -> AnyStore:
        """Return the reading end; it is the same for a program that asks once."""
        return ServedStore(self.read_url or self.url, self.council, stamp)

    def writer(self, stamp: Stamp) -> AnyWriter:
        """Return a writer on the store in use."""
        return ServedWriter(self.url, self.council, stamp)

    def finish(self) -> None:
        """Bring the indexes of the store in use into step with its papers."""
        stamp = self.stamp()
        if stamp:
            with ServedWriter(self.url, self.council, stamp) as writer:
                writer.index_many()

    @contextmanager
    def lock(self, patience: float = PATIENCE) -> Iterator[None]:
        """Hold the council's lock in the database, which frees it when this program or its connection ends."""
        self.folder.mkdir(parents=True, exist_ok=True)
        name = f"board-papers sync {self.council}"
        until = time.monotonic() + patience
        with own_errors(self.council):
            opened = connect(self.url, f"{name} ({platform.node()[:20]} {os.getpid()})")
        with opened as raw:
            connection = Connected(raw)
            while not self._taken(connection):
                if time.monotonic() > until:
                    raise IndexBusy(
                        f"Another sync is at work on {self.council!r}{_holder(connection, name)}.",
                        hint="Wait until it has finished.",
                    )
                time.sleep(POLL)
            yield

    def _taken(self, connection: Connected) -> bool:
        query = "SELECT pg_try_advisory_lock(hashtextextended('board_papers council ' || %s, 0))"
        with own_errors(self.council):
            row = connection.run(query, (self.council,)).fetchone()
        return bool(row and row[0])

    @contextmanager
    def rebuilt(self) -> Iterator[NewHome]:
        """Hold a new schema beside the one in use; what a stopped rebuild embedded is taken over."""
        with own_errors(self.council), migrated(self.url, "board-papers rebuild") as connection:
            used = self._row("home") or ""
            filling = NewHome(self.url, self.council, [*filter(None, [used]), *unused(connection, self.council)])
        yield filling
        with own_errors(self.council), migrated(self.url, "board-papers rebuild") as connection:
            if problem := _against(connection, filling.home):
                raise IndexDamaged(f"The new index is not whole, and the one before stays in use. {problem}")
            with connection.raw.transaction():
                switch_to(connection, self.council, filling.home)
            time.sleep(GRACE)
        self.finish()
        self.tidy()

    def tidy(self) -> None:
        """Delete the schemas of this council that are not in use."""
        with own_errors(self.council), migrated(self.url, "board-papers tidy") as connection:
            for home in unused(connection, self.council):
                connection.run(f'DROP SCHEMA "{home}" CASCADE')

    def remembered(self) -> Restrictions | None:
        """Return what the database remembers."""
        text = self._row("restrictions")
        return restrictions_of(text, f"The memory of {self.council!r} in the database") if text else None

    def remember(self, restrictions: Restrictions) -> None:
        """Write it down beside the store, where it outlives a rebuild."""
        query = "UPDATE board_papers.councils SET restrictions = %s WHERE name = %s"
        with own_errors(self.council), migrated(self.url, "board-papers memory") as connection:
            connection.run(query, (as_text(restrictions), self.council))

    def _row(self, column: str) -> str | None:
        """Return a column of the council's row; None where there is no row, or nothing in it."""
        with own_errors(self.council), migrated(self.url, "board-papers") as connection:
            query = f"SELECT {column} FROM board_papers.councils WHERE name = %s"
            row = connection.run(query, (self.council,)).fetchone()
        return str(row[0]) if row and row[0] is not None else None


def unused(connection: Connected, council: str) -> list[str]:
    """Return the schemas of a council that are not in use."""
    query = (
        "SELECT nspname FROM pg_namespace WHERE nspname ~ ('^' || %s || '_[0-9a-f]{8}$') "
        "AND nspname NOT IN (SELECT home FROM board_papers.councils) ORDER BY nspname"
    )
    return [str(name) for (name,) in connection.run(query, (council,))]


def _model_of(connection: Connected, home: str) -> tuple[str, str]:
    row = connection.run(f"SELECT value FROM \"{home}\".meta WHERE key = 'stamp'").fetchone()
    stamp = stamp_of_text(row[0] if row else None)
    return stamp.model, stamp.model_sha256


def _last_id(connection: Connected, home: str) -> int:
    row = connection.run(f'SELECT last_value FROM "{home}".passages_id_seq').fetchone()
    return int(row[0]) if row else 0


def problem_of(index: ServedIndex) -> str:
    """Return what can be said against the store in use, "" when it is whole."""
    with own_errors(index.council), migrated(index.url, "board-papers verify") as connection:
        return _against(connection, home_in_use(connection, index.council))


def _against(connection: Connected, home: str) -> str:
    """Return what can be said against a store, "" when it is whole."""
    if not home:
        return "Nothing was written to it."
    with connection.raw.transaction():
        connection.run(f'SET LOCAL search_path = "{home}"')
        for what, query in AGAINST.items():
            row = connection.run(query).fetchone()
            if row and row[0]:
                return f"There are {row[0]} {what}."
    return ""


def _holder(connection: Connected, name: str) -> str:
    """Return who holds a lock as far as the database knows, in words that end the sentence."""
    query = (
        "SELECT application_name, to_char(backend_start, 'YYYY-MM-DD HH24:MI') FROM pg_stat_activity "
        "WHERE application_name LIKE %s AND pid <> pg_backend_pid() ORDER BY backend_start LIMIT 1"
    )
    row = connection.run(query, (f"{name} (%",)).fetchone()
    return f" {row[0].removeprefix(name).strip()}, since {row[1]}" if row else ""
