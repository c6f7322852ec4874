"""Private files: what the program writes is readable by its own account only."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

OWNER_ONLY = 0o077
"""What is taken away from everybody but the owner of a new file or folder."""


def keep_files_private() -> None:
    """From now on, whatever this process and its children write is for their account only, databases among it."""
    os.umask(OWNER_ONLY)


@contextmanager
def private_files() -> Iterator[None]:
    """The same for as long as the block lasts; whoever asked for a file elsewhere gets it as they are used to."""
    before = os.umask(OWNER_ONLY)
    try:
        yield
    finally:
        os.umask(before)


def make_private(path: Path) -> None:
    """Takes a file or folder of ours away from others, which an earlier version of this program left open."""
    with suppress(OSError):  # it is another account's, or not there
        path.chmod(path.stat().st_mode & ~OWNER_ONLY & 0o777)
