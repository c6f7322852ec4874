"""What several rooms' tests share: the sample papers, indexed once a run by the real model."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import forked
import pytest
from filelock import FileLock
from hypothesis import settings

if TYPE_CHECKING:
    from postgresql import Server

# Seconds on a busy machine say nothing about a rule; what may take how long has tests of its own.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

ROOT = Path(__file__).parents[1]
BROWSER = ROOT / "tests" / "browser"
ROOMS = ROOT / "tests" / "indexer"
OF_CHILDREN = (ROOMS / "reading", ROOMS / "store" / "test_store_rights.py")
"""Tests that start the children of the program as the program does, one room for each kind of child."""


@pytest.fixture(scope="module", autouse=True)
def children(request: pytest.FixtureRequest) -> Iterator[None]:
    """The children that read papers and build vector indexes start at once, but where they are what is tested."""
    as_ever = any(request.path.is_relative_to(room) for room in OF_CHILDREN)
    if as_ever or "indexer.store.vectors.building" not in sys.modules:
        yield
        return
    with forked.forked_children():
        yield


@pytest.fixture(autouse=True)
def own_loop(request: pytest.FixtureRequest) -> Iterator[None]:
    """A test without a browser may run a loop of its own, though the browser's runs on between tests in its process."""
    running = asyncio._get_running_loop()
    if running is None or request.path.is_relative_to(BROWSER):
        yield
        return
    asyncio._set_running_loop(None)
    try:
        yield
    finally:
        asyncio._set_running_loop(running)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Where several processes share the tests, one of them does all that need a browser: one Chromium, one server."""
    from xdist.scheduler.loadfile import LoadFileScheduling

    class OneBrowser(LoadFileScheduling):  # type: ignore[misc]
        def _split_scope(self, nodeid: str) -> str:
            return "tests/browser" if nodeid.startswith("tests/browser/") else str(super()._split_scope(nodeid))

    return OneBrowser(config, log) if config.option.dist == "loadfile" else None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest files first, so that no process is left with one of them when the others have finished."""
    slow = {item.path for item in items if item.get_closest_marker("slow")}
    items.sort(key=lambda item: (item.path.is_relative_to(BROWSER), item.path in slow), reverse=True)


@pytest.fixture(scope="session")
def database() -> Iterator[Server]:
    """A PostgreSQL server for all tests of a session; each test has a council of its own in it."""
    from postgresql import Server

    from indexer.store.served.database import close_pools

    server = Server()
    server.start()
    yield server
    close_pools(server.url)
    server.remove()


@pytest.fixture(scope="session")
def sample_corpus() -> Path:
    """The folder of the sample papers."""
    return ROOT / "corpus" / "sample"


@pytest.fixture(scope="session")
def sample_index(sample_corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of their index, not to be written to: whoever changes papers or index builds one of their own.

    It takes some twenty seconds, so mark a test that asks for it `slow`. Where several processes share the tests
    (pytest-xdist), the first one builds the index and the others wait for it.
    """
    own = tmp_path_factory.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    index, built = shared / "sample" / "index", shared / "sample" / "built"
    with FileLock(shared / "sample.lock"):
        if not built.exists():
            from indexer.build import build_index  # here, so that tests of other rooms need not wait for the engines
            from indexer.passages.embedding import MiniLM

            report = build_index(sample_corpus, index, embedder=MiniLM())
            assert report.passages, "no passage was read from the sample papers"
            built.touch()
    return index
