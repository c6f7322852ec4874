"""Vocabulary: names and acronyms learnt from the papers themselves."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import takewhile

from indexer.findings.acronyms import Acronym
from indexer.sections.section import SectionKind
from indexer.store import AnyStore, Right
from retriever.question_forms.names import INITIALS, NOT_THE_BODY, SHORT_FORM
from retriever.words import STOP_WORDS, fold, stem, words

# Words in the names of councils and bodies that do not tell one from another.
COMMON_IN_NAMES = frozenset(
    """the of and for a in borough council county city district metropolitan unitary royal town parish combined
    authority london board committee panel partnership cabinet group forum commission executive health wellbeing
    sub joint
    live well safer full scrutiny overview""".split()
)
# Words that tell places apart only beside another: a question about "the north" is not about a North Wenshire.
POINTS = frozenset("north south east west mid central upper lower great greater new old saint st inner outer".split())
FEWEST_SAID = 3  # words of a body's name that stand for it where others in its middle are left out
ORDINARY = 5.0  # rarity of a word, up to which one passage in some 150 holds it

Holding = Callable[[str], int]
Likest = Callable[[str], str]
SHORTEST = 5  # letters of a word that can be a slip; shorter ones are a letter from too many others


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
        met: Iterable[tuple[Place, date]] = (),
        likest: Likest = lambda _: "",
    ) -> None:
        """Takes the places, the acronyms with their long forms, those that each
        organisation spells out in its `own` papers, how many `passages` there are and how many of them are
        `holding` a word, the days of which we have minutes, the days that any paper says a body `met` on,
        and what gives the stem of the papers that is `likest` to another."""
        self._places = tuple(places)
        telling = (word for place in self._places for word in _telling(place.organisation))
        names = {name for place in self._places for name in (place.organisation, place.body)}
        self._in_names = frozenset(word for name in names for word in words(name))
        # Sorted, so that of two words with one stem the same one is taken at every start.
        self._stems_in_names = {stem(word): word for word in sorted(self._in_names)}
        self._shires = tuple(dict.fromkeys(word for word in telling if word.endswith("shire")))
        self._acronyms = acronyms
        self._own = dict(own or {})
        self._longs = {
            fold(long): short for all_of in (*self._own.values(), acronyms) for short, long in all_of.items()
        }
        self._passages = passages
        self._holding = holding
        self._counts: dict[str, int] = {}
        self._minuted = frozenset(minuted)
        self._met = frozenset(met)
        self._met_of = {place.organisation for place, _ in self._met}
        self._likest = likest
        self._corrections: dict[str, str] = {}

    def has_minutes(self, day: date) -> bool:
        """True where we have minutes of a meeting on that day."""
        return day in self._minuted

    def rarity(self, word: str) -> float:
        """How much a word tells a passage from others: the logarithm of all passages by those that hold it."""
        return math.log((self._passages + 1) / (self._held(word) + 0.5))

    def ordinary(self, word: str) -> bool:
        """True for a word that many passages hold: it may link others together, and is no name of a place."""
        return self.rarity(word) <= ORDINARY

    def _held(self, word: str) -> int:
        """How many passages hold a word."""
        if word not in self._counts:
            self._counts[word] = self._holding(word)
        return self._counts[word]

    def days_of(self, places: Sequence[Place]) -> list[date]:
        """The days on which these places met, by the papers, sorted; none where it is left open whose are meant."""
        wanted = {(place.organisation, place.body if place.by_body else "") for place in places}
        # Where all papers are of one council, nobody names it.
        if not wanted and len(self._met_of) == 1:
            wanted = {(organisation, "") for organisation in self._met_of}
        if not wanted:
            return []
        return sorted(
            {
                day
                for place, day in self._met
                if (place.organisation, place.body) in wanted or (place.organisation, "") in wanted
            }
        )

    def organisations(self) -> list[str]:
        """The names of the organisations whose papers we have, each once."""
        return list(dict.fromkeys(place.organisation for place in self._places if place.organisation))

    def correction(self, word: str) -> str:
        """The stem of the papers that a word which stands in none of them is a slip for, or ""."""
        # Short words have too many neighbours: "bin" would become "bid".
        if len(word) < SHORTEST or not word.isalpha() or not self._passages or self._held(word):
            return ""
        if word not in self._corrections:
            self._corrections[word] = self._likest(word)
        return self._corrections[word]

    def places_in(self, text: str) -> list[Place]:
        """The places that a text names.

        By a distinctive word of the organisation, by a name of the body that leaves out its first words ("the scrutiny
        committee"), or by the initials of either.
        """
        said = [self._in_full(word.removesuffix("'s")) for word in words(text)]
        folded = NOT_THE_BODY.sub(" ", " ".join(said))
        capitals = set(INITIALS.findall(text))
        by_body = [p for p in self._places if p.body and _whole_name_in(p.body, folded) and _is_name(p.body, text)]
        if not any(" " in p.body for p in by_body):  # "the Welfare Standards Board" is more than "the Board"
            by_body = [p for p in self._places if _shortened_in(p.body, said)] or by_body
        by_body = by_body or [p for p in self._places if self._short_name_in(p.body, folded, capitals)]
        by_name = [p for p in self._places if _named(p, said) or _initials(p.organisation) in capitals]
        by_name = _fullest(by_name, folded)
        if by_name:
            both = [Place(p.organisation, p.body, True) for p in by_name if p in by_body]
            return both or by_name
        # "the Cabinet" tells the body, but not the council where several have one
        councils = {p.organisation for p in by_body}
        return list(dict.fromkeys(Place(p.organisation if len(councils) == 1 else "", p.body, True) for p in by_body))

    def _in_full(self, word: str) -> str:
        """The county that a word is short for, the word of a name that it is a slip of, else itself."""
        if shire := next((shire for shire in self._shires if _short_for(word, shire)), ""):
            return shire
        if word in self._in_names or word.removesuffix("s") in self._in_names:
            return word if word in self._in_names else word.removesuffix("s")
        return self._stems_in_names.get(self.correction(word), word)

    def _short_name_in(self, body: str, folded: str, capitals: set[str]) -> bool:
        """True where a text has the last two words of a body's name, or its initials if they mean nothing else."""
        initials, spoken = _initials(body), _spoken(body).split()
        known = fold(self._acronyms.get(initials, body))
        if initials in capitals and known == fold(body):
            return True
        if len(spoken) < 3 or spoken[-1] not in COMMON_IN_NAMES or spoken[-2] in STOP_WORDS:
            return False  # "on the" is no short name of a body taken to be "... gave an update on the"
        return _whole_name_in(" ".join(spoken[-2:]), folded)

    def expansions(self, text: str, organisations: Iterable[str] = ()) -> Iterator[str]:
        """The long form of each acronym in a text, and the acronym of each long form; organisations that the text names
        are asked before all others what their acronyms mean."""
        known = [*[self._own.get(name, {}) for name in organisations], self._acronyms]
        for word in SHORT_FORM.findall(text):
            longs = (one.get(word) or one.get(word.removesuffix("s")) for one in known)
            if long := next(filter(None, longs), None):
                yield long
        folded = fold(text)
        for long, short in self._longs.items():
            if long in folded:
                yield short


def learn(store: AnyStore, right: Right) -> Vocabulary:
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
        likest=lambda word: store.likest(word, stem(word), right=right),
        met={(Place(s.meeting.organisation, s.meeting.body), s.meeting.held_on) for s in sections if s.meeting.held_on},
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


def _named(place: Place, said: Sequence[str]) -> bool:
    """True where a distinctive word of the organisation is said, all of the body's, or all of one made of points only.

    One word of a body is not enough: "services" would name a Children's Services Committee wherever it stands.
    """
    for name, enough in ((place.organisation, any), (place.body, all)):
        telling = _telling(name)
        own = [word for word in telling if word not in POINTS]
        if own and enough(word in said for word in own):
            return True
        if telling and not own and _whole_name_in(" ".join(telling), " ".join(said)):
            return True
    return False


def _is_name(body: str, text: str) -> bool:
    """False for a body of one ordinary word that a text has in small letters: "the planning inspector"."""
    return " " in body or body.lower() in COMMON_IN_NAMES or body in text


def _short_for(word: str, shire: str) -> bool:
    """True where a word is the usual short form of a county: "Wens" or "Wensants" for "Wenshire"."""
    if not (word.endswith("s") and len(word) < len(shire)):
        return False
    alike = next((n for n, (a, b) in enumerate(zip(word[:-1], shire, strict=False)) if a != b), len(word) - 1)
    return alike >= max(3, len(word) - 3)


@cache
def _initials(name: str) -> str:
    """ "WCC" of "Wenshire County Council"."""
    return "".join(word[0] for word in name.split() if word[:1].isupper())


def _fullest(places: Sequence[Place], folded: str) -> list[Place]:
    """Of places that share a word, those whose points are named too: "North Wenshire", not "South Wenshire"."""
    full = [p for p in places if _whole_name_in(" ".join(_telling(p.organisation)), folded)]
    told = {word for p in full for word in _telling(p.organisation)}
    return [p for p in places if p in full or not told.intersection(_telling(p.organisation))]


@cache
def _telling(name: str) -> tuple[str, ...]:
    """The words of a name that tell it from others, in order."""
    return tuple(word for word in words(name) if word not in COMMON_IN_NAMES and len(word) > 2)


def _whole_name_in(name: str, folded: str) -> bool:
    spoken = _spoken(name)
    return bool(spoken) and f" {spoken} " in f" {folded} "


def _shortened_in(body: str, said: Sequence[str]) -> bool:
    """True where a text has a body's name without some words in the middle of it, three words at the least."""
    own = _spoken(body).split()
    if len(own) <= FEWEST_SAID:
        return False
    for start in (n for n, word in enumerate(said) if word == own[0]):
        left = iter(own)
        run = list(takewhile(lambda word: word in left, said[start:]))  # noqa: B023 - used up at once
        if len(run) >= FEWEST_SAID and run[-1] == own[-1]:
            return True
    return False


@cache
def _spoken(name: str) -> str:
    """A name as its words are counted."""
    return " ".join(words(name))
