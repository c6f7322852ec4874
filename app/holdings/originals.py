"""Originals: the files of indexed papers, opened only while they are, byte for byte, what was indexed.

A file may be replaced at any time, also while it is sent. So it is opened once: its hash is taken from the open file,
and each part of it is sent only if the file has not changed until after that part was read.
"""

from __future__ import annotations

import os
import stat
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import file_digest
from io import BufferedReader
from pathlib import Path

from corpus.errors import PageUnavailable, PaperChanged
from corpus.folder import BLOCK

REMEMBERED = 10_000  # files whose hash is known
SETTLED = 2.0  # seconds after its last change for which the clock of a disk may not tell two states of a file apart

State = tuple[int, ...]


@dataclass(slots=True)
class Hashes:
    """The hashes of open files, taken once for each state of a file; safe to share between threads."""

    _known: dict[State, str] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def of(self, stream: BufferedReader) -> tuple[State, str]:
        """The state of the file and the hash of its bytes; raises PaperChanged where they change meanwhile."""
        state = state_of(stream)
        with self._lock:
            known = self._known.get(state, "")
        if known:
            return state, known
        stream.seek(0)
        digest = file_digest(stream, "sha256").hexdigest()
        if state_of(stream) != state:
            raise PaperChanged()
        with self._lock:
            if len(self._known) >= REMEMBERED:
                self._known.clear()
            if time.time() - max(state[-2:]) / 1e9 > SETTLED:
                self._known[state] = digest
        return state, digest


@dataclass(frozen=True, slots=True)
class Original:
    """A file with the size and the SHA-256 that it had when it was indexed."""

    path: Path
    size: int
    sha256: str
    hashes: Hashes = field(default_factory=Hashes, compare=False, repr=False)

    def open(self) -> Opened:
        """The open file, to be closed.

        Raises PaperChanged if it is not what was indexed, PageUnavailable without it.
        """
        flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)  # a pipe must not hold us up
        try:
            stream = os.fdopen(os.open(self.path, flags), "rb")
        except FileNotFoundError as exc:
            raise PageUnavailable("This paper has been moved or removed since it was indexed.") from exc
        except OSError as exc:
            raise PaperChanged() from exc
        try:
            status = os.fstat(stream.fileno())
            if not stat.S_ISREG(status.st_mode) or status.st_size != self.size:
                raise PaperChanged()
            state, sha256 = self.hashes.of(stream)
            if sha256 != self.sha256:
                raise PaperChanged()
        except BaseException:
            stream.close()
            raise
        return Opened(stream, state)

    def check(self) -> None:
        """Raises what `open` raises."""
        self.open().close()


@dataclass(frozen=True, slots=True)
class Opened:
    """An open file whose bytes were those that were indexed when it had this state."""

    stream: BufferedReader
    state: State

    def read(self, first: int, length: int) -> Iterator[bytes]:
        """These bytes in parts, then the file is closed; raises PaperChanged before the first byte of another state."""
        with self._closing():
            self.stream.seek(first)
            while length > 0 and (block := self.stream.read(min(BLOCK, length))):
                if state_of(self.stream) != self.state:
                    raise PaperChanged()
                length -= len(block)
                yield block

    def close(self) -> None:
        """Lets go of the file."""
        self.stream.close()

    @contextmanager
    def _closing(self) -> Iterator[None]:
        try:
            yield
        finally:
            self.close()


def state_of(stream: BufferedReader) -> State:
    """What changes whenever the open file, or its bytes, are other ones; the two times stand last."""
    status = os.fstat(stream.fileno())
    return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns
