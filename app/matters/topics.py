"""Topic: what somebody wants to follow, and whether a text is about it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import filterfalse, pairwise

from corpus.papers import Meeting
from indexer.forms.subjects import OF_THE_PAPER
from indexer.items.sentences import sentences
from retriever.coverage import covered, wanted
from retriever.questions import Question
from retriever.vocabulary import Vocabulary
from retriever.words import words

ABOUT = 0.7
"""A text with at least this share of a topic's words, by weight, is about it: three of four equally rare words."""

FEWEST_WORDS, LONGEST_QUOTE = 6, 420
"""Words and characters of a sentence that says something by itself, and is read to its end."""

SHORTEST = 4
"""Words of a sentence that says something with the next one; fewer are a number or a name."""


@dataclass(frozen=True, slots=True)
class Topic:
    """The stems of a topic's words with their weights.

    `other_names` are what else it is called, "Better Care Fund" of a BCF.
    """

    weights: dict[str, float]
    other_names: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()

    def share(self, *texts: str) -> float:
        """How much of the topic the texts name together, 0 to 1; all of it where another of its names stands there."""
        together = " ".join(texts)
        said = f" {' '.join(words(together))} "
        if any(f" {name} " in said for name in self.other_names):
            return 1.0
        return covered(self.weights, together)

    def names(self, *texts: str) -> bool:
        """Whether the texts together are about the topic."""
        return self.share(*texts) >= ABOUT

    def concerns(self, meeting: Meeting) -> bool:
        """Whether the topic names no council, or the one of the meeting."""
        return not self.organisations or not meeting.organisation or meeting.organisation in self.organisations

    def best_sentence(self, text: str) -> str:
        """The first of the sentences that name most of the topic, whole ones before labels with their figures.

        "" where none can stand by itself.
        """
        return max(quotable(text), key=lambda one: (self.share(one), one.endswith("."), ":" not in one), default="")


def quotable(text: str) -> list[str]:
    """The stretches of a text that say something by themselves and can be read to their end.

    Sentences; a short one, "The baths remain open.", with the next. Whom to ask about a paper tells nothing of it.
    """
    found = list(filterfalse(OF_THE_PAPER.match, sentences(text)))
    pairs = [_together(text, one, after) if _is_short(one) else "" for one, after in pairwise(found)]
    whole = (one for one in found if not _is_short(one))
    return [one for one in (*whole, *pairs) if one and not _is_short(one) and len(one) <= LONGEST_QUOTE]


def _is_short(sentence: str) -> bool:
    return len(sentence.split()) < FEWEST_WORDS


def _together(text: str, one: str, after: str) -> str:
    """Two sentences with what stands between them, "" where the first is no sentence or they are not found there."""
    begin = text.find(one) if one.endswith(".") and len(one.split()) >= SHORTEST else -1
    end = text.find(after, begin + len(one)) if begin >= 0 else -1
    return text[begin : end + len(after)] if end >= 0 else ""


def topic_of(question: Question, vocabulary: Vocabulary) -> Topic:
    """The topic that a question names, without the words that only say whose papers are meant."""
    weights = wanted(question, vocabulary.rarity, places=False) or wanted(question, vocabulary.rarity)
    others = (" ".join(words(name)) for name in question.expansions if _stands_for(question.terms, name))
    return Topic(weights, tuple(others), question.organisations)


def _stands_for(terms: Iterable[str], other: str) -> bool:
    """Whether one name is all that is asked for, and `other` is its short or its long form."""
    asked = list(terms)
    initials = "".join(word[0] for word in asked).lower()
    return len(asked) == 1 or initials == re.sub(r"\W", "", other).lower()
