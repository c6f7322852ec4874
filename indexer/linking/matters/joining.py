"""Joining: which matter a restricted item belongs to; it never changes what is public."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from indexer.linking.matters.came import Came
from indexer.linking.matters.subjects import SURE, Subject, weight


def join(groups: dict[int, int], public: Sequence[Came], restricted: Sequence[Came]) -> None:
    """Gives restricted items of one label the group that they fit, without changing any other."""
    known: dict[Subject, int] = {}
    bearing: dict[str, int] = {}
    for one in public:
        known.setdefault(one.subject, groups[one.number])
        for reference in one.references:
            bearing.setdefault(reference, groups[one.number])
    for one in restricted:
        named = [bearing[reference] for reference in sorted(one.references) if reference in bearing]
        group = named[0] if named else _fitting(one.subject, known)
        groups[one.number] = one.number if group is None else group
        known.setdefault(one.subject, groups[one.number])
        for reference in one.references:
            bearing.setdefault(reference, groups[one.number])


def _fitting(subject: Subject, known: Mapping[Subject, int]) -> int | None:
    """The group of the subject that shares most of its name, None where none shares enough."""
    if not subject:
        return None
    if subject in known:
        return known[subject]
    best, found = 0.0, None
    for other, group in known.items():
        told = weight(set(subject.stems) & set(other.stems))
        least = min(weight(subject.stems), weight(other.stems))
        if told >= SURE and told >= 0.99 * least and told > best and not subject.apart(other):
            best, found = told, group
    return found
