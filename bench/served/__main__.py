"""Many councils in PostgreSQL: how long a search over one or all of them takes, whether rows are missing or leak.

    python -m bench.served postgresql://... [--councils 400] [--passages 2500] [--questions 2000]

The passages are synthetic: words drawn by Zipf's law, vectors around a few hundred topics. A few councils are written
as a sync writes them, the others are copied from these inside the database. One passage in eight is not for the public.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from corpus.papers import Meeting, Paper
from indexer.passages.passage import Passage
from indexer.reading.pages import Page, PageState, Reading
from indexer.sections.section import Section, SectionKind
from indexer.store import DIMENSIONS, PUBLIC, IndexedPaper, Stamp, Weights
from indexer.store.records import Vector
from indexer.store.served.across import Across
from indexer.store.served.database import Connected
from indexer.store.served.index import ServedIndex
from indexer.store.served.migrating import enter, home_in_use, migrated, new_home, switch_to
from indexer.store.served.store import ServedStore

STAMP = Stamp(passages_rules="synthetic", model="synthetic", model_sha256="0")
VOCABULARY, LENGTH, TOPICS, PAPERS = 20_000, 90, 300, 50
WRITTEN = 8  # councils that are written; the others are copies
ASKED, FOUND = 6, 10  # words of a question; passages asked for
WEIGHTS = Weights(0.5, 2.0, 1.5, 1.0)
COPIED = (
    "papers places pages sections passages embeddings passage_vectors passage_words word_counts word_totals".split()
)


@dataclass(frozen=True, slots=True)
class Measured:
    """Seconds of each search, how many came back with fewer rows than there are, and how many rows were a leak."""

    seconds: list[float]
    short: int = 0
    leaks: int = 0

    def at(self, share: float) -> float:
        """The seconds within which this share of the searches was done."""
        return sorted(self.seconds)[min(int(len(self.seconds) * share), len(self.seconds) - 1)]


class Synthetic:
    """Draws papers and questions, the same ones for the same seed."""

    def __init__(self, seed: int) -> None:
        self._random = np.random.default_rng(seed)
        topics = np.random.default_rng(0).normal(size=(TOPICS, DIMENSIONS))
        self._topics = (topics / np.linalg.norm(topics, axis=1, keepdims=True)).astype(np.float32)

    def words(self, count: int) -> str:
        """Some words; the first of the vocabulary come often."""
        drawn = np.minimum(self._random.zipf(1.25, count), VOCABULARY)
        return " ".join(f"w{number}x" for number in drawn.tolist())

    def vector(self) -> Vector:
        """A vector near one of the topics."""
        topic = self._topics[self._random.integers(TOPICS)]
        made: Vector = (topic + self._random.normal(scale=0.03, size=DIMENSIONS)).astype(np.float32)
        return made / np.linalg.norm(made)

    def papers(self, council: str, passages: int) -> Iterator[IndexedPaper]:
        """The papers of a council; one paper in twelve and one section in twelve are exempt."""
        each = max(passages // PAPERS, 10)
        for number in range(passages // each):
            access = "exempt" if number % 12 == 3 else "public"
            paper = Paper(f"{number}.pdf", f"{council}-{number}", 1, 1, (), access)
            meeting = Meeting(f"Council {council}", f"Committee {number % 5}")
            sections = tuple(
                Section(paper, SectionKind.REPORT, meeting, self.words(4), page=1, page_end=1, access=label)
                for label in ("public", "exempt" if number % 12 == 7 else "public")
            )
            made = tuple(
                Passage(sections[at % 2], text := self.words(LENGTH), text, 1, 1, "", "", "", "", at)
                for at in range(each)
            )
            pages = (Page(1, "page", PageState.TEXT),)
            vectors = np.stack([self.vector() for _ in range(each)])
            yield IndexedPaper(paper, Reading(pages), sections, made, vectors, signs=(b"\0" * 48,) * each)


def filled(url: str, councils: int, passages: int, say: Callable[[str], None]) -> list[ServedIndex]:
    """The councils, each with so many passages; those that are there already stay as they are."""
    made = [ServedIndex(Path("/nonexistent"), url, f"c{number}") for number in range(councils)]
    with migrated(url, "bench") as connection:
        there = {str(name) for (name,) in connection.run("SELECT name FROM board_papers.councils")}
        for number, index in enumerate(made):
            if index.council in there:
                continue
            if number < WRITTEN:
                with index.writer(STAMP) as writer:
                    for paper in Synthetic(number).papers(index.council, passages):
                        writer.replace(paper)
            else:
                _copy(connection, made[number % WRITTEN].council, index.council)
            if number % 20 == 0:
                say(f"{number + 1} councils")
    return made


def _copy(connection: Connected, source: str, council: str) -> None:
    before = home_in_use(connection, source)
    with connection.raw.transaction():
        home = new_home(connection, council, STAMP, 0)
        connection.run("ALTER TABLE passage_words DISABLE TRIGGER USER")  # what they count is copied
        connection.run("DROP INDEX passage_words_words")  # made of all rows at once it takes a tenth of the time
        connection.run("DELETE FROM word_totals")
        for table in COPIED:
            query = (
                "SELECT string_agg(quote_ident(column_name), ', ') FROM information_schema.columns "
                "WHERE table_schema = %s AND table_name = %s AND column_name <> 'council'"
            )
            columns = connection.run(query, (home, table)).fetchone() or ("",)
            connection.run(f'INSERT INTO {table} ({columns[0]}) SELECT {columns[0]} FROM "{before}".{table}')
        connection.run("CREATE INDEX passage_words_words ON passage_words USING gin (words)")
        connection.run("ALTER TABLE passage_words ENABLE TRIGGER USER")
        connection.run("ANALYZE passage_vectors, passage_words, sections, papers, passages")
        switch_to(connection, council, home)
        enter(connection, council, home)


def one_council(councils: list[ServedIndex], questions: int) -> Measured:
    """Searches by meaning and by words of one council each, drawn at random."""
    drawn, synthetic = random.Random(1), Synthetic(99)
    stores: dict[str, ServedStore] = {}
    hidden: dict[str, set[int]] = {}
    seconds, short, leaks = [], 0, 0
    for _ in range(questions):
        index = drawn.choice(councils)
        if index.council not in stores:
            stores[index.council] = ServedStore(index.url, index.council, None)
            hidden[index.council] = _hidden(index)
        store, words, vector = stores[index.council], synthetic.words(ASKED).split(), synthetic.vector()
        started = time.perf_counter()
        near = store.nearest(vector, FOUND, right=PUBLIC)
        said = store.search_text(words, limit=FOUND, right=PUBLIC, weights=WEIGHTS)
        seconds.append(time.perf_counter() - started)
        short += len(near) < FOUND or len(said) < min(
            FOUND, sum(store.holding(word, right=PUBLIC) > 0 for word in words)
        )
        leaks += sum(one.id in hidden[index.council] for one in (*near, *said))
    return Measured(seconds, short, leaks)


def all_councils(councils: list[ServedIndex], questions: int) -> Measured:
    """Searches by meaning and by words of all councils at once."""
    across, synthetic = Across(councils[0].url), Synthetic(98)
    hidden = {index.council: _hidden(index) for index in councils}
    seconds, short, leaks = [], 0, 0
    for _ in range(questions):
        words, vector = synthetic.words(ASKED).split(), synthetic.vector()
        started = time.perf_counter()
        near = across.nearest(vector, FOUND)
        said = across.search_text(words, limit=FOUND, weights=WEIGHTS)
        seconds.append(time.perf_counter() - started)
        short += len(near) < FOUND
        leaks += sum(one.passage in hidden[one.council] for one in (*near, *said))
    return Measured(seconds, short, leaks)


def _hidden(index: ServedIndex) -> set[int]:
    """The passages that the public may not see, as the owner of the tables knows them."""
    query = (
        "SELECT passages.id FROM passages JOIN sections ON sections.id = section JOIN papers ON papers.id = paper "
        "WHERE papers.access <> 'public' OR sections.access <> 'public'"
    )
    with migrated(index.url, "bench") as connection, connection.raw.transaction():
        enter(connection, index.council, home_in_use(connection, index.council))
        return {int(number) for (number,) in connection.run(query)}


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("url")
    parser.add_argument("--councils", type=int, default=400)
    parser.add_argument("--passages", type=int, default=2500)
    parser.add_argument("--questions", type=int, default=2000)
    options = parser.parse_args()
    started = time.perf_counter()
    councils = filled(options.url, options.councils, options.passages, lambda line: print(line, flush=True))
    print(f"{len(councils)} councils of {options.passages} passages, filled in {time.perf_counter() - started:.0f} s")
    for name, measured in (
        ("one council", one_council(councils, options.questions)),
        ("all councils", all_councils(councils, max(options.questions // 20, 10))),
    ):
        print(
            f"{name}: {len(measured.seconds)} questions, p50 {measured.at(0.5):.3f} s, p95 {measured.at(0.95):.3f} s, "
            f"{measured.short} short of rows, {measured.leaks} leaks",
            flush=True,
        )


if __name__ == "__main__":
    main()
