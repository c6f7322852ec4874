"""The search at a size that no test corpus has: the papers repeated with altered words -> its time and its figures."""

from __future__ import annotations

import multiprocessing
import re
import resource
import shutil
from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import NamedTuple

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
COUNCIL = 2_500  # passages of a made-up council
FIRST = "Ark Bel Corv Dray Elm Fal Gorm Hesk Isk Jarl Kest Lorn Mar Nant Orm Pell Quen Rusk Sall Tarn".split()
LAST = "ary beck cote den ering fold gill holt ingham leigh mere nock over pool rigg sett thwaite ula wick yard".split()


class Copy(NamedTuple):
    """The papers for the n-th time, and the made-up council whose papers they are now."""

    number: int
    council: str


def grow(gold: Gold, out: Path, passages: int, database: str) -> None:
    """Nothing; prints the figures of the search over the papers alone and among synthetic passages.

    First each question is put to its own council, then to all; then Chroma answers, then a PostgreSQL database where
    its address is given.
    """
    searching = Searching(gold, out)
    grown = out / f"grown-{passages}"
    if not grown.exists():
        _fill(searching, grown, passages)
    searching.head("passages, engine", "---")
    pointer_of(grown).unlink(missing_ok=True)  # where there is no generation, every vector is compared
    for within in (True, False):
        _measure(searching, "the papers alone", LocalIndex(searching.index), within=within)
        _measure(searching, f"{passages:,}, exact", LocalIndex(grown), within=within)
    build_generation(grown)
    _measure(searching, f"{passages:,}, Chroma", LocalIndex(grown))
    if database:
        served = ServedIndex(out, database, "grown")
        if not served.exists():
            move_in(LocalIndex(grown), served)
        for within in (True, False):
            _measure(searching, f"{passages:,}, PostgreSQL", served, within=within)


def _fill(searching: Searching, grown: Path, passages: int) -> None:
    stamp, filling = stamp_of(searching.embedder), grown.with_suffix(".filling")
    shutil.rmtree(filling, ignore_errors=True)
    shutil.copytree(searching.index, filling)
    with BuildLock(filling), Store(searching.index, stamp) as store, Writer(filling, stamp) as writer:
        for paper in synthetic(store, passages):
            writer.replace(paper)
    filling.rename(grown)


def _measure(searching: Searching, name: str, index: Index, *, within: bool = False) -> None:
    """Nothing; prints a line of figures, measured in a separate process, and its memory."""
    process = multiprocessing.get_context("spawn").Process(target=_line, args=(searching, name, index, within))
    process.start()
    process.join()


def _line(searching: Searching, name: str, index: Index, within: bool) -> None:
    name += ", one council asked" if within else ", all asked"
    with index.open(stamp_of(searching.embedder)) as store:
        searching.line(name, store, within=within)
    print(f"  {name}: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB", flush=True)


def synthetic(store: Store, passages: int) -> Iterator[IndexedPaper]:
    """The papers of a store again and again under made-up councils, until there are so many with those it has."""
    chance = np.random.default_rng(2026)
    held = [(one.paper, store.passages_of_paper(one.paper.file, right=PUBLIC)) for one in store.papers(right=PUBLIC)]
    words = sorted({word for _, own in held for p in own for word in re.findall(r"[a-z]{4,}", p.text)})
    made, added = sum(len(own) for _, own in held), 0
    for copy in count(1):
        for paper, own in held:
            if made + added >= passages:
                return
            if own:
                yield _altered(store, paper, own, Copy(copy, council(added // COUNCIL)), words, chance)
                added += len(own)


def council(number: int) -> str:
    """The name of a made-up council, another one for each number below 400."""
    return f"{FIRST[number % len(FIRST)]}{LAST[number // len(FIRST) % len(LAST)]} Council"


def _altered(
    store: Store, paper: Paper, own: list[Passage], copy: Copy, words: list[str], chance: np.random.Generator
) -> IndexedPaper:
    ids = [p.id or 0 for p in own]
    vectors, signs = store.vectors(ids, right=PUBLIC), store.signs(ids, right=PUBLIC)
    file, sha256 = f"synthetic/{copy.number}/{paper.file}", f"synthetic {copy.number} {paper.sha256}"
    other = Paper(file, sha256, paper.size, paper.modified_ns)
    sections: dict[Section, Section] = {}
    for p in own:
        # a body may have its place in its name: a made-up one must not answer for the real one
        body = f"Board {sum(map(ord, p.section.meeting.body))}"
        meeting = replace(p.section.meeting, organisation=copy.council, body=body)
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
                text=(text := _reworded(p.text, words, chance)),
                text_to_embed=f"{copy.council}\n{text}",
                id=None,
            )
            for p in own
        ),
        vectors=(np.stack([vectors[n] for n in ids]) + noise).astype(np.float32),
        signs=tuple(_turned(signs[n], chance) for n in ids),
    )


def _reworded(text: str, words: list[str], chance: np.random.Generator) -> str:
    """The text with every sixth word or so replaced by any word of the papers."""
    parts = re.split(r"([A-Za-z]{4,})", text)  # every second part is a word
    for n in np.flatnonzero(chance.random(len(parts) // 2) * ALTERED < 1).tolist():
        parts[2 * n + 1] = words[int(chance.integers(len(words)))]
    return "".join(parts)


def _turned(signs: bytes, chance: np.random.Generator) -> bytes:
    """The signs with one in sixteen of them turned: where all of four random bits are set."""
    some = np.bitwise_and.reduce(np.frombuffer(chance.bytes(4 * len(signs)), dtype=np.uint8).reshape(4, -1))
    turned: bytes = np.bitwise_xor(np.frombuffer(signs, dtype=np.uint8), some).tobytes()
    return turned
