"""What a question seeks - the thing counted, the rating, the post - and whether anything found gives it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.compose.evidence import Evidence
from app.compose.forms import form_of
from indexer.passages.embedding import Embedder
from retriever.coverage import Rarity, covered, wanted
from retriever.periods import MONTHS
from retriever.question_forms import Ask
from retriever.questions import Question
from retriever.words import content_words, stem, words

# Share of the rest of the question that must stand around what is sought, and the cosine from which on two words mean
# the same: "homes" and "households" have 0.7. Half the share declines too few; half as much again loses answers.
AROUND = 0.2
ALIKE = 0.7
COMPARED = 6  # places whose words are compared by meaning where the very word stands in none

ANYBODY = frozenset(map(stem, "people person persons residents members times cases staff".split()))
MEASURES = frozenset(map(stem, "percentage proportion share figure number total amount money cost worth give".split()))


@dataclass(frozen=True, slots=True)
class Sought:
    """The one thing that a question seeks, in words and their stems, and the weights of the words about it."""

    words: tuple[str, ...]
    stems: frozenset[str]
    matter: Mapping[str, float]

    @classmethod
    def of(cls, question: Question, rarity: Rarity) -> Sought | None:
        """What is sought; None where the question asks for no form, or for two things."""
        if form_of(question) is None or Ask.TWICE in question.reading.asks:
            return None
        sought = _sought(question)
        left_out = _stems(sought) | MEASURES | _stems(MONTHS)
        weights = wanted(question, rarity, places=False)
        matter = {word: n for word, n in weights.items() if word not in left_out and not word[:1].isdigit()}
        return cls(tuple(sought), frozenset(_stems(sought)), matter)

    def about(self, piece: Evidence) -> float:
        """The share (0 to 1) of the matter that stands in a piece and the headings over it."""
        return covered(self.matter, _near(piece)) if self.matter else 1.0

    def given_by(self, piece: Evidence) -> bool:
        """True where a piece has the form asked for, and the very words sought with enough of the matter."""
        return piece.fits and self.about(piece) >= AROUND and self.stems <= _stems(content_words(_near(piece)))


def is_given(sought: Sought, evidence: Sequence[Evidence], *, embedder: Embedder) -> bool:
    """False where what is sought stands in no place that has the form asked for and the matter about it."""
    if any(map(sought.given_by, evidence)):
        return True
    about = [(sought.about(piece), _near(piece)) for piece in evidence if piece.fits]
    nearest = sorted((place for place in about if place[0] >= AROUND), key=lambda place: -place[0])[:COMPARED]
    return bool(sought.words) and any(_likeness(sought.words, near, embedder) >= ALIKE for _, near in nearest)


def _near(piece: Evidence) -> str:
    return " ".join((piece.sentence, piece.passage.title, piece.passage.heading))


def _sought(question: Question) -> list[str]:
    """The words for the thing that is counted, rated, paid or held.

    None where the form of the question is not known.
    """
    if question.reading.form == "appointed":  # the verb of the question is one of many for it
        return []
    named = _stems(word for name in (*question.organisations, *question.bodies) for word in words(name))
    sought = [word for word in question.reading.sought if stem(word) not in named]
    return [word for word in sought if stem(word) not in ANYBODY] or sought


def _likeness(sought: Sequence[str], near: str, embedder: Embedder) -> float:
    """The mean, over the words sought, of the cosine to the word nearest in meaning."""
    there = [word for word in content_words(near) if word[0].isalpha()]
    if not there:
        return 0.0
    vectors = embedder.embed([*sought, *there])
    cosines = (vectors[: len(sought)] @ vectors[len(sought) :].T).max(axis=1)
    return float(cosines.mean())


def _stems(some: Iterable[str]) -> set[str]:
    return {stem(word) for word in some}
