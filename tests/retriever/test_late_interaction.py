import numpy as np
import pytest

from indexer.passages.embedding import DIMENSIONS, EmbeddedQuestion
from retriever.late_interaction import max_sim, standardised, token_weights


def direction(seed: int) -> np.ndarray:
    vector = np.random.default_rng(seed).normal(size=DIMENSIONS).astype(np.float32)
    return vector / np.linalg.norm(vector)


def signs(*seeds: int) -> bytes:
    return np.packbits(np.stack([direction(seed) for seed in seeds]) > 0, axis=1).tobytes()


def asked(*seeds: int) -> EmbeddedQuestion:
    tokens = np.stack([direction(seed) for seed in seeds])
    return EmbeddedQuestion(tokens[0], tokens, tuple((n, n + 1) for n in range(len(seeds))))


def test_a_passage_that_holds_every_token_comes_first() -> None:
    found = max_sim(asked(1, 2), [1.0, 1.0], {7: signs(2, 1, 9), 8: signs(1, 8, 9), 9: signs(5, 6)})
    assert sorted(found, key=lambda number: -found[number]) == [7, 8, 9]
    assert found[7] == pytest.approx(np.sqrt(2 / np.pi), abs=0.05)  # the cosine of a direction to its own signs


def test_a_token_counts_by_its_weight() -> None:
    passages = {7: signs(1), 8: signs(2)}
    assert max_sim(asked(1, 2), [1.0, 0.1], passages)[7] > max_sim(asked(1, 2), [1.0, 0.1], passages)[8]
    assert max_sim(asked(1, 2), [0.1, 1.0], passages)[7] < max_sim(asked(1, 2), [0.1, 1.0], passages)[8]


def test_what_has_no_tokens_is_left_out() -> None:
    assert max_sim(asked(1), [1.0], {7: b"", 8: signs(1)}).keys() == {8}
    assert max_sim(asked(1), [0.0], {8: signs(1)}) == {}
    assert max_sim(asked(1), [1.0], {}) == {}


def test_tokens_weigh_what_their_word_weighs() -> None:
    question = EmbeddedQuestion(
        direction(1), np.stack([direction(n) for n in range(4)]), ((0, 3), (4, 7), (7, 11), (11, 12))
    )
    assert token_weights("the quayage?", question, {"the": 0.1, "quayage": 5.0}.__getitem__) == [0.1, 5.0, 5.0, 0.0]


def test_standardised_scores_do_not_depend_on_their_level() -> None:
    assert standardised({1: 0.2, 2: 0.4}) == pytest.approx({1: -1.0, 2: 1.0})
    assert standardised({1: 0.3, 2: 0.3}) == {1: 0.0, 2: 0.0}
    assert standardised({}) == {}
