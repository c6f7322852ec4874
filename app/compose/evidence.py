"""Evidence: the sentences of the found passages that bear on a question, best first."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from indexer.embedding import Embedder
from indexer.passages import Passage
from indexer.sections import SectionKind
from indexer.sentences import sentences
from retriever.questions import Question, QuestionKind
from retriever.search import Hit
from retriever.words import content_words, stem

PASSAGES_READ = 14  # the best hits whose sentences are weighed
LONGEST_QUOTE = 420  # characters of one quoted sentence
FEWEST_WORDS = 4  # a shorter piece says nothing by itself

Rarity = Callable[[str], float]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence of a passage with how well it answers: `score` (higher is better) is `meaning` (cosine to the
    question) and `coverage` (share of the question's terms, the rare ones counting more, in the sentence and its
    headings) taken together with the rank of its passage."""

    sentence: str
    passage: Passage
    score: float
    meaning: float
    coverage: float


def weigh(question: Question, hits: Sequence[Hit], *, embedder: Embedder, rarity: Rarity) -> list[Evidence]:
    """The sentences of the best hits, best first; `rarity` gives the weight of a stem."""
    pairs = [(sentence, hit) for hit in hits[:PASSAGES_READ] for sentence in _quotable(hit.passage.text)]
    if not pairs:
        return []
    vectors = embedder.embed([question.search_text, *(sentence for sentence, _ in pairs)])
    meaning = vectors[1:] @ vectors[0]
    wanted = _wanted(question, rarity)
    top = hits[0].score or 1.0
    found = []
    for (sentence, hit), cosine in zip(pairs, meaning.tolist(), strict=True):
        coverage = _coverage(wanted, sentence, hit.passage)
        fit = _fits_kind(question, sentence, hit.passage)
        score = 0.45 * cosine + 0.35 * coverage + 0.25 * hit.score / top + fit
        found.append(Evidence(sentence, hit.passage, score, cosine, coverage))
    return sorted(found, key=lambda evidence: -evidence.score)


def _quotable(text: str) -> Iterator[str]:
    for sentence in sentences(text):
        if len(sentence.split()) >= FEWEST_WORDS or re.search(r"\d", sentence):
            yield sentence


def _wanted(question: Question, rarity: Rarity) -> dict[str, float]:
    """The stems asked for with their weights; those taken over from earlier questions count half."""
    weights = {stem(term): rarity(term) for term in question.terms}
    for term in question.context_terms:
        weights.setdefault(stem(term), rarity(term) / 2)
    return weights


def _coverage(wanted: Mapping[str, float], sentence: str, passage: Passage) -> float:
    total = sum(wanted.values())
    if not total:
        return 0.0
    inside = {stem(word) for word in content_words(sentence)}
    around = {stem(word) for word in content_words(f"{passage.title} {passage.heading}")}
    got = sum(w if s in inside else w / 2 if s in around else 0.0 for s, w in wanted.items())
    return float(got / total)


QUANTITY = re.compile(
    r"\bhow (?:much|many|long|big|large|often)\b|\bwhat (?:\w+ )?(?:percentage|proportion|share|figure|rate|number|total)\b",
    re.I,
)
WHEN = re.compile(r"\bwhen\b|\bwhat date\b|\bwhich (?:date|year|month)\b|\bby what date\b", re.I)
FIGURE = re.compile(r"\d")
A_DATE = re.compile(
    r"\b(?:19|20)\d\d\b|\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
DECIDED = re.compile(
    r"\b(?:resolved|agreed|approved|noted|ordered|endorsed|adopted|deferred|referred|confirmed|delegat\w+|supported|recommend\w*)\b",
    re.I,
)


def _fits_kind(question: Question, sentence: str, passage: Passage) -> float:
    """A small gain for a sentence of the form that the question asks for."""
    gain = 0.0
    if QUANTITY.search(question.text) and FIGURE.search(sentence):
        gain += 0.08
    if WHEN.search(question.text) and A_DATE.search(sentence):
        gain += 0.08
    if question.kind is QuestionKind.DECISION and DECIDED.search(sentence):
        gain += 0.08 if passage.section.kind is SectionKind.MINUTES else 0.04
    return gain


def varied(evidence: Sequence[Evidence], *, most: int, budget: int) -> list[Evidence]:
    """Up to `most` sentences within `budget` characters, each saying something the ones before did not."""
    chosen: list[Evidence] = []
    said: list[set[str]] = []
    left = budget
    for piece in evidence:
        if len(chosen) == most:
            break
        stems = {stem(word) for word in content_words(piece.sentence)}
        if len(piece.sentence) > min(left, LONGEST_QUOTE * 2) or any(_alike(stems, other) > 0.7 for other in said):
            continue
        chosen.append(piece)
        said.append(stems)
        left -= len(piece.sentence)
    return chosen


def _alike(a: set[str], b: set[str]) -> float:
    return len(a & b) / max(1, min(len(a), len(b)))
