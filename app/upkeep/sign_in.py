"""Keepers: who may add and remove papers - whoever has given the password of BOARD_PAPERS_ADMIN from their browser."""

from __future__ import annotations

import hmac
import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256

log = logging.getLogger(__name__)

SHIFT = 8 * 60 * 60.0  # seconds after which the password is asked for again
FREE_TRIES = 3  # wrong passwords from one browser or address that cost nobody a wait: people mistype
FIRST_WAIT = 1.0  # seconds before the next try is looked at; each further wrong one doubles them
LONGEST_WAIT = 4.0  # also the longest that the right password waits behind guesses from the same address
FORGOTTEN = 10 * 60.0  # seconds after which a wrong try no longer counts
MOST_REMEMBERED = 10_000  # browsers and addresses; the oldest are forgotten first
TICKET = 60.0  # seconds in which the browser must fetch its new cookie

HERE = "this machine"


@dataclass(frozen=True, slots=True)
class _Tries:
    count: int
    last: float


class Keepers:
    """The visitors who are signed in to this process; safe to share between threads.

    Whoever guesses waits alone: nothing is locked during the wait, and it is counted by browser and by address.
    """

    def __init__(
        self,
        password: str,
        *,
        clock: Callable[[], float] = time.monotonic,
        wait: Callable[[float], None] = time.sleep,
    ) -> None:
        self._password = sha256(password.encode()).digest() if password else b""
        self._clock = clock
        self._wait = wait
        self._until: dict[str, float] = {}
        self._wrong: dict[str, _Tries] = {}
        self._tickets: dict[str, tuple[str, float]] = {}
        self._lock = threading.Lock()

    @property
    def any(self) -> bool:
        """Whether there is a password at all."""
        return bool(self._password)

    def sign_in(self, visitor: str, password: str, *, becomes: str = "", address: str = HERE) -> bool:
        """Whether the password was the right one; then the id that this visitor `becomes` is a keeper for a shift.

        A new id, since somebody else may know the one from before the sign-in.
        """
        who = (f"browser {visitor}", f"address {address}")
        with self._lock:
            seconds = max(map(self._seconds_to_wait, who))
        if seconds:
            self._wait(seconds)
        given = sha256(password.encode()).digest()
        right = self.any and hmac.compare_digest(given, self._password)
        with self._lock:
            if right:
                self._until[becomes or visitor] = self._clock() + SHIFT
                self._wrong.pop(who[0], None)
            else:
                tries = [self._count_wrong(one) for one in who]
        if right:
            log.warning("A keeper signed in from %s.", address)
        else:
            log.warning("A wrong password of the keeper was given from %s, the %d. in a row.", address, tries[1])
        return right

    def sign_out(self, visitor: str) -> None:
        """Ends the shift of a visitor."""
        with self._lock:
            self._until.pop(visitor, None)

    def has(self, visitor: str) -> bool:
        """Whether this visitor may add and remove papers now."""
        return self.any and self._until.get(visitor, 0.0) > self._clock()

    def keep_ticket(self, ticket: str, visitor: str) -> None:
        """Keeps the id of a visitor for whoever brings this ticket soon; it serves once."""
        with self._lock:
            now = self._clock()
            self._tickets = {key: kept for key, kept in self._tickets.items() if kept[1] > now}
            self._tickets[ticket] = (visitor, now + TICKET)

    def visitor_of(self, ticket: str) -> str:
        """The id that was kept for this ticket, "" where there is none any more."""
        with self._lock:
            visitor, until = self._tickets.pop(ticket, ("", 0.0))
            return visitor if until > self._clock() else ""

    def _seconds_to_wait(self, who: str) -> float:
        tries = self._wrong.get(who)
        if tries is None or tries.count < FREE_TRIES or self._clock() - tries.last > FORGOTTEN:
            return 0.0
        return float(min(LONGEST_WAIT, FIRST_WAIT * 2 ** min(tries.count - FREE_TRIES, 10)))

    def _count_wrong(self, who: str) -> int:
        """The wrong tries of late, this one among them."""
        now, before = self._clock(), self._wrong.pop(who, None)
        count = before.count + 1 if before and now - before.last <= FORGOTTEN else 1
        self._wrong[who] = _Tries(count, now)  # at the end: the first one is the oldest
        if len(self._wrong) > MOST_REMEMBERED:
            del self._wrong[next(iter(self._wrong))]
        return count
