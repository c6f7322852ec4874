"""Search: a Question in, ranked Hits out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest

from indexer.passages.embedding import EmbeddedQuestion, Embedder
from indexer.passages.passage import Passage
from indexer.sections.section import SectionKind
from indexer.store import ANYWHERE, AnyStore, Right, Version, Weights, Where
from retriever.coverage import covered, wanted
from retriever.cross_encoder import Reranker
from retriever.fusion import K, reciprocal_rank
from retriever.late_interaction import max_sim, standardised, token_weights
from retriever.questions import Question, QuestionKind, understand
from retriever.vocabulary import Vocabulary, learn
from retriever.words import content_words

POOL = 120  # passages that each search puts forward
# A word in a title says more than one in the text; the context repeats whose paper it is on every passage.
KEYWORD_WEIGHTS = Weights(context=0.5, title=2.0, heading=1.5, text=1.0)

ELSEWHERE = 0.5  # weight of the search by meaning anywhere, beside that in the place which the question names

# Shares of the best possible fused score that a passage gains for standing where the question points.
ORGANISATION = 0.35
BODY = 0.15
PERIOD = 0.4
KIND = 0.3
COVERAGE = 0.8  # where a passage holds every word of the question
INTERACTION = 0.3  # for each standard deviation that a passage is nearer, token by token, than the others of the pool
COMPARED = 150  # best hits that are compared token by token
READ_TOGETHER = 40  # hits that a cross-encoder reads, where one is set
TOGETHER = 0.3  # for each standard deviation that it finds a passage better than the others
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

    def __init__(self, store: AnyStore, embedder: Embedder, *, right: Right, reranker: Reranker | None = None) -> None:
        """Takes the store, the model of its vectors, the right of who asks, and a `reranker` for the best hits, if
        any.
        """
        self._reranker = reranker
        self._store = store
        self._embedder = embedder
        self._right = right
        self._learnt: tuple[Version, Vocabulary] | None = None

    def understand(self, text: str, history: Sequence[str] = ()) -> Question:
        """The question made whole, with the names and acronyms of the papers that are indexed now."""
        return understand(text, history, vocabulary=self.vocabulary())

    def vocabulary(self) -> Vocabulary:
        """What the indexed papers teach: names, acronyms, rare words; learnt again after a sync."""
        version = self._store.version()
        if self._learnt is None or self._learnt[0] != version:
            self._learnt = (version, learn(self._store, self._right))
        return self._learnt[1]

    def search(self, question: Question, *, where: Where = ANYWHERE, limit: int = 40) -> list[Hit]:
        """Up to `limit` hits, best first; `where` shuts out, what the question names only draws up."""
        embedded = self._embedder.embed_question(question.search_text)
        hits = self._first(question, self._candidates(question, embedded, where))
        hits = self._by_token(question, embedded, hits)
        hits = self._read_together(question, hits)
        return list(_distinct(_by_turns(question, hits)))[:limit]

    def _candidates(self, question: Question, embedded: EmbeddedQuestion, where: Where) -> dict[int, float]:
        """What the two searches put forward, by id, with a fused score of 1 for what is first in both."""
        right, place = self._right, _place(question, where)
        dense = [id_ for id_, _ in self._store.nearest(embedded.vector, POOL, right=right, where=place)]
        keyword = self._by_keyword(question, right, place)
        rankings = [(dense, 1.0), (keyword, 1.0)]
        if place != where:  # the question may name one place and be about another: its meaning is looked for anywhere
            anywhere = self._store.nearest(embedded.vector, POOL, right=right, where=where)
            rankings.append(([id_ for id_, _ in anywhere if id_ not in set(dense)], ELSEWHERE))
        best = 2.0 / (K + 1)
        return {id_: score / best for id_, score in reciprocal_rank(rankings).items()}

    def _first(self, question: Question, fused: Mapping[int, float]) -> list[Hit]:
        """The candidates with what each gains for where it stands and for the words it holds, best first."""
        weights = wanted(question, self.vocabulary().rarity)
        superseded = self._store.superseded(right=self._right)
        hits = []
        for passage in self._store.passages(list(fused), right=self._right):
            why = {"fused": fused[passage.id or 0], **_drawn(question, passage), **_held(weights, passage)}
            if passage.section in superseded:
                why["superseded"] = SUPERSEDED
            hits.append(Hit(passage, sum(why.values()), why))
        return sorted(hits, key=lambda hit: -hit.score)

    def _by_token(self, question: Question, embedded: EmbeddedQuestion, hits: Sequence[Hit]) -> list[Hit]:
        """The hits, the best of them ranked again by how near they are to the question token by token."""
        weights = token_weights(question.search_text, embedded, self.vocabulary().rarity)
        signs = self._store.signs([hit.passage.id or 0 for hit in hits[:COMPARED]], right=self._right)
        near = max_sim(embedded, weights, signs)
        return _again(hits, near, INTERACTION, "interaction")

    def _read_together(self, question: Question, hits: Sequence[Hit]) -> list[Hit]:
        """The hits, the best of them ranked again by a cross-encoder where one is set."""
        if self._reranker is None:
            return list(hits)
        best = hits[:READ_TOGETHER]
        scores = self._reranker.scores(question.search_text, [hit.passage.text_to_embed for hit in best])
        found = {hit.passage.id or 0: score for hit, score in zip(best, scores, strict=True)}
        return _again(hits, found, TOGETHER, "read together")

    def _by_keyword(self, question: Question, right: Right, where: Where) -> list[int]:
        terms = [*question.terms, *question.context_terms]
        terms += [right for _, right in question.corrections]
        for expansion in question.expansions:
            terms += [word for word in content_words(expansion) if word not in terms]
        found = self._store.search_text(terms, limit=POOL, right=right, where=where, weights=KEYWORD_WEIGHTS)
        return [id_ for id_, _ in found]


def _place(question: Question, where: Where) -> Where:
    """The limits of a search in the place that the question names, inside those that the person set."""
    if where.organisations or where.bodies:
        return where
    if question.organisations:
        return replace(where, organisations=question.organisations)
    return replace(where, bodies=question.bodies)


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


def _again(hits: Sequence[Hit], scores: Mapping[int, float], share: float, reason: str) -> list[Hit]:
    """The hits that have another score ranked by both, before those that have none.

    The other counts by its deviation.
    """
    gains = standardised(scores)
    ranked = []
    for hit in hits:
        if (gain := gains.get(hit.passage.id or 0)) is not None:
            ranked.append(Hit(hit.passage, hit.score + share * gain, {**hit.why, reason: share * gain}))
    rest = [hit for hit in hits if hit.passage.id not in gains]
    return [*sorted(ranked, key=lambda hit: -hit.score), *rest]


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
