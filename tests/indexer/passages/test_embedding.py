"""The embedding model, shared by threads that embed questions and passages at once."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator

import pytest

from indexer.passages.embedding import MiniLM

UNEVEN = [" ".join(["word"] * length) for length in range(1, 9)]


@pytest.fixture(scope="module")
def model() -> MiniLM:
    return MiniLM()


@pytest.fixture
def restless() -> Iterator[None]:
    """Threads that take turns a thousand times more often than usual."""
    interval = sys.getswitchinterval()
    sys.setswitchinterval(5e-6)
    yield
    sys.setswitchinterval(interval)


@pytest.mark.usefixtures("restless")
def test_a_question_embedded_meanwhile_does_not_change_how_passages_are_padded(model: MiniLM) -> None:
    model.embed_question("What was decided?")
    padding = model._model.tokenizer.backend_tokenizer.padding
    problems: list[Exception] = []

    def ask() -> None:
        try:
            for _ in range(40):
                model.embed_question("What was decided about the library?")
                assert model._model.tokenizer.backend_tokenizer.padding == padding
        except Exception as problem:
            problems.append(problem)

    def embed() -> None:
        try:
            for _ in range(40):
                model.embed(UNEVEN)
        except Exception as problem:
            problems.append(problem)

    threads = [threading.Thread(target=work) for work in (ask, embed, ask, embed)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not problems


def test_each_token_of_a_question_knows_its_characters(model: MiniLM) -> None:
    text = "What did the library cost?"
    asked = model.embed_question(text)
    assert [text[start:end] for start, end in asked.spans] == ["What", "did", "the", "library", "cost", "?"]
    assert asked.tokens.shape == (6, 384)


def test_a_question_longer_than_the_model_reads_is_cut(model: MiniLM) -> None:
    asked = model.embed_question("library " * 400)
    assert asked.tokens.shape == (254, 384)
    assert len(asked.spans) == 254
