"""Keepers: who may add and remove papers - whoever has given the password of BOARD_PAPERS_ADMIN from their browser."""

from __future__ import annotations

import hmac
import threading
import time
from collections.abc import Callable
from hashlib import sha256

SHIFT = 8 * 60 * 60.0  # seconds after which the password is asked for again
WAIT = 1.0  # seconds that a wrong password costs; one is tried at a time, so guessing stays slow


class Keepers:
    """The visitors who are signed in to this process; safe to share between threads."""

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
        self._lock = threading.Lock()

    @property
    def any(self) -> bool:
        """Whether there is a password at all."""
        return bool(self._password)

    def sign_in(self, visitor: str, password: str) -> bool:
        """Whether the password was the right one; then this visitor is a keeper for a shift."""
        with self._lock:
            given = sha256(password.encode()).digest()
            if not self.any or not hmac.compare_digest(given, self._password):
                self._wait(WAIT)
                return False
            self._until[visitor] = self._clock() + SHIFT
            return True

    def sign_out(self, visitor: str) -> None:
        """Ends the shift of a visitor."""
        self._until.pop(visitor, None)

    def has(self, visitor: str) -> bool:
        """Whether this visitor may add and remove papers now."""
        return self.any and self._until.get(visitor, 0.0) > self._clock()
