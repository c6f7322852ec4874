"""Question: what a person asks, understood far enough to search for it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from retriever.again import asks_again
from retriever.periods import Period, periods_in, shifted, written_out
from retriever.question_forms import QuestionKind, Reading, kind_of, read
from retriever.question_forms.ends import End, end_asked, words_of
from retriever.question_forms.follow_ups import (
    ANY_TIME,
    BRIEFER,
    NAMES_SOMEBODY,
    OTHER_COUNCIL,
    POINTS_BACK,
    TWO_IN_ONE,
    TWO_MATTERS,
    WORDED,
)
from retriever.question_forms.numbers import references_in
from retriever.vocabulary import Place, Vocabulary
from retriever.words import content_words, words

__all__ = ["Question", "QuestionKind", "halves", "kind_of", "two_matters", "understand"]


@dataclass(frozen=True, slots=True)
class Question:
    """A question made whole: `search_text` carries what the earlier questions said where this one leans on them.

    `terms` are the content words of the question itself, `context_terms` those taken over from earlier questions;
    `organisations` and `bodies` are names as the papers print them, empty where none is named; `expansions` are the
    other names of acronyms and terms in the question; `corrections` are words that no paper has, each with the word of
    the papers that is searched for beside it. `names_council` and `names_period` tell that the question says
    itself which council and which time it means; else what stands here comes from earlier questions or the days held.
    `brief` asks for no more than the heart of the answer.
    """

    text: str
    search_text: str
    kind: QuestionKind
    terms: tuple[str, ...]
    context_terms: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    periods: tuple[Period, ...] = ()
    expansions: tuple[str, ...] = ()
    corrections: tuple[tuple[str, str], ...] = ()
    names_council: bool = False
    names_period: bool = False
    brief: bool = False
    references: tuple[str, ...] = ()  # numbers of minutes, items or decisions that are named: "CAB17", "24/00093"

    @property
    def reading(self) -> Reading:
        """What its wording asks for; read once and kept."""
        return read(self.text)

    @property
    def end(self) -> End | None:
        """What it asks of a thing to become of it: to close, to be approved, to go ahead."""
        return end_asked(self.text)

    @property
    def end_words(self) -> tuple[str, ...]:
        """The words that ask for it."""
        return words_of(self.end, self.text) if self.end else ()

    def says(self, name: str) -> bool:
        """True where it has a name in just these words."""
        return bool(re.search(rf"\b{re.escape(name)}\b", self.text))

    def in_time(self, day: date | None) -> bool:
        """True where a day lies in one of the periods that the question names, or it names none."""
        return not self.periods or any(period.holds(day) for period in self.periods)


def understand(
    text: str, history: Sequence[str] = (), *, vocabulary: Vocabulary, today: date | None = None
) -> Question:
    """The question made whole from its history (earlier questions, oldest first) and the words of the papers."""
    text, history = written_out(text), [written_out(earlier) for earlier in history]
    if history and (again := _again(text, history, vocabulary, today or date.today())):
        return again
    leans = bool(history) and _leans_on_history(text)
    earlier = " ".join(history[-3:]) if leans else ""
    places, places_before = vocabulary.places_in(text), vocabulary.places_in(earlier)
    named = places or places_before
    organisations = _organisations_of(named)
    terms = tuple(content_words(text))
    periods = _periods_of(text, earlier, today or date.today(), vocabulary, named)
    return Question(
        text=text,
        search_text=f"{earlier} {text}".strip(),
        kind=_kind_over(periods, kind_of(text)),
        terms=terms,
        context_terms=tuple(w for w in _taken_over(earlier, places_before, places) if w not in terms),
        organisations=organisations,
        bodies=_bodies_of(named),
        periods=tuple(periods),
        expansions=tuple(vocabulary.expansions(f"{text} {earlier}", organisations)),
        corrections=tuple((term, right) for term in terms if (right := vocabulary.correction(term))),
        names_council=any(place.organisation for place in places),
        names_period=all(f"{period.start:%y}" in text or f"{period.end:%y}" in text for period in periods),
        references=references_in(text),
    )


def _periods_of(text: str, earlier: str, today: date, vocabulary: Vocabulary, places: Sequence[Place]) -> list[Period]:
    """The times that a question means: those it names itself, else those of the questions that it leans on."""
    if ANY_TIME.search(text):
        return []
    days = vocabulary.days_of(places)
    before = periods_in(earlier, today, days, minuted=vocabulary.has_minutes)
    return shifted(text, before) or periods_in(text, today, days, minuted=vocabulary.has_minutes) or before


def _organisations_of(places: Sequence[Place]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(place.organisation for place in places if place.organisation))


def _bodies_of(places: Sequence[Place]) -> tuple[str, ...]:
    """The bodies that are named; a joint board is of no one council, so its name alone says whose papers are meant."""
    return tuple(dict.fromkeys(place.body for place in places if place.by_body or not place.organisation))


def _again(text: str, history: Sequence[str], vocabulary: Vocabulary, today: date) -> Question | None:
    """The question before, as a follow-up that names no matter itself limits it; None where it names one."""
    places = vocabulary.places_in(text)
    days = vocabulary.days_of(places or vocabulary.places_in(" ".join(history)))
    periods = periods_in(text, today, days, minuted=vocabulary.has_minutes)
    names = [name for place in places for name in (place.organisation, place.body)]
    if not asks_again(text, places=names, dated=bool(periods)):
        return None
    before = understand(history[-1], history[:-1], vocabulary=vocabulary, today=today)
    organisations = _organisations_of(places)
    if before.organisations and OTHER_COUNCIL.search(text):
        organisations = tuple(name for name in vocabulary.organisations() if name not in before.organisations)
    return _limited(before, text, organisations, _bodies_of(places), periods)


def _limited(
    before: Question, text: str, organisations: tuple[str, ...], bodies: tuple[str, ...], periods: Sequence[Period]
) -> Question:
    """A question limited to other councils, bodies or times, or to another form of answer."""
    limited = replace(
        before,
        kind=QuestionKind.DECISION if WORDED.search(text) else before.kind,
        bodies=bodies or before.bodies,
        brief=bool(BRIEFER.search(text)),
    )
    if periods:
        limited = replace(limited, periods=tuple(periods), names_period=True)
    if not organisations:
        return limited
    # "And in Elmshire?" behind a question on a committee of Oakshire means the council, and no word of Oakshire
    gone = {word for name in before.organisations for word in words(name)}
    # The name of the first council would still be looked for in the papers of the second.
    terms = tuple(word for word in before.terms if word not in gone)
    return replace(limited, terms=terms, organisations=organisations, bodies=bodies, names_council=True)


def _taken_over(earlier: str, before: Sequence[Place], now: Sequence[Place]) -> list[str]:
    """The content words of the earlier questions, without the name of a place there that is replaced by one named
    now.
    """
    left = {p.organisation for p in before} - {p.organisation for p in now} if now else set()
    gone = {word for name in left for word in words(name)}
    return [word for word in content_words(earlier) if word not in gone]


def _kind_over(periods: Sequence[Period], kind: QuestionKind) -> QuestionKind:
    """What happened in one month and what in another is a trace, even if each part asks for a fact or a decision."""
    return QuestionKind.TRACE if len(periods) > 1 and kind is QuestionKind.FACT else kind


SHORTEST = 2  # words; "and when?" asks for the date of the first half


def halves(text: str) -> tuple[str, str] | None:
    """The two questions that are asked in one; None where it is one, or more than two."""
    parts = [part for part in TWO_IN_ONE.split(text) if part.strip()]
    if len(parts) != 2 or any(len(words(part)) < SHORTEST for part in parts):
        return None
    return parts[0], parts[1]


def two_matters(text: str) -> tuple[str, str] | None:
    """The questions about each of two matters that stand behind one verb; None where there is one matter."""
    found = TWO_MATTERS.pattern.search(text)
    return (f"{found['asks']}{found['one']}?", f"{found['asks']}{found['other']}?") if found else None


STANDS_ALONE = 9  # words; shorter questions in a conversation usually leave out what they are about


def _leans_on_history(text: str) -> bool:
    """Whether a question leaves out what it is about; one that names a person with a title says it."""
    short = len(words(text)) < STANDS_ALONE and not NAMES_SOMEBODY.search(text)
    return bool(POINTS_BACK.search(text)) or short
