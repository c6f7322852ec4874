"""Audit: who asked and opened what, and when; entries are only added, and go when their time is over.

It has no word of a paper that is not public: of such a paper it names the hash, the page and the kind of its label.
Whoever keeps the machine can change any file on it; the log is evidence against everybody else.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from app.people.seeing import Person
from corpus.own_file import OwnFile
from corpus.settings import Settings, SignIn
from indexer.store.served.own_tables import OwnTables, tables_of

FILE = "people.db"
A_DAY = 24 * 60 * 60.0
A_MOMENT = 10 * 60.0  # seconds in which the same page is not recorded again
EVERY = 2**62  # entries: all of them
ERASED = "erased"  # stands where the name of somebody stood whose data was erased

TABLES = """
CREATE TABLE IF NOT EXISTS entries (
    id INTEGER PRIMARY KEY, at REAL NOT NULL, who TEXT NOT NULL, name TEXT NOT NULL, role TEXT NOT NULL,
    deed TEXT NOT NULL, words TEXT NOT NULL, papers TEXT NOT NULL, restricted TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS by_time ON entries (at);
CREATE INDEX IF NOT EXISTS by_person ON entries (who);
CREATE TRIGGER IF NOT EXISTS only_added BEFORE UPDATE OF id, at, role, deed, papers, restricted ON entries
    BEGIN SELECT raise(ABORT, 'entries of the audit log are never changed'); END;
CREATE TABLE IF NOT EXISTS people (who TEXT PRIMARY KEY, name TEXT NOT NULL, role TEXT NOT NULL, last REAL NOT NULL);
"""

ADD = "INSERT INTO entries (at, who, name, role, deed, words, papers, restricted) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"


class Deed(StrEnum):
    """What somebody did."""

    SIGNED_IN = "signed in"
    ASKED = "asked"
    CALLED = "asked by a program with a key"
    READ_RESTRICTED = "read a page that is not public"
    TOOK_RESTRICTED = "took away what is not public"
    LOOKED_AT_LOG = "looked at the audit log"
    EXPORTED_PERSON = "exported a person's data"
    ERASED_PERSON = "erased a person's data"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the log: `at` is UTC (ISO); `papers` are public, "FILE, page 3"; `restricted` are "HASH, page 3"."""

    at: str
    who: str
    name: str
    role: str
    deed: str
    words: str
    papers: tuple[str, ...]
    restricted: tuple[str, ...]


class Audit:
    """The log of a folder of data, or in the `tables` of a database, for any number of threads.

    With 0 days nothing is written. Raises BoardPapersError if the file or the database cannot be used.
    """

    def __init__(
        self, folder: Path, days: int, *, clock: Callable[[], float] = time.time, tables: OwnTables | None = None
    ) -> None:
        self.days = days
        self._clock = clock
        self._purged = 0.0
        self._file = tables or OwnFile(folder / FILE, "The audit log", TABLES)

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def record(
        self,
        person: Person,
        deed: Deed,
        words: str = "",
        *,
        papers: Sequence[str] = (),
        restricted: Sequence[str] = (),
    ) -> None:
        """Add an entry; the words must be public ones."""
        if not self.days:
            return
        self._purge_daily()
        if deed is Deed.READ_RESTRICTED and self._just_read(person, restricted):
            return
        named = [json.dumps(list(dict.fromkeys(one)), ensure_ascii=False) for one in (papers, restricted)]
        values = (self._clock(), person.id, person.name, person.role.value, deed.value, words, *named)
        with self._file.using() as connection:
            connection.execute(ADD, values)

    def seen(self, person: Person) -> bool:
        """Remember that somebody is there, so that their data can be found by their name; True for a new sign-in."""
        now = self._clock()
        with self._file.using() as connection:
            row = connection.execute("SELECT last, role FROM people WHERE who = ?", (person.id,)).fetchone()
            new = row is None or row[1] != person.role.value or now - row[0] > A_DAY / 2
            if new or now - row[0] > 60:
                values = (person.id, person.name, person.role.value, now)
                connection.execute("DELETE FROM people WHERE who = ?", (person.id,))
                connection.execute("INSERT INTO people VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING", values)
        return bool(new)

    def ids_of(self, named: str) -> list[str]:
        """Return the ids of the people who have this name, or this id."""
        query = "SELECT who FROM people WHERE who = ? OR lower(name) = lower(?) ORDER BY who"
        with self._file.using() as connection:
            return [who for (who,) in connection.execute(query, (named, named))]

    def people(self) -> list[tuple[str, str, str]]:
        """Return name, role and last day (UTC) of everybody who has signed in, the last one first."""
        with self._file.using() as connection:
            rows = connection.execute("SELECT name, role, last FROM people ORDER BY last DESC").fetchall()
        return [(name, role, _iso(last)[:10]) for name, role, last in rows]

    def entries(self, *, who: str = "", most: int = EVERY) -> list[Entry]:
        """Return the entries of everybody, or of one id, the newest first."""
        query = (
            "SELECT at, who, name, role, deed, words, papers, restricted FROM entries "
            "WHERE ? IN ('', who) ORDER BY id DESC LIMIT ?"
        )
        with self._file.using() as connection:
            rows = connection.execute(query, (who, most)).fetchall()
        return [
            Entry(_iso(at), who, name, role, deed, words, tuple(json.loads(papers)), tuple(json.loads(restricted)))
            for at, who, name, role, deed, words, papers, restricted in rows
        ]

    def purge(self, *, before: float | None = None) -> int:
        """Wipe entries from before a moment, by default those whose days are over; return how many."""
        until = self._clock() - self.days * A_DAY if before is None else before
        with self._file.using() as connection:
            count = connection.execute("DELETE FROM entries WHERE at < ?", (until,)).rowcount
            connection.execute("DELETE FROM people WHERE last < ?", (until,))
        self._file.wipe()
        return count

    def erase(self, who: str) -> int:
        """Take name, id and words out of the entries of a person; what was done stays, by nobody. Return how many."""
        with self._file.using() as connection:
            query = "UPDATE entries SET who = '', name = ?, words = '' WHERE who = ? AND who <> ''"
            count = connection.execute(query, (ERASED, who)).rowcount
            connection.execute("DELETE FROM people WHERE who = ?", (who,))
        self._file.wipe()
        return count

    def _just_read(self, person: Person, restricted: Sequence[str]) -> bool:
        """Whether the same page was opened a moment ago: it is drawn again with every click beside it."""
        query = "SELECT 1 FROM entries WHERE who = ? AND deed = ? AND restricted = ? AND at > ?"
        values = (person.id, Deed.READ_RESTRICTED.value, json.dumps(list(restricted)), self._clock() - A_MOMENT)
        with self._file.using() as connection:
            return connection.execute(query, values).fetchone() is not None

    def _purge_daily(self) -> None:
        now = self._clock()
        if now - self._purged > A_DAY:
            self._purged = now
            self.purge()


def audit_of(settings: Settings) -> Audit | None:
    """The log with these settings, None where none is kept."""
    people = settings.people
    return None if people.sign_in is SignIn.OFF and not people.audit_days else kept_audit(settings)


def kept_audit(settings: Settings) -> Audit:
    """The log as it is stored, in a file or in the database, whether or not it is still written."""
    return Audit(settings.data_folder, settings.people.audit_days, tables=tables_of(settings.store, "The audit log"))


def as_lines(entries: Sequence[Entry]) -> str:
    """Return entries as JSON lines, one object each."""
    return "".join(f"{json.dumps(asdict(entry), ensure_ascii=False)}\n" for entry in entries)


def _iso(at: float) -> str:
    return datetime.fromtimestamp(at, UTC).isoformat(timespec="seconds")
