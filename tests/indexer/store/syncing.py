"""A sync of made-up papers in a process of its own, to be killed; and a look at an index by a fresh process.

python syncing.py sync INDEX VERSION PAPERS PASSAGES    papers 0..PAPERS-1 at this version, then the generation
python syncing.py check INDEX                           {"opened": ..., "asked": ..., "found": ...} of the generation
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np
from made_up_papers import STAMP, random_paper

from indexer.store import PUBLIC, BuildLock, Store, Writer, build_generation
from indexer.store.vectors.generations import current_generation, damage_of, directory_of, places_in


def sync(index: Path, version: int, papers: int, passages: int) -> None:
    """Bring the index to this version of the papers, as a build does."""
    with BuildLock(index):
        with Writer(index, STAMP) as writer:
            print("writing", flush=True)
            for number in range(papers):
                made = random_paper(number, passages, version=version)
                if writer.known().get(made.paper.file, (0, 0, ""))[2] != made.paper.sha256:
                    writer.replace(made)
            print("written", flush=True)
        report = build_generation(index)
        print(json.dumps({"problem": report.problem, "built": report.built}), flush=True)


def check(index: Path) -> None:
    """Ask the generation that the pointer names for vectors that it must hold."""
    from indexer.store.vectors.chroma import Directory

    generation = current_generation(index)
    if generation is None:
        print(json.dumps({"opened": False, "asked": 0, "found": 0, "damage": ""}))
        return
    damage = damage_of(index, generation)
    ids = places_in(directory_of(index, generation))["id"]
    directory = Directory(directory_of(index, generation), ids)
    with Store(index, STAMP) as store:
        vectors = store.vectors(ids.tolist()[::7], right=PUBLIC)
    found = [best[0].id for best in directory.nearest(np.stack(list(vectors.values())), 1)] if vectors else []
    hits = sum(one == number for one, number in zip(found, vectors, strict=True))
    print(json.dumps({"opened": True, "asked": len(vectors), "found": hits, "damage": damage}))


def run(arguments: list[str]) -> None:
    """Do what the arguments say."""
    command, index, *numbers = arguments
    if command == "sync":
        sync(Path(index), *map(int, numbers))
    else:
        check(Path(index))


if __name__ == "__main__":
    run(sys.argv[1:])
