"""A cross-encoder that reads question and passage together: slower and often better; off unless one is named."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Protocol

from corpus.errors import ModelMissing


class Reranker(Protocol):
    """Says how well passages answer a question, read together with it."""

    def scores(self, question: str, texts: Sequence[str]) -> list[float]:
        """A score for each text, higher is better, on any scale."""
        ...


class CrossEncoder:
    """A cross-encoder of sentence-transformers from a folder on this machine, or by the name it is cached under."""

    def __init__(self, name: str) -> None:
        """Load the model; raises ModelMissing where this machine has none of that name. Nothing is downloaded."""
        os.environ.setdefault("HF_HUB_OFFLINE", "1")
        from sentence_transformers import CrossEncoder as Model

        try:
            self._model = Model(name, device="cpu", local_files_only=True)
        except (OSError, ValueError) as exc:
            raise ModelMissing(
                f"The cross-encoder {name} is not on this machine.",
                hint="Name the folder of one in BOARD_PAPERS_CROSS_ENCODER, or unset it to do without.",
            ) from exc

    def scores(self, question: str, texts: Sequence[str]) -> list[float]:
        """A score for each text, higher is better."""
        if not texts:
            return []
        found = self._model.predict([(question, text) for text in texts], show_progress_bar=False)
        return [float(score) for score in found.reshape(len(texts), -1)[:, 0]]
