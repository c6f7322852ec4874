"""The search at a size that no test corpus has: the papers repeated with altered words -> its time and its figures."""

from __future__ import annotations

import re
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
from indexer.store import PUBLIC, BuildLock, IndexedPaper, Store, Writer, build_generation

PASSAGES = 100_000
ALTERED = 6  # every sixth word on average is another one of the same papers
NOISE = 0.35  # length of what is added to a unit vector: a cosine of about 0.94 to the passage it was made from
FLIPPED = 0.05  # share of the signs of the token vectors that are turned


def grow(gold: Gold, out: Path) -> None:
    """Nothing; prints the figures of the search over the papers alone and among 100,000 synthetic passages."""
    searching = Searching(gold, out)
    stamp = stamp_of(searching.embedder)
    grown = out / "grown"
    shutil.rmtree(grown, ignore_errors=True)
    shutil.copytree(searching.index, grown)
    with BuildLock(grown), Store(searching.index, stamp) as store:
        with Writer(grown, stamp) as writer:
            for paper in synthetic(store):
                writer.replace(paper)
        build_generation(grown)
    searching.head("passages", "---:")
    for index in (searching.index, grown):
        with Store(index, stamp) as store:
            searching.line(str(store.status(right=PUBLIC).passages), store)


def synthetic(store: Store) -> Iterator[IndexedPaper]:
    """The papers of a store again and again under made-up councils, until there are PASSAGES with those it has."""
    chance = np.random.default_rng(2026)
    held = [(one.paper, store.passages_of_paper(one.paper.file, right=PUBLIC)) for one in store.papers(right=PUBLIC)]
    vocabulary = sorted({word for _, own in held for p in own for word in re.findall(r"[a-z]{4,}", p.text)})
    made, copy = sum(len(own) for _, own in held), 0
    while made < PASSAGES:
        copy += 1
        for paper, own in held:
            if own:
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
