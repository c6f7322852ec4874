"""Question: what a person asks, understood far enough to search for it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from retriever.periods import Period, periods_in
from retriever.vocabulary import Vocabulary
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
    other names of acronyms and terms in the question.
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


# Tried in this order; the first form that is found names the kind.
FORMS: tuple[tuple[QuestionKind, str], ...] = (
    # "Who sent apologies?", "Which items were on the agenda?", "What do X and Y stand for?"
    (
        QuestionKind.LIST,
        r"\bwho (?:all )?(?:attended|was present|were present|was there|came|sent|sits|sit|is on|are on)\b",
    ),
    (
        QuestionKind.LIST,
        r"\b(?:list|which (?:items|members|councillors|officers|areas|priorities|two|three|four|five)|apologies|attendance)\b",
    ),
    (
        QuestionKind.LIST,
        r"\bwhat (?:were|are) (?:all )?the (?:\w+ ){0,3}(?:items|actions|priorities|themes|members|recommendations|aims|objectives)\b",
    ),
    (QuestionKind.LIST, r"\bstand for\b|\bon the (?:\w+ )?agenda\b|\bagenda (?:for|items)\b"),
    # "How did X develop?", "What became of Y?"
    (
        QuestionKind.TRACE,
        r"\bhow (?:did|has|have|was|were)\b.*\b(?:develop|chang|mov|shift|evolv|progress|get (?:from|to|here|there)|go from|c[oa]me (?:about|to)|var)",
    ),
    (
        QuestionKind.TRACE,
        r"\b(?:what (?:has |have |had )?(?:became|become|happened)|take me through|walk me through|histor\w+ of|timeline|trace|over time|step by step)\b",
    ),
    (
        QuestionKind.TRACE,
        r"\b(?:from .{3,80} to .{3,80}|between .{3,60} and .{3,60}|first .{3,80} then|since)\b.*\?|\bvaries between\b",
    ),
    # "Did they approve X?", "What was decided on Y?"
    (
        QuestionKind.DECISION,
        r"\b(?:decid|decision|resolv|agree[d]?\b|approv|sign(?:ed)? (?:off|up)|signed\b|adopt|endorse|authoris|delegat|"
        r"vote|reject|refus|turn(?:ed)? down|declar|accept|outcome|upshot|back(?:ed)?\b|settled|land on|pass(?:ed)? the)",
    ),
    (
        QuestionKind.OVERVIEW,
        r"\b(?:explain|summar\w+|overview|in a nutshell|tell me about|new to|brief(?:ing)? (?:me|on)|introduc\w+)\b",
    ),
    (
        QuestionKind.OVERVIEW,
        r"^(?:so,? )?(?:what(?:'s| is| are) (?:the |a |an )?(?!total|number|amount|cost|figure|percent|proportion|share|date|deadline|target|rate)[\w'&() -]{2,60}\?|how does .* work)",
    ),
    (
        QuestionKind.FACT,
        r"\b(?:how (?:much|many|long|big|often|far|large|quickly)|when|what (?:date|percentage|proportion|share|figure|target)|who|where|which)\b",
    ),
)


def understand(
    text: str, history: Sequence[str] = (), *, vocabulary: Vocabulary, today: date | None = None
) -> Question:
    """The question made whole from its history (earlier questions, oldest first) and the words of the papers."""
    leans = bool(history) and _leans_on_history(text)
    earlier = " ".join(history[-3:]) if leans else ""
    named = vocabulary.places_in(text) or vocabulary.places_in(earlier)
    organisations = tuple(dict.fromkeys(place.organisation for place in named if place.organisation))
    terms = tuple(content_words(text))
    return Question(
        text=text,
        search_text=f"{earlier} {text}".strip(),
        kind=kind_of(text),
        terms=terms,
        context_terms=tuple(w for w in content_words(earlier) if w not in terms),
        organisations=organisations,
        bodies=tuple(dict.fromkeys(place.body for place in named if place.by_body)),
        periods=tuple(periods_in(text, today or date.today()) or periods_in(earlier, today or date.today())),
        expansions=tuple(vocabulary.expansions(f"{text} {earlier}", organisations)),
    )


def kind_of(text: str) -> QuestionKind:
    """The kind of answer that the form of the question asks for; a fact where no form is known."""
    folded = text.lower().strip()
    for kind, form in FORMS:
        if re.search(form, folded):
            return kind
    return QuestionKind.FACT


# A question leans on the one before when it points back or is too short to stand alone.
POINTS_BACK = re.compile(
    r"\b(?:it|its|that|this|those|these|they|them|their|he|she|his|her|there|then|one|ones|same|other)\b|^(?:and|but|so|or|also)\b",
    re.IGNORECASE,
)
STANDS_ALONE = 9  # words; shorter questions in a conversation usually leave out what they are about


def _leans_on_history(text: str) -> bool:
    return bool(POINTS_BACK.search(text)) or len(words(text)) < STANDS_ALONE
