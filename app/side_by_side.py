"""SideBySide: one question to many councils - each answers from its own papers, with its own citations.

One search over all of them finds which councils have something on it; each is then asked by itself. So no sentence is
ever put together from two councils, and each is understood with its own names, acronyms and forms.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from app.answers.answer import Answer
from app.answers.filters import Filters
from app.assistant import EVERYTHING, Assistant
from corpus.errors import WrongInput
from corpus.settings import Settings
from indexer.build import stamp_of
from indexer.passages.embedding import Embedder
from indexer.store.served.across import Across
from indexer.store.served.index import ServedIndex
from retriever.fusion import reciprocal_rank
from retriever.search import KEYWORD_WEIGHTS, POOL
from retriever.words import content_words

MOST_COUNCILS = 5  # that are asked where nobody names any: those whose passages fit best
COUNTED = 3  # best passages of a council by which it is chosen
OPENED = 32  # councils whose vocabulary and records stay in memory


@dataclass(frozen=True, slots=True)
class CouncilAnswer:
    """What one council's papers say."""

    council: str
    answer: Answer


class SideBySide:
    """Asks what the public may see of each council in the database of the store."""

    def __init__(self, settings: Settings, embedder: Embedder) -> None:
        """Take the settings, which must name a database; raises WrongInput where they do not."""
        if not settings.store.url:
            raise WrongInput(
                "There is one council in this index.", hint="Many are asked where BOARD_PAPERS_STORE is set."
            )
        self._settings = settings
        self._embedder = embedder
        self._across = Across(settings.store.read_url or settings.store.url)
        self._assistant = lru_cache(maxsize=OPENED)(self._opened)

    def ask(self, question: str, councils: Sequence[str] = (), *, filters: Filters = EVERYTHING) -> list[CouncilAnswer]:
        """The answer of each of these councils in their order; without any, of those that fit best and can answer.

        Raises WrongInput for a council that is not in the database.
        """
        known = self._across.councils()
        if unknown := [one for one in councils if one not in known]:
            raise WrongInput(
                f"There are no papers of {unknown[0]!r}.", hint=f"There are those of {', '.join(known[:9])}."
            )
        asked = list(councils) or self.likely(question)
        found = [CouncilAnswer(one, self._assistant(one).ask(question, filters=filters)) for one in asked]
        return found if councils else [one for one in found if one.answer.answered]

    def likely(self, question: str) -> list[str]:
        """The councils whose passages fit a question best, the best first."""
        vector = self._embedder.embed_question(question).vector
        near = [(one.council, one.passage) for one in self._across.nearest(vector, POOL)]
        words = self._across.search_text(content_words(question), limit=POOL, weights=KEYWORD_WEIGHTS)
        numbers: dict[tuple[str, int], int] = {}
        rankings = [
            [numbers.setdefault(one, len(numbers)) for one in ranking]
            for ranking in (near, [(one.council, one.passage) for one in words])
        ]
        fused = reciprocal_rank([(ranking, 1.0) for ranking in rankings])
        scores: dict[str, list[float]] = defaultdict(list)
        for (council, _), number in numbers.items():
            scores[council].append(fused[number])
        best = {council: sum(sorted(found, reverse=True)[:COUNTED]) for council, found in scores.items()}
        return sorted(best, key=lambda one: (-best[one], one))[:MOST_COUNCILS]

    def _opened(self, council: str) -> Assistant:
        store = self._settings.store
        index = ServedIndex(self._settings.index, store.url, council, store.read_url)
        return Assistant(index.open(stamp_of(self._embedder)), self._embedder, corpus=self._settings.corpus)
