"""The embedding model, shared by threads that embed questions and passages at once."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator

import numpy as np
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
def test_questions_and_passages_embedded_at_once_disturb_each_other_in_nothing(model: MiniLM) -> None:
    question, passages = "What was decided about the library?", UNEVEN * 2
    asked, kept = model.embed_question(question).vector, model.embed_passages(passages)
    problems: list[object] = []

    def work(number: int) -> None:
        try:
            for _ in range(20):
                if number % 2 and not np.allclose(model.embed_question(question).vector, asked, atol=1e-6):
                    problems.append("another vector of the question")
                if not number % 2 and [one.signs for one in model.embed_passages(passages)] != [o.signs for o in kept]:
                    problems.append("other signs of the passages")
        except Exception as problem:
            problems.append(problem)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not problems


def test_a_question_and_a_passage_of_the_same_words_have_the_same_direction(model: MiniLM) -> None:
    """Two programs compute the same model; passages may be in bf16, which costs some thousandths."""
    texts = [
        "What did the library cost?",
        "RESOLVED - that the ferry's toll be £2.50, from 1 May (see note 4).",
        "quay",
    ]
    texts += ["", "library " * 400, "Ysgol Dŵr y Felin"]
    for text, passage in zip(texts, model.embed_passages(texts), strict=True):
        asked = model.embed_question(text)
        assert float(asked.vector @ passage.vector) > 0.995
        signs = np.unpackbits(np.frombuffer(passage.signs, dtype=np.uint8)).reshape(-1, 384)
        assert len(signs) == len(asked.tokens)
        if text:
            assert ((asked.tokens > 0) == signs).mean() > 0.98


def test_a_question_is_embedded_without_loading_torch() -> None:
    program = "from indexer.passages import MiniLM; import sys; MiniLM().embed_question('Why?'); print('torch' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_each_token_of_a_question_knows_its_characters(model: MiniLM) -> None:
    text = "What did the library cost?"
    asked = model.embed_question(text)
    assert [text[start:end] for start, end in asked.spans] == ["What", "did", "the", "library", "cost", "?"]
    assert asked.tokens.shape == (6, 384)


def test_a_question_longer_than_the_model_reads_is_cut(model: MiniLM) -> None:
    asked = model.embed_question("library " * 400)
    assert asked.tokens.shape == (254, 384)
    assert len(asked.spans) == 254
