"""Fate: what became of a recommendation at the meeting that its report was laid before, where its minutes are held."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from indexer.minutes import Decision
from indexer.recommendations import Recommendation
from indexer.sections import Section


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
# Words that any resolution holds, in the form that _stem gives them
_USUAL = frozenset(
    "the that this these for and with from into its his her their any all such each has have been was were will would may "
    "are not but appro agree note noted adopt endor resol decis decid recom reque ask asked cabin board counc commi "
    "set out para secti appen repor".split()
)
# Sums, shares and lengths of time: figures of one sort may be compared, a year or a paragraph says nothing
_FIGURES = (
    re.compile(r"£[\d,]+(?:\.\d+)?m?\b", re.I),
    re.compile(r"\b[\d.]+(?= ?(?:%|per cent))", re.I),
    re.compile(r"\b(\w+)(?= (?:days|weeks|months|years))", re.I),
    re.compile(
        r"\b\d{1,2} (?:january|february|march|april|may|june|july|august|september|october|november|december)\b", re.I
    ),
)
_NOTE = re.compile(r"\bnote[sd]?\b", re.I)
_REFER = re.compile(r"\b(?:refer|send|forward|recommend|commend)(?:s|red|ed)?\b", re.I)
_DEFER = re.compile(r"\bdefer(?:s|red)?\b", re.I)
_ASKS_TO_REJECT = re.compile(r"\b(?:rule[sd]? out|reject|refus|not (?:be )?(?:approve|agree|proceed))", re.I)
# A motion that, when carried, turns down what was recommended
_AGAINST = re.compile(r"\bthere be no\b|\b(?:be|is|are) not (?:approved|agreed|adopted|accepted)\b", re.I)
# How minutes say that something was taken out of, or put into, what had been recommended
_CHANGED = re.compile(
    r"\b(?:other than|save (?:that|for)|and not\b|except(?:ing)?|apart from|subject to|as amended|(?:reduced|raised|increased|changed) from|"
    r"instead of|with (?:the|an?) (?:slight )?(?:amendment|addition|exception))\b",
    re.I,
)
# What is asked ends where the report says why
_REASON = re.compile(r",? because\b", re.I)
# With fewer telling words than this ("agree this report"), the usual ones must do.
FEW = 2
# From this share of the words of the longer title on, an item of the minutes is that of the report.
SAME_TITLE = 0.6
# From this share of its own words on, a recommendation is what a decision is about.
SAME_MATTER = 0.25
# Where no title fits, a decision of the meeting must hold nearly all the words of the recommendation itself.
SAME_WORDS = 0.8
# So many words of a recommendation that stand in what was deferred or rejected, and not in what was approved, are a part of it.
A_PART = 2
# A word of the title tells one limb from another no better than this, against one of the limb's own.
WORD_OF_TITLE = 0.4


def fate_of(recommendation: Recommendation, decisions: Iterable[Decision]) -> Fate:
    """What became of a recommendation by these decisions: those of its own meeting and item, the limb most like it."""
    asked = recommendation.text
    here = _of_its_meeting(recommendation.section, decisions)
    own, least = _of_its_item(recommendation.section, here), SAME_MATTER
    if not own:
        own, least = here, SAME_WORDS
    title = _words(recommendation.section.title)
    noting = _only_notes(asked)
    fitting = [one for one in own if one.outcome == "noted"] if noting else own
    best = max(fitting, key=lambda one: _likeness(recommendation, one, title), default=None)
    if best is None or (
        _likeness(recommendation, best, title) < least and not (least == SAME_MATTER and _alone(fitting, own, noting))
    ):
        return Fate(FateKind.NOT_FOUND)
    return Fate(_kind(asked, best, own), best)


def _only_notes(asked: str) -> bool:
    """True where no more is asked than to take note."""
    return bool(_NOTE.search(asked)) and not re.search(r"\b(?:approve|agree|adopt|authoris|delegat)", asked, re.I)


def _alone(fitting: Sequence[Decision], own: Sequence[Decision], noting: bool) -> bool:
    """True where an item has one decision that can be meant, however it is worded."""
    return len(fitting) == 1 and (noting or len(own) == 1)


def _of_its_meeting(section: Section, decisions: Iterable[Decision]) -> list[Decision]:
    """The decisions of the meeting that a report was laid before; amendments are only steps to them."""
    held, found = section.meeting, []
    for one in decisions:
        theirs = one.section.meeting
        same = (theirs.organisation, theirs.body, theirs.held_on) == (held.organisation, held.body, held.held_on)
        if same and held.held_on is not None and one.section != section and not one.amendment:
            found.append(one)
    return found


def _of_its_item(section: Section, decisions: Sequence[Decision]) -> list[Decision]:
    """The decisions on the item whose title is most like that of a report; none where no title is like it."""
    title = _words(section.title)
    likeness = {one.title: _same(title, _words(one.title)) for one in decisions}
    best = max(likeness.values(), default=0.0)
    return [one for one in decisions if likeness[one.title] == best] if best >= SAME_TITLE else []


def _kind(asked: str, decision: Decision, own: Sequence[Decision]) -> FateKind:
    """What a decision did with what was asked, seen beside the other decisions on the item."""
    kind = _BY_OUTCOME.get(decision.outcome, FateKind.APPROVED)
    for wish, done in ((_ASKS_TO_REJECT, FateKind.REJECTED), (_REFER, FateKind.REFERRED), (_DEFER, FateKind.DEFERRED)):
        if kind is done and wish.search(asked):
            return FateKind.APPROVED
    if kind is FateKind.APPROVED:
        words = f"{decision.text} {decision.motion}"
        if _AGAINST.search(words) and not _AGAINST.search(asked):
            return FateKind.REJECTED
        left = _words(asked) - _words(words)
        taken_out = any(
            _BY_OUTCOME.get(one.outcome) in (FateKind.DEFERRED, FateKind.REJECTED)
            and len(left & _words(one.text)) >= A_PART
            for one in own
        )
        changed = _CHANGED.search(words) and not _CHANGED.search(asked)
        if taken_out or changed or _other_figures(asked, words):
            return FateKind.AMENDED
    return kind


def _other_figures(asked: str, decided: str) -> bool:
    """True where each of two texts gives as many figures of one sort, and not the same, or where none is the same."""
    pairs = [(set(sort.findall(asked.casefold())), set(sort.findall(decided.casefold()))) for sort in _FIGURES]
    return any(
        before and after and (not before & after or (len(before) == len(after) and before != after))
        for before, after in pairs
    )


def _likeness(asked: Recommendation, decision: Decision, title: frozenset[str]) -> float:
    """How much of the words of a recommendation a decision holds, 0 to 1; all of them where it gives its number."""
    number = re.sub(r"[^\w.]|\.$", "", asked.number)
    if number and re.search(
        rf"\brecommendations?\b[^;:]{{0,40}}(?<![\w.]){re.escape(number)}(?![\w.]*\w)", decision.text, re.I
    ):
        return 1.0
    wish = _REASON.split(asked.text)[0]
    words = f"{decision.text} {decision.motion}"
    wanted, given = _words(wish), _words(words)
    if len(wanted) < FEW:
        wanted, given = _words(wish, usual=True), _words(words, usual=True)
    weight = {word: WORD_OF_TITLE if word in title else 1.0 for word in wanted}
    return sum(weight[word] for word in wanted & given) / (sum(weight.values()) or 1.0)


def _same(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of the words of two titles that they have in common, 0 to 1."""
    return len(one & other) / (max(len(one), len(other)) or 1)


def _words(text: str, *, usual: bool = False) -> frozenset[str]:
    """The telling words of a text, without their endings; with `usual` also those of any resolution."""
    found: Sequence[str] = re.findall(r"[a-z0-9£]+(?:[.,]\d+)*", text.casefold())
    stems = (
        word if word[0] in "0123456789£" else word.removesuffix("s")[:5]
        for word in found
        if len(word) > 2 or word.isdigit()
    )
    return frozenset(stem for stem in stems if usual or stem not in _USUAL)
