"""OwnTables: what one council stores besides its papers, in tables that all councils share."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from corpus.errors import BoardPapersError, WrongInput
from corpus.store_settings import StoreSettings
from indexer.store.sql.connection import Connection


class OwnTables:
    """What corpus/own_file.py stores in a file, in a database: every machine behind a balancer has it.

    `what` names in errors what is stored: "The conversations". Raises BoardPapersError if the database cannot be used.
    """

    def __init__(self, url: str, what: str, council: str = "") -> None:
        """Take the address of the database, whose tables the first sync has made, and whose rows alone are there."""
        self._url, self._what, self.council = url, what, council

    @contextmanager
    def using(self) -> Iterator[Connection]:
        """One transaction: all of it is kept, or nothing."""
        from indexer.store.served.database import writing  # here, since on one machine nothing needs its libraries

        try:
            with writing(self._url, self._what, council=self.council) as connection:
                yield connection
        except WrongInput:  # of whoever asks, not of the database
            raise
        except BoardPapersError as exc:
            raise BoardPapersError(f"{self._what} in the database cannot be used.", hint=exc.hint) from exc

    def wipe(self) -> None:
        """Nothing: PostgreSQL frees the room of removed rows itself; its log and backups have them for a while."""

    def close(self) -> None:
        """Nothing: the connections belong to the whole program."""


def tables_of(store: StoreSettings, what: str) -> OwnTables | None:
    """Return the tables of the council in the database that is set; None where there is none."""
    return OwnTables(store.url, what, store.council) if store.url else None
