"""The children of a build, each in a separate process, because the native code of Chroma may crash.

    python -m indexer.store build INDEX_DIR DIRECTORY    add what is missing in the directory, made when it is new
    python -m indexer.store check INDEX_DIR DIRECTORY    look for a sample of known vectors in the directory

Each prints one JSON object and ends when its parent dies.
"""

from __future__ import annotations

import json
import os
import random
import sys
import threading
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus.errors import BoardPapersError
from indexer.store.reader import Store
from indexer.store.vectors.chroma import BATCH, Directory
from indexer.store.vectors.exact import Matrix, load_matrix
from indexer.store.vectors.generations import PLACES, places_in, public_passages

SAMPLE = 300  # vectors looked for: a generation that lost one in a hundred is found out in 95 of 100 cases
SAME = 1e-4  # vectors whose cosine differs from 1 by less are those of the same text


def main(arguments: list[str]) -> int:
    """Return the exit status: 0 done, 1 failed with a sentence on stderr."""
    command, index_dir, directory = arguments[0], Path(arguments[1]), Path(arguments[2])
    threading.Thread(target=_end_with_parent, daemon=True).start()
    try:
        with Store(index_dir, None) as store, store.reading() as connection:
            matrix, passages = load_matrix(connection), public_passages(connection)
        do = build if command == "build" else check
        print(json.dumps(do(matrix, passages, directory)), flush=True)
    except BoardPapersError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def build(matrix: Matrix, passages: NDArray[np.void], directory: Path) -> dict[str, str | int]:
    """Add what belongs in a generation and is not there yet; returns the version and the count."""
    held = places_in(directory) if (directory / PLACES).is_file() else passages[:0]
    places = np.concatenate([held, passages[~np.isin(passages["id"], held["id"])]])
    generation = Directory(directory, places["id"], make_for=0 if len(held) else len(places))
    for first in range(len(held), len(places), BATCH):
        at = np.searchsorted(matrix.ids, places["id"][first : first + BATCH])
        generation.add(first, matrix.rows[at])
    generation.close()
    places.tofile(directory / PLACES)
    return {"born": matrix.version.born, "revision": matrix.version.revision, "count": len(places)}


def check(matrix: Matrix, passages: NDArray[np.void], directory: Path) -> dict[str, str | int]:
    """Look for known vectors; returns how many were asked for and how many found themselves or their like."""
    ids = passages["id"].tolist()
    generation = Directory(directory, places_in(directory)["id"])
    if generation.count() != len(ids):
        raise BoardPapersError(f"Chroma holds {generation.count()} passages instead of {len(ids)}")
    sample = random.sample(ids, min(SAMPLE, len(ids)))
    vectors = matrix.rows[np.searchsorted(matrix.ids, sample)]
    known = set(ids)
    found = sum(
        best.id in known and (best.id == number or best.score > 1 - SAME)
        for number, (best, *_) in zip(sample, generation.nearest(vectors, 1), strict=True)
    )
    return {"asked": len(sample), "found": found}


def _end_with_parent() -> None:
    """Wait until the other end of stdin is closed, which happens at the latest when the parent dies."""
    while os.read(0, 1):  # not by `sys.stdin`, whose lock the interpreter wants when it ends
        pass
    os._exit(1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
