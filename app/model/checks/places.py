"""Whether figures, dates, names and outcomes of a sentence stand where the quotes have them, not in another one's
place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from app.model.checks.figures import Detail, details
from app.model.checks.names import STYLES, WORD, placed_names
from app.model.checks.outcomes import BEARS_OUT, DONE, outcomes_in
from app.model.checks.support import stem
from app.model.prompts import Numbered
from retriever.words import STOP_WORDS, fold

NEAR = 6  # words on each side by which a detail is known; the nearest weigh most
LITTLE = 0.4  # weight of a word that says little, such as "from" or "was"
LEAST_FIT = 0.15  # of a figure or date: some word beside it stands beside it in a quote too
OTHER_SIDE = 0.5  # of the weight, for a word that stands on the other side of the detail: "cut by £5", "a £5 cut"
# Another detail of the quotes that fits this many times as well as the detail itself stands in its place.
CLEARLY = 1.15
# The number of a paragraph or limb, which counts nothing
_LABEL = re.compile(r"^\W*(?:\d+(?:\.\d+)*\.?|\(?(?:\d{1,2}|[a-z]|[ivx]+)\)|[a-z]\))\s+", re.I)
_BEHIND = re.compile(r"[ -](?P<word>[a-z]{3,})")
_LOWER = re.compile(r"\b[a-z]+\b")
_RULES = re.compile(DONE + "|resolved")  # "RESOLVED" in front of what a minute rules is no name
UNSAID = frozenset({"the", "a", "an", *STYLES})


@dataclass(frozen=True, slots=True)
class Place:
    """A figure, date, name (folded) or outcome with the words around it, the nearest first."""

    what: Detail | str
    before: tuple[str, ...]
    after: tuple[str, ...]
    outcome: bool = False
    counted: str = ""

    def same(self, other: Place) -> bool:
        """True where both places hold the same."""
        if isinstance(self.what, Detail):
            return isinstance(other.what, Detail) and self.what.same(other.what)
        if self.outcome:
            return other.outcome and other.what in BEARS_OUT[self.what]
        one, two = f" {self.what} ", f" {other.what} "
        return self.like(other) and (one in two or two in one)

    def like(self, other: Place) -> bool:
        """True where what they hold is of one kind, so that one could be put for the other."""
        if isinstance(self.what, Detail):
            return isinstance(other.what, Detail) and self.what.like(other.what)
        return isinstance(other.what, str) and self.outcome == other.outcome

    def fit(self, other: Place) -> float:
        """How far the words around two details agree; 0 where none does."""
        sides = (self.before, other.before, other.after), (self.after, other.after, other.before)
        return sum(
            weight * max(_share(word, same), OTHER_SIDE * _share(word, opposite))
            for said, same, opposite in sides
            for word, weight in _weighed(said)
        )


def misplaced(sentence: str, borne_out: Sequence[tuple[Numbered, list[str]]]) -> bool:
    """True where a quote has something else among the words that the sentence sets around a figure, date, name or
    outcome.
    """
    pieces = [(_LABEL.sub("", quote), one.passage.text) for one, quotes in borne_out for quote in quotes]
    lower = {word for text in [sentence, *(one.passage.text for one, _ in borne_out)] for word in _LOWER.findall(text)}
    held = [place for piece, table in pieces for place in _places(piece, table, lower)]
    known = [place for one, _ in borne_out for place in _places(one.where, "", frozenset())]
    said = _places(_LABEL.sub("", sentence), "", lower)
    return any(_is_anothers(place, held, known) or _counts_another(place, held) for place in said)


def _counts_another(place: Place, held: Sequence[Place]) -> bool:
    """True where the word behind a figure, which says what it counts, stands near it in no quote."""
    if not isinstance(place.what, Detail) or not place.what.figures or not place.counted:
        return False
    own = [other for other in held if other.same(place)]
    return bool(own) and not any(place.counted in (*other.before, *other.after) for other in own)


def _is_anothers(place: Place, held: Sequence[Place], known: Sequence[Place]) -> bool:
    own = [place.fit(other) for other in held if other.same(place)]
    if own and isinstance(place.what, Detail) and max(own) < LEAST_FIT:
        return True
    if not own and not any(other.same(place) for other in known):
        return False  # that it does not stand there at all is checked elsewhere
    return _best_other(place, held) > max(1.0, CLEARLY * max(own, default=0.0))


def _best_other(place: Place, held: Sequence[Place]) -> float:
    """How well a place fits the best of those that are like it and say something else."""
    return max((place.fit(other) for other in held if other.like(place) and not other.same(place)), default=0.0)


def _places(text: str, table: str, lower: Set[str]) -> list[Place]:
    """The places of a text; a word with a capital is no name where the passages also have it in `lower` case."""
    found: list[tuple[int, int, Detail | str]] = [(d.start, d.end, d) for d in details(text, table=table)]
    taken = [(start, end) for start, end, _ in found]
    names = [
        (start, end, name)
        for name, start, end in placed_names(text)
        if not (_within(start, taken) or name in lower or _RULES.fullmatch(name))
    ]
    acts = [(start, end, outcome) for outcome, start, end in outcomes_in(text)]
    said = [
        (match.start(), _plain(match.group())) for match in WORD.finditer(text) if not _within(match.start(), taken)
    ]
    said += [(start, _value(detail)) for start, _, detail in found if isinstance(detail, Detail)]
    said = sorted((at, word) for at, word in said if word not in UNSAID)
    return [
        Place(
            what,
            tuple(word for at, word in reversed(said) if at < start)[:NEAR],
            tuple(word for at, word in said if at >= end)[:NEAR],
            outcome,
            _counted(text[end:]),
        )
        for outcome, group in ((False, [*found, *names]), (True, acts))
        for start, end, what in group
    ]


def _counted(behind: str) -> str:
    """The stem of a word directly behind a figure; "" where none stands there, or a name, or one that says little."""
    found = _BEHIND.match(behind)
    word = _plain(found["word"]) if found else ""
    return "" if word in STOP_WORDS or word.endswith("ly") else word


def _within(at: int, taken: Sequence[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in taken)


def _plain(word: str) -> str:
    folded = fold(word).removesuffix("'s")
    return folded if folded in STOP_WORDS or folded in STYLES else stem(folded)


def _value(detail: Detail) -> str:
    """A word for a figure or date that stands beside another one."""
    return f"#{detail.month}.{detail.day}" if detail.month else f"#{min(detail.figures)[0]}"


def _weighed(said: Sequence[str]) -> Iterator[tuple[str, float]]:
    for rank, word in enumerate(said):
        yield word, (1 - rank / NEAR) * (LITTLE if rank and word in STOP_WORDS else 1.0)


def _share(word: str, said: Sequence[str]) -> float:
    return 1 - said.index(word) / NEAR if word in said else 0.0
