"""Subject: what a title names, without the stage that it is at; two titles of one subject are of one matter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import snowballstemmer

from indexer.forms.subjects import (
    ASIDE,
    CAPITALS,
    MONITORS,
    OF_MINUTES,
    OPENS,
    REFERENCE,
    STAGE,
    STANDING,
    WHEN_IT_MEETS,
    WIDE,
    YEARS,
)

WIDE_WEIGHT = 0.35
"""What a word for a sort of thing ("plan", "school") tells of a matter, beside 1 for a name's own word."""

SURE = 1.7
"""Two titles share a name if their common words weigh at least this: two its own words, or one with two wide ones."""

FEW_WIDE = 2
"""So many words for a sort of thing, and its own none, name a thing together: "Transport Plan"."""

LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Subject:
    """The stems that a title names its matter by, in order; `years` and `monitors` part things that share words."""

    stems: tuple[str, ...] = ()
    years: frozenset[int] = frozenset()
    monitors: bool = False

    @property
    def own(self) -> tuple[str, ...]:
        """The stems that are no words for a sort of thing."""
        return tuple(one for one in self.stems if one not in _WIDE)

    def __bool__(self) -> bool:
        return bool(self.stems)

    def apart(self, other: Subject) -> bool:
        """Whether two titles say that they are of different things: other years, or a budget and how it went."""
        return self.monitors != other.monitors or bool(self.years and other.years and not self.years & other.years)


@lru_cache(maxsize=100_000)
def subject_of(title: str) -> Subject:
    """The subject of a title; an empty one where it names business that every meeting has."""
    plain = name_of(title)
    told = list(filter(_tells, _words(plain)))
    named = [word for word in told if word not in STANDING]
    if OF_MINUTES.search(plain) or WHEN_IT_MEETS.match(plain) or not named or _is_wide(named, told):
        return Subject()
    # "Repair of quays" and "Repairing the quay" have the same stems.
    found = tuple(dict.fromkeys(map(stem, told)))
    return Subject(found, frozenset(_years(plain)), not MONITORS.isdisjoint(told))


def _is_wide(named: Sequence[str], told: Sequence[str]) -> bool:
    """True for words that every council uses, where they are few or stand beside standing business."""
    # "Budget" alone is no matter, nor is "Budget monitoring"; "Budget strategy consultation" may be one
    return WIDE.issuperset(named) and (len(named) < FEW_WIDE or len(named) < len(told))


def name_of(title: str) -> str:
    """A title as the name of its matter: without references, presenters and what opens it."""
    plain = REFERENCE.sub("", ASIDE.sub("", title))
    plain = OPENS.sub("", plain.strip(" -–—:."))
    return " ".join(plain.split()).strip(" -–—:.*")[:LONGEST_NAME]


def head_of(name: str) -> str:
    """The part of a name before its colon or dash: "Tide Mill" of "Tide Mill: results of the survey"."""
    for mark in (":", " – ", " — ", " - ", ","):
        head, found, _ = name.partition(mark)
        if found and subject_of(head):
            name = head
    return name.strip()


def short_names(title: str) -> list[str]:
    """The short names that a title gives in brackets."""
    return [name for name in CAPITALS.findall(title) if name.upper() == name or len(name) < 5]


def references_in(text: str) -> frozenset[str]:
    """The numbers of applications and decisions that a text gives."""
    return frozenset(REFERENCE.findall(text))


def weight(stems: Iterable[str]) -> float:
    """How much these stems tell of a matter."""
    return sum(WIDE_WEIGHT if one in _WIDE else 1.0 for one in stems)


def is_wide(stem: str) -> bool:
    """Whether a stem is a word for a sort of thing."""
    return stem in _WIDE


def stems_of(text: str) -> list[str]:
    """The stems of all words of a text, in order."""
    return [stem(word) for word in _words(text)]


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The Porter stem of one word in lower case, as the full text of the store has it."""
    return str(_STEMMER.stemWord(word))


def _tells(word: str) -> bool:
    return word not in STAGE and not word.isdigit() and len(word) > 2


def _words(text: str) -> list[str]:
    plain = text.casefold().replace("’s", "").replace("'s", "")
    return "".join(one if one.isalnum() else " " for one in plain).split()


def _years(title: str) -> Iterator[int]:
    """The years of a title; a financial year, 2025/26, is the one in which it begins."""
    for first, last in YEARS.findall(title):
        begin = int(first)
        end = begin // 100 * 100 + int(last) if last else begin
        yield from range(begin, max(begin + 1, min(end, begin + 20) + (end - begin > 1)))


_STEMMER = snowballstemmer.stemmer("porter")
_WIDE = frozenset(map(stem, WIDE))
