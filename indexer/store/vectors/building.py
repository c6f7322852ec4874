"""GenerationReport: the next Chroma generation, built and proved in separate processes, then switched to."""

from __future__ import annotations

import json
import os
import secrets
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO, Any

import numpy as np
from numpy.typing import NDArray

from corpus.errors import BoardPapersError, IndexDamaged
from corpus.private import make_private
from indexer.store.lock import BuildLock
from indexer.store.sql.database import Version, connect_to_read, own_errors, version_of
from indexer.store.vectors.generations import (
    Generation,
    copy_generation,
    current_generation,
    damage_of,
    delete_others,
    directory_of,
    folder_of,
    manifest_of,
    places_in,
    pointer_of,
    public_passages,
    rows_digest,
    switch,
    sync_files,
)
from indexer.store.vectors.taking import taken_over

ENOUGH = 0.99  # of the vectors asked for must find themselves; the graph of Chroma itself misses a few in a thousand
WORTH_COPYING = 1_000  # a smaller generation is built again in a second
LONGEST = 3_600  # seconds for one child; 100,000 vectors take a few minutes
HERE = Path(__file__).resolve().parents[3]  # the folder from which `indexer` is imported, for the children


@dataclass(frozen=True, slots=True)
class GenerationReport:
    """What became of the generation; `problem` says why there is none to use, and searches then run exactly."""

    generation: Generation | None
    built: bool
    seconds: float
    problem: str = ""


def build_generation(index_dir: Path, others: Sequence[Path] = ()) -> GenerationReport:
    """Bring the Chroma generation into step with the store; the old one answers until the new one is proved.

    Where one of the `others` has a generation of the same vectors, that is copied instead. A crash of Chroma is a
    `problem` in the report, not an error. Raises IndexBusy, IndexMissing, IndexDamaged.
    """
    started = time.monotonic()
    with BuildLock(index_dir):
        version, ids = _wanted(index_dir)
        folder_of(index_dir).mkdir(exist_ok=True)
        make_private(folder_of(index_dir))
        held = current_generation(index_dir)
        sound = held is not None and held.born == version.born and not damage_of(index_dir, held)
        built, problem = False, ""
        if not len(ids):
            held = None
            pointer_of(index_dir).unlink(missing_ok=True)
        elif held and sound and np.array_equal(np.sort(places_in(directory_of(index_dir, held))["id"]), ids):
            if held.revision != version.revision:  # nothing that Chroma holds was touched
                held = replace(held, revision=version.revision)
                switch(index_dir, held)
        else:
            base = held if held and sound and _can_grow(index_dir, held, ids) else None
            held = _taken_over(index_dir, others, version) if others else None
            if held is None:
                held, problem = _built(index_dir, version, base)
                built = held is not None
        delete_others(index_dir, held.directory if held else "")
    return GenerationReport(held, built, time.monotonic() - started, problem)


def prove(index_dir: Path, directory: Path) -> tuple[int, int]:
    """Return (asked, found): known vectors looked for in a generation by a fresh process; raises IndexDamaged."""
    said = _child("check", index_dir, directory)
    return int(said["asked"]), int(said["found"])


def _built(index_dir: Path, version: Version, base: Generation | None) -> tuple[Generation | None, str]:
    """Return the new generation in use, or None and the problem; with a base only what is new is added to a copy."""
    directory = _new_directory(index_dir, version)
    try:
        if base:
            copy_generation(directory_of(index_dir, base), directory)
        said = _child("build", index_dir, directory)
        asked, found = prove(index_dir, directory)
        if found < asked * ENOUGH:
            raise IndexDamaged(f"Of {asked} vectors asked for, the new Chroma generation found {found}.")
        sync_files(directory)
        files, rows = manifest_of(directory), rows_digest(directory)
    except (IndexDamaged, OSError, sqlite3.Error) as exc:
        shutil.rmtree(directory, ignore_errors=True)
        if base:
            return _built(index_dir, version, None)
        pointer_of(index_dir).unlink(missing_ok=True)
        return None, str(exc)
    generation = Generation(
        directory.name, version.born, version.revision, said["count"], files, rows, asked=asked, found=found
    )
    switch(index_dir, generation)
    return generation, ""


def _taken_over(index_dir: Path, others: Sequence[Path], version: Version) -> Generation | None:
    """Return the generation of another store, now in use here; None where none has the same vectors."""
    directory = _new_directory(index_dir, version)
    try:
        with closing(connect_to_read(index_dir)) as connection:
            generation = taken_over(others, directory, version, public_passages(connection))
        if generation:
            sync_files(directory)
            switch(index_dir, generation)
        return generation
    except (BoardPapersError, OSError, ValueError, sqlite3.Error):
        shutil.rmtree(directory, ignore_errors=True)
        return None


def _new_directory(index_dir: Path, version: Version) -> Path:
    return folder_of(index_dir) / f"{version.revision}-{secrets.token_hex(4)}"


def _can_grow(index_dir: Path, held: Generation, ids: NDArray[np.int64]) -> bool:
    """Return whether a copy with additions will do: Chroma keeps the bytes of what is deleted, so none may be."""
    return held.count >= WORTH_COPYING and bool(np.isin(places_in(directory_of(index_dir, held))["id"], ids).all())


def _wanted(index_dir: Path) -> tuple[Version, NDArray[np.int64]]:
    """Return the version of the store and the ids that belong in its generation."""
    query = (
        "SELECT passages.id FROM passages JOIN sections ON sections.id = section JOIN papers ON papers.id = paper "
        "WHERE sections.access = 'public' AND papers.access = 'public' ORDER BY 1"
    )
    with own_errors(index_dir):
        connection = connect_to_read(index_dir)
        try:
            connection.execute("BEGIN")
            ids = [number for (number,) in connection.execute(query)]
            return version_of(connection), np.array(ids, dtype=np.int64)
        finally:
            connection.close()


def _child(command: str, index_dir: Path, directory: Path) -> dict[str, Any]:
    """Return what a child of ours printed; raises IndexDamaged when it failed, crashed or hung."""
    arguments = [sys.executable, "-m", "indexer.store", command, str(index_dir.resolve()), str(directory.resolve())]
    path = os.pathsep.join(filter(None, (str(HERE), os.environ.get("PYTHONPATH", ""))))
    failed = f"The process to {command} a Chroma generation failed"
    with (
        tempfile.TemporaryFile() as said,
        tempfile.TemporaryFile() as errors,
        # stdin is closed by the system when we die, which ends the child
        subprocess.Popen(
            arguments, stdin=subprocess.PIPE, stdout=said, stderr=errors, env={**os.environ, "PYTHONPATH": path}
        ) as child,
    ):
        try:
            status = child.wait(LONGEST)
        except BaseException as exc:
            child.kill()
            if isinstance(exc, subprocess.TimeoutExpired):
                raise IndexDamaged(f"{failed}: it took more than {LONGEST} seconds.") from exc
            raise
        if status != 0:
            raise IndexDamaged(f"{failed}: {_last_line(errors) or f'it ended with status {status}'}")
        try:
            return dict(json.loads(_last_line(said)))
        except ValueError as exc:
            raise IndexDamaged(f"{failed}: what it said cannot be read.") from exc


def _last_line(stream: IO[bytes]) -> str:
    stream.seek(0)
    lines = stream.read().decode("utf-8", "replace").split("\n")
    return next((line.strip() for line in reversed(lines) if line.strip()), "")
