"""Bytes of any file of an index damaged: the check says so, or nobody sees or finds anything else than before.

BOARD_PAPERS_DAMAGES says how many.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import forked
import pytest
from test_access_matrix import council_in
from word_embedder import WordEmbedder

import app.upkeep.checking
from app.upkeep.checking import check
from corpus.settings import Settings
from indexer.build import build_index

DAMAGES = int(os.environ.get("BOARD_PAPERS_DAMAGES", "8"))
TESTS = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A council whose store was rebuilt, so that there is a pointer to it."""
    folder = tmp_path_factory.mktemp("council")
    council_in(folder)
    for rebuild in (False, True):
        build_index(folder / "papers", folder / "index", embedder=WordEmbedder(), rebuild=rebuild)
    return folder


def look(index: Path) -> dict[str, Any]:
    """What a fresh process sees; {"crashed": ...} where it did not live to say it."""
    if forked.POSSIBLE:
        child: subprocess.Popen[str] = forked.Forked("looking", [str(index)], stdout=subprocess.PIPE, text=True)
    else:
        path = os.pathsep.join([str(TESTS), str(TESTS.parent)])
        command = [sys.executable, str(TESTS / "looking.py"), str(index)]
        child = subprocess.Popen(command, env={**os.environ, "PYTHONPATH": path}, stdout=subprocess.PIPE, text=True)
    said, _ = child.communicate(timeout=120)
    return dict(json.loads(said)) if child.returncode == 0 and said else {"crashed": child.returncode}


def damage(path: Path, rule: random.Random) -> str:
    """Turn bytes of a file over, zero them, cut its end off, or delete it; returns which."""
    whole = bytearray(path.read_bytes())
    how = rule.choice(("turned", "turned", "zeroed", "zeroed", "cut", "deleted")) if len(whole) > 2 else "deleted"
    at = rule.randrange(len(whole)) if whole else 0
    if how == "deleted":
        path.unlink()
        return how
    if how == "turned":
        whole[at] ^= 0xFF
    elif how == "zeroed":
        whole[at : at + 512] = bytes(len(whole[at : at + 512]))
    else:
        del whole[at:]
    path.write_bytes(whole)
    return how


def files_of(index: Path) -> dict[str, list[Path]]:
    """The files of an index by what they are."""
    files = [path for path in sorted(index.rglob("*")) if path.is_file()]
    return {
        "database": [path for path in files if path.name == "papers.db"],
        "Chroma": [path for path in files if "chroma" in path.parts and path.name != "current.json"],
        "pointers": [path for path in files if path.name in ("store.json", "current.json")],
        "memory": [path for path in files if path.name == "restrictions.json"],
    }


def test_every_damage_is_said_or_without_effect(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(app.upkeep.checking, "MiniLM", WordEmbedder)
    rule, counts, faults = random.Random(DAMAGES), Counter[str](), []
    before = look(made / "index")
    assert "seen" in before
    for number in range(DAMAGES):
        folder = tmp_path / str(number)
        shutil.copytree(made, folder)
        for stale in (folder / "index").rglob("papers.db-*"):
            stale.unlink()
        kind = ("database", "Chroma", "pointers", "Chroma", "database", "memory")[number % 6]
        file = rule.choice(files_of(folder / "index")[kind])
        what = f"{kind}: {file.name} {damage(file, rule)}"
        now = look(folder / "index")
        said = check(Settings(folder / "papers", folder / "index"))
        counts[kind] += 1
        counts[f"{kind} {'said' if said else 'without effect'}"] += 1
        counts[f"{kind} readers got an error"] += "error" in now
        if "crashed" in now or (not said and now != before):
            faults.append((what, now if now != before else "", [fault.said for fault in said]))
        shutil.rmtree(folder)
    print(counts)
    assert faults == []
