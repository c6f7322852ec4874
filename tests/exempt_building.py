"""A sync or a rebuild of made-up papers in a process of its own, to be killed; it says how far it is.

python exempt_building.py CORPUS INDEX sync|rebuild [EXEMPT_FOLDER]
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from word_embedder import WordEmbedder

import indexer.build
from indexer.build import build_index
from indexer.store import Before


def main(corpus: Path, index: Path, how: str, exempt: list[str]) -> None:
    """Builds, and prints a line when the labels are obeyed and at every step after that."""
    obeyed = indexer.build.obeyed

    def told(*given: Any, **named: Any) -> Before:
        before = obeyed(*given, **named)
        print("obeyed", flush=True)
        return before

    indexer.build.obeyed = told
    build_index(
        corpus,
        index,
        embedder=WordEmbedder(),
        exempt=exempt,
        rebuild=how == "rebuild",
        on_progress=lambda progress: print(progress.step, flush=True),
    )


def run(arguments: list[str]) -> None:
    """Build as the arguments say."""
    corpus, index, how, *exempt = arguments
    main(Path(corpus), Path(index), how, exempt)


if __name__ == "__main__":
    run(sys.argv[1:])
