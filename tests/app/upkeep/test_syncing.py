"""One sync at a time, in a process of its own; what it says is kept."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest

from app.upkeep.syncing import Syncing
from corpus.settings import Settings
from indexer.store import PUBLIC, BuildLock, Store

TESTS = Path(__file__).parents[2]


def test_a_sync_asked_for_while_one_is_at_work_follows_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    syncing, log = Syncing(Settings(corpus=tmp_path, index=tmp_path / "index")), tmp_path / "log"
    script = (
        "import sys, time; print('embedding: 1 of 4 papers, 9 pages', flush=True); time.sleep(0.5); "
        f"open({str(log)!r}, 'a').write('done ')"
    )
    monkeypatch.setattr(syncing, "_command", [sys.executable, "-c", script])
    for _ in range(3):
        syncing.start()
    assert syncing.running
    syncing.wait(20)
    assert (syncing.running, syncing.failed, syncing.share) == (False, False, 0.25)
    assert log.read_text(encoding="utf-8") == "done done "
    assert syncing.outcome == "It has finished."


def test_a_paper_put_back_while_a_sync_is_at_work_ends_up_indexed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    corpus, index = tmp_path / "papers", tmp_path / "index"
    corpus.mkdir()
    (corpus / "first.txt").write_text("Minutes of the Harbour Committee. RESOLVED that the lamp be mended.")
    syncing = Syncing(Settings(corpus=corpus, index=index))
    script = [
        str(TESTS / "exempt_building.py"),
        str(corpus),
        str(index),
        "sync",
    ]  # with an embedder that needs no model
    monkeypatch.setattr(syncing, "_command", [sys.executable, *script])
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(TESTS), str(TESTS.parent)]))
    syncing.start()
    while not syncing.lines and syncing.running:
        time.sleep(0.02)
    (corpus / "back.txt").write_text("Minutes of the Harbour Committee. RESOLVED that the mole be swept.")
    syncing.start()
    syncing.wait(300)
    with Store(index, None) as store:
        assert [held.paper.file for held in store.papers(right=PUBLIC)] == ["back.txt", "first.txt"]


@pytest.mark.slow
def test_a_sync_waits_for_one_on_the_command_line(tmp_path: Path) -> None:
    corpus, index = tmp_path / "papers", tmp_path / "index"
    corpus.mkdir()
    (corpus / "first.txt").write_text("Minutes of the Harbour Committee. RESOLVED that the lamp be mended.")
    syncing = Syncing(Settings(corpus=corpus, index=index))
    with BuildLock(index):
        syncing.start()
        syncing.wait(4)
        assert syncing.running
    syncing.wait(300)
    assert not syncing.failed
    assert "1 paper added" in syncing.outcome


def test_a_sync_that_fails_says_why(tmp_path: Path) -> None:
    syncing = Syncing(Settings(corpus=tmp_path / "none", index=tmp_path / "index"))
    syncing.start()
    syncing.wait(60)
    assert syncing.outcome.startswith("It failed, and the last good index goes on answering. There is no folder")
