"""The papers of these tests, indexed once for a file of tests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.connect import routes
from app.connect.service import Service
from tests.app.connect.papers import index_them, served, service_over


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The corpus and its index."""
    return index_them(tmp_path_factory.mktemp("connected"))


@pytest.fixture(scope="module")
def papers(folders: tuple[Path, Path]) -> Service:
    """The papers for programs."""
    return service_over(*folders)


@pytest.fixture(scope="module")
def server(folders: tuple[Path, Path], tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """The address of a server with every door open, and a key; its limit is out of the way."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(routes, "PER_MINUTE", 100_000)
        with served(*folders, tmp_path_factory.mktemp("data")) as address:
            yield address
