"""Whether a sentence claims an outcome that the register, or its passages, do not give: noted is not approved."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from app.model.checks.support import stems
from app.model.prompts import Numbered
from indexer.findings.minutes import Decision
from indexer.forms.outcomes import VERBS, outcome_of
from indexer.items.sentences import sentences
from indexer.sections.section import SectionKind

CONSENT = frozenset("approved agreed adopted carried".split())
# What the register must have for a sentence to say so; outcomes that are not here claim nothing of weight.
BEARS_OUT: dict[str, frozenset[str]] = {
    "approved": CONSENT,
    "adopted": CONSENT,
    "carried": CONSENT,
    "agreed": CONSENT | {"endorsed", "requested", "delegated", "appointed", "established", "confirmed", "other"},
    "endorsed": CONSENT | {"endorsed"},
    "noted": CONSENT | {"endorsed", "noted", "other"},
    "rejected": frozenset({"rejected", "lost"}),
    "lost": frozenset({"rejected", "lost"}),
    **{
        same: frozenset({same})
        for same in "confirmed appointed established delegated deferred referred withdrawn".split()
    },
}
# Outcomes that stand inside a limb of another one: "approves the sale and delegates the terms to the Director".
INSIDE = frozenset("confirmed appointed established delegated deferred referred".split())
SYNONYMS = {
    "approved": r"(?:gave|given|granted|received|won|secured) (?:\w+ ){0,3}(?:approval|consent|permission|go-ahead)|"
    r"signed off|passed|backed|voted (?:for|in favour)|decided in favour|green-?lit|authori[sz]ed",
    "rejected": r"voted against|turned down|threw out|voted down|not (?:\w+ )?(?:approve|agree|adopt|accept|support)\b",
}
IS_MEANT = 0.4  # a sentence may be about a limb that has, with its title, at least this share of its words
FITS_AS_WELL = 0.8  # of the best limb's share: a limb with as much may be the one that is meant
TELLS_OF_IT = 0.5  # share of a sentence's words in the one that tells of an outcome without a ruling
DECIDES = frozenset({SectionKind.MINUTES, SectionKind.DECISION_RECORD})
# A limb that is put forward: "1.1 That the price be raised", "2.2 choose one of the options"
_PUT_FORWARD = re.compile(
    r"\W*(?:\d+(?:\.\d+)*\W+|\(?[a-zA-Z]{1,4}[).]\s+)?(?:[a-z]|That\b|To\b|(?:Approve|Agree|Note|Endorse|Delegate|"
    r"Authori[sz]e)\b)"
)
_HEDGED = re.compile(
    r"\b(?:recommend|propos|suggest|invit|seek|sought|request|ask|if\b|would\b|should\b|could\b|may\b|"
    r"plan(?:s|ned)?\b|expect|intend|aims?\b|draft)",
    re.I,
)
# "be approved", "to be approved": asked for, not done
_ASKED = re.compile(r"\b(?:be|being)\s+(?:\w+ly\s+)?$", re.I)
_ANNOUNCED = re.compile(r"\b(?:resolved|decided|agreed|agrees|determined)\s+(?:\w+ly\s+)?(?:to|that)\b", re.I)
_OPENS = re.compile(r":?\s+(?:unanimously\s+)?(?:that|to)\b", re.I)
_RECOMMENDS = re.compile(r"\b(?:recommend|propos)", re.I)


def _forms() -> Iterator[tuple[str, re.Pattern[str]]]:
    for verb in VERBS:
        if verb.outcome in BEARS_OUT:
            more = f"|{SYNONYMS[verb.outcome]}" if verb.outcome in SYNONYMS else ""
            yield verb.outcome, re.compile(rf"\b(?:{verb.done}|(?:{verb.plain})e?s{more})\b", re.I)


_FORMS = dict(_forms())
DONE = rf"(?:{'|'.join(verb.done for verb in VERBS if verb.outcome in BEARS_OUT)})"
_PAST = {verb.outcome: re.compile(rf"\b(?:{verb.done})\b", re.I) for verb in VERBS}
_ANY_FORM = {v.outcome: re.compile(rf"\b(?:{v.done}|(?:{v.plain})(?:e?s|ing)?)\b", re.I) for v in VERBS}


def unsupported_outcome(sentence: str, cited: Sequence[Numbered]) -> bool:
    """True where a sentence says of something that it was approved, noted, deferred ... and its passages do not."""
    limbs = [limb for one in cited for limb in _meant(sentence, one)]
    return any(
        not any(_ruled(outcome, limb) for limb in limbs) and not any(_told(outcome, sentence, one) for one in cited)
        for outcome in _claimed(sentence)
    )


def outcomes_in(text: str) -> Iterator[tuple[str, int, int]]:
    """The outcomes that a text names, each with where its verb stands; "RESOLVED that" only opens what is decided."""
    for outcome, form in _ANY_FORM.items():
        if outcome in BEARS_OUT:
            yield from (
                (outcome, *match.span()) for match in form.finditer(text) if not _OPENS.match(text, match.end())
            )


def without_outcomes(sentence: str) -> str:
    """The sentence without the verbs that claim an outcome, which are compared with the register instead."""
    for form in _FORMS.values():
        sentence = form.sub(lambda m: m.group() if _ASKED.search(m.string[: m.start()]) else " ", sentence)
    return sentence


def only_asked_for(sentence: str, quote: str, one: Numbered) -> bool:
    """True where a sentence tells as done what the quote only recommends, proposes or asks a body to do."""
    if one.passage.section.kind in DECIDES or _HEDGED.search(sentence):
        return False
    return bool(_PUT_FORWARD.match(quote) or _RECOMMENDS.search(quote))


def _claimed(sentence: str) -> set[str]:
    """The outcomes that a sentence claims; "agreed to note" claims that something was noted."""
    if announced := _ANNOUNCED.search(sentence):
        before, rest = sentence[: announced.start()], sentence[announced.end() :]
        outcome = outcome_of(rest, fallback="agreed")
        return _done(before) | _done(rest) | ({outcome} & BEARS_OUT.keys())
    return _done(sentence)


def _done(text: str) -> set[str]:
    return {
        outcome
        for outcome, form in _FORMS.items()
        if any(not _ASKED.search(text[: match.start()]) for match in form.finditer(text))
    }


def _meant(sentence: str, one: Numbered) -> list[Decision]:
    """The limbs of a passage that a sentence may be about: those that hold most of its words."""
    meeting = one.passage.section.meeting
    month = f"{meeting.held_on:%B}" if meeting.held_on else ""
    said = stems(without_outcomes(sentence)) - stems(f"{meeting.organisation} {meeting.body} {month}")
    held = [len(said & stems(f"{limb.title} {limb.text} {limb.motion}")) for limb in one.limbs]
    least = max(IS_MEANT * len(said), FITS_AS_WELL * max(held, default=0))
    return [limb for limb, count in zip(one.limbs, held, strict=True) if count >= least]


def _ruled(outcome: str, limb: Decision) -> bool:
    """True where the register's limb is at least as strong as the outcome."""
    if limb.outcome == "other" and _RECOMMENDS.search(limb.text):
        return outcome == "noted"
    if outcome in INSIDE and limb.outcome in BEARS_OUT["agreed"] and _ANY_FORM[outcome].search(limb.text):
        return True
    return limb.outcome in BEARS_OUT[outcome]


def _told(outcome: str, sentence: str, one: Numbered) -> bool:
    """True where a sentence of the passage tells that this was done, as against asking for it."""
    if one.passage.section.kind is SectionKind.PROPOSED_DECISION_RECORD:
        return False
    put_forward = one.passage.section.kind not in DECIDES and _RECOMMENDS.search(one.passage.text)
    said = stems(_FORMS[outcome].sub(" ", sentence)) - stems(one.where)
    for told in sentences(one.passage.text):
        if put_forward and not _PAST[outcome].search(told):  # "1.1 The Board agrees the plan" among recommendations
            continue
        shared = said & stems(told)
        if len(shared) >= TELLS_OF_IT * len(said) and outcome in _claimed(told) and not _RECOMMENDS.search(told):
            return True
    return False
