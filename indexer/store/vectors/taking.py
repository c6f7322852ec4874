"""taken_over: the generation of another store with the same vectors, so that a rebuild need not make it again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from indexer.store.sql.database import Version
from indexer.store.vectors.generations import (
    PLACE,
    PLACES,
    Generation,
    copy_generation,
    current_generation,
    damage_of,
    directory_of,
    manifest_of,
    places_in,
    rows_digest,
)


def taken_over(
    others: Iterable[Path], directory: Path, version: Version, passages: NDArray[np.void]
) -> Generation | None:
    """Return a generation of exactly these vectors, copied from one of the other stores; None where none has it.

    It was proved there, and the copy is the same to the last byte. Only the ids of its passages are written again.
    Raises OSError or sqlite3.Error when it cannot be copied.
    """
    for store in others:
        held = current_generation(store)
        if held is None or damage_of(store, held):
            continue
        places = _renumbered(places_in(directory_of(store, held)), passages)
        if places is None:
            continue
        copy_generation(directory_of(store, held), directory)
        places.tofile(directory / PLACES)
        files = manifest_of(directory)
        if {**files, PLACES: ()} == {**held.files, PLACES: ()} and rows_digest(directory) == held.rows:
            return replace(held, directory=directory.name, born=version.born, revision=version.revision, files=files)
        raise OSError("it changed while it was copied")
    return None


def _renumbered(held: NDArray[np.void], passages: NDArray[np.void]) -> NDArray[np.void] | None:
    """Return the rows of `held` with the ids of passages that have the same vectors; None where a vector differs."""
    if len(held) != len(passages):
        return None
    theirs, ours = np.argsort(held["key"], kind="stable"), np.argsort(passages["key"], kind="stable")
    if not np.array_equal(held["key"][theirs], passages["key"][ours]):
        return None
    places = np.empty(len(held), dtype=PLACE)
    places[theirs] = passages[ours]
    return places
