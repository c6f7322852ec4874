"""Generation: a finished, proved Chroma directory, and the pointer file that says which one is in use.

A generation is never edited. The next one is built beside it, proved, and switched to by replacing the pointer.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sqlite3
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus.reasons import reason_of
from indexer.store.home import CHROMA as FOLDER
from indexer.store.home import home_of, sync_folder
from indexer.store.records import PUBLIC
from indexer.store.sql.database import Version
from indexer.store.sql.queries import ALLOWED, limits_of

POINTER = "current.json"
PLACES = "places.bin"  # a row for each passage in a generation; Chroma knows the passage by the number of its row
PLACE = np.dtype([("id", "<i8"), ("key", "S16")])  # the id of the passage, and a hash of its vector
ENGINE_FILE = "chroma.sqlite3"  # rewritten by Chroma whenever it is opened, so its rows are compared and not its bytes

ROWS = (
    "SELECT id, name, config_json_str FROM collections ORDER BY id",
    "SELECT id, type, scope, collection FROM segments ORDER BY id",
    "SELECT segment_id, seq_id FROM max_seq_id ORDER BY segment_id",
    "SELECT id, segment_id, embedding_id, seq_id FROM embeddings ORDER BY id",
    "SELECT seq_id, operation, topic, id, vector, encoding FROM embeddings_queue ORDER BY seq_id",
)


@dataclass(frozen=True, slots=True)
class Generation:
    """What the pointer says: the directory, the version of the store it was made from, and how it looked when proved.

    `files` has size and SHA-256 of every file, `rows` the SHA-256 of what Chroma's own database holds; `asked` vectors
    were looked for in a fresh process and `found` of them were there.
    """

    directory: str
    born: str
    revision: int
    count: int
    files: dict[str, tuple[int, str]]
    rows: str
    asked: int
    found: int

    @property
    def version(self) -> Version:
        """The version of the store that it answers for."""
        return Version(self.born, self.revision)


def folder_of(index_dir: Path) -> Path:
    """Return the folder of the generations of the store in use."""
    return home_of(index_dir) / FOLDER


def pointer_of(index_dir: Path) -> Path:
    """Return the path of the pointer file."""
    return folder_of(index_dir) / POINTER


def current_generation(index_dir: Path) -> Generation | None:
    """Return the generation in use; None when there is none or the pointer cannot be read."""
    try:
        fields = json.loads(pointer_of(index_dir).read_text(encoding="utf-8"))
        fields["files"] = {name: (int(size), str(sha)) for name, (size, sha) in fields["files"].items()}
        generation = Generation(**fields)
        readable = PLACES in generation.files  # in one of an older version Chroma knows each passage by its id
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None
    inside = Path(generation.directory).name == generation.directory  # a pointer never leads out of its folder
    return generation if inside and readable else None


def directory_of(index_dir: Path, generation: Generation) -> Path:
    """Return where the files of a generation lie."""
    return folder_of(index_dir) / generation.directory


def damage_of(index_dir: Path, generation: Generation) -> str:
    """Return what is wrong with the files of a generation, "" when they are as they were when it was proved."""
    path = directory_of(index_dir, generation)
    try:
        held = manifest_of(path)
        if held != generation.files:
            names = held.keys() | generation.files.keys()
            other = sorted(name for name in names if held.get(name) != generation.files.get(name))
            return f"{', '.join(other)} of generation {generation.directory} changed after it was proved"
        if rows_digest(path) != generation.rows:
            return f"{ENGINE_FILE} of generation {generation.directory} changed after it was proved"
    except (OSError, sqlite3.Error, ValueError) as exc:
        why = reason_of(exc) if isinstance(exc, OSError) else "it is damaged"
        return f"generation {generation.directory} cannot be read: {why}"
    return ""


def manifest_of(path: Path) -> dict[str, tuple[int, str]]:
    """Return {name: (size, SHA-256)} of every file in a generation but the one that Chroma rewrites."""
    found = {}
    for file in sorted(path.rglob("*")):
        if file.is_file() and not file.name.startswith(ENGINE_FILE):
            with file.open("rb") as stream:
                found[file.relative_to(path).as_posix()] = (
                    file.stat().st_size,
                    hashlib.file_digest(stream, "sha256").hexdigest(),
                )
    return found


def rows_digest(path: Path) -> str:
    """Return the SHA-256 of what Chroma's own database says of the vectors; raises sqlite3.Error when it is broken."""
    digest = hashlib.sha256()
    uri = f"{(path / ENGINE_FILE).resolve().as_uri()}?mode=ro"
    with closing(sqlite3.connect(uri, uri=True)) as connection:
        if connection.execute("PRAGMA quick_check").fetchone()[0] != "ok":
            raise sqlite3.DatabaseError("its database is broken")
        for query in ROWS:
            for row in connection.execute(query):
                digest.update(repr(row).encode())
    return digest.hexdigest()


def switch(index_dir: Path, generation: Generation) -> None:
    """Make this the generation in use, at once and for good."""
    pointer = pointer_of(index_dir)
    waiting = pointer.with_suffix(".new")
    with waiting.open("w", encoding="utf-8") as stream:
        json.dump(asdict(generation), stream)
        stream.flush()
        os.fsync(stream.fileno())
    os.replace(waiting, pointer)
    sync_folder(pointer.parent)


def delete_others(index_dir: Path, kept: str) -> None:
    """Delete every generation but one, and what a killed build left; what is open elsewhere goes the next time."""
    for path in folder_of(index_dir).iterdir():
        if path.is_dir() and path.name != kept:
            shutil.rmtree(path, ignore_errors=True)


def copy_generation(source: Path, target: Path) -> None:
    """Copy the files of a generation to a new directory, while others may be reading it."""
    shutil.copytree(source, target, ignore=shutil.ignore_patterns(f"{ENGINE_FILE}*"))
    uri = f"{(source / ENGINE_FILE).resolve().as_uri()}?mode=ro"
    with closing(sqlite3.connect(uri, uri=True)) as old, closing(sqlite3.connect(target / ENGINE_FILE)) as new:
        old.backup(new)


def sync_files(path: Path) -> None:
    """Make the files of a directory last through a loss of power."""
    for file in path.rglob("*"):
        if file.is_file():
            with file.open("rb+") as stream:
                os.fsync(stream.fileno())
        elif file.is_dir():
            sync_folder(file)
    sync_folder(path)


def places_in(path: Path) -> NDArray[np.void]:
    """Return the rows of the passages in a generation."""
    return np.fromfile(path / PLACES, dtype=PLACE)


def public_passages(connection: sqlite3.Connection) -> NDArray[np.void]:
    """Return the rows of the passages that belong in a generation, by id.

    Only what everybody may see does, so that a search needs no filter.
    """
    found = connection.execute(
        "SELECT passages.id, vector FROM passages JOIN sections ON sections.id = section "
        "JOIN papers ON papers.id = paper JOIN embeddings ON passage = passages.id "
        f"WHERE {ALLOWED} ORDER BY 1",
        limits_of(PUBLIC),
    )
    size = PLACE["key"].itemsize
    return np.fromiter(((n, hashlib.blake2b(vector, digest_size=size).digest()) for n, vector in found), dtype=PLACE)
