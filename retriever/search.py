"""Search: a Question in, ranked Hits out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from indexer.embedding import EmbeddedQuestion, Embedder
from indexer.passages import Passage
from indexer.sections import SectionKind
from indexer.store import ANYWHERE, Right, Store, Weights, Where
from retriever.coverage import covered, wanted
from retriever.fusion import reciprocal_rank
from retriever.late_interaction import max_sim, standardised, token_weights
from retriever.questions import Question, QuestionKind, understand
from retriever.vocabulary import Vocabulary, learn
from retriever.words import content_words

POOL = 120  # passages that each search puts forward
# A word in a title says more than one in the text; the context repeats whose paper it is on every passage.
KEYWORD_WEIGHTS = Weights(context=0.5, title=2.0, heading=1.5, text=1.0)

# Shares of the best possible fused score that a passage gains for standing where the question points.
ORGANISATION = 0.35
BODY = 0.15
PERIOD = 0.4
KIND = 0.3
COVERAGE = 0.8  # where a passage holds every word of the question
INTERACTION = 0.3  # for each standard deviation that a passage is nearer, token by token, than the others of the pool
SUPERSEDED = -0.5  # what was replaced is found, below what replaced it
BY_TURNS = 6  # passages of each period that come first, by turns, where a question names several

# Where each kind of answer usually stands.
HOMES: dict[QuestionKind, frozenset[SectionKind]] = {
    QuestionKind.DECISION: frozenset({SectionKind.MINUTES, SectionKind.DECISION_RECORD}),
    QuestionKind.OVERVIEW: frozenset({SectionKind.REPORT}),
    QuestionKind.LIST: frozenset({SectionKind.FRONT_SHEET, SectionKind.MINUTES}),
}


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that was found, its score (higher is better, 1 about the best possible), and why it was found."""

    passage: Passage
    score: float
    why: dict[str, float] = field(default_factory=dict)


class Retriever:
    """Searches one store, dense and by keyword, and prefers what stands where the question points."""

    def __init__(self, store: Store, embedder: Embedder, *, right: Right) -> None:
        self._store = store
        self._embedder = embedder
        self._right = right
        self._learnt: tuple[int, Vocabulary] | None = None

    def understand(self, text: str, history: Sequence[str] = ()) -> Question:
        """The question made whole, with the names and acronyms of the papers that are held now."""
        return understand(text, history, vocabulary=self.vocabulary())

    def vocabulary(self) -> Vocabulary:
        """What the papers held now teach: names, acronyms, rare words; learnt anew after a sync."""
        revision = self._store.revision()
        if self._learnt is None or self._learnt[0] != revision:
            self._learnt = (revision, learn(self._store, self._right))
        return self._learnt[1]

    def search(self, question: Question, *, where: Where = ANYWHERE, limit: int = 40) -> list[Hit]:
        """Up to `limit` hits, best first; `where` shuts out, what the question names only draws up."""
        right = self._right
        embedded = self._embedder.embed_question(question.search_text)
        dense = [id_ for id_, _ in self._store.nearest(embedded.vector, POOL, right=right, where=where)]
        keyword = self._by_keyword(question, right, where)
        fused = reciprocal_rank([(dense, 1.0), (keyword, 1.0)])
        if not fused:
            return []
        best = 2.0 / 61  # first in both rankings
        weights = wanted(question, self.vocabulary().rarity)
        near = self._by_token(question, embedded, list(fused), right)
        superseded = self._store.superseded(right=right)
        passages = {p.id: p for p in self._store.passages(list(fused), right=right)}
        hits = [
            Hit(passage, sum(why.values()), why)
            for id_, passage in passages.items()
            if id_ is not None
            for why in [
                {
                    "fused": fused[id_] / best,
                    **_drawn(question, passage),
                    **_held(weights, passage),
                    "interaction": INTERACTION * near.get(id_, 0.0),
                    **({"superseded": SUPERSEDED} if passage.section in superseded else {}),
                }
            ]
        ]
        hits.sort(key=lambda hit: -hit.score)
        return list(_distinct(_by_turns(question, hits)))[:limit]

    def _by_token(
        self, question: Question, embedded: EmbeddedQuestion, ids: list[int], right: Right
    ) -> dict[int, float]:
        """How much nearer than the others each passage is to the question, token by token."""
        weights = token_weights(question.search_text, embedded, self.vocabulary().rarity)
        return standardised(max_sim(embedded, weights, self._store.signs(ids, right=right)))

    def _by_keyword(self, question: Question, right: Right, where: Where) -> list[int]:
        terms = [*question.terms, *question.context_terms]
        terms += [right for _, right in question.corrections]
        for expansion in question.expansions:
            terms += [word for word in content_words(expansion) if word not in terms]
        found = self._store.search_text(terms, limit=POOL, right=right, where=where, weights=KEYWORD_WEIGHTS)
        return [id_ for id_, _ in found]


def _drawn(question: Question, passage: Passage) -> dict[str, float]:
    """What a passage gains for standing where the question points, by reason."""
    meeting = passage.section.meeting
    gains = {}
    if question.organisations and meeting.organisation in question.organisations:
        gains["organisation"] = ORGANISATION
    if question.bodies and meeting.body in question.bodies:
        gains["body"] = BODY
    if any(period.holds(meeting.held_on) for period in question.periods):
        gains["period"] = PERIOD
    if passage.section.kind in HOMES.get(question.kind, ()):
        gains["kind"] = KIND
    return gains


def _held(weights: Mapping[str, float], passage: Passage) -> dict[str, float]:
    """What a passage gains for the words of the question that it holds, the rare ones most."""
    return {"coverage": COVERAGE * covered(weights, passage.text, (passage.title, passage.heading))}


def _by_turns(question: Question, hits: Sequence[Hit]) -> list[Hit]:
    """The hits, those of each period that the question names first by turns: a comparison needs all its sides."""
    if len(question.periods) < 2:
        return list(hits)
    sides = [
        [hit for hit in hits if period.holds(hit.passage.section.meeting.held_on)][:BY_TURNS]
        for period in question.periods
    ]
    first = [hit for turn in zip_longest(*sides) for hit in turn if hit]
    return [*first, *(hit for hit in hits if hit not in first)]


def _distinct(hits: Sequence[Hit]) -> Iterator[Hit]:
    """The hits without those that say word for word what a better one says."""
    seen: set[str] = set()
    for hit in hits:
        text = " ".join(hit.passage.text.lower().split())
        if text not in seen:
            seen.add(text)
            yield hit
