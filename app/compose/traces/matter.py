"""Matter: what a question wants to follow - its words without those that only ask for a course - and what is about
it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from indexer.passages.passage import Passage
from retriever.coverage import Rarity, covered, wanted
from retriever.periods import MONTHS
from retriever.questions import Question
from retriever.register import OF_ANY_DECISION
from retriever.words import content_words, stem

# Words that ask how something went, or name where it did, and so are no part of its name.
ASKS = frozenset(
    map(
        stem,
        "step matter every each all deal dealt change develop development become became happen happened history "
        "since shift "
        "move moved progress evolve story far way go went come came back get got trace time timeline course role "
        "first then "
        "route process later last next between paper papers report reports reported meeting meetings board committee "
        "cabinet council panel "
        "body decide decided decision ask asked tell told say said raise raised discuss discussed".split(),
    )
)
_DATES = MONTHS.keys() | {stem(month) for month in MONTHS}


@dataclass(frozen=True, slots=True)
class Matter:
    """The weight of each stem of what is followed, and the pairs of stems that stand side by side in the question.

    Two words side by side are most often a name: an item that has them in its title is of the same matter, however
    common each of them is. `others` are further names of it, an acronym or what it stands for, as stems.
    """

    weights: dict[str, float]
    pairs: frozenset[tuple[str, str]]
    others: tuple[tuple[str, ...], ...] = ()

    def share(self, *texts: str) -> float:
        """The share (0 to 1) of the matter's words, the rare ones counting more, that the texts hold together."""
        return covered(self.weights, " ".join(texts))

    def named_in(self, text: str) -> bool:
        """Whether a name of the matter stands in the text as a whole."""
        held = _stems(text)
        said = f" {' '.join(held)} "
        return any(pair in self.pairs for pair in pairwise(held)) or any(
            f" {' '.join(name)} " in said for name in self.others
        )


def matter_of(question: Question, *, rarity: Rarity, bodies: Iterable[str], found: Iterable[Passage]) -> Matter:
    """The matter that a question follows, in such words of it as the passages found hold.

    Side by side in the name of one of the `bodies`, two words name that body.
    """
    asked = wanted(question, rarity, places=False) or wanted(question, rarity)
    held = {one for passage in found for one in _stems(f"{passage.title} {passage.heading} {passage.text}")}
    every = {word: weight for word, weight in asked.items() if word in held} or asked
    weights = {
        word: weight
        for word, weight in every.items()
        if not (word in ASKS | OF_ANY_DECISION | _DATES or word.isdigit())
    }
    own = weights or every
    of_bodies = [set(_stems(body)) for body in bodies]
    pairs = frozenset(
        pair
        for pair in pairwise(question.reading.stems)
        if own.keys() >= set(pair) and not any(set(pair) <= body for body in of_bodies)
    )
    others = tuple(name for expansion in question.expansions if (name := tuple(_stems(expansion))))
    return Matter(own, pairs, others)


def _stems(text: str) -> list[str]:
    return [stem(word) for word in content_words(text)]
