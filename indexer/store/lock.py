"""BuildLock: one builder at a time on an index; the operating system frees it when its holder dies."""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from filelock import FileLock, Timeout

from corpus.errors import BoardPapersError, IndexBusy
from corpus.reasons import reason_of

LOCK = "build.lock"
HOLDER = "builder.json"  # beside the lock, because Windows lets nobody read a locked file
PATIENCE = 0.5  # seconds; whoever starts a second sync sees so at once


class BuildLock:
    """Held while the `with` block runs; a thread that has it may take it again. Raises IndexBusy, naming the holder."""

    def __init__(self, index_dir: Path, *, patience: float = PATIENCE) -> None:
        """Takes the folder of the index, and how many seconds to wait for another builder to finish."""
        self._index_dir = index_dir
        self._patience = patience
        self._lock: FileLock | None = None

    def __enter__(self) -> BuildLock:
        try:
            self._index_dir.mkdir(parents=True, exist_ok=True)
            # one lock object for a path, so that it counts how often this thread has taken it
            lock = FileLock((self._index_dir / LOCK).resolve(), is_singleton=True)
            lock.acquire(timeout=self._patience)
        except Timeout as exc:
            raise IndexBusy(
                f"Another sync is at work on {self._index_dir}{self._holder()}.", hint="Wait until it has finished."
            ) from exc
        except OSError as exc:
            raise BoardPapersError(f"The folder {self._index_dir} cannot be written to: {reason_of(exc)}.") from exc
        self._lock = lock
        if lock.lock_counter == 1:
            since = datetime.now(UTC).isoformat(timespec="seconds")
            (self._index_dir / HOLDER).write_text(json.dumps({"pid": os.getpid(), "since": since}), encoding="utf-8")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._lock is not None:
            if self._lock.lock_counter == 1:
                (self._index_dir / HOLDER).unlink(missing_ok=True)
            self._lock.release()
            self._lock = None

    def _holder(self) -> str:
        """Return who holds the lock as far as it can be read, in words that end the sentence."""
        try:
            holder = json.loads((self._index_dir / HOLDER).read_text(encoding="utf-8"))
            return f" (process {int(holder['pid'])}, since {str(holder['since'])[:25]})"
        except (OSError, ValueError, KeyError, TypeError):
            return ""
