"""What each part of the search is worth: the gold questions searched with one part at a time left out -> a table."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from unittest.mock import patch

from bench.gold import Gold
from bench.searching import Searching
from indexer.build import stamp_of
from indexer.store import Store
from retriever import search
from retriever.search import Retriever
from retriever.vocabulary import Vocabulary

# Each part with what is put in its place when it is left out: (owner, name, what stands there instead).
PARTS: dict[str, tuple[tuple[object, str, object], ...]] = {
    "everything": (),
    "the search by meaning": ((Store, "nearest", lambda *_, **__: []),),
    "the search by keyword": ((Retriever, "_by_keyword", lambda *_: []),),
    "the second ranking, token by token": ((search, "INTERACTION", 0.0),),
    "coverage of the question's words": ((search, "COVERAGE", 0.0),),
    "preference for the organisation and body": ((search, "ORGANISATION", 0.0), (search, "BODY", 0.0)),
    "preference for the period": ((search, "PERIOD", 0.0),),
    "preference for the kind of section": ((search, "KIND", 0.0),),
    "turns between the periods compared": ((search, "BY_TURNS", 0),),
    "replaced papers below their successors": ((search, "SUPERSEDED", 0.0),),
    "acronyms and their long forms": ((Vocabulary, "expansions", lambda *_: iter(())),),
    "slips read as words of the papers": ((Vocabulary, "correction", lambda *_: ""),),
}


def ablate(gold: Gold, out: Path) -> None:
    """Nothing; prints a Markdown table, a part a line, of what the search finds without it."""
    searching = Searching(gold, out)
    with Store(searching.index, stamp_of(searching.embedder)) as store:
        searching.head("without")
        for part, instead in PARTS.items():
            with ExitStack() as patches:
                for owner, name, value in instead:
                    patches.enter_context(patch.object(owner, name, value))
                searching.line(part, store)
