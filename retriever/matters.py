"""Which matters some words mean, best first.

    matters_for("what about the tide mill?", store.matters(right=right), organisations=question.organisations)

The best one is meant where its `fit` is SURELY or more; several near it are offered by their names. Where a matter
stands: `app.matters.position.position_of`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from indexer.linking.matters import Matter
from indexer.linking.matters.subjects import WIDE_WEIGHT, is_wide, references_in, stems_of
from retriever.words import STOP_WORDS, stem

SURELY = 0.75
"""A matter that fits at least this well is meant, and not only near."""

LEAST = 0.35
"""Fit of a matter that is offered at all."""

ALONE = 1.3
"""Words that weigh this much mean the one matter that has them all: two of a name, or one and a word for its sort."""

BY_NAME = 0.6
"""What the share of the matter's name in the words counts, beside the share of the words in its titles."""


@dataclass(frozen=True, slots=True)
class Fit:
    """A matter and how well the words fit it, 0 to 1; `name` is that of its names that they give."""

    matter: Matter
    fit: float
    name: str


def matters_for(
    text: str, matters: Iterable[Matter], *, organisations: Sequence[str] = (), asking: Iterable[str] = ()
) -> list[Fit]:
    """The matters that the words may mean, the best first; among equals the one that came up last.

    `organisations` limits them to those named; `asking` are words that only say how something is asked.
    """
    numbers = references_in(text)
    told = {one for one in stems_of(text) if one not in _EMPTY}
    asks = {stem(word) for word in asking}
    found = []
    for matter in matters:
        if organisations and matter.organisation and matter.organisation not in organisations:
            continue
        fit = _fit(matter, told, asks, numbers)
        if fit.fit >= LEAST:
            found.append(fit)
    found = _alone(found, told - asks)
    return sorted(found, key=lambda one: (-round(one.fit, 2), -len(one.matter.days), -_last(one.matter)))


def _alone(fits: list[Fit], told: set[str]) -> list[Fit]:
    """The fits, with one that alone has all of the words in its names made sure: "the autism strategy"."""
    having = [one for one in fits if told <= _every_name(one.matter)]
    # A single word, or words for sorts of things, may be of a matter that nobody wrote down yet.
    if len(having) != 1 or _weight(told) < ALONE:
        return fits
    return [replace(one, fit=max(one.fit, SURELY)) if one is having[0] else one for one in fits]


def _every_name(matter: Matter) -> frozenset[str]:
    return frozenset(one for name in (matter.title, *matter.other_names) for one in stems_of(name))


def _fit(matter: Matter, told: set[str], asks: set[str], numbers: frozenset[str]) -> Fit:
    names = _names(matter)
    best, name = 0.0, matter.title
    for shown, stems in names:
        share = _weight(stems & told) / (_weight(stems) or 1.0)
        # "the budget" has all the words of a matter called "Budget", and means none in particular.
        if share > best and not all(map(is_wide, stems & told)):
            best, name = share, shown
    # A number is asked for by people who know what they mean.
    if _has_number(matter, numbers):
        return Fit(matter, 1.0, name)
    # A question may use the words of one report's title that is no name of the matter.
    every = frozenset().union(*(stems for _, stems in names), _titles(matter))
    covered = _weight(told & every) / (_weight(told - (asks - every)) or 1.0)
    return Fit(matter, BY_NAME * best + (1 - BY_NAME) * covered if best else 0.0, name)


def _has_number(matter: Matter, numbers: frozenset[str]) -> bool:
    """True for a matter of which an item has one of some reference numbers: a number is surer than any name."""
    return bool(numbers) and any(numbers & references_in(one.title) for one in matter.items)


def _names(matter: Matter) -> tuple[tuple[str, frozenset[str]], ...]:
    names = (matter.title, *matter.other_names)
    return tuple((name, frozenset(one for one in stems_of(name) if not one.isdigit()) - _EMPTY) for name in names)


def _titles(matter: Matter) -> frozenset[str]:
    return frozenset().union(*(stems_of(one.title) for one in matter.items)) - _EMPTY


def _weight(stems: Iterable[str]) -> float:
    return sum(WIDE_WEIGHT if is_wide(one) else 1.0 for one in stems)


def _last(matter: Matter) -> int:
    return matter.last.toordinal() if matter.last else 0


_EMPTY = frozenset(map(stem, STOP_WORDS))
