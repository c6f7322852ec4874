"""Joining: which matter a restricted item belongs to; it never changes what is public."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from indexer.linking.matters.came import Came
from indexer.linking.matters.pairs import USUAL
from indexer.linking.matters.subjects import SURE, Subject, weight


def join(groups: dict[int, int], public: Sequence[Came], restricted: Sequence[Came]) -> None:
    """Gives restricted items of one label the group that they fit, without changing any other."""
    known = _Known()
    bearing: dict[str, int] = {}
    for one in public:
        known.add(one.subject, groups[one.number])
        for reference in one.references:
            bearing.setdefault(reference, groups[one.number])
    for one in restricted:
        named = [bearing[reference] for reference in sorted(one.references) if reference in bearing]
        group = named[0] if named else known.fitting(one.subject)
        groups[one.number] = one.number if group is None else group
        known.add(one.subject, groups[one.number])
        for reference in one.references:
            bearing.setdefault(reference, groups[one.number])


class _Known:
    """Subjects with their groups, found by the words they share."""

    def __init__(self) -> None:
        self._groups: dict[Subject, int] = {}
        self._having: dict[str, list[Subject]] = defaultdict(list)

    def add(self, subject: Subject, group: int) -> None:
        """Notes the group of a subject, unless it has one."""
        if subject not in self._groups:
            self._groups[subject] = group
            for one in subject.stems:
                self._having[one].append(subject)

    def fitting(self, subject: Subject) -> int | None:
        """The group of the subject that shares most of its name, None where none shares enough."""
        if not subject:
            return None
        if subject in self._groups:
            return self._groups[subject]
        best, found = 0.0, None
        for other in self._near(subject):
            told = weight(set(subject.stems) & set(other.stems))
            if told > best and _shares_enough(subject, other, told):
                best, found = told, self._groups[other]
        return found

    def _near(self, subject: Subject) -> Iterable[Subject]:
        """The subjects with one of its rarer words: the town's own name is in thousands of titles."""
        lists = sorted((self._having.get(one, []) for one in subject.own or subject.stems), key=len)
        rare = [having for having in lists if len(having) <= USUAL] or lists[:1]
        return dict.fromkeys(other for having in rare for other in having)


def _shares_enough(subject: Subject, other: Subject, told: float) -> bool:
    """True where the words that two subjects share, which weigh `told`, are all of the shorter one's name."""
    least = min(weight(subject.stems), weight(other.stems))
    return told >= SURE and told >= 0.99 * least and not subject.apart(other)
