"""What several rooms' tests share: the sample papers, indexed once a run by the real model."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import settings

# Seconds on a busy machine say nothing about a rule; what may take how long has tests of its own.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

ROOT = Path(__file__).parents[1]


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
