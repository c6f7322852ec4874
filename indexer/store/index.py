"""Index: where the papers of one council are stored, whichever engine is behind it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from corpus.store_settings import StoreSettings
from indexer.store.home import delete_unused
from indexer.store.lock import PATIENCE, BuildLock
from indexer.store.protocol import AnyStore, AnyWriter
from indexer.store.reader import Store
from indexer.store.rebuilding import has_store, rebuilt
from indexer.store.records import Stamp
from indexer.store.restrictions import Restrictions, remember, remembered
from indexer.store.sql.database import stamp_in
from indexer.store.vectors.building import build_generation
from indexer.store.writer import Writer


class Fillable(Protocol):
    """A store that a build fills: the one in use, or a new one beside it."""

    def writer(self, stamp: Stamp) -> AnyWriter:
        """Return a writer; tables that are missing are made. Raises IndexMismatch for a store with another stamp."""

    def finish(self) -> None:
        """Bring what is derived from the papers into step with them."""


class Index(Fillable, Protocol):
    """The index of one council: its store in use, its lock, and the memory of what is restricted."""

    @property
    def folder(self) -> Path:
        """The folder of this machine for what is stored beside the index, such as what each file said."""

    def exists(self) -> bool:
        """Return whether there is a store, be it broken."""

    def stamp(self) -> Stamp | None:
        """Return the stamp of the store in use, None when it is empty; raises IndexMissing or IndexDamaged."""

    def open(self, stamp: Stamp | None, *, brief: bool = False) -> AnyStore:
        """Return the reading end; `stamp` None takes the rules and the model as they are.

        `brief` is for a program that asks once and ends.
        """

    def lock(self, patience: float = PATIENCE) -> AbstractContextManager[object]:
        """Hold off other builders; raises IndexBusy when one is at work for longer than `patience` seconds."""

    def rebuilt(self) -> AbstractContextManager[Fillable]:
        """Hold a new store beside the one in use; it takes its place when the block ends without an error."""

    def tidy(self) -> None:
        """Delete stores that are not in use."""

    def remembered(self) -> Restrictions | None:
        """Return what is remembered as restricted, None where nothing ever was."""

    def remember(self, restrictions: Restrictions) -> None:
        """Write down what is restricted, at once and for good."""


@dataclass(frozen=True, slots=True)
class LocalFilling:
    """A SQLite store in a folder, which may take over the embeddings and the Chroma generation of others."""

    folder: Path
    others: tuple[Path, ...] = ()

    def writer(self, stamp: Stamp) -> AnyWriter:
        """Return a writer on the SQLite file."""
        return Writer(self.folder, stamp, others=self.others)

    def finish(self) -> None:
        """Build the next Chroma generation, or take over that of another store with the same vectors."""
        build_generation(self.folder, self.others)


@dataclass(frozen=True, slots=True)
class LocalIndex(LocalFilling):
    """SQLite and Chroma in a folder of this machine."""

    def exists(self) -> bool:
        """Return whether there is a SQLite file, be it broken."""
        return has_store(self.folder)

    def stamp(self) -> Stamp | None:
        """Return the stamp of the store in use."""
        return stamp_in(self.folder)

    def open(self, stamp: Stamp | None, *, brief: bool = False) -> AnyStore:
        """Return the reading end over SQLite and Chroma."""
        return Store(self.folder, stamp, brief=brief)

    def lock(self, patience: float = PATIENCE) -> AbstractContextManager[object]:
        """Hold the lock file."""
        return BuildLock(self.folder, patience=patience)

    @contextmanager
    def rebuilt(self) -> Iterator[Fillable]:
        """Hold a new folder beside the one in use."""
        with rebuilt(self.folder) as filling:
            yield LocalFilling(filling.folder, filling.others)

    def tidy(self) -> None:
        """Delete the folders of other stores."""
        delete_unused(self.folder)

    def remembered(self) -> Restrictions | None:
        """Return what the file beside the store remembers."""
        return remembered(self.folder)

    def remember(self, restrictions: Restrictions) -> None:
        """Write the file beside the store."""
        remember(self.folder, restrictions)


def index_at(folder: Path, store: StoreSettings) -> Index:
    """Return the index in a folder of this machine, or that of a council in the PostgreSQL database that is set."""
    if not store.url:
        return LocalIndex(folder)
    from indexer.store.served.index import ServedIndex  # here, since on one machine nothing needs its libraries

    return ServedIndex(folder, store.url, store.council, store.read_url)


def as_index(index: Index | Path) -> Index:
    """Return the index itself, or the one in a folder of this machine."""
    return LocalIndex(index) if isinstance(index, Path) else index
