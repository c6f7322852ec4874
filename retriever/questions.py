"""Question: what a person asks, understood far enough to search for it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from retriever.again import BRIEFER, OTHER_COUNCIL, WORDED, asks_again
from retriever.periods import Period, periods_in, shifted, written_out
from retriever.vocabulary import Place, Vocabulary
from retriever.words import content_words, words


class QuestionKind(StrEnum):
    """What sort of answer is wanted."""

    DECISION = "decision"
    TRACE = "trace"
    FACT = "fact"
    OVERVIEW = "overview"
    LIST = "list"


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

    def in_time(self, day: date | None) -> bool:
        """True where a day lies in one of the periods that the question names, or it names none."""
        return not self.periods or any(period.holds(day) for period in self.periods)


# Tried in this order; the first form that is found names the kind.
FORMS: tuple[tuple[QuestionKind, str], ...] = (
    # "Who sent apologies?", "Which items were on the agenda?", "What do X and Y stand for?", "Who voted against?"
    (
        QuestionKind.LIST,
        r"\bwho (?:all )?(?:attended|was present|were present|was there|was at|were at|was in attendance|came|sent|sits|sit|is on|"
        r"are on|voted)\b",
    ),
    (
        QuestionKind.LIST,
        r"\b(?:list|which (?:items|members|councillors|officers|services|areas|priorities|two|three|four|five)|apologies|attendance)\b",
    ),
    (
        QuestionKind.LIST,
        r"\bwh(?:at|o) (?:were|are) (?:all )?the (?:\w+ ){0,3}(?:items|actions|priorities|themes|members|recommendations|"
        r"aims|objectives|reports|presentations|papers|officers)\b",
    ),
    (QuestionKind.LIST, r"\bstand for\b|\bon the (?:\w+ ){0,6}agenda\b|\bagenda (?:for|items)\b"),
    # "What was decided about moving X from Y to Z?": plainly a decision, whatever else is in the sentence
    (
        QuestionKind.DECISION,
        r"^what (?:was|were|did|has|have|had)\b(?! (?:be)?come of\b)[^?]{0,60}\b(?:decid\w+|resolved?|agreed?|approved?)\b"
        r"|\bwhat (?:came|became) (?:out )?of the (?:proposal|motion|call-in|request|recommendation|amendment)\b"
        r"|^(?:has|have|was|were|did) [^?]{0,80}\bformally (?:agree|approv|declar|adopt)",
    ),
    # "Which recommendations did Cabinet turn down?": what was done with them is asked, not a figure
    (QuestionKind.DECISION, r"^which .{2,80}\b(?:turn(?:ed)? down|reject(?:ed)?|refused?|deferred?|call(?:ed)? in)\b"),
    # "How did X develop?", "What became of Y?", "every step of Z"
    (
        QuestionKind.TRACE,
        r"\bhow (?:did|has|have|was|were)\b.*\b(?:develop|chang|mov|shift|evolv|progress|get (?:from|to|here|there)|go from|c[oa]me (?:about|to)|var)",
    ),
    (
        QuestionKind.TRACE,
        r"\b(?:what (?:has |have |had )?(?:became|become|come of|happened|changed)|take me through|walk me through|histor\w+ of|chronolog\w+|sequence of events|timeline|"
        r"trace|over time|step by step|(?:each|every) step|in each of|did (?:that|this|it) change|got to (?:when|by))\b",
    ),
    # "When did they first discuss X?": the meetings, not a date that a paper gives
    (
        QuestionKind.TRACE,
        r"^when (?:did|was|were) .{2,60}\bfirst (?:discuss|raise|mention|consider|debate|propose|come up|came up|talk)",
    ),
    # "How much ...?", "Which part has the most ... approved?": asked for a figure or a thing, whatever was done with it
    (
        QuestionKind.FACT,
        r"^(?:and )?(?:how (?:much|many|long|far|big)|which|when (?:is|are|will)|what (?:[\w-]+ )?(?:rate|percentage|proportion|share|"
        r"figure|sum|amount|number|price|rent|rating))\b(?!.*\b(?:decid|decision|resolv|vote|agreed?\b))",
    ),
    (
        QuestionKind.TRACE,
        r"\b(?:from .{3,80} to .{3,80}|between .{3,60} and .{3,60}|first .{3,80} then|since)\b.*\?|\bvaries between\b",
    ),
    # "Did they approve X?", "What was decided on Y?", "Who moved the amendment?"
    (
        QuestionKind.DECISION,
        r"\b(?:decid|decision|resolv|agree(?:d|ing)?\b|approv|sign(?:ed)? (?:\w+ )?(?:off|up)|signed\b|adopt|endorse|"
        r"authoris|delegat|vote|reject|refus|turn(?:ed)? down|declar|accept|outcome|upshot|back(?:ed)?\b|settled?\b|"
        r"land on|pass(?:ed)? the|go-ahead|came (?:out )?of|who (?:proposed|moved|seconded)\b|moved the|seconded|carried\b(?! (?:out|over|forward))|"
        r"unanimous|defeated|called in\b|deferred|withdrawn)",
    ),
    (
        QuestionKind.OVERVIEW,
        r"\b(?:explain|summar\w+|overview|in a nutshell|tell me about|new to|i(?:'m| am) new|brief(?:ing)? (?:me|on)|introduc\w+|background (?:on|to)|"
        r"primer|bring me up to speed|run me through|gist|compare|comparison)\b",
    ),
    (
        QuestionKind.OVERVIEW,
        r"^(?:so,? |who or )?(?:what(?:'s| is| are) (?:the |a |an )?(?!(?:[\w-]+ ){0,5}(?:increase|rise|cut|gap)\b|"
        r"total|number|amount|cost|figure|percent|proportion|share|date|deadline|target|rate)"
        r"[\w'&() -]{2,60}(?:\?|, and (?:why|who|what|how|at)|,? and who\b| that\b| used for)|how does .* work)",
    ),
    (
        QuestionKind.FACT,
        r"\b(?:how (?:much|many|long|big|often|far|large|quickly)|when|what (?:date|percentage|proportion|share|figure|target)|who|where|which)\b",
    ),
)

ANY_TIME = re.compile(r"\b(?:at|of) any time\b|\bin any (?:month|year)\b", re.IGNORECASE)

TOPIC = 3  # words; what is no longer and no question names a topic: "potholes", "library opening hours"


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
    organisations = tuple(dict.fromkeys(place.organisation for place in named if place.organisation))
    terms = tuple(content_words(text))
    now, days = today or date.today(), vocabulary.days_of(named)
    before = periods_in(earlier, now, days, minuted=vocabulary.has_minutes)
    periods = shifted(text, before) or periods_in(text, now, days, minuted=vocabulary.has_minutes) or before
    periods = [] if ANY_TIME.search(text) else periods
    return Question(
        text=text,
        search_text=f"{earlier} {text}".strip(),
        kind=_kind_over(periods, kind_of(text)),
        terms=terms,
        context_terms=tuple(w for w in _taken_over(earlier, places_before, places) if w not in terms),
        organisations=organisations,
        # a joint board is of no one council: its name alone says whose papers are meant
        bodies=tuple(dict.fromkeys(place.body for place in named if place.by_body or not place.organisation)),
        periods=tuple(periods),
        expansions=tuple(vocabulary.expansions(f"{text} {earlier}", organisations)),
        corrections=tuple((term, right) for term in terms if (right := vocabulary.correction(term))),
        names_council=any(place.organisation for place in places),
        names_period=all(f"{period.start:%y}" in text or f"{period.end:%y}" in text for period in periods),
        references=references_in(text),
    )


def _again(text: str, history: Sequence[str], vocabulary: Vocabulary, today: date) -> Question | None:
    """The question before, as a follow-up that names no matter of its own limits it; None where it names one."""
    places = vocabulary.places_in(text)
    days = vocabulary.days_of(places or vocabulary.places_in(" ".join(history)))
    periods = periods_in(text, today, days, minuted=vocabulary.has_minutes)
    names = [name for place in places for name in (place.organisation, place.body)]
    if not asks_again(text, places=names, dated=bool(periods)):
        return None
    before = understand(history[-1], history[:-1], vocabulary=vocabulary, today=today)
    organisations = tuple(dict.fromkeys(place.organisation for place in places if place.organisation))
    if before.organisations and OTHER_COUNCIL.search(text):
        organisations = tuple(name for name in vocabulary.organisations() if name not in before.organisations)
    bodies = tuple(dict.fromkeys(place.body for place in places if place.by_body or not place.organisation))
    gone = {word for name in before.organisations for word in words(name)} if organisations else set()
    return replace(
        before,
        kind=QuestionKind.DECISION if WORDED.search(text) else before.kind,
        terms=tuple(word for word in before.terms if word not in gone),
        organisations=organisations or before.organisations,
        bodies=bodies or (() if organisations else before.bodies),
        periods=tuple(periods) or before.periods,
        names_council=bool(organisations) or before.names_council,
        names_period=bool(periods) or before.names_period,
        brief=bool(BRIEFER.search(text)),
    )


def _taken_over(earlier: str, before: Sequence[Place], now: Sequence[Place]) -> list[str]:
    """The content words of the earlier questions, without the name of a place there that is replaced by one named now."""
    left = {p.organisation for p in before} - {p.organisation for p in now} if now else set()
    gone = {word for name in left for word in words(name)}
    return [word for word in content_words(earlier) if word not in gone]


def _kind_over(periods: Sequence[Period], kind: QuestionKind) -> QuestionKind:
    """What happened in one month and what in another is a trace, even if each part asks for a fact or a decision."""
    return QuestionKind.TRACE if len(periods) > 1 and kind is QuestionKind.FACT else kind


def kind_of(text: str) -> QuestionKind:
    """The kind of answer that the form of the question asks for; a fact where no form is known, an overview of a topic."""
    folded = text.lower().strip()
    for kind, form in FORMS:
        if re.search(form, folded):
            return kind
    return QuestionKind.OVERVIEW if len(words(text)) <= TOPIC else QuestionKind.FACT


NUMBERED = re.compile(
    r"\b(?:minutes?|min\.?|items?|decisions?|resolutions?|record)\s+(?:no\.?\s*|numbers?\s+|refs?\.?\s*|under\s+)?"
    r"((?:(?!of|on|at|in|to|by|and|for|from)[A-Z]{1,5}[ -]?)?\d{1,5}(?:[/.]\d{1,5}){0,2})\b(?![./-]\d|(?i:st|nd|rd|th)\b)",
    re.IGNORECASE,
)
CODED = re.compile(r"\b([A-Z]{2,5} ?\d{1,4}|[A-Z]{1,4}/\d{1,4}(?:/\d{2,4})?|\d{2,4}/\d{2,6})\b(?![/\d])")


def references_in(text: str) -> tuple[str, ...]:
    """The numbers of minutes, items or decisions that a text names, as `reference` spells them; days are none."""
    named = [*NUMBERED.findall(text), *CODED.findall(text)]
    return tuple(dict.fromkeys(reference(one) for one in named if not re.fullmatch(r"(?:19|20)\d\d(?:/\d\d)?", one)))


def reference(number: str) -> str:
    """A number as it is compared: without spaces, hyphens and the point behind it, in capitals."""
    return re.sub(r"[\s-]+", "", number).strip(".").upper()


# "What is a hub, and who runs it?": the second half is a question of its own, which leans on the first.
TWO_IN_ONE = re.compile(
    r"(?:,\s*|\s+)and (?=(?:at )?(?:what|who|whom|how|when|where|which|why|did|does|do|was|were|is|are|had|has)\b)|(?<=\?)\s+",
    re.IGNORECASE,
)
SHORTEST = 2  # words; "and when?" asks for the date of the first half


def halves(text: str) -> tuple[str, str] | None:
    """The two questions that are asked in one; None where it is one, or more than two."""
    parts = [part for part in TWO_IN_ONE.split(text) if part.strip()]
    if len(parts) != 2 or any(len(words(part)) < SHORTEST for part in parts):
        return None
    return parts[0], parts[1]


# A question leans on the one before when it points back or is too short to stand alone.
POINTS_BACK = re.compile(
    r"\b(?:it|its|that|this|those|these|they|them|their|he|she|his|her|there|then|one|ones|same|other)\b|^(?:and|but|so|or|also)\b",
    re.IGNORECASE,
)
STANDS_ALONE = 9  # words; shorter questions in a conversation usually leave out what they are about


def _leans_on_history(text: str) -> bool:
    return bool(POINTS_BACK.search(text)) or len(words(text)) < STANDS_ALONE
