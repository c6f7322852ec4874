"""Short texts -> vectors of all-MiniLM-L6-v2 with numpy alone: the same weights, without the seconds of loading torch.

Questions and the handful of sentences that are compared with them go this way; passages, by the thousand, go through
sentence-transformers. A test holds the two together.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import load_file
from threadpoolctl import ThreadpoolController
from tokenizers import Encoding, Tokenizer

Vectors = NDArray[np.float32]

BLAS = ThreadpoolController()
"""The threads of numpy's products: more than one wait for each other where others are at work."""


@dataclass(frozen=True, slots=True, eq=False)
class Encoded:
    """One text: a vector for each token (t, 384), the model's marks at both ends included, and its characters."""

    tokens: Vectors
    spans: tuple[tuple[int, int], ...]

    @property
    def vector(self) -> Vectors:
        """The unit vector (384,) of the whole text: the mean of its tokens at length one."""
        mean = self.tokens.mean(axis=0)
        unit: Vectors = mean / np.linalg.norm(mean)
        return unit


class QuestionEncoder:
    """A BERT encoder as its configuration describes it; safe to share between threads, since it keeps nothing."""

    def __init__(self, folder: Path) -> None:
        """Load the weights and the tokenizer of the model in `folder`; raises OSError when a file is missing."""
        config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
        setting = json.loads((folder / "sentence_bert_config.json").read_text(encoding="utf-8"))
        self._heads: int = config["num_attention_heads"]
        self._layers: int = config["num_hidden_layers"]
        self._tiny: float = config["layer_norm_eps"]
        self._weights: dict[str, Vectors] = load_file(folder / "model.safetensors")
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(setting["max_seq_length"])

    def encode(self, texts: Sequence[str]) -> list[Encoded]:
        """Return each text token by token; what goes beyond 256 tokens is cut."""
        read = self._tokenizer.encode_batch(list(texts))
        if not read:
            return []
        ends = np.cumsum([len(one.ids) for one in read])
        states = self._embedded(read)
        with BLAS.limit(limits=1, user_api="blas"):
            for layer in range(self._layers):
                states = self._layer(f"encoder.layer.{layer}", states, ends)
        parts = np.split(states, ends[:-1])
        return [Encoded(part, tuple(one.offsets)) for part, one in zip(parts, read, strict=True)]

    def _embedded(self, read: Sequence[Encoding]) -> Vectors:
        """Return the first state of all tokens, text below text: none is padded to another's length."""
        words = self._weights["embeddings.word_embeddings.weight"]
        places = self._weights["embeddings.position_embeddings.weight"]
        first = self._weights["embeddings.token_type_embeddings.weight"][0]
        states = np.concatenate([words[one.ids] + places[: len(one.ids)] for one in read]) + first
        return self._normed("embeddings.LayerNorm", states)

    def _layer(self, name: str, states: Vectors, ends: NDArray[np.int64]) -> Vectors:
        """Return the states after one layer: attention within each text, then what every token does alone."""
        query, key, value = (
            np.split(self._dense(f"{name}.attention.self.{part}", states), ends[:-1])
            for part in ("query", "key", "value")
        )
        seen = np.concatenate([self._attended(*parts) for parts in zip(query, key, value, strict=True)])
        states = self._normed(
            f"{name}.attention.output.LayerNorm", states + self._dense(f"{name}.attention.output.dense", seen)
        )
        inner = _gelu(self._dense(f"{name}.intermediate.dense", states))
        return self._normed(f"{name}.output.LayerNorm", states + self._dense(f"{name}.output.dense", inner))

    def _attended(self, query: Vectors, key: Vectors, value: Vectors) -> Vectors:
        """Return (t, 384): for each token of one text, what it takes over from all of them, head by head."""
        length, size = query.shape
        by_head = (part.reshape(length, self._heads, -1).transpose(1, 0, 2) for part in (query, key, value))
        query, key, value = by_head
        scores = query @ key.transpose(0, 2, 1) / np.sqrt(np.float32(size // self._heads))
        weights = np.exp(scores - scores.max(axis=-1, keepdims=True))
        weights /= weights.sum(axis=-1, keepdims=True)
        seen: Vectors = (weights @ value).transpose(1, 0, 2).reshape(length, size)
        return seen

    def _dense(self, name: str, states: Vectors) -> Vectors:
        dense: Vectors = states @ self._weights[f"{name}.weight"].T + self._weights[f"{name}.bias"]
        return dense

    def _normed(self, name: str, states: Vectors) -> Vectors:
        states = states - states.mean(axis=1, keepdims=True)
        states /= np.sqrt((states * states).mean(axis=1, keepdims=True) + np.float32(self._tiny))
        return states * self._weights[f"{name}.weight"] + self._weights[f"{name}.bias"]


def _gelu(x: Vectors) -> Vectors:
    """Return x * (1 + erf(x / sqrt 2)) / 2, with erf after Abramowitz and Stegun 7.1.26 (off by at most 1.5e-7)."""
    z = np.abs(x) * np.float32(np.sqrt(0.5))
    t = 1 / (1 + np.float32(0.3275911) * z)
    sum_ = t * (
        np.float32(0.254829592)
        + t
        * (
            np.float32(-0.284496736)
            + t * (np.float32(1.421413741) + t * (np.float32(-1.453152027) + t * np.float32(1.061405429)))
        )
    )
    erf = np.sign(x) * (1 - sum_ * np.exp(-z * z))
    gelu: Vectors = x * (1 + erf) / 2
    return gelu
