"""Vocabulary: names and acronyms learnt from the papers themselves."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from indexer.acronyms import Acronym
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
        own: Mapping[str, dict[str, str]] | None = None,
        passages: int = 0,
        holding: Holding = lambda _: 0,
        minuted: Iterable[date] = (),
    ) -> None:
        """Takes the places, the acronyms with their long forms, those that each organisation spells out in its `own`
        papers, how many `passages` there are and how many of them are `holding` a word, and the days of which minutes
        are held."""
        self._places = tuple(places)
        self._acronyms = acronyms
        self._own = dict(own or {})
        self._longs = {
            fold(long): short for all_of in (*self._own.values(), acronyms) for short, long in all_of.items()
        }
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

    def expansions(self, text: str, organisations: Iterable[str] = ()) -> Iterator[str]:
        """The long form of each acronym in a text, and the acronym of each long form; organisations that the text names
        are asked before all others what their acronyms mean."""
        known = [*[self._own.get(name, {}) for name in organisations], self._acronyms]
        for word in re.findall(r"\b[A-Z][A-Za-z&]*[A-Z]s?\b", text):
            longs = (one.get(word) or one.get(word.removesuffix("s")) for one in known)
            if long := next(filter(None, longs), None):
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
    acronyms = store.acronyms(right=right)
    return Vocabulary(
        sorted(places, key=lambda place: (place.organisation, place.body)),
        most_spelt_out(acronyms),
        own=by_organisation(acronyms),
        passages=store.status(right=right).passages,
        holding=lambda word: store.holding(word, right=right),
        minuted=[day for day in minuted if day],
    )


def most_spelt_out(acronyms: Iterable[Acronym]) -> dict[str, str]:
    """Short form -> the long form that most sections spell out; of those that as many do, the one that came first."""
    seen: dict[str, Counter[str]] = {}
    for acronym in acronyms:
        seen.setdefault(acronym.short, Counter())[acronym.long] += 1
    return {short: longs.most_common(1)[0][0] for short, longs in seen.items()}


def by_organisation(acronyms: Iterable[Acronym]) -> dict[str, dict[str, str]]:
    """Organisation -> what its own papers mean by each short form; two councils may mean different things by one."""
    theirs: dict[str, list[Acronym]] = {}
    for acronym in acronyms:
        theirs.setdefault(acronym.section.meeting.organisation, []).append(acronym)
    return {name: most_spelt_out(own) for name, own in theirs.items() if name}


def _distinctive(name: str) -> set[str]:
    return {word for word in words(name) if word not in COMMON_IN_NAMES and len(word) > 2}


def _whole_name_in(name: str, folded: str) -> bool:
    return f" {' '.join(words(name))} " in f" {folded} "
