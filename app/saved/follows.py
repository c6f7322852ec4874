"""Follows: what people follow, by a feed or by e-mail, and when each piece of news was first there.

No account is needed: whoever knows the id of a follow, which nobody can guess, may read its feed or end it. An e-mail
address is used once its owner has confirmed it, and is wiped when the follow ends.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from corpus.errors import WrongInput
from corpus.own_file import OwnFile
from indexer.store.served.own_tables import OwnTables

FILE = "follows.db"
SECRET_BYTES = 24  # of randomness in the id of a follow, so that nobody guesses one
A_DAY = 24 * 60 * 60.0
UNCONFIRMED = 2 * A_DAY  # after which an address that nobody confirmed is wiped
UNREAD = 180 * A_DAY  # after which a feed that nobody reads is forgotten
MOST_WAITING = 3  # messages that ask one address to confirm, until it has: nobody's mailbox is filled by a stranger
MOST_OF_ONE = 50  # follows of one address
MOST = 50_000  # follows in all
AT_ONCE = 300  # rows that one statement adds

TABLES = """
CREATE TABLE IF NOT EXISTS follows (
    id TEXT PRIMARY KEY, council TEXT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL, organisation TEXT NOT NULL,
    body TEXT NOT NULL, address TEXT NOT NULL, email TEXT NOT NULL, rhythm TEXT NOT NULL, home TEXT NOT NULL,
    made REAL NOT NULL, confirmed REAL NOT NULL, upto REAL NOT NULL, used REAL NOT NULL);
CREATE INDEX IF NOT EXISTS follows_by_email ON follows (email);
CREATE TABLE IF NOT EXISTS noticed (
    council TEXT NOT NULL, id TEXT NOT NULL, at REAL NOT NULL, PRIMARY KEY (council, id));
"""
COLUMNS = "id, kind, name, organisation, body, address, email, rhythm, home, made, confirmed, upto, used"


class FollowKind(StrEnum):
    """What can be followed."""

    TOPIC = "topic"
    MATTER = "matter"
    BODY = "body"
    MEMBER = "member"


class Rhythm(StrEnum):
    """How often news is sent at most."""

    DAILY = "daily"
    WEEKLY = "weekly"


LEAST = {Rhythm.DAILY: A_DAY - 1800, Rhythm.WEEKLY: 7 * A_DAY - 1800}
"""Seconds between two messages: half an hour less, so that a schedule of whole hours does not slip by one each time."""


@dataclass(frozen=True, slots=True)
class Follow:
    """What is followed: the words of a topic, or the name of a matter, committee or member with what finds it again."""

    kind: FollowKind
    name: str
    organisation: str = ""
    body: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Following:
    """A follow of somebody: a feed where `email` is "".

    `home` is where its links lead; moments are in seconds since the epoch, 0 for never. News until `upto` was sent;
    `used` is when a message was sent or the feed was read.
    """

    id: str
    follow: Follow
    email: str
    rhythm: str
    home: str
    made: float
    confirmed: float
    upto: float
    used: float


class Follows:
    """All follows; safe to share between threads. Raises BoardPapersError if the file cannot be read or written."""

    def __init__(
        self, folder: Path, *, clock: Callable[[], float] = time.time, tables: OwnTables | None = None
    ) -> None:
        """Take the folder of the file, or the `tables` of a database that many councils share."""
        self._file = tables or OwnFile(folder / FILE, "The follows", TABLES)
        self.council = tables.council if tables else ""  # whose papers they are about
        self.clock = clock

    def close(self) -> None:
        """Closes what is open."""
        self._file.close()

    def begin_feed(self, follow: Follow) -> str:
        """The id of a new feed."""
        return self._begin(follow, "", "", "")

    def begin_mail(self, follow: Follow, email: str, rhythm: Rhythm, home: str) -> str:
        """The id of a follow that waits to be confirmed; raises WrongInput where the address was asked too often."""
        with self._file.using() as connection:
            query = "SELECT confirmed FROM follows WHERE email = ?"
            moments = [row[0] for row in connection.execute(query, (email,))]
        if sum(not moment for moment in moments) >= MOST_WAITING:
            raise WrongInput("We have written to this address already.", hint="Look for our message, or wait two days.")
        if len(moments) >= MOST_OF_ONE:
            raise WrongInput(f"This address follows {len(moments)} things.", hint="Stop one of them first.")
        return self._begin(follow, email, rhythm.value, home)

    def of(self, id_: str) -> Following | None:
        """The follow with this id, None for none."""
        with self._file.using() as connection:
            row = connection.execute(f"SELECT {COLUMNS} FROM follows WHERE id = ?", (id_,)).fetchone()
        return _following(row) if row else None

    def confirm(self, id_: str) -> Following | None:
        """The follow whose address its owner has confirmed, None where there is none of this id."""
        with self._file.using() as connection:
            query = "UPDATE follows SET confirmed = ? WHERE id = ? AND email <> '' AND confirmed = 0"
            connection.execute(query, (self.clock(), id_))
        return self.of(id_)

    def stop(self, id_: str, *, every: bool = False) -> int:
        """How many follows ended: the one with this id, or every one of its address; they are wiped."""
        kept = self.of(id_)
        with self._file.using() as connection:
            count = connection.execute("DELETE FROM follows WHERE id = ?", (id_,)).rowcount
            if every and kept and kept.email:
                count += connection.execute("DELETE FROM follows WHERE email = ?", (kept.email,)).rowcount
        self._file.wipe()
        return count

    def due(self) -> dict[tuple[str, str], list[Following]]:
        """The confirmed follows by address and rhythm, where the last message is long enough ago."""
        query = f"SELECT {COLUMNS} FROM follows WHERE council = ? AND confirmed > 0 ORDER BY email, rhythm, made"
        with self._file.using() as connection:
            rows = connection.execute(query, (self.council,)).fetchall()
        found: dict[tuple[str, str], list[Following]] = {}
        for one in map(_following, rows):
            found.setdefault((one.email, one.rhythm), []).append(one)
        return {
            whose: own
            for whose, own in found.items()
            if self.clock() - max(one.used for one in own) >= LEAST[Rhythm(whose[1])]
        }

    def sent(self, upto: Mapping[str, float]) -> None:
        """Notes that a message was sent, and until when each follow in it has its news."""
        with self._file.using() as connection:
            for id_, moment in upto.items():
                query = "UPDATE follows SET upto = CASE WHEN upto > ? THEN upto ELSE ? END, used = ? WHERE id = ?"
                connection.execute(query, (moment, moment, self.clock(), id_))

    def read(self, one: Following) -> None:
        """Notes that a feed was read, at most once a day."""
        if self.clock() - one.used > A_DAY:
            with self._file.using() as connection:
                connection.execute("UPDATE follows SET used = ? WHERE id = ?", (self.clock(), one.id))

    def noticed(self) -> dict[str, float]:
        """When each piece of news was first there, by its id; 0 for what was there before anybody looked."""
        with self._file.using() as connection:
            rows = connection.execute("SELECT id, at FROM noticed WHERE council = ?", (self.council,)).fetchall()
        return dict(rows)

    def notice(self, ids: Sequence[str]) -> dict[str, float]:
        """The same, after what is there now was noted."""
        known = self.noticed()
        moment = self.clock() if known else 0.0
        new = [id_ for id_ in dict.fromkeys(ids) if id_ not in known]
        for begin in range(0, len(new), AT_ONCE):
            some = new[begin : begin + AT_ONCE]
            values = ", ".join(["(?, ?, ?)"] * len(some))
            query = f"INSERT INTO noticed (council, id, at) VALUES {values} ON CONFLICT (council, id) DO NOTHING"
            with self._file.using() as connection:
                connection.execute(query, [value for id_ in some for value in (self.council, id_, moment)])
        return self.noticed() if new else known

    def purge(self) -> None:
        """Wipes addresses that nobody confirmed and feeds that nobody reads."""
        now = self.clock()
        with self._file.using() as connection:
            query = (
                "DELETE FROM follows WHERE (email <> '' AND confirmed = 0 AND made < ?) OR (email = '' AND used < ?)"
            )
            count = connection.execute(query, (now - UNCONFIRMED, now - UNREAD)).rowcount
        if count:
            self._file.wipe()

    def _begin(self, follow: Follow, email: str, rhythm: str, home: str) -> str:
        self.purge()
        id_, now = secrets.token_urlsafe(SECRET_BYTES), self.clock()
        what = (follow.kind.value, follow.name, follow.organisation, follow.body, follow.address)
        # for a feed `used` is when it was last read; a message was never sent
        values = (id_, *what, email, rhythm, home, now, 0.0, now, 0.0 if email else now, self.council)
        with self._file.using() as connection:
            if connection.execute("SELECT count(*) FROM follows").fetchone()[0] >= MOST:
                raise WrongInput("Too many things are followed here.", hint="Tell the team that runs these pages.")
            marks = ", ".join("?" * len(values))
            connection.execute(f"INSERT INTO follows ({COLUMNS}, council) VALUES ({marks})", values)
        return id_


def _following(row: Sequence[object]) -> Following:
    id_, kind, name, organisation, body, address, *rest = row
    follow = Follow(FollowKind(str(kind)), str(name), str(organisation), str(body), str(address))
    return Following(str(id_), follow, *rest)  # type: ignore[arg-type]
