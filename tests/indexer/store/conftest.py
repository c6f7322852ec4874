"""An empty index folder for each test, and a small index that many tests read."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from made_up_papers import HARBOUR, SCRUTINY, STAMP, indexed
from processes import run

from corpus.store_settings import StoreSettings
from indexer.store import AnyStore, AnyWriter, Index, LocalIndex, index_at

NUMBERS = count(1)
OVER_BOTH = ("test_store_reader", "test_store_rights", "test_store_writer", "test_store_matters")


@pytest.fixture
def index(tmp_path: Path) -> Path:
    """A folder in which nothing has been indexed yet."""
    return tmp_path / "index"


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """What every store must do is tested over both; what concerns files or Chroma, over SQLite alone."""
    if "place" in metafunc.fixturenames:
        both = metafunc.module.__name__.rpartition(".")[2] in OVER_BOTH
        metafunc.parametrize("place", ["sqlite", "postgresql"] if both else ["sqlite"], indirect=True)


@pytest.fixture
def place(request: pytest.FixtureRequest, index: Path) -> Iterator[Index]:
    """Where a council's papers are to be stored; nothing is there yet."""
    if request.param == "sqlite":
        yield LocalIndex(index)
        return
    database = request.getfixturevalue("database")
    council = f"t{next(NUMBERS)}"
    yield index_at(index, StoreSettings(database.url, council))
    database.asked(
        "DO $$ DECLARE one text; BEGIN FOR one IN SELECT nspname FROM pg_namespace "
        f"WHERE nspname ~ '^{council}_[0-9a-f]{{8}}$' LOOP EXECUTE format('DROP SCHEMA %I CASCADE', one); END LOOP; "
        f"DELETE FROM board_papers.councils WHERE name = '{council}'; "
        "EXCEPTION WHEN undefined_table THEN NULL; END $$"
    )


@pytest.fixture
def writer(place: Index) -> Iterator[AnyWriter]:
    """A writer on an empty store."""
    with place.writer(STAMP) as opened:
        yield opened


@pytest.fixture
def store(place: Index, writer: AnyWriter) -> Iterator[AnyStore]:
    """A reader of what `writer` writes."""
    with place.open(STAMP) as opened:
        yield opened


@pytest.fixture
def three(writer: AnyWriter) -> AnyWriter:
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
