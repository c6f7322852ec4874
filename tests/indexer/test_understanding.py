"""A paper that our own rules take too long for ends as a named problem, and the run goes on."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable
from pathlib import Path

import made_up
import pytest
from word_embedder import WordEmbedder

import indexer.understanding
from corpus.listed import Listed
from corpus.papers import Paper
from indexer.build import build_index
from indexer.reading.pages import Page, PageState, Reading
from indexer.store import PUBLIC, Store
from indexer.time_limit import TookTooLong, time_limit
from indexer.understanding import NO_FINDINGS, Understood, understood, with_findings

ENDLESS = re.compile(r"(a|a)*b")  # doubles its work with every letter
LATE = "(it took too long)"


def for_ever(*_: object, **__: object) -> None:
    ENDLESS.search("a" * 60)


def paper() -> Paper:
    return Paper(file="a.txt", sha256="0" * 64, size=1, modified_ns=0)


def reading() -> Reading:
    return Reading((Page(None, made_up.MINUTES, PageState.TEXT),))


@pytest.fixture
def little_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(indexer.understanding, "SECONDS", 0.5)
    monkeypatch.setattr(indexer.understanding, "SECONDS_A_PAGE", 0.0)


@pytest.fixture(scope="module")
def minutes() -> Understood:
    return understood(paper(), reading(), ())


def test_a_limit_interrupts_a_pattern_that_would_not_end() -> None:
    started = time.process_time()
    with pytest.raises(TookTooLong), time_limit(0.2):
        for_ever()
    assert time.process_time() - started < 5


def test_a_limit_that_was_kept_leaves_no_alarm_behind() -> None:
    with time_limit(0.05):
        pass
    until = time.process_time() + 0.3
    while time.process_time() < until:
        pass


def test_a_limit_lets_code_in_another_thread_run_on() -> None:
    ran: list[bool] = []

    def limited() -> None:
        with time_limit(0.001):
            ran.append(True)

    thread = threading.Thread(target=limited)
    thread.start()
    thread.join()
    assert ran == [True]


def test_a_paper_whose_parts_take_too_long_is_held_back_whole(
    little_time: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(indexer.understanding, "understand", for_ever)
    found = understood(paper(), reading(), ())
    assert found.reading.problem == f"Its parts could not be told apart, so it is left out {LATE}."
    assert [part.section.access for part in found.sections] == ["exempt"]


def test_a_paper_whose_findings_take_too_long_keeps_its_passages(
    minutes: Understood, little_time: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(indexer.understanding, "findings_of", for_ever)
    held, passages, findings = with_findings(minutes)
    assert held.reading.problem == f"Its decisions, actions and people could not be told, its text is stored {LATE}."
    assert findings == NO_FINDINGS
    assert any("harbour" in passage.text.lower() for passage in passages)


def test_a_paper_that_cannot_be_cut_into_passages_in_time_is_named(
    minutes: Understood, little_time: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(indexer.understanding, "passages_of", for_ever)
    held, passages, _ = with_findings(minutes)
    assert held.reading.problem == (
        f"Its items could not be told apart, its text is stored {LATE}. "
        f"Its text could not be cut into passages, so it cannot be found {LATE}."
    )
    assert passages == ()


def test_a_run_goes_on_behind_a_paper_that_takes_too_long(
    tmp_path: Path, little_time: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    real: Callable[..., object] = indexer.understanding.understand

    def slow_for_one(paper: Paper, reading: Reading, listed: Listed) -> object:
        return for_ever() if paper.file == "odd.txt" else real(paper, reading, listed)

    monkeypatch.setattr("indexer.store.index.build_generation", lambda *_: None)
    monkeypatch.setattr(indexer.understanding, "understand", slow_for_one)
    papers = tmp_path / "papers"
    papers.mkdir()
    (papers / "odd.txt").write_text("Nothing odd to see", encoding="utf-8")
    (papers / "sound.txt").write_text(made_up.MINUTES, encoding="utf-8")
    report = build_index(papers, tmp_path / "index", embedder=WordEmbedder())
    assert report.not_read == (("odd.txt", f"Its parts could not be told apart, so it is left out {LATE}."),)
    with Store(tmp_path / "index", None) as store:
        assert [held.paper.file for held in store.papers(right=PUBLIC)] == ["sound.txt"]
