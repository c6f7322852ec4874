"""The gold questions put to the search alone -> a Markdown table, a line a trial."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

from bench.compare import quantile
from bench.evaluate import brought_up
from bench.gold import Gold, Row, read_rows, write_rows
from indexer.passages.embedding import MiniLM
from indexer.store import ANYWHERE, PUBLIC, AnyStore, Store, Where
from retriever.search import Hit, Retriever

FIGURES = ("any@4k", "all@4k", "any@8k", "all@8k", "mrr")


class Searching:
    """Gold questions and the index of their papers in `out`/index, which is brought up when this is made."""

    def __init__(self, gold: Gold, out: Path) -> None:
        """Takes the gold and the folder in which the index and what is found are left."""
        self._gold = gold
        self._out = out
        self.index = out / "index"
        self.embedder = MiniLM()
        out.mkdir(parents=True, exist_ok=True)
        print(f"index: {brought_up(gold.papers, self.index)}", flush=True)
        self._questions = out / "questions.jsonl"
        write_rows(self._questions, (row for path in gold.questions for row in read_rows(path)))

    def head(self, what: str, rule: str = "---") -> None:
        """Nothing; prints the head of the table: `what` the lines differ in, and the rule below it."""
        print(f"| {what} | {' | '.join(FIGURES)} | p50 ms | p95 ms |")
        print(f"|{rule}|" + "---:|" * (len(FIGURES) + 2))

    def line(self, name: str, store: AnyStore, *, within: bool = False) -> None:
        """Nothing; searches a store for all questions and prints the figures and times under this name.

        `within` puts each question to one council alone, that of its evidence, as somebody does who chose it on the
        page.
        """
        limits = self._councils() if within else {}
        found = list(self._found(Retriever(store, self.embedder, right=PUBLIC), limits))
        write_rows(self._out / "found.jsonl", found)
        scores = self._out / "found.scores.json"
        figures = self._gold.score(self._out / "found.jsonl", [self._questions], scores, shown=False)["all"]
        seconds = tuple(row["seconds"] for row in found)
        times = f"{1000 * statistics.median(seconds):.0f} | {1000 * quantile(seconds, 0.95):.0f}"
        print(f"| {name} | {' | '.join(f'{figures[figure]:.3f}' for figure in FIGURES)} | {times} |", flush=True)

    def _councils(self) -> dict[str, Where]:
        """By question, the limits to the council of its evidence, else to that of the question before it.

        Papers of which no council is known count as those of one council.
        """
        with Store(self.index, None) as store:
            councils = {
                file: section.meeting.organisation
                for section in store.sections(right=PUBLIC)
                for file in (section.paper.file, *section.paper.copies)
            }
        limits, last = dict[str, Where](), ANYWHERE
        for row in read_rows(self._questions):
            files = {place["file"] for places in row["evidence"] for place in places}
            named = {councils[file] for file in files if file in councils}
            limits[row["id"]] = last = Where(organisations=tuple(sorted(named))) if named else last
        return limits

    def _found(self, retriever: Retriever, limits: Mapping[str, Where]) -> Iterator[Row]:
        """What is found for each question, in the form of an answer that says nothing."""
        first = next(iter(limits.values()), ANYWHERE)
        retriever.search(retriever.understand("What was decided?"), where=first)  # the model and the vectors load now
        for row in read_rows(self._questions):
            started = time.perf_counter()
            question = retriever.understand(row["question"], row.get("history") or [])
            hits = retriever.search(question, where=limits.get(row["id"], ANYWHERE))
            seconds = time.perf_counter() - started
            yield {"id": row["id"], "answered": False, "passages": [_passage(hit) for hit in hits], "seconds": seconds}


def _passage(hit: Hit) -> Row:
    passage = hit.passage
    file = passage.section.paper.file
    return {"file": file, "page": passage.page, "page_end": passage.page_end, "text": passage.text}
