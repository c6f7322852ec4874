"""Passages by the thousand -> token vectors of all-MiniLM-L6-v2 with torch: the steps of question_encoder, as quick as
the processor allows.

Written out here, because sentence-transformers takes four seconds of processor time to load and half as much again for
each passage: it pads a batch to its longest text.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import torch
from safetensors.torch import load_file
from tokenizers import Encoding, Tokenizer
from torch import Tensor
from torch.nn.functional import embedding, gelu, layer_norm, linear, scaled_dot_product_attention

from indexer.passages.question_encoder import Encoded


class PassageEncoder:
    """A BERT encoder as its configuration describes it; safe to share between threads, since it keeps nothing."""

    def __init__(self, folder: Path) -> None:
        """Load the weights and the tokenizer of the model in `folder`; raises OSError when a file is missing."""
        # One core a text and a thread a core: threads inside the model wait for each other at every layer, which on a
        # busy machine made a question of 16 sentences 500 ms instead of 70, and indexing a third slower on any.
        torch.set_num_threads(1)
        config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
        setting = json.loads((folder / "sentence_bert_config.json").read_text(encoding="utf-8"))
        self._heads: int = config["num_attention_heads"]
        self._layers: int = config["num_hidden_layers"]
        self._tiny: float = config["layer_norm_eps"]
        # Measured: 0.55 of the time of fp32 where the processor multiplies bf16, cosine to fp32 above 0.9999.
        quick = bool(getattr(torch.cpu, "_is_avx512_bf16_supported", lambda: False)())
        dtype = torch.bfloat16 if quick else torch.float32
        self._weights = {
            name: weights.to(dtype) if weights.is_floating_point() else weights
            for name, weights in load_file(folder / "model.safetensors").items()
        }
        for layer in range(self._layers):
            for kind in ("weight", "bias"):
                attention = f"encoder.layer.{layer}.attention.self"
                parts = [self._weights.pop(f"{attention}.{part}.{kind}") for part in ("query", "key", "value")]
                self._weights[f"{attention}.{kind}"] = torch.cat(parts)  # one product instead of three
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(setting["max_seq_length"])

    def encode(self, texts: Sequence[str]) -> list[Encoded]:
        """Return each text token by token; what goes beyond 256 tokens is cut."""
        read = self._tokenizer.encode_batch(list(texts))
        if not read:
            return []
        lengths = [len(one.ids) for one in read]
        with torch.inference_mode():
            states = self._embedded(read, lengths)
            for layer in range(self._layers):
                states = self._layer(f"encoder.layer.{layer}", states, lengths)
            parts = [part.numpy() for part in states.float().split(lengths)]
        return [Encoded(part, tuple(one.offsets)) for part, one in zip(parts, read, strict=True)]

    def _embedded(self, read: Sequence[Encoding], lengths: Sequence[int]) -> Tensor:
        """Return the first state of all tokens, text below text: none is padded to another's length."""
        words = torch.tensor([number for one in read for number in one.ids])
        places = torch.cat([torch.arange(length) for length in lengths])
        states = embedding(words, self._weights["embeddings.word_embeddings.weight"])
        states = states + embedding(places, self._weights["embeddings.position_embeddings.weight"])
        return self._normed(
            "embeddings.LayerNorm", states + self._weights["embeddings.token_type_embeddings.weight"][0]
        )

    def _layer(self, name: str, states: Tensor, lengths: Sequence[int]) -> Tensor:
        """Return the states after one layer: attention within each text, then what every token does alone."""
        asked = self._dense(f"{name}.attention.self", states)
        seen = torch.cat([self._attended(part) for part in asked.split(list(lengths))])
        states = self._normed(
            f"{name}.attention.output.LayerNorm", states + self._dense(f"{name}.attention.output.dense", seen)
        )
        inner = gelu(self._dense(f"{name}.intermediate.dense", states))
        return self._normed(f"{name}.output.LayerNorm", states + self._dense(f"{name}.output.dense", inner))

    def _attended(self, asked: Tensor) -> Tensor:
        """Return (t, 384): for each token of one text, what it takes over from all of them, head by head."""
        query, key, value = asked.view(1, len(asked), 3, self._heads, -1).permute(2, 0, 3, 1, 4)
        return scaled_dot_product_attention(query, key, value)[0].transpose(0, 1).reshape(len(asked), -1)

    def _dense(self, name: str, states: Tensor) -> Tensor:
        return linear(states, self._weights[f"{name}.weight"], self._weights[f"{name}.bias"])

    def _normed(self, name: str, states: Tensor) -> Tensor:
        weight, bias = self._weights[f"{name}.weight"], self._weights[f"{name}.bias"]
        return layer_norm(states, weight.shape, weight, bias, self._tiny)
