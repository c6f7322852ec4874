"""Before that: the decision before the one that was asked about last, on the same matter, else in the same minutes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from app.compose.decisions.ruled import opening, votes_on
from app.compose.evidence import Evidence
from app.compose.records import Records
from app.compose.wording import Statement
from retriever.coverage import Rarity, covered
from retriever.periods import MONTHS
from retriever.questions import Question
from retriever.register import OF_ANY_DECISION, ROUTINE, Ruling, elsewhere
from retriever.words import stem, stems, words

ASKS_BEFORE = (frozenset({"before", "that"}), frozenset({"before", "this"}), frozenset({"before", "it"}))
ONLY_ASKS = OF_ANY_DECISION | frozenset(map(stem, "just happened happen right item".split()))
ABOUT = 0.7  # share of the words of the earlier question in a ruling that it was about
MOST_LIMBS = 4


def before_that(question: Question, records: Records, rarity: Rarity) -> list[Statement]:
    """The decision before that of the question before; none where something else, or more, is asked."""
    said = words(question.reading.folded)
    if not _asks(question, set(said)):
        return []
    held = [one for one in records.rulings if not elsewhere(question, one.section)]
    about = _about(_weights(question, rarity), held)
    meant = _meant(question, about)
    if meant is None:
        return []
    earlier = _earlier(meant, about)
    if earlier and "just" not in said:
        return _told("", earlier)
    return _told("Just before that, in the same minutes. ", _above(meant, held))


def _about(weights: Mapping[str, float], held: Sequence[Ruling]) -> list[Ruling]:
    """The decisions on what the earlier question was about; none where it named nothing."""
    return [one for one in held if weights and covered(weights, one.in_words) >= ABOUT]


def _earlier(meant: Ruling, about: Sequence[Ruling]) -> Ruling | None:
    """The last decision of an earlier meeting."""
    return max((one for one in about if _day(one) < _day(meant)), key=_day, default=None)


def _meant(question: Question, about: Sequence[Ruling]) -> Ruling | None:
    """The newest decision of the time and of the committee that the earlier question named."""
    own = [one for one in about if not question.bodies or one.section.meeting.body in question.bodies] or about
    return max((one for one in own if question.in_time(_day(one))), key=_day, default=None)


def _asks(question: Question, said: set[str]) -> bool:
    """Whether a follow-up asks for what came before, and for nothing else."""
    points_back = bool(question.context_terms) and any(asked <= said for asked in ASKS_BEFORE)
    return points_back and {stem(term) for term in question.terms} <= ONLY_ASKS


def _weights(question: Question, rarity: Rarity) -> Mapping[str, float]:
    """The words of the earlier questions that say what they were about."""
    places = stems(" ".join((*question.organisations, *question.bodies)))
    own = {stem(term) for term in question.context_terms if term not in MONTHS and not term.isdigit()}
    return {word: rarity(word) for word in own - places - ONLY_ASKS}


def _day(ruling: Ruling) -> date:
    return ruling.section.meeting.held_on or date.min


def _above(meant: Ruling, held: Sequence[Ruling]) -> Ruling | None:
    """What was decided under the item before, in the order of the minutes; the confirmation of minutes is left out."""
    own = [one for one in held if one.section == meant.section and not ROUTINE.search(one.in_words)]
    at = own.index(meant) if meant in own else 0
    return own[at - 1] if at else None


def _told(words_before: str, ruling: Ruling | None) -> list[Statement]:
    if ruling is None:
        return []
    limbs = [limb for limb in ruling.limbs if not limb.amendment][:MOST_LIMBS] or list(ruling.limbs[:1])
    first = f"{words_before}{opening(ruling.section, ruling.item, limbs)}"
    quotes = [Evidence.of(one.section, one.text, one.page, one.item, one.title) for one in limbs]
    return [Statement(first if n == 0 else "", one) for n, one in enumerate(quotes)] + votes_on(limbs)
