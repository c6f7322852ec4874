"""What each part of the search is worth: the gold questions searched with one part at a time left out -> a table."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from unittest.mock import patch

from bench.compare import quantile
from bench.evaluate import brought_up
from bench.gold import Gold, Row, read_rows, write_rows
from indexer.build import stamp_of
from indexer.embedding import MiniLM
from indexer.store import PUBLIC, Store
from retriever import search
from retriever.search import Hit, Retriever
from retriever.vocabulary import Vocabulary

FIGURES = ("any@4k", "all@4k", "any@8k", "all@8k", "mrr")

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
    out.mkdir(parents=True, exist_ok=True)
    print(f"index: {brought_up(gold.papers, out / 'index')}", flush=True)
    questions = out / "questions.jsonl"
    write_rows(questions, (row for path in gold.questions for row in read_rows(path)))
    embedder = MiniLM()
    with Store(out / "index", stamp_of(embedder)) as store:
        print(f"| without | {' | '.join(FIGURES)} | p50 ms | p95 ms |")
        print("|---|" + "---:|" * (len(FIGURES) + 2))
        for part, instead in PARTS.items():
            with ExitStack() as patches:
                for owner, name, value in instead:
                    patches.enter_context(patch.object(owner, name, value))
                found = list(searched(Retriever(store, embedder, right=PUBLIC), questions))
            write_rows(out / "found.jsonl", found)
            figures = gold.score(out / "found.jsonl", [questions], out / "found.scores.json", shown=False)["all"]
            seconds = tuple(row["seconds"] for row in found)
            times = f"{1000 * statistics.median(seconds):.0f} | {1000 * quantile(seconds, 0.95):.0f}"
            print(f"| {part} | {' | '.join(f'{figures[name]:.3f}' for name in FIGURES)} | {times} |", flush=True)


def searched(retriever: Retriever, questions: Path) -> Iterator[Row]:
    """What is found for each question, in the form of an answer that says nothing."""
    retriever.search(retriever.understand("What was decided?"))  # the model and the vectors load now
    for row in read_rows(questions):
        started = time.perf_counter()
        hits = retriever.search(retriever.understand(row["question"], row.get("history") or []))
        seconds = time.perf_counter() - started
        yield {"id": row["id"], "answered": False, "passages": [_passage(hit) for hit in hits], "seconds": seconds}


def _passage(hit: Hit) -> Row:
    passage = hit.passage
    file = passage.section.paper.file
    return {"file": file, "page": passage.page, "page_end": passage.page_end, "text": passage.text}
