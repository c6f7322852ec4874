"""A cross-encoder that is named ranks the best hits again. The one here has made-up weights: only the way is tested."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from corpus.errors import ModelMissing
from indexer.build import stamp_of
from indexer.passages.embedding import MiniLM
from indexer.store import PUBLIC, Store
from retriever.cross_encoder import CrossEncoder
from retriever.search import READ_TOGETHER, Retriever

QUESTION = "What was decided about the baths?"


class LovesTheLast:
    """Likes the last passage that it is given, and no other."""

    def __init__(self) -> None:
        self.read: list[str] = []

    def scores(self, question: str, texts: Sequence[str]) -> list[float]:
        """1 for the last text, 0 for the others."""
        assert question == QUESTION
        self.read = list(texts)
        return [float(n == len(texts) - 1) for n in range(len(texts))]


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a cross-encoder of two layers and random weights."""
    import torch
    from transformers import BertConfig, BertForSequenceClassification, BertTokenizer

    folder = tmp_path_factory.mktemp("cross-encoder")
    words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *"what was decided about the baths lamp".split()]
    (folder / "vocab.txt").write_text("\n".join(words), encoding="utf-8")
    BertTokenizer(str(folder / "vocab.txt")).save_pretrained(folder)
    torch.manual_seed(1)
    shape = BertConfig(
        vocab_size=len(words),
        hidden_size=16,
        num_hidden_layers=2,
        num_attention_heads=2,
        intermediate_size=16,
        num_labels=1,
    )
    BertForSequenceClassification(shape).save_pretrained(folder)
    return folder


def test_a_folder_with_a_model_gives_a_score_a_text(tiny: Path) -> None:
    model = CrossEncoder(str(tiny))
    first, second = model.scores(QUESTION, ["the baths", "the lamp the lamp"])
    assert first != second
    assert model.scores(QUESTION, []) == []


def test_a_model_that_is_not_here_is_named_and_not_fetched() -> None:
    with pytest.raises(ModelMissing, match="no/such-model is not on this machine"):
        CrossEncoder("no/such-model")


def test_the_hits_are_ranked_again_by_it_and_none_is_lost(sample_index: Path) -> None:
    embedder, reranker = MiniLM(), LovesTheLast()
    with Store(sample_index, stamp_of(embedder)) as store:
        plain = Retriever(store, embedder, right=PUBLIC)
        question = plain.understand(QUESTION)
        before = plain.search(question, limit=1000)
        after = Retriever(store, embedder, right=PUBLIC, reranker=reranker).search(question, limit=1000)
    assert {hit.passage.text.casefold() for hit in before} == {hit.passage.text.casefold() for hit in after}
    assert reranker.read[0] == before[0].passage.text_to_embed
    assert len(reranker.read) == READ_TOGETHER
    assert after[0].passage.text_to_embed == reranker.read[-1]
    assert "read together" in after[0].why
