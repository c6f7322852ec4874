"""What people made exempt stays exempt: while a program runs over an index that is synced, rebuilt or relabelled."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from test_access_matrix import leaks, pdf, secret
from word_embedder import WordEmbedder

from app.assistant import Assistant
from indexer.build import build_index, stamp_of
from indexer.store import Store


def shown(assistant: Assistant) -> Any:
    """What everybody sees without asking: examples, counts, names, library, register, briefings."""
    research = assistant.research
    return [
        assistant.examples(),
        assistant.holdings(),
        assistant.library(),
        assistant.organisations(),
        assistant.bodies(),
        research.register(),
        research.chronology("tender").steps,
        assistant.ask("Which papers mention a tender?").passages,
    ]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "papers"
    for name in ("zanzibar", "marzipan"):
        pdf(folder / name / f"{name}.pdf", secret(name))
    return folder


def test_a_running_program_forgets_what_a_rebuild_made_exempt(corpus: Path, tmp_path: Path) -> None:
    index, embedder = tmp_path / "index", WordEmbedder()
    build_index(corpus, index, embedder=embedder)
    with Store(index, stamp_of(embedder)) as store:
        assistant = Assistant(store, embedder, corpus=corpus)
        assert leaks(shown(assistant)) == ["zanzibar", "marzipan"]
        before = assistant.version()
        build_index(corpus, index, embedder=embedder, exempt=["zanzibar"], rebuild=True)
        assert assistant.version() != before
        assert leaks(shown(assistant)) == ["marzipan"]
