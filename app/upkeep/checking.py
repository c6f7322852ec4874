"""Checking: whether all that is stored is whole, and what can be mended without reading a paper again."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from app.people.audit import FILE as PEOPLE
from app.people.listed import People
from app.saved.conversations import FILE as CONVERSATIONS
from app.saved.follows import FILE as FOLLOWS
from corpus.access import read_access
from corpus.errors import BoardPapersError, IndexMissing
from corpus.settings import Settings
from indexer.build import stamp_of
from indexer.passages.embedding import MiniLM
from indexer.store import BuildLock, build_generation
from indexer.store.home import delete_unused, home_of, unfinished
from indexer.store.restrictions import remembered
from indexer.store.sql.database import connect_to_write, stamp_in
from indexer.store.verify import verify

if TYPE_CHECKING:
    from indexer.store.served.index import ServedIndex

LEAST_FREE = 1_000_000_000  # bytes: below that a sync of a few packs may fill the disk

WELL, DAMAGED, MENDED, WARNED = 0, 1, 4, 3


@dataclass(frozen=True, slots=True)
class Fault:
    """A sentence on something that is not as it should be; `is_damage` is False for what only needs a look."""

    said: str
    is_damage: bool = True


OTHER_RULES = Fault("The index was made by another model or other rules. Run: python -m indexer sync --rebuild")


def check(settings: Settings) -> list[Fault]:
    """Everything that can be said against what is stored, none where all is well."""
    return [*_index(settings), *_labels(settings), *_model(settings), *_saved(settings), *_disk(settings)]


def repair(settings: Settings) -> list[str]:
    """What was mended: words for the search made again, vectors built again, half-built stores deleted.

    Raises IndexBusy while a sync is at work, and what opening a damaged index raises.
    """
    if settings.store.url:
        return _repair_database(settings)
    index, done = settings.index, []
    with BuildLock(index):
        if left := unfinished(index):
            delete_unused(index)
            done.append(f"Deleted {len(left)} stores that no program uses.")
        with closing(connect_to_write(index)) as connection:
            for table in ("words", "row_words"):
                connection.execute(f"INSERT INTO {table}({table}) VALUES ('rebuild')")
        done.append("Made the words for the search again.")
        (home_of(index) / "chroma" / "current.json").unlink(missing_ok=True)
        build_generation(index)
        done.append("Built the vectors for the search again.")
    return done


def _repair_database(settings: Settings) -> list[str]:
    """What a database mends itself is little: words and vectors for the search come with a rebuild."""
    index = _served(settings)
    with index.lock():
        index.tidy()
        index.finish()
    return ["Deleted stores that no program uses, and brought the indexes of the tables into step."]


def status_of(faults: list[Fault]) -> int:
    """The exit status that says what was found."""
    return DAMAGED if any(fault.is_damage for fault in faults) else WARNED if faults else WELL


def _index(settings: Settings) -> Iterator[Fault]:
    try:
        if settings.store.url:
            yield from _database(settings)
            return
        yield from (Fault(sentence) for sentence in verify(settings.index))
        if left := unfinished(settings.index):
            yield Fault(f"{len(left)} stores lie in {settings.index} that no program uses.", is_damage=False)
    except IndexMissing as missing:
        yield Fault(str(missing), is_damage=False)
    except BoardPapersError as problem:
        yield Fault(str(problem))


def _database(settings: Settings) -> Iterator[Fault]:
    """The council's store in the database; nothing there is changed."""
    from indexer.store.served.verifying import looked_at

    looked = looked_at(_served(settings))
    yield from (Fault(sentence) for sentence in looked.problems)
    yield from (Fault(sentence, is_damage=False) for sentence in looked.notes)
    if looked.stamp != stamp_of(MiniLM()):
        yield OTHER_RULES


def _served(settings: Settings) -> ServedIndex:
    from indexer.store.served.index import ServedIndex  # here, since on one machine nothing needs its libraries

    return ServedIndex(settings.index, settings.store.url, settings.store.council, settings.store.read_url)


def _labels(settings: Settings) -> Iterator[Fault]:
    """The manifests, the folders that are exempt, the memory of what is restricted, the roles of people."""
    for read in (
        lambda: read_access(settings.corpus, settings.exempt),
        lambda: None if settings.store.url else remembered(settings.index),
        lambda: People(settings.people.roles).rows(),
    ):
        try:
            read()
        except BoardPapersError as problem:
            yield Fault(str(problem))
    if not settings.corpus.is_dir():
        yield Fault(f"The folder of papers {settings.corpus} is not there.")


def _model(settings: Settings) -> Iterator[Fault]:
    try:
        wanted = stamp_of(MiniLM())
        with suppress(IndexMissing):
            held = None if settings.store.url else stamp_in(settings.index)
            if held is not None and held != wanted:
                yield OTHER_RULES
    except BoardPapersError as problem:
        yield Fault(str(problem))


def _saved(settings: Settings) -> Iterator[Fault]:
    """The files of conversations, follows and people."""
    for name in (CONVERSATIONS, FOLLOWS, PEOPLE):
        path = settings.data_folder / name
        if path.is_file() and (wrong := _wrong_in(path)):
            yield Fault(f"The file {path} is damaged: {wrong}.")


def _wrong_in(path: Path) -> str:
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=10)) as connection:
            (said,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
    except sqlite3.Error as exc:
        return str(exc)
    return "" if said == "ok" else str(said)


def _disk(settings: Settings) -> Iterator[Fault]:
    for folder in {settings.index, settings.data_folder}:
        if folder.is_dir():
            free = shutil.disk_usage(folder).free
            if free < LEAST_FREE:
                yield Fault(f"Only {free // 1_000_000} MB are free where {folder} lies.", is_damage=False)
