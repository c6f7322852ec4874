"""Conversations: questions and answers of visitors, stored in a file or a database until they delete them."""

from __future__ import annotations

import json
import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path

from app.answers.filters import Filters
from corpus.own_file import OwnFile
from indexer.store.served.own_tables import OwnTables

FILE = "conversations.db"
UNDO_SECONDS = 60.0  # for which a deleted conversation can be brought back; then it is wiped from the disk
LONGEST_TITLE = 80  # characters
SECRET_BYTES = 24  # of randomness in the id of a conversation, so that nobody guesses one

TABLES = """
CREATE TABLE IF NOT EXISTS conversations (
    id TEXT PRIMARY KEY, owner TEXT NOT NULL, title TEXT NOT NULL, changed REAL NOT NULL, deleted REAL);
CREATE INDEX IF NOT EXISTS owned ON conversations (owner, changed);
CREATE TABLE IF NOT EXISTS turns (
    id INTEGER PRIMARY KEY, conversation TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    question TEXT NOT NULL, filters TEXT NOT NULL, answer TEXT NOT NULL, problem TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS within ON turns (conversation);
"""


@dataclass(frozen=True, slots=True)
class KeptTurn:
    """A question under its filters.

    `answer` as app/saved/answers.py writes it, `problem` why there is none, both "" while it waits.
    """

    question: str
    filters: Filters
    answer: str = ""
    problem: str = ""
    id: int = 0


@dataclass(frozen=True, slots=True)
class Summary:
    """A conversation in a list: `changed` is in seconds since the epoch."""

    id: str
    title: str
    changed: float


class Conversations:
    """All conversations of all visitors; safe to share between threads.

    Anyone who knows the id of a conversation may read it; only the visitor who began it can list, change or delete it.
    Only a hash of a visitor's id is stored. Raises BoardPapersError if the file cannot be read or written.
    """

    def __init__(
        self, folder: Path, *, clock: Callable[[], float] = time.time, tables: OwnTables | None = None
    ) -> None:
        """Take the folder of the file, or the `tables` of a database; what was to be wiped is wiped now."""
        self._file = tables or OwnFile(folder / FILE, "The conversations", TABLES)
        self._clock = clock
        self._timers: list[threading.Timer] = []
        self.purge()

    def close(self) -> None:
        """Closes what is open."""
        for timer in self._timers:
            timer.cancel()
        self._file.close()

    def start(self, visitor: str, title: str) -> str:
        """The id of a new conversation of this visitor."""
        id_ = secrets.token_urlsafe(SECRET_BYTES)
        with self._file.using() as connection:
            values = (id_, _hashed(visitor), _titled(title), self._clock())
            connection.execute("INSERT INTO conversations VALUES (?, ?, ?, ?, NULL)", values)
        return id_

    def of(self, visitor: str) -> list[Summary]:
        """The conversations of a visitor, the one changed last first."""
        query = "SELECT id, title, changed FROM conversations WHERE owner = ? AND deleted IS NULL ORDER BY changed DESC"
        with self._file.using() as connection:
            return [Summary(*row) for row in connection.execute(query, (_hashed(visitor),))]

    def title(self, id_: str) -> str | None:
        """The title of a conversation; None where there is none, or it was deleted."""
        with self._file.using() as connection:
            query = "SELECT title FROM conversations WHERE id = ? AND deleted IS NULL"
            row = connection.execute(query, (id_,)).fetchone()
        return str(row[0]) if row else None

    def owns(self, visitor: str, id_: str) -> bool:
        """Whether this visitor began the conversation, and it is there."""
        query = "SELECT 1 FROM conversations WHERE id = ? AND owner = ? AND deleted IS NULL"
        with self._file.using() as connection:
            return connection.execute(query, (id_, _hashed(visitor))).fetchone() is not None

    def turns(self, id_: str) -> list[KeptTurn]:
        """The turns of a conversation, oldest first; none where it was deleted."""
        query = (
            "SELECT question, filters, answer, problem, turns.id FROM turns JOIN conversations "
            "ON conversations.id = conversation WHERE conversation = ? AND deleted IS NULL ORDER BY turns.id"
        )
        with self._file.using() as connection:
            rows = connection.execute(query, (id_,)).fetchall()
        return [KeptTurn(question, _filters_of(filters), *rest) for question, filters, *rest in rows]

    def add(self, visitor: str, id_: str, turn: KeptTurn) -> int:
        """The id of a turn put at the end of a conversation of this visitor, 0 if it is not theirs or not there."""
        query = (
            "INSERT INTO turns (conversation, question, filters, answer, problem) SELECT id, ?, ?, ?, ? "
            "FROM conversations WHERE id = ? AND owner = ? AND deleted IS NULL RETURNING id"
        )
        values = (turn.question, _filters_json(turn.filters), turn.answer, turn.problem, id_, _hashed(visitor))
        with self._file.using() as connection:
            row = connection.execute(query, values).fetchone()
            connection.execute("UPDATE conversations SET changed = ? WHERE id = ?", (self._clock(), id_))
        return int(row[0]) if row else 0

    def settle(self, turn: int, *, answer: str = "", problem: str = "") -> None:
        """Writes the answer, or the problem, beside its question; neither makes it wait again."""
        with self._file.using() as connection:
            connection.execute("UPDATE turns SET answer = ?, problem = ? WHERE id = ?", (answer, problem, turn))

    def rename(self, visitor: str, id_: str, title: str) -> None:
        """Gives a conversation of this visitor another title; an empty one changes nothing."""
        if _titled(title):
            with self._file.using() as connection:
                query = "UPDATE conversations SET title = ? WHERE id = ? AND owner = ?"
                connection.execute(query, (_titled(title), id_, _hashed(visitor)))

    def hand_over(self, visitor: str, new: str) -> None:
        """Makes the conversations of a visitor those of their new id; the old one opens none of them any more."""
        with self._file.using() as connection:
            query = "UPDATE conversations SET owner = ? WHERE owner = ?"
            connection.execute(query, (_hashed(new), _hashed(visitor)))

    def delete(self, visitor: str, id_: str) -> None:
        """Hides a conversation of this visitor at once; wipes it from the disk when the time to undo is over."""
        with self._file.using() as connection:
            query = "UPDATE conversations SET deleted = ? WHERE id = ? AND owner = ? AND deleted IS NULL"
            connection.execute(query, (self._clock(), id_, _hashed(visitor)))
        later = threading.Timer(UNDO_SECONDS + 1, self.purge)
        later.daemon = True  # a program that ends before purges when it starts again
        later.start()
        self._timers = [timer for timer in self._timers if timer.is_alive()] + [later]

    def erase(self, visitor: str) -> int:
        """Wipes all conversations of a visitor from the disk at once; returns how many."""
        with self._file.using() as connection:
            count = connection.execute("DELETE FROM conversations WHERE owner = ?", (_hashed(visitor),)).rowcount
        self._file.wipe()
        return count

    def undo(self, visitor: str, id_: str) -> bool:
        """Brings back a conversation that was just deleted; False if it has been wiped."""
        with self._file.using() as connection:
            query = "UPDATE conversations SET deleted = NULL WHERE id = ? AND owner = ? AND deleted > ?"
            values = (id_, _hashed(visitor), self._clock() - UNDO_SECONDS)
            return connection.execute(query, values).rowcount > 0

    def purge(self) -> None:
        """Wipes from the disk what was deleted and can no longer be undone."""
        with self._file.using() as connection:
            query = "DELETE FROM conversations WHERE deleted <= ?"
            count = connection.execute(query, (self._clock() - UNDO_SECONDS,)).rowcount
        if count:
            self._file.wipe()


def _hashed(visitor: str) -> str:
    return sha256(visitor.encode()).hexdigest()


def _titled(title: str) -> str:
    one_line = " ".join(title.split())
    return one_line if len(one_line) <= LONGEST_TITLE else one_line[: LONGEST_TITLE - 1].rstrip() + "…"


def _filters_json(filters: Filters) -> str:
    days = [day.isoformat() if day else "" for day in (filters.since, filters.until)]
    return json.dumps([filters.organisation, filters.body, *days])


def _filters_of(text: str) -> Filters:
    organisation, body, since, until = json.loads(text)
    return Filters(organisation, body, *(date.fromisoformat(day) if day else None for day in (since, until)))
