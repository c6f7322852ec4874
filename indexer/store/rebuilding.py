"""rebuilt: a new store made beside the one in use, and switched to when it is whole."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import BoardPapersError, IndexDamaged
from indexer.store.home import FILE, delete_unused, home_of, new_home, switch_to, unfinished
from indexer.store.lock import BuildLock
from indexer.store.verify import verify_store

GRACE = 0.5  # seconds that the replaced store stays: who looked at the pointer before the switch still finds its file


@dataclass(frozen=True, slots=True)
class Filling:
    """A store to be filled: its folder, and those of others whose embeddings and Chroma generation it may take over."""

    folder: Path
    others: tuple[Path, ...] = ()


def has_store(index_dir: Path) -> bool:
    """Return whether there is a store in this index folder, be it broken."""
    try:
        return (home_of(index_dir) / FILE).is_file()
    except IndexDamaged:
        return True


@contextmanager
def rebuilt(index_dir: Path) -> Iterator[Filling]:
    """Hold a new store beside the one in use; when the block ends without an error, it becomes the one in use.

    Until then, and when the block fails or the program is killed, the one before goes on answering. What a stopped
    rebuild embedded is taken over by the next one. Raises IndexDamaged when the new store is not whole.
    """
    with BuildLock(index_dir):
        before = _in_use(index_dir)
        left = _fullest(index_dir, before)
        if before:
            delete_unused(index_dir, but=left)
        home = new_home(index_dir)
        yield Filling(home, tuple(folder for folder in (before, left) if folder))
        if problems := verify_store(home):
            raise IndexDamaged(f"The new index is not whole, and the one before stays in use. {problems[0]}")
        switch_to(index_dir, home)
        time.sleep(GRACE)
        delete_unused(index_dir)


def _in_use(index_dir: Path) -> Path | None:
    """The folder of the store in use; None where its pointer is broken."""
    try:
        return home_of(index_dir)
    except BoardPapersError:
        return None


def _fullest(index_dir: Path, before: Path | None) -> Path | None:
    """What was left by a rebuild that was stopped: of several the one that came furthest."""
    left = unfinished(index_dir) if before else []
    return max(left, key=lambda folder: (folder / FILE).stat().st_size if (folder / FILE).exists() else 0, default=None)
