"""SQLite and PostgreSQL over the sample papers: the same register, the same matters, the same answers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from postgresql import Server

from app.assistant import Assistant
from indexer.passages.embedding import MiniLM
from indexer.store import PUBLIC, AnyStore, LocalIndex
from indexer.store.served.index import ServedIndex
from indexer.store.served.moving import move_in

pytestmark = pytest.mark.slow

KINDS = ("decisions", "events", "attendance", "interests", "actions", "recommendations", "acronyms", "matters", "fates")
QUESTIONS = (
    "What did Aldermere's Cabinet decide about Kingsmill Baths in September 2023?",
    "Why was the decision on the baths deferred?",
    "How much was approved for the survey of the baths?",
    "Who voted against the budget?",
    "What happened to the library?",
    "Which reports came to Scrutiny in 2024?",
    "What is the capital programme?",
    "Who declared an interest?",
    "What was decided about parking charges?",
    "What is the council's policy on nuclear submarines?",
    "List the decisions of the Cabinet in 2024",
    "Give me a chronology of Kingsmill Baths",
)


@pytest.fixture(scope="module")
def both(sample_index: Path, database: Server) -> Iterator[tuple[AnyStore, AnyStore]]:
    """The sample papers in SQLite, and moved to PostgreSQL."""
    served = ServedIndex(sample_index, database.url, "sample")
    move_in(LocalIndex(sample_index), served)
    with LocalIndex(sample_index).open(None) as local, served.open(None) as moved:
        yield local, moved


@pytest.mark.parametrize("kind", KINDS)
def test_records_are_the_same(both: tuple[AnyStore, AnyStore], kind: str) -> None:
    local, moved = (getattr(store, kind)(right=PUBLIC) for store in both)
    assert local
    assert moved == local


def test_questions_get_the_same_answers(both: tuple[AnyStore, AnyStore], sample_corpus: Path) -> None:
    embedder = MiniLM()
    local, moved = (Assistant(store, embedder, corpus=sample_corpus) for store in both)
    for question in QUESTIONS:
        first, second = local.ask(question), moved.ask(question)
        assert (second.text, second.citations) == (first.text, first.citations), question
