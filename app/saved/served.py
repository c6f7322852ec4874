"""ServedConversations and ServedFollows: the same in PostgreSQL, so that every machine behind a balancer has them."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from app.saved.conversations import Conversations
from app.saved.follows import Follows
from corpus.errors import BoardPapersError
from corpus.settings import Settings
from indexer.store.sql.connection import Connection


class ServedConversations(Conversations):
    """All conversations of all visitors of all machines. Raises BoardPapersError if the database cannot be used.

    What is deleted for good goes from the tables; the log and the backups of the database have it for as long as the
    database is set to.
    """

    def __init__(self, url: str, *, clock: Callable[[], float] = time.time) -> None:
        """Take the address of the database, whose tables the first sync has made."""
        self._url = url
        self._begin(clock)

    def _let_go(self) -> None:
        """Nothing: the connections belong to the whole program."""

    def _wipe(self, connection: Connection) -> None:
        """Nothing: PostgreSQL frees the room of removed rows itself."""

    @contextmanager
    def _held(self) -> Iterator[Connection]:
        from indexer.store.served.database import writing  # here, since on one machine nothing needs its libraries

        try:
            with writing(self._url, "conversations") as connection:
                yield connection
        except BoardPapersError as exc:
            raise BoardPapersError("The conversations in the database cannot be used.", hint=exc.hint) from exc


def conversations_of(settings: Settings) -> Conversations:
    """The conversations with these settings: in the database of the store, or in a file beside the index."""
    if settings.store.url:
        return ServedConversations(settings.store.url)
    return Conversations(settings.data_folder)


class ServedFollows(Follows):
    """All follows of one council, for all machines. Raises BoardPapersError if the database cannot be used."""

    def __init__(self, url: str, council: str, *, clock: Callable[[], float] = time.time) -> None:
        """Take the address of the database, whose tables the first sync has made, and whose papers are followed."""
        self._url, self.council, self.clock = url, council, clock

    def close(self) -> None:
        """Nothing: the connections belong to the whole program."""

    def _wipe(self, connection: Connection) -> None:
        """Nothing: PostgreSQL frees the room of removed rows itself."""

    @contextmanager
    def _held(self) -> Iterator[Connection]:
        from indexer.store.served.database import writing  # here, since on one machine nothing needs its libraries

        try:
            with writing(self._url, "follows") as connection:
                yield connection
        except BoardPapersError as exc:
            raise BoardPapersError("The follows in the database cannot be used.", hint=exc.hint) from exc


def follows_of(settings: Settings) -> Follows:
    """The follows with these settings: in the database of the store, or in a file beside the index."""
    if settings.store.url:
        return ServedFollows(settings.store.url, settings.store.council)
    return Follows(settings.data_folder)
