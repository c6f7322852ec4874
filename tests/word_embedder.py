"""An embedder without a model, for tests that need to know what lies near what."""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence

import numpy as np

from indexer.passages.embedding import DIMENSIONS, EmbeddedQuestion, Embedding, Vectors


class WordEmbedder:
    """Each word has a direction of its own, so that texts with the same words lie near each other."""

    name, checksum = "words", "0"

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors of shape (len(texts), DIMENSIONS)."""
        vectors = np.full((len(texts), DIMENSIONS), 1e-3, dtype=np.float32)
        for row, text in zip(vectors, texts, strict=True):
            for word in re.findall(r"\w+", text.casefold()):
                row[zlib.crc32(word.encode()) % DIMENSIONS] += 1
        unit: Vectors = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
        return unit

    def embed_passages(self, texts: Sequence[str]) -> list[Embedding]:
        """The vectors, and signs of one token that stands for the whole text."""
        return [Embedding(vector, np.packbits(vector > 0.01).tobytes()) for vector in self.embed(texts)]

    def embed_question(self, text: str) -> EmbeddedQuestion:
        """The question as one token."""
        (vector,) = self.embed([text])
        return EmbeddedQuestion(vector, vector[np.newaxis], ((0, len(text)),))
