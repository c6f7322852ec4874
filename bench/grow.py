"""The search at a size that no test corpus has: the papers repeated with altered words -> its time and its figures."""

from __future__ import annotations

import multiprocessing
import re
import resource
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np

from bench.gold import Gold
from bench.searching import Searching
from corpus.papers import Paper
from indexer.build import stamp_of
from indexer.passages.embedding import DIMENSIONS
from indexer.passages.passage import Passage
from indexer.reading.pages import Reading
from indexer.sections.section import Section
from indexer.store import PUBLIC, BuildLock, Index, IndexedPaper, LocalIndex, Store, Writer, build_generation
from indexer.store.served.index import ServedIndex
from indexer.store.served.moving import move_in
from indexer.store.vectors.generations import pointer_of

ALTERED = 6  # every sixth word on average is another one of the same papers
NOISE = 0.35  # length of what is added to a unit vector: a cosine of about 0.94 to the passage it was made from
FLIPPED = 0.05  # share of the signs of the token vectors that are turned


def grow(gold: Gold, out: Path, passages: int, database: str) -> None:
    """Nothing; prints the figures of the search over the papers alone and among synthetic passages.

    First every vector is compared, then Chroma answers, then a PostgreSQL database where its address is given.
    """
    searching = Searching(gold, out)
    grown = out / f"grown-{passages}"
    if not grown.exists():
        _fill(searching, grown, passages)
    searching.head("passages, engine", "---")
    pointer_of(grown).unlink(missing_ok=True)  # where there is no generation, every vector is compared
    _measure(searching, "the papers alone", LocalIndex(searching.index))
    _measure(searching, f"{passages:,}, exact", LocalIndex(grown))
    build_generation(grown)
    _measure(searching, f"{passages:,}, Chroma", LocalIndex(grown))
    if database:
        served = ServedIndex(out, database, "grown")
        if not served.exists():
            move_in(LocalIndex(grown), served)
        _measure(searching, f"{passages:,}, PostgreSQL", served)


def _fill(searching: Searching, grown: Path, passages: int) -> None:
    stamp, filling = stamp_of(searching.embedder), grown.with_suffix(".filling")
    shutil.rmtree(filling, ignore_errors=True)
    shutil.copytree(searching.index, filling)
    with BuildLock(filling), Store(searching.index, stamp) as store, Writer(filling, stamp) as writer:
        for paper in synthetic(store, passages):
            writer.replace(paper)
    filling.rename(grown)


def _measure(searching: Searching, name: str, index: Index) -> None:
    """Nothing; prints a line of figures, measured in a separate process, and its memory."""
    process = multiprocessing.get_context("spawn").Process(target=_line, args=(searching, name, index))
    process.start()
    process.join()


def _line(searching: Searching, name: str, index: Index) -> None:
    with index.open(stamp_of(searching.embedder)) as store:
        searching.line(name, store)
    print(f"  {name}: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB", flush=True)


def synthetic(store: Store, passages: int) -> Iterator[IndexedPaper]:
    """The papers of a store again and again under made-up councils, until there are so many with those it has."""
    chance = np.random.default_rng(2026)
    held = [(one.paper, store.passages_of_paper(one.paper.file, right=PUBLIC)) for one in store.papers(right=PUBLIC)]
    vocabulary = sorted({word for _, own in held for p in own for word in re.findall(r"[a-z]{4,}", p.text)})
    made, copy = sum(len(own) for _, own in held), 0
    while made < passages:
        copy += 1
        for paper, own in held:
            if own and made < passages:
                yield _altered(store, paper, own, copy, vocabulary, chance)
                made += len(own)


def _altered(
    store: Store, paper: Paper, own: list[Passage], copy: int, vocabulary: list[str], chance: np.random.Generator
) -> IndexedPaper:
    ids = [p.id or 0 for p in own]
    vectors, signs = store.vectors(ids, right=PUBLIC), store.signs(ids, right=PUBLIC)
    other = Paper(f"synthetic/{copy}/{paper.file}", f"synthetic {copy} {paper.sha256}", paper.size, paper.modified_ns)
    sections: dict[Section, Section] = {}
    for p in own:
        # a body may have its place in its name: a made-up one must not answer for the real one
        body = f"Board {sum(map(ord, p.section.meeting.body))}"
        meeting = replace(p.section.meeting, organisation=f"Synthetic Council {copy}", body=body)
        sections.setdefault(p.section, replace(p.section, paper=other, meeting=meeting))
    noise = chance.normal(scale=NOISE / np.sqrt(DIMENSIONS), size=(len(own), DIMENSIONS))
    return IndexedPaper(
        paper=other,
        reading=Reading(()),
        sections=tuple(sections.values()),
        passages=tuple(
            replace(
                p,
                section=sections[p.section],
                text=(text := _reworded(p.text, vocabulary, chance)),
                text_to_embed=f"Synthetic Council {copy}\n{text}",
                id=None,
            )
            for p in own
        ),
        vectors=(np.stack([vectors[n] for n in ids]) + noise).astype(np.float32),
        signs=tuple(_turned(signs[n], chance) for n in ids),
    )


def _reworded(text: str, vocabulary: list[str], chance: np.random.Generator) -> str:
    """The text with every sixth word or so replaced by any word of the papers."""

    def other(match: re.Match[str]) -> str:
        return vocabulary[int(chance.integers(len(vocabulary)))] if chance.random() * ALTERED < 1 else match[0]

    return re.sub(r"[A-Za-z]{4,}", other, text)


def _turned(signs: bytes, chance: np.random.Generator) -> bytes:
    """The signs with some of them turned."""
    bits = np.unpackbits(np.frombuffer(signs, dtype=np.uint8))
    return np.packbits(bits ^ (chance.random(len(bits)) < FLIPPED)).tobytes()
