"""An empty index folder for each test, and a small index that many tests read."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from made_up_papers import HARBOUR, SCRUTINY, STAMP, indexed

from indexer.store import Store, Writer

HERE = Path(__file__).parent


@pytest.fixture
def index(tmp_path: Path) -> Path:
    """A folder in which nothing has been indexed yet."""
    return tmp_path / "index"


@pytest.fixture
def writer(index: Path) -> Iterator[Writer]:
    """A writer on an empty store."""
    with Writer(index, STAMP) as opened:
        yield opened


@pytest.fixture
def store(index: Path, writer: Writer) -> Iterator[Store]:
    """A reader of what `writer` writes."""
    with Store(index, STAMP) as opened:
        yield opened


@pytest.fixture
def three(writer: Writer) -> Writer:
    """The writer after three papers of two councils were written."""
    texts = ["The dyke is repaired.", "The mill is sold.", "The fair is moved."]
    writer.replace(indexed("a/cabinet.pdf", texts, axes=[0, 1, 2]))
    writer.replace(indexed("b/scrutiny.pdf", ["The dyke leaks again."], meeting=SCRUTINY, axes=[3]))
    writer.replace(indexed("c/harbour.pdf", ["The harbour wall is painted."], meeting=HARBOUR, axes=[4]))
    return writer


def start(*arguments: object) -> subprocess.Popen[str]:
    """Start syncing.py in a session of its own, so that it can be killed with all its children."""
    command = [sys.executable, str(HERE / "syncing.py"), *map(str, arguments)]
    path = os.pathsep.join([str(HERE), str(HERE.parents[2])])
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": path}, start_new_session=True
    )


def run(*arguments: object) -> dict[str, Any]:
    """Run syncing.py to its end; returns what it said last."""
    child = start(*arguments)
    said, _ = child.communicate(timeout=120)
    assert child.returncode == 0
    return dict(json.loads(said.splitlines()[-1]))


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index of 1,200 passages with its generation, not to be written to."""
    index = tmp_path_factory.mktemp("built") / "index"
    assert run("sync", index, 1, 6, 200) == {"problem": "", "built": True}
    return index


@pytest.fixture
def copied(built: Path, index: Path) -> Path:
    """A copy of that index, to be written to or spoilt."""
    return Path(shutil.copytree(built, index))
