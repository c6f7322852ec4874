"""The access matrix once more, asked of a program that has been running while what is exempt, or the index, changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import pytest
from test_access_matrix import ASSISTANT, STORE, files, hidden_ids, leaks, sync, texts_seen, write_papers
from word_embedder import WordEmbedder

import indexer.cli
from app.assistant import Assistant
from indexer.build import build_index, stamp_of
from indexer.progress import Progress
from indexer.store import PUBLIC, Store

MANIFESTS = ("access.csv", "later/access.csv")
BY_PEOPLE = {"zanzibar", "xylophone", "yellowhammer"}
"""The secrets that only people restrict; the others bear a mark in their text."""


class Running(NamedTuple):
    """A program that was running before, with all its caches filled, over an index that was changed meanwhile."""

    corpus: Path
    index: Path
    store: Store
    assistant: Assistant


def rebuild(corpus: Path, index: Path, exempt: tuple[str, ...] = ("private",)) -> None:
    build_index(corpus, index, embedder=WordEmbedder(), exempt=exempt, rebuild=True)


def rebuild_stopped_half_way(corpus: Path, index: Path) -> None:
    """A rebuild that ends without a word while it reads, as one that is killed does."""

    def stop(progress: Progress) -> None:
        if progress.step == "embedding":
            raise KeyboardInterrupt

    with suppress(KeyboardInterrupt):
        build_index(corpus, index, embedder=WordEmbedder(), exempt=["private"], rebuild=True, on_progress=stop)


def without_a_word(corpus: Path, index: Path, *, rebuild: bool) -> None:
    """A sync after the setting was forgotten and the manifests were lost."""
    for name in MANIFESTS:
        (corpus / name).unlink()
    build_index(corpus, index, embedder=WordEmbedder(), rebuild=rebuild)


WAS_OPEN: dict[str, Callable[[Path, Path], object]] = {
    "a sync that restricts what was open": sync,
    "a rebuild of equal papers that restricts what was open": rebuild,
    "a rebuild that restricts what was open, stopped half-way": rebuild_stopped_half_way,
}
"""What happens to an index in which nothing was restricted by people, once they have restricted it."""

WAS_RESTRICTED: dict[str, Callable[[Path, Path], object]] = {
    "nothing": lambda corpus, index: None,
    "a sync": sync,
    "a rebuild": rebuild,
    "a sync without the setting and the manifests": lambda c, i: without_a_word(c, i, rebuild=False),
    "a rebuild without the setting and the manifests": lambda c, i: without_a_word(c, i, rebuild=True),
}
"""What happens to an index in which all was restricted from the beginning."""


@pytest.fixture(scope="module", params=[*WAS_OPEN, *WAS_RESTRICTED], ids=lambda name: name.replace(" ", "-"))
def running(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    corpus, index = tmp_path_factory.mktemp("papers"), tmp_path_factory.mktemp("index")
    write_papers(corpus)
    labels = {name: (corpus / name).read_text(encoding="utf-8") for name in MANIFESTS}
    open_first = request.param in WAS_OPEN
    if open_first:
        for name in MANIFESTS:
            (corpus / name).unlink()
        build_index(corpus, index, embedder=WordEmbedder())
    else:
        sync(corpus, index)
    with Store(index, stamp_of(WordEmbedder())) as store:
        assistant = Assistant(store, WordEmbedder(), corpus=corpus)
        names = files(corpus)
        seen = {
            word
            for way in ("library", "examples", "research", "holdings")
            for word in leaks(ASSISTANT[way](assistant, names))
        }
        assert seen == (BY_PEOPLE if open_first else set())
        for name in MANIFESTS:
            (corpus / name).write_text(labels[name], encoding="utf-8")
        {**WAS_OPEN, **WAS_RESTRICTED}[request.param](corpus, index)
        yield Running(corpus, index, store, assistant)


def test_the_store_shows_the_public_nothing_restricted(running: Running) -> None:
    ids = hidden_ids(running.store, running.corpus)
    assert ids
    said = {way: leaks(ask(running.store, ids, files(running.corpus), PUBLIC)) for way, ask in STORE.items()}
    assert said == {way: [] for way in STORE}


def test_the_assistant_shows_the_public_nothing_restricted(running: Running) -> None:
    ways = set(ASSISTANT) - {"ask"}
    assert {way: leaks(ASSISTANT[way](running.assistant, files(running.corpus))) for way in ways} == {
        way: [] for way in ways
    }


def test_no_answer_says_anything_restricted(running: Running) -> None:
    answer = running.assistant.ask("What was decided about the tender?")
    assert leaks((answer.text, answer.citations, answer.passages, answer.notes, answer.suggestions)) == []


def test_a_program_that_starts_now_shows_nothing_restricted(running: Running, tmp_path: Path) -> None:
    seen = texts_seen(running.index)
    assert "lamp be replaced" in seen
    assert leaks(seen) == []
    register = tmp_path / "register"
    assert indexer.cli.main(["decisions", "--jsonl", str(register), "--index", str(running.index)]) == 0
    assert leaks(register.read_text(encoding="utf-8")) == []
