"""A look at an index by a fresh process, which may crash without harm: what is seen, and what searches find.

python looking.py INDEX    prints {"seen": ..., "found": ...}, or {"error": ...} for an error said in a sentence
"""

from __future__ import annotations

import json
import sys
from hashlib import sha256
from pathlib import Path

from word_embedder import WordEmbedder

from corpus.errors import BoardPapersError
from indexer.store import PUBLIC, Store

WORDS = ("lamp", "tender", "quay", "mole", "gales", "marzipan")


def looked(index: Path) -> dict[str, object]:
    """What everybody sees of an index: a hash of every text, and which passages are found by words and by meaning."""
    with Store(index, None) as store:
        kinds = (store.sections, store.decisions, store.attendance, store.actions, store.recommendations)
        papers = store.papers(right=PUBLIC)
        passages = [store.passages_of_paper(one.paper.file, right=PUBLIC) for one in papers]
        pages = [store.pages(one.paper.file, right=PUBLIC) for one in papers]
        seen = repr((passages, pages, [kind(right=PUBLIC) for kind in kinds]))
        found = [
            [one.id for one in (*store.search_text([word], limit=9, right=PUBLIC), *near)]
            for word in WORDS
            for near in [store.nearest(WordEmbedder().embed([word])[0], 5, right=PUBLIC)]
        ]
    return {"seen": sha256(seen.encode()).hexdigest(), "found": found}


def run(arguments: list[str]) -> None:
    """Print what is seen."""
    try:
        said = looked(Path(arguments[0]))
    except BoardPapersError as error:
        said = {"error": str(error)}
    print(json.dumps(said), flush=True)


if __name__ == "__main__":
    run(sys.argv[1:])
