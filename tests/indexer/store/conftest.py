"""An empty index folder for each test, and a small index that many tests read."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from made_up_papers import HARBOUR, SCRUTINY, STAMP, indexed
from processes import run

from indexer.store import Store, Writer


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
