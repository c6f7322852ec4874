"""The folder in which the store of an index lies: the index folder itself, or the one that its pointer file names.

A rebuild makes a new store in a folder beside the one in use and then replaces the pointer: one step, so that whoever
asks gets all of the old store or all of the new one, its SQLite file and its Chroma generation together.
"""

from __future__ import annotations

import json
import os
import secrets
import shutil
from collections.abc import Iterator
from pathlib import Path

from corpus.errors import IndexDamaged
from corpus.private import make_private

FILE = "papers.db"
POINTER = "store.json"
PREFIX = "store-"  # of the folders of rebuilt stores
IN_THE_INDEX_FOLDER = (FILE, f"{FILE}-wal", f"{FILE}-shm")  # of a store that was never rebuilt
CHROMA = "chroma"


def home_of(index_dir: Path) -> Path:
    """Return the folder of the store in use; raises IndexDamaged for a pointer that cannot be read."""
    pointer = index_dir / POINTER
    try:
        name = json.loads(pointer.read_text(encoding="utf-8"))["folder"]
    except FileNotFoundError:
        return index_dir
    except (OSError, ValueError, TypeError, KeyError) as exc:
        raise IndexDamaged(f"The file {POINTER} in {index_dir} cannot be read.", hint=_REBUILD) from exc
    if not isinstance(name, str) or Path(name).name != name or not name.startswith(PREFIX):  # it never leads elsewhere
        raise IndexDamaged(f"The file {POINTER} in {index_dir} names no store.", hint=_REBUILD)
    return index_dir / name


def new_home(index_dir: Path) -> Path:
    """Return a new folder for a store beside the one in use."""
    home = index_dir / f"{PREFIX}{secrets.token_hex(4)}"
    home.mkdir(parents=True)
    make_private(home)
    return home


def switch_to(index_dir: Path, home: Path) -> None:
    """Make this the store in use, at once and for good."""
    waiting = index_dir / f"{POINTER}.new"
    with waiting.open("w", encoding="utf-8") as stream:
        json.dump({"folder": home.name}, stream)
        stream.flush()
        os.fsync(stream.fileno())
    os.replace(waiting, index_dir / POINTER)
    sync_folder(index_dir)


def unfinished(index_dir: Path) -> list[Path]:
    """Return the folders of stores that are not in use: half of a rebuild that was stopped, or what one replaced."""
    used = home_of(index_dir)
    return sorted(path for path in index_dir.glob(f"{PREFIX}*") if path.is_dir() and path != used)


def delete_unused(index_dir: Path, *, but: Path | None = None) -> None:
    """Delete every store but the one in use; what another program has open on Windows goes the next time."""
    for path in unfinished(index_dir):
        if path != but:
            shutil.rmtree(path, ignore_errors=True)
    if home_of(index_dir) != index_dir:
        for path in _first_store(index_dir):
            shutil.rmtree(path, ignore_errors=True) if path.is_dir() else path.unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    """Make names that were just written or replaced in a folder last through a loss of power."""
    if os.name == "nt":
        return  # Windows cannot open a folder; it writes its names through by itself
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _first_store(index_dir: Path) -> Iterator[Path]:
    yield from (index_dir / name for name in (*IN_THE_INDEX_FOLDER, CHROMA) if (index_dir / name).exists())


_REBUILD = "Run: python -m indexer sync --rebuild, with the --corpus and --index of these papers."
