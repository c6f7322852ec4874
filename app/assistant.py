"""Assistant: a question in, a proved Answer out; the one place where the parts are put together."""

from __future__ import annotations

import re
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from app.answers import Answer
from app.compose import compose
from app.filters import Filters
from app.holdings import Holdings
from app.proof import prove
from app.settings import Settings
from corpus.errors import WrongInput
from indexer.embedding import Embedder, MiniLM
from indexer.store import PUBLIC, Right, Store, Where
from retriever.questions import understand
from retriever.search import Retriever

LONGEST_QUESTION = 2000  # characters; the rest of a longer one is not read
MOST_PASSAGES = 40


class Assistant:
    """Answers questions over one index for people with one right to see."""

    def __init__(self, store: Store, embedder: Embedder, *, corpus: Path, right: Right = PUBLIC) -> None:
        self._store = store
        self._embedder = embedder
        self._retriever = Retriever(store, embedder)
        self._corpus = corpus
        self._right = right

    def ask(self, question: str, history: Sequence[str] = (), *, filters: Filters = Filters()) -> Answer:
        """The answer, every quote of it checked against its page; raises WrongInput where nothing is asked."""
        started = time.perf_counter()
        text = _readable(question)
        asked = understand(text, [_readable(h) for h in history if h.strip()], vocabulary=self._retriever.vocabulary())
        hits = self._retriever.search(asked, right=self._right, where=_where(filters), limit=MOST_PASSAGES)
        draft = compose(asked, hits, embedder=self._embedder, rarity=self._retriever.rarity, holdings=self.holdings)
        proved = prove(draft, self.page_text)
        return Answer(
            question=text,
            text=proved.text,
            answered=proved.answered,
            kind=draft.kind,
            citations=proved.citations,
            passages=tuple(hit.passage for hit in hits),
            scores=tuple(hit.score for hit in hits),
            seconds=time.perf_counter() - started,
        )
