"""One sync at a time, in a process of its own; what it says is kept."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from app.upkeep.syncing import Syncing
from corpus.errors import IndexBusy
from corpus.settings import Settings


def test_a_second_sync_is_told_that_one_is_at_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    syncing = Syncing(Settings(corpus=tmp_path, index=tmp_path / "index"))
    script = "import time; print('embedding: 1 of 4 papers, 9 pages', flush=True); time.sleep(1)"
    monkeypatch.setattr(syncing, "_command", [sys.executable, "-c", script])
    syncing.start()
    with pytest.raises(IndexBusy, match="at work already"):
        syncing.start()
    syncing.wait(20)
    assert (syncing.running, syncing.share) == (False, 0.25)
    assert syncing.outcome == "It has finished."


def test_a_sync_that_fails_says_why(tmp_path: Path) -> None:
    syncing = Syncing(Settings(corpus=tmp_path / "none", index=tmp_path / "index"))
    syncing.start()
    syncing.wait(60)
    assert syncing.outcome.startswith("It failed, and the last good index goes on answering. There is no folder")
