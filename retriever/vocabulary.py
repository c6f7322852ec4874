"""Vocabulary: names and acronyms learnt from the papers themselves."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from indexer.sections import SectionKind
from indexer.store import Right, Store
from retriever.words import fold, words

# Words in the names of councils and bodies that do not tell one from another.
COMMON_IN_NAMES = frozenset(
    """the of and for a in borough council county city district metropolitan unitary royal town parish combined authority
    london board committee panel partnership cabinet group forum commission executive health wellbeing sub joint
    live well safer full scrutiny overview""".split()
)


Holding = Callable[[str], int]


@dataclass(frozen=True, slots=True)
class Place:
    """A body of an organisation that holds papers here; `by_body` where the question named the body itself."""

    organisation: str
    body: str
    by_body: bool = False


class Vocabulary:
    """Knows which organisations and bodies the papers are of, and what their acronyms mean."""

    def __init__(
        self,
        places: Iterable[Place],
        acronyms: dict[str, str],
        *,
        passages: int = 0,
        holding: Holding = lambda _: 0,
        minuted: Iterable[date] = (),
    ) -> None:
        """Takes the places, the acronyms with their long forms, how many `passages` there are and how many of them are
        `holding` a word, and the days of which minutes are held."""
        self._places = tuple(places)
        self._acronyms = acronyms
        self._longs = {fold(long): short for short, long in acronyms.items()}
        self._passages = passages
        self._holding = holding
        self._rarities: dict[str, float] = {}
        self._minuted = frozenset(minuted)

    def has_minutes(self, day: date) -> bool:
        """True where minutes of a meeting on that day are held."""
        return day in self._minuted

    def rarity(self, word: str) -> float:
        """How much a word tells a passage from others: the logarithm of all passages by those that hold it."""
        if word not in self._rarities:
            self._rarities[word] = math.log((self._passages + 1) / (self._holding(word) + 0.5))
        return self._rarities[word]

    def places_in(self, text: str) -> list[Place]:
        """The places that a text names, by a distinctive word of the organisation or by the body's whole name."""
        said = set(words(text)) | {w.removesuffix("'s") for w in words(text)}
        folded = " ".join(word.removesuffix("'s") for word in words(text))
        by_body = [p for p in self._places if p.body and _whole_name_in(p.body, folded)]
        by_name = [p for p in self._places if _distinctive(p.organisation) & said or _distinctive(p.body) & said]
        if by_name:
            both = [Place(p.organisation, p.body, True) for p in by_name if p in by_body]
            return both or by_name
        # "the Cabinet" or "the Health and Wellbeing Board" tells nothing where several councils have one.
        if len({p.organisation for p in by_body}) == 1:
            return [Place(p.organisation, p.body, True) for p in by_body]
        return []

    def expansions(self, text: str) -> Iterator[str]:
        """The long form of each acronym in a text, and the acronym of each long form."""
        for word in re.findall(r"\b[A-Z][A-Za-z&]*[A-Z]s?\b", text):
            if long := self._acronyms.get(word) or self._acronyms.get(word.removesuffix("s")):
                yield long
        folded = fold(text)
        for long, short in self._longs.items():
            if long in folded:
                yield short


def learn(store: Store, right: Right) -> Vocabulary:
    """The vocabulary of the papers in a store that a person with this right may see."""
    sections = store.sections(right=right)
    places = {Place(s.meeting.organisation, s.meeting.body) for s in sections}
    minuted = {s.meeting.held_on for s in sections if s.kind is SectionKind.MINUTES}
    return Vocabulary(
        sorted(places, key=lambda place: (place.organisation, place.body)),
        {},
        passages=store.status(right=right).passages,
        holding=lambda word: store.holding(word, right=right),
        minuted=[day for day in minuted if day],
    )


def _distinctive(name: str) -> set[str]:
    return {word for word in words(name) if word not in COMMON_IN_NAMES and len(word) > 2}


def _whole_name_in(name: str, folded: str) -> bool:
    return f" {' '.join(words(name))} " in f" {folded} "


# "Joint Strategic Needs Assessment (JSNA)": the letters in brackets are the capitals of the words before them.
SPELT_OUT = re.compile(
    r"((?:[A-Z][\w’'-]*|of|and|the|for|in|to|on|with|&)(?:\s+(?:[A-Z][\w’'-]*|of|and|the|for|in|to|on|with|&)){1,9})\s*\(([A-Z][A-Za-z&]{1,9}?)s?\)"
)
SMALL = frozenset("of and the for in to on with & a".split())


def acronyms_in(texts: Iterable[str]) -> dict[str, str]:
    """Acronym -> the long form that most of the texts spell out beside it."""
    seen: dict[str, Counter[str]] = {}
    for text in texts:
        for m in SPELT_OUT.finditer(text):
            if long := _spells(m[1].split(), m[2]):
                seen.setdefault(m[2], Counter())[long] += 1
    return {short: longs.most_common(1)[0][0] for short, longs in seen.items()}


def _spells(before: Sequence[str], short: str) -> str:
    """The shortest run of words at the end of `before` whose initials give the acronym, or ""."""
    letters = [c.lower() for c in short if c.isalpha()]
    for start in range(len(before) - 1, -1, -1):
        run = before[start:]
        initials = [w[0].lower() for w in run if w.lower() not in SMALL]
        with_small = [w[0].lower() for w in run]
        if letters in (initials, with_small) and run[0].lower() not in SMALL:
            return " ".join(run)
    return ""
