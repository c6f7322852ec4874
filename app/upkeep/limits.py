"""Limits: how often one person, browser or program may ask, so that nobody takes the place of all others."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from corpus.errors import BoardPapersError
from corpus.terminal import counted

FORGOTTEN = 10_000  # names; above that those with nothing left to count are forgotten


class Busy(BoardPapersError):
    """More is asked than can be answered soon."""

    retryable = True


@dataclass(slots=True)
class _Account:
    """How many requests a name has left, since when, and how many are being answered."""

    left: float
    at: float
    at_once: int = 0


class Limits:
    """A minute's worth of requests at once, then as they come back; `at_once` may be answered at the same time.

    Safe to share between threads.
    """

    def __init__(self, per_minute: int, *, at_once: int = 1_000, clock: Callable[[], float] = time.monotonic) -> None:
        self.per_minute = per_minute
        self.at_once = at_once
        self._clock = clock
        self._accounts: dict[str, _Account] = {}
        self._lock = threading.Lock()

    def wait(self, name: str) -> int:
        """0 where a request may pass, which is counted; else the seconds after which the next one may."""
        with self._lock:
            account = self._account(name)
            if account.left < 1:
                return max(1, round((1 - account.left) * 60 / self.per_minute + 0.5))
            account.left -= 1
            return 0

    @contextmanager
    def one_more(self, name: str) -> Iterator[bool]:
        """Whether a request may be answered beside those of this name that are; it counts until the block ends."""
        with self._lock:
            account = self._account(name)
            may = account.at_once < self.at_once
            account.at_once += may
        try:
            yield may
        finally:
            with self._lock:
                account.at_once -= may

    @contextmanager
    def admitted(self, name: str) -> Iterator[None]:
        """Holds the block for somebody who may ask now; raises Busy, in words for them, where they may not."""
        with self.one_more(name) as may:
            if not may:
                raise Busy(
                    f"{self.at_once} of your questions are being answered already.", hint="Wait for one of them."
                )
            if seconds := self.wait(name):
                hint = f"Ask again in {counted(seconds, 'second')}; your question is kept."
                raise Busy("You have asked many questions in a short time.", hint=hint)
            yield

    def _account(self, name: str) -> _Account:
        """The account of a name, with what has come back to it by now."""
        now, most = self._clock(), float(self.per_minute)
        account = self._accounts.get(name)
        if account is None:
            if len(self._accounts) >= FORGOTTEN:
                self._accounts = {key: one for key, one in self._accounts.items() if self._counts(one, now)}
            account = self._accounts[name] = _Account(most, now)
        account.left = min(most, account.left + (now - account.at) * most / 60)
        account.at = now
        return account

    def _counts(self, account: _Account, now: float) -> bool:
        return account.at_once > 0 or account.left + (now - account.at) * self.per_minute / 60 < self.per_minute
