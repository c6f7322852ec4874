"""Coverage: how much of what a question asks about a text holds, the rare words counting more."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from retriever.questions import Question
from retriever.words import WRITTEN_FOR, stem, stems, words

Rarity = Callable[[str], float]

TAKEN_OVER = 0.5  # weight of a word from an earlier question, beside one of the question itself
WRITTEN = 0.8  # weight of a more formal word for one of the question
AROUND = 0.5  # weight of a word that stands around a text, in its headings, beside one in it


def wanted(question: Question, rarity: Rarity, *, places: bool = True) -> dict[str, float]:
    """The weight of each stem that a question asks for; without `places` the words that name whose papers are meant."""
    weights = {stem(term): rarity(term) for term in question.terms}
    for term in question.context_terms:
        weights.setdefault(stem(term), rarity(term) * TAKEN_OVER)
    if not places:
        named = {stem(word) for name in (*question.organisations, *question.bodies) for word in words(name)}
        weights = {word: weight for word, weight in weights.items() if word not in named}
    return weights


def covered(weights: Mapping[str, float], text: str, around: Iterable[str] = ()) -> float:
    """The share (0 to 1) of the wanted weight that stands in a text; what stands only around it counts half."""
    total = sum(weights.values())
    if not total:
        return 0.0
    inside = stems(text)
    outside = frozenset[str]().union(*map(stems, around))
    return sum(w * _share_of(s, inside, outside) for s, w in weights.items()) / total


def _share_of(word: str, inside: frozenset[str], outside: frozenset[str]) -> float:
    """How far a stem stands in a text, or a more formal word for it does; half as far where it stands around it."""
    if word in inside:
        return 1.0
    written = WRITTEN_FOR.get(word, frozenset[str]())
    if not written.isdisjoint(inside):
        return WRITTEN
    return AROUND if word in outside or not written.isdisjoint(outside) else 0.0
