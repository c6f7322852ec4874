"""Backing up: a copy of all that papers do not give back, taken while the program runs and a sync is at work.

A backup is a folder: the store with its vectors, the memory of what is restricted, conversations, follows, the audit
log, reports, and a list of their hashes. The papers, access.csv and the file of roles are the council's: copy them too.
Out of a database that many councils share comes the same folder, with the rows of this council alone; conversations and
follows are there for all councils together, so they go with the backup of the database.
"""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from datetime import UTC, datetime
from hashlib import file_digest
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from app.people.audit import FILE as PEOPLE
from app.saved.conversations import FILE as CONVERSATIONS
from app.saved.follows import FILE as FOLLOWS
from app.saved.reports import FILE as REPORTS
from corpus.access import Access, read_access
from corpus.errors import BoardPapersError, IndexMissing, WrongInput
from corpus.private import private_files
from corpus.settings import Settings
from indexer.store import BuildLock, build_generation
from indexer.store.home import FILE, delete_unused, home_of, new_home, switch_to
from indexer.store.index import LocalIndex, as_index
from indexer.store.obeying import obeyed
from indexer.store.restrictions import MEMORY, remember

if TYPE_CHECKING:
    from indexer.store.served.index import ServedIndex

LIST = "backup.json"
ATTEMPTS = 5  # a rebuild may put another store in the place of the one that is being copied


def back_up(settings: Settings, folder: Path) -> Path:
    """The folder of a new backup inside `folder`; raises BoardPapersError where it cannot be made."""
    name = f"board-papers-{datetime.now(UTC):%Y%m%d-%H%M%S-%f}"
    half = folder / f"{name}.part"
    try:
        with private_files():
            half.mkdir(parents=True)
            _copy_store(settings, half / FILE)
            for source in _saved(settings):
                if source.is_file():
                    _copy_database(source, half / source.name) if source.suffix == ".db" else shutil.copy2(source, half)
            _write_list(half)
        whole = folder / name
        os.replace(half, whole)
    except (OSError, sqlite3.Error) as exc:
        raise BoardPapersError(f"The backup could not be written to {folder}: {exc}.") from exc
    finally:
        shutil.rmtree(half, ignore_errors=True)
    return whole


def restore(settings: Settings, backup: Path, *, replace: bool = False) -> None:
    """Puts a backup in the place of what is stored; what is restricted now stays so.

    Raises WrongInput for a backup that is not whole, or where conversations would be lost that `replace` does not give
    up, and IndexBusy while a sync is at work.
    """
    _check_list(backup)
    data = settings.data_folder
    own = [backup / name for name in (CONVERSATIONS, FOLLOWS, PEOPLE, REPORTS) if (backup / name).is_file()]
    if not replace and any((data / path.name).exists() for path in own):
        raise WrongInput(
            f"There are conversations or reports in {data} already.",
            hint="Stop the program and add --replace to give them up for those of the backup.",
        )
    access = read_access(settings.corpus, settings.exempt)
    if settings.store.url:
        _into_database(settings, backup, access)
        _put_back([path for path in own if path.name != CONVERSATIONS], data)
        return
    with BuildLock(settings.index):
        half = new_home(settings.index)
        shutil.copy2(backup / FILE, half / FILE)
        _restrict(settings, backup, half, access)
        switch_to(settings.index, half)
        obeyed(as_index(settings.index), access)
        build_generation(settings.index)
        with suppress(OSError):
            delete_unused(settings.index)
        _put_back(own, data)


def _into_database(settings: Settings, backup: Path, access: Access) -> None:
    """Puts the papers of a backup in place of those that the council has in the database."""
    from indexer.store.served.moving import put_in  # here, since on one machine nothing needs its libraries

    index = _served(settings)
    with index.lock(), TemporaryDirectory(dir=settings.index, prefix="restore-") as folder:
        half = Path(folder)
        shutil.copy2(backup / FILE, half / FILE)
        if (memory := index.remembered()) is not None:
            remember(half, memory)
        elif (backup / MEMORY).is_file():
            shutil.copy2(backup / MEMORY, half / MEMORY)
        obeyed(as_index(half), access)
        put_in(LocalIndex(half), index)
        obeyed(index, access)


def _served(settings: Settings) -> ServedIndex:
    from indexer.store.served.index import ServedIndex

    return ServedIndex(settings.index, settings.store.url, settings.store.council)


def _restrict(settings: Settings, backup: Path, half: Path, access: Access) -> None:
    """Lays on a store what is restricted now, before anybody can ask it: the backup may be older than a label."""
    memory = settings.index / MEMORY
    if not memory.exists() and (backup / MEMORY).is_file():
        shutil.copy2(backup / MEMORY, memory)
    if memory.exists():
        shutil.copy2(memory, half / MEMORY)
    obeyed(as_index(half), access)
    (half / MEMORY).unlink(missing_ok=True)


def _put_back(files: Sequence[Path], data: Path) -> None:
    """Puts databases in the place of those of the same name, with nothing left of the journals of those."""
    data.mkdir(parents=True, exist_ok=True)
    for path in files:
        for stale in data.glob(f"{path.name}-*"):
            stale.unlink()
        shutil.copy2(path, data / path.name)


def _saved(settings: Settings) -> Iterator[Path]:
    if not settings.store.url:
        yield settings.index / MEMORY
    yield from (settings.data_folder / name for name in (CONVERSATIONS, FOLLOWS, PEOPLE, REPORTS))


def _copy_store(settings: Settings, target: Path) -> None:
    if settings.store.url:
        from indexer.store.served.moving import copy_out

        copy_out(_served(settings), target.parent)
        return
    for _ in range(ATTEMPTS):
        home = home_of(settings.index)
        if not (home / FILE).is_file():
            raise IndexMissing("Nothing has been indexed yet, so there is nothing to back up.")
        with suppress(FileNotFoundError, sqlite3.OperationalError):
            _copy_database(home / FILE, target)
            if home_of(settings.index) == home:
                return
        target.unlink(missing_ok=True)
    raise BoardPapersError("The index was rebuilt each time it was copied.", hint="Try again when the sync has ended.")


def _copy_database(source: Path, target: Path) -> None:
    """Copies one state of a database that others may be writing to, and looks whether the copy is whole."""
    with (
        closing(sqlite3.connect(f"{source.resolve().as_uri()}?mode=ro", uri=True, timeout=30)) as live,
        closing(sqlite3.connect(target)) as copy,
    ):
        live.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")
        (said,) = copy.execute("PRAGMA integrity_check(1)").fetchone()
    if said != "ok":
        raise BoardPapersError(f"{source.name} is damaged, so it was not backed up: {said}.")


def _write_list(folder: Path) -> None:
    files = {path.name: _hash(path) for path in sorted(folder.iterdir())}
    with (folder / LIST).open("w", encoding="utf-8") as out:
        json.dump({"made": datetime.now(UTC).isoformat(timespec="seconds"), "files": files}, out, indent=1)
        out.flush()
        os.fsync(out.fileno())


def _check_list(backup: Path) -> None:
    try:
        files = json.loads((backup / LIST).read_text(encoding="utf-8"))["files"]
        wrong = [name for name, sha in files.items() if Path(name).name != name or _hash(backup / name) != sha]
    except (OSError, ValueError, KeyError, AttributeError, TypeError) as exc:
        raise WrongInput(f"{backup} is no backup, or not a whole one.") from exc
    if wrong or FILE not in files:
        raise WrongInput(f"The backup is not as it was made: {', '.join(wrong) or FILE}.")


def _hash(path: Path) -> str:
    with path.open("rb") as stream:
        return file_digest(stream, "sha256").hexdigest()
