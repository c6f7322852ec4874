"""Late interaction: a question and passages compared token by token (MaxSim: Khattab and Zaharia, ColBERT, 2020)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import ThreadpoolController

from indexer.passages.embedding import DIMENSIONS, EmbeddedQuestion
from retriever.coverage import Rarity
from retriever.words import words

WORD = re.compile(r"[\w£%/.,:-]*\w%?")
BYTES = DIMENSIONS // 8  # a token's signs
AT_ONCE = 1_000  # tokens unpacked together: as much as stays in the processor's cache

BLAS = ThreadpoolController()
"""The threads of numpy's products: more than one wait for each other, ten times as long where others are at work."""


def max_sim(question: EmbeddedQuestion, weights: Sequence[float], signs: Mapping[int, bytes]) -> dict[int, float]:
    """How well each passage holds something like each token of the question: the weighted mean of the best cosines.

    `weights` has a number for each token of the question; `signs` has the packed signs of each passage's tokens, by
    id. A passage without signs is left out.
    """
    said = np.flatnonzero(np.asarray(weights))
    held = {number: packed for number, packed in signs.items() if packed}
    if not len(said) or not held:
        return {}
    weight = np.asarray(weights, dtype=np.float32)[said]
    tokens = question.tokens[said] * (weight / weight.sum() / np.sqrt(DIMENSIONS))[:, np.newaxis]
    packed = np.frombuffer(b"".join(held.values()), dtype=np.uint8).reshape(-1, BYTES)
    with BLAS.limit(limits=1, user_api="blas"):
        parts = [_products(tokens, packed[at : at + AT_ONCE]) for at in range(0, len(packed), AT_ONCE)]
    products = np.concatenate(parts, axis=1)
    starts = np.cumsum([0, *(len(each) // BYTES for each in held.values())][:-1])
    best = np.maximum.reduceat(products, starts, axis=1)
    # with signs s = 2b - 1 out of bits b, the product with s is twice that with b less the sum of the token's numbers
    found = 2 * best.sum(axis=0) - tokens.sum()
    return dict(zip(held, found.tolist(), strict=True))


def _products(tokens: NDArray[np.float32], packed: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Tokens (t, 384) times the bits of packed signs (n, 48), as (t, n)."""
    products: NDArray[np.float32] = tokens @ np.unpackbits(packed, axis=1).astype(np.float32).T
    return products


def token_weights(text: str, question: EmbeddedQuestion, rarity: Rarity) -> list[float]:
    """The weight of each token of a question: the rarity of the word that it is of, 0 for what is no word."""
    weights = [0.0] * len(question.spans)
    for match in WORD.finditer(text):
        parts = words(match[0])
        weight = max((rarity(part) for part in parts), default=0.0)
        for n, (start, end) in enumerate(question.spans):
            if match.start() <= start and end <= match.end():
                weights[n] = max(0.0, weight)
    return weights


def standardised(scores: Mapping[int, float]) -> dict[int, float]:
    """The scores with mean 0 and deviation 1 over the passages compared, so that they weigh alike for any question."""
    if not scores:
        return {}
    values: NDArray[np.float64] = np.array(list(scores.values()))
    spread = float(values.std()) or 1.0
    return {number: (score - float(values.mean())) / spread for number, score in scores.items()}
