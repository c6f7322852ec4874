"""TimeLimit: a block of our code that is ended when it has used more than its seconds of computing time."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn

AGAIN = 1.0
"""Seconds after which the alarm rings again: Python drops an error that is raised while it throws an object away."""


class TookTooLong(Exception):
    """The code within a limit used more computing time than it may."""


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raise TookTooLong inside the block once it has used `seconds` of computing time, also in the midst of a pattern.

    Computing time, because a paper must not be given up only because the machine is busy. Python can be interrupted
    like this only in the main thread, where a sync runs, and only on Linux and macOS. Elsewhere the block is not
    limited: there we depend on the test that tries every pattern.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGVTALRM, _ring)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds, AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _ring(_number: int, _frame: FrameType | None) -> NoReturn:
    raise TookTooLong
