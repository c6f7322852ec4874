"""Fate: what became of a recommendation at the meeting that its report was laid before, where we have its minutes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from indexer.findings.minutes import Decision
from indexer.findings.recommendations import Recommendation
from indexer.forms.linked import (
    AROUND_NUMBER,
    ASKS_TO_REJECT,
    CARRIED_AGAINST,
    CHANGED,
    DEFER,
    EXCLUSION,
    FIGURES,
    LEFT_OPEN,
    NOTE,
    R_OF_NUMBER,
    RANGE_OF_RECOMMENDATIONS,
    REASON,
    REFER,
    SETTLES,
    UNTIL,
    WHO_IS_ASKED,
    WORD_OR_SUM,
    recommendation_numbered,
)
from indexer.sections.section import Section


class FateKind(StrEnum):
    """What a body did with what was recommended to it."""

    APPROVED = "approved as recommended"
    AMENDED = "amended"
    DEFERRED = "deferred"
    REFERRED = "referred"
    NOTED = "noted"
    REJECTED = "rejected"
    NOT_FOUND = "not found"


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of a recommendation, and the decision that says so; None where none of those given does."""

    recommendation: Recommendation
    kind: FateKind
    decision: Decision | None = None


_BY_OUTCOME = {
    "deferred": FateKind.DEFERRED,
    "withdrawn": FateKind.DEFERRED,
    "referred": FateKind.REFERRED,
    "noted": FateKind.NOTED,
    "rejected": FateKind.REJECTED,
    "lost": FateKind.REJECTED,
}
# Words that say nothing; words that any resolution holds, in the form that _words gives them
_EMPTY = frozenset(
    "the that this these for and with from into its his her their any all such each has have been was were will "
    "would may "
    "are not but out".split()
)
_USUAL = frozenset(
    "appro agree note noted adopt endor resol decis decid recom reque ask asked cabin board counc commi set para secti "
    "appen repor".split()
)
# With fewer telling words than this ("agree this report"), the usual ones must do.
FEW = 2
# An item of the minutes is that of the report if it has at least this share of the words of the longer title.
SAME_TITLE = 0.6
# A decision is about a recommendation if it has at least this share of its words.
SAME_MATTER = 0.25
# Where no title fits, a decision of the meeting must hold nearly all the words of the recommendation itself.
SAME_WORDS = 0.8
# So many words of a recommendation that stand in what was deferred or rejected, and not in what was approved, are a
# part of it.
A_PART = 2
# A word of the title tells one limb from another no better than this, against one of the limb's own.
WORD_OF_TITLE = 0.4


def fates_of(recommendations: Iterable[Recommendation], decisions: Iterable[Decision]) -> Iterator[Fate]:
    """What became of each recommendation by these decisions, in order."""
    taken: dict[tuple[str, str, date | None], list[Decision]] = defaultdict(list)
    for one in decisions:
        taken[_meeting(one.section)].append(one)
    for asked in recommendations:
        yield fate_of(asked, taken.get(_meeting(asked.section), ()))


def fate_of(recommendation: Recommendation, decisions: Iterable[Decision]) -> Fate:
    """What became of a recommendation by these decisions: those of its meeting and item, the limb most like it."""
    asked = recommendation.text
    here = _of_its_meeting(recommendation.section, decisions)
    own, least = _of_its_item(recommendation.section, here), SAME_MATTER
    if not own:
        own, least = here, SAME_WORDS
    # "That the Board decide between A and B" is answered by whatever the Board decided.
    elif leaves_open(recommendation):
        return _answered(recommendation, own)
    title = _words(recommendation.section.title)
    noting = _only_notes(asked)
    # "To note the report" is not answered by a decision on the fee in the same minute.
    fitting = [one for one in own if one.outcome == "noted"] if noting else own

    def rank(one: Decision) -> tuple[float, bool]:
        return _likeness(recommendation, one, title), one.outcome not in _BY_OUTCOME

    best = max(fitting, key=rank, default=None)
    if best is None:
        return Fate(recommendation, FateKind.NOT_FOUND)
    likeness = rank(best)[0]
    alone = least == SAME_MATTER and len(fitting) == 1 and (noting or len(own) == 1)
    if likeness < least and not (alone and (noting or likeness > 0 or _names_no_matter(best, title))):
        return Fate(recommendation, FateKind.NOT_FOUND)
    return Fate(recommendation, _kind(asked, best, own), best)


def leaves_open(recommendation: Recommendation) -> bool:
    """True where the report leaves the choice to the body: "confirm, amend or rescind the decision"."""
    return bool(LEFT_OPEN.search(recommendation.text))


def _answered(recommendation: Recommendation, own: Sequence[Decision]) -> Fate:
    """What became of a choice left to the body: put off or passed on, else decided in words of the body's own."""
    title = _words(recommendation.section.title)
    best = max(own, key=lambda one: (one.outcome != "noted", _likeness(recommendation, one, title)))
    kind = _BY_OUTCOME.get(best.outcome, FateKind.AMENDED)
    return Fate(recommendation, kind, best)


def _only_notes(asked: str) -> bool:
    """True where no more is asked than to take note."""
    return bool(NOTE.search(asked)) and not SETTLES.search(asked)


def _names_no_matter(decision: Decision, title: frozenset[str]) -> bool:
    """True where a decision puts the whole item off or turns it down, or says no more than that it was agreed."""
    return decision.outcome in _BY_OUTCOME or len(_words(decision.text) - title) <= FEW


def _of_its_meeting(section: Section, decisions: Iterable[Decision]) -> list[Decision]:
    """The decisions of the meeting that a report was laid before; amendments are only steps to them."""
    meeting = _meeting(section)
    if section.meeting.held_on is None:
        return []
    return [
        one
        for one in decisions
        if _meeting(one.section) == meeting
        and one.section != section
        and not one.amendment
        and not EXCLUSION.search(one.text)
    ]


def _meeting(section: Section) -> tuple[str, str, date | None]:
    """Which meeting a section belongs to."""
    return section.meeting.organisation, section.meeting.body, section.meeting.held_on


def _of_its_item(section: Section, decisions: Sequence[Decision]) -> list[Decision]:
    """The decisions on the item whose title is most like that of a report; none where no title is like it."""
    title = _words(section.title)
    likeness = {one.title: _same(title, _words(one.title)) for one in decisions}
    best = max(likeness.values(), default=0.0)
    return [one for one in decisions if likeness[one.title] == best] if best >= SAME_TITLE else []


def _kind(asked: str, decision: Decision, own: Sequence[Decision]) -> FateKind:
    """What a decision did with what was asked, seen beside the other decisions on the item."""
    kind = _BY_OUTCOME.get(decision.outcome, FateKind.APPROVED)
    for wish, done in ((ASKS_TO_REJECT, FateKind.REJECTED), (REFER, FateKind.REFERRED), (DEFER, FateKind.DEFERRED)):
        # "That the application be refused": who refuses it does what was asked
        if kind is done and wish.search(asked):
            return FateKind.APPROVED
    if kind is not FateKind.APPROVED:
        return kind
    words = f"{decision.text} {decision.motion}"
    # "CARRIED: that the officer's recommendation be refused" is a motion that was carried, and a refusal of the report.
    if CARRIED_AGAINST.search(words) and not CARRIED_AGAINST.search(asked):
        return FateKind.REJECTED
    return FateKind.AMENDED if _is_amended(asked, words, own) else kind


def _is_amended(asked: str, words: str, own: Sequence[Decision]) -> bool:
    """True where a decision says that it changes what was asked, has other figures, or leaves a part to another."""
    changed = CHANGED.search(words) and not CHANGED.search(asked)
    left = _words(asked) - _words(words)
    # What was only noted beside the decision takes nothing out of it.
    against = (one for one in own if _BY_OUTCOME.get(one.outcome) in (FateKind.DEFERRED, FateKind.REJECTED))
    # "the baths and the hall be closed" and two decisions: the baths closed, the hall deferred
    taken_out = any(len(left & _words(one.text)) >= A_PART for one in against)
    return bool(taken_out or changed or _other_figures(asked, words))


def _other_figures(asked: str, decided: str) -> bool:
    """True where each of two texts gives as many figures of one sort, and not the same, or where none is the same."""
    pairs = [(set(sort.findall(asked.casefold())), set(sort.findall(decided.casefold()))) for sort in FIGURES]
    return any(
        before and after and (not before & after or (len(before) == len(after) and before != after))
        for before, after in pairs
    )


def _likeness(asked: Recommendation, decision: Decision, title: frozenset[str]) -> float:
    """How much of the words of a recommendation a decision holds, 0 to 1; all of them where it gives its number."""
    number = AROUND_NUMBER.sub("", asked.number)
    if number and (_names_number(number, decision.text) or _in_range(number, decision.text)):
        return 1.0
    wish = WHO_IS_ASKED.sub("", REASON.split(asked.text)[0])
    words = f"{decision.text} {decision.motion}"
    if decision.outcome == "deferred":
        words = UNTIL.split(words)[0]
    wanted, given = _words(wish), _words(words)
    if len(wanted) < FEW:
        wanted, given = _words(wish, usual=True), _words(words, usual=True)
    weight = {word: WORD_OF_TITLE if word in title else 1.0 for word in wanted}
    return sum(weight[word] for word in wanted & given) / (sum(weight.values()) or 1.0)


def _names_number(number: str, text: str) -> bool:
    """True where a decision gives the number of a recommendation: "that recommendations 2.1 and 2.3 be agreed"."""
    return bool(recommendation_numbered(number).search(text))


def _in_range(number: str, text: str) -> bool:
    """True where a decision gives a range that the number is in: R3 in "recommendations 1 to 6 be referred"."""
    digits = R_OF_NUMBER.sub("", number)
    ranges = RANGE_OF_RECOMMENDATIONS.findall(text)
    return digits.isdigit() and any(int(first) <= int(digits) <= int(last) for first, last in ranges)


def _same(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of the words of two titles that they have in common, 0 to 1."""
    return len(one & other) / (max(len(one), len(other)) or 1)


@lru_cache(maxsize=10_000)
def _words(text: str, *, usual: bool = False) -> frozenset[str]:
    """The telling words of a text, without their endings; with `usual` also those of any resolution."""
    found = (word for word in WORD_OR_SUM.findall(text.casefold()) if word not in _EMPTY)
    stems = (
        word if word[0] in "0123456789£" else word.removesuffix("s")[:5]
        for word in found
        if len(word) > 2 or word.isdigit()
    )
    return frozenset(stem for stem in stems if usual or stem not in _USUAL)
