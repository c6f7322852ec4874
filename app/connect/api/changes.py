"""Changes: when each thing was last changed, and which are gone. Only ids and hashes are stored, no word of a paper.

What is seen for the first time, has changed, or is gone when it is looked for after a sync, changed at that moment.
"""

from __future__ import annotations

import hashlib
import sqlite3
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from corpus.private import private_files

FILE = "changes.sqlite"
SCHEMA = (
    "CREATE TABLE IF NOT EXISTS seen (kind TEXT, id TEXT, hash TEXT NOT NULL, modified TEXT NOT NULL, "
    "deleted INTEGER NOT NULL, PRIMARY KEY (kind, id))"
)


@dataclass(frozen=True, slots=True)
class Change:
    """When a thing was last changed, and whether it is gone."""

    modified: str
    deleted: bool


class Changes:
    """The changes of one index; safe to share between threads, and between processes."""

    def __init__(self, folder: Path, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._file = folder / FILE
        self._now = now
        self._lock = threading.Lock()

    def noted(self, kind: str, records: Mapping[str, str]) -> dict[str, Change]:
        """The changes of a kind, after what is there now (id -> all its words) was noted."""
        hashes = {key: hashlib.sha256(words.encode()).hexdigest()[:16] for key, words in records.items()}
        moment = self._now().isoformat(timespec="microseconds")
        with self._lock, private_files(), closing(sqlite3.connect(self._open(), timeout=30)) as data, data:
            data.execute(SCHEMA)
            data.execute("BEGIN IMMEDIATE")
            before = _before(data, kind)
            rows = list(_changed(kind, hashes, before, moment))
            data.executemany("INSERT OR REPLACE INTO seen VALUES (?, ?, ?, ?, ?)", rows)
        now = {**before, **{key: ("", moment, bool(deleted)) for _, key, _, moment, deleted in rows}}
        return {key: Change(modified, deleted) for key, (_, modified, deleted) in now.items()}

    def _open(self) -> Path:
        self._file.parent.mkdir(parents=True, exist_ok=True)
        return self._file


def _before(data: sqlite3.Connection, kind: str) -> dict[str, tuple[str, str, bool]]:
    """Hash, moment and whether it is gone, of everything of a kind that was ever seen."""
    rows = data.execute("SELECT id, hash, modified, deleted FROM seen WHERE kind = ?", (kind,))
    return {key: (known, modified, bool(deleted)) for key, known, modified, deleted in rows}


def _changed(
    kind: str, now: Mapping[str, str], before: Mapping[str, tuple[str, str, bool]], moment: str
) -> Iterator[tuple[str, str, str, str, int]]:
    """The rows of what is new, changed, back or gone."""
    for key, own in now.items():
        known, _, deleted = before.get(key, ("", "", True))
        if known != own or deleted:
            yield kind, key, own, moment, 0
    for key, (_, _, deleted) in before.items():
        if not deleted and key not in now:
            yield kind, key, "", moment, 1
