"""Pairs: which titles of one organisation name one matter, by their words and by what their texts mean."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from indexer.linking.matters.came import Came, Union
from indexer.linking.matters.subjects import SURE, Subject, weight

MOSTLY = 0.6
"""Two titles name one thing if they share at least this part of the words of both."""

BY_MEANING = 0.45
"""The same where their texts mean much the same as well."""

ALIKE = 0.75
"""Two texts mean much the same if their cosine is at least this."""

USUAL = 40
"""Subjects that share a stem: one in more of them tells nothing by itself."""


@dataclass(slots=True)
class Pairs:
    """The subjects of an organisation, each with the first item that bears it, and what is put together so far.

    `near` are the pairs that are compared: they share a word that names no sort of thing.
    """

    subjects: list[Subject]
    bearer: dict[Subject, int]
    union: Union
    near: list[tuple[Subject, Subject]] = field(init=False)

    def __post_init__(self) -> None:
        self.near = self._near()

    def by_title(self) -> None:
        """Puts together titles of which one names all that the other does, or both mostly the same."""
        for one, other in self.near:
            shared = set(one.stems) & set(other.stems)
            told = weight(shared)
            least = min(weight(one.stems), weight(other.stems))
            # "Budget 2031" and "Budget 2032" share all but the year, which sets them apart.
            if told < SURE or one.apart(other):
                continue
            # "Quay wall" is within "Quay wall: tender", and "Quay wall repairs" mostly is "Repairs to the quay wall,
            # phase 2".
            if told >= 0.99 * least or told >= MOSTLY * weight(set(one.stems) | set(other.stems)):
                self._together(one, other)

    def by_meaning(self, means: Mapping[Subject, NDArray[np.float32]]) -> None:
        """Puts together titles that share a name's word and whose texts mean much the same."""
        for one, other in self.near:
            # A title alone has no text whose meaning could be compared: the line of an agenda, a heading.
            if one.apart(other) or one not in means or other not in means:
                continue
            told = weight(set(one.stems) & set(other.stems))
            enough = told >= BY_MEANING * weight(set(one.stems) | set(other.stems))
            # Texts of one council are alike in manner; only with a name in common does likeness show one matter.
            if enough and float(means[one] @ means[other]) >= ALIKE:
                self._together(one, other)

    def by_one_name(self) -> None:
        """Puts a title of one own word with all that have it, where those are of one matter already."""
        having: dict[str, list[Subject]] = defaultdict(list)
        for subject in self.subjects:
            for own in subject.own:
                having[own].append(subject)
        for subject in self.subjects:
            # "Kingsmill" alone is too little to join by title, but where all that has the name is one matter, it is
            # that one.
            if len(subject.own) != 1 or weight(subject.stems) >= SURE:
                continue
            # A word in more titles than this, the town's own name, is of many matters.
            if len(having[subject.own[0]]) > USUAL:
                continue
            having_it = [one for one in having[subject.own[0]] if one != subject and not one.apart(subject)]
            others = [one for one in having_it if _inside(one, subject) or _inside(subject, one)]
            if others and len({self.union.of(self.bearer[one]) for one in having_it}) == 1:
                self._together(subject, others[0])

    def _near(self) -> list[tuple[Subject, Subject]]:
        """The pairs of subjects that share a separate word that is not in all of them."""
        having: dict[str, list[int]] = defaultdict(list)
        for at, subject in enumerate(self.subjects):
            for own in subject.own:
                having[own].append(at)
        pairs = {
            (one, other)
            for places in having.values()
            # The town's own name is in every other title, and tells none of them from another.
            if len(places) <= USUAL
            for n, one in enumerate(places)
            for other in places[n + 1 :]
        }
        return [(self.subjects[one], self.subjects[other]) for one, other in sorted(pairs)]

    def _together(self, one: Subject, other: Subject) -> None:
        self.union.put_together(self.bearer[one], self.bearer[other])


def _inside(one: Subject, other: Subject) -> bool:
    return set(one.stems) <= set(other.stems)


def means(came: Sequence[Came], by_subject: Mapping[Subject, Sequence[int]]) -> dict[Subject, NDArray[np.float32]]:
    """The direction in which the texts under each subject point."""
    found = {}
    for subject, places in by_subject.items():
        vectors = [vector for at in places if (vector := came[at].vector) is not None]
        if vectors:
            # A subject may have ten reports: their mean says what they have in common, not what one of them adds.
            mean = np.mean(vectors, axis=0)
            found[subject] = mean / (float(np.linalg.norm(mean)) or 1.0)
    return found
