"""Verdict: yes or no in front of a ruling, where the question asks for one, or takes for granted what was not
decided.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from indexer.findings.minutes import Decision
from retriever.coverage import Rarity, covered
from retriever.question_forms import Ask
from retriever.questions import Question
from retriever.register import Ruling, matter
from retriever.words import stem, stems, words

CONDITION = re.compile(r"\s(?:until|unless|once|if|subject to|provided|pending|before)\s", re.IGNORECASE)
# "Councillors resolved not to donate", "that no grant be made"
REFUSES = re.compile(
    r"\b(?:resolved|agreed?|decided|voted|minded|wished)\b[^.;]{0,30}\bnot to\b|^\W*(?:that )?(?:no |not to )|"
    r"\b(?:declined|refused|unable) to\b|\bbe not\b",
    re.IGNORECASE,
)
SIGN, OFF = stem("sign"), "off"
ABOUT_IT = 0.5  # a ruling answers yes or no if it has at least this share of the question's words

# The verbs of a question and the outcomes that say yes to them, and no; an outcome in neither settles nothing.
IN_FAVOUR = frozenset({"approved", "agreed", "adopted", "carried", "confirmed", "established", "appointed"})
AGAINST = frozenset({"rejected", "lost", "withdrawn"})
BESIDE = frozenset({"other", "thanked", "requested"})


def verdict(question: Question, ruling: Ruling, limbs: Sequence[Decision], rarity: Rarity) -> str:
    """ "Yes. ", "No. " and their like by the limbs that are asked about, "" where none is asked for or they settle
    nothing.

    A question that takes for granted what was not decided gets that answer.
    """
    asks = question.reading.asks
    said = " ".join(f"{limb.text} {limb.motion}" for limb in ruling.limbs)
    if Ask.EITHER_OR in asks or covered(matter(question, rarity), said, (ruling.title,)) < ABOUT_IT:
        return ""
    if _asks_for_signature(question):
        limbs = [limb for limb in limbs if SIGN in stems(main_clause(limb.put))]
    weights = matter(question, rarity)
    about = [limb for limb in limbs if limb.outcome not in IN_FAVOUR or _is_about(weights, limb, ruling)]
    outcomes = {_outcome(limb) for limb in about}
    if Ask.TAKEN_FOR_GRANTED in asks:
        return _corrected(asks, outcomes)
    if {limb.outcome for limb in ruling.limbs if not limb.amendment} == {"requested"}:
        outcomes = {"requested"}
    else:
        outcomes -= BESIDE
    return _answered(asks, outcomes) if Ask.YES_OR_NO in asks else ""


def _outcome(limb: Decision) -> str:
    """What became of the thing itself: a body that agreed not to do it turned it down."""
    refused = limb.outcome in IN_FAVOUR and REFUSES.search(main_clause(limb.put))
    return "rejected" if refused else limb.outcome


def _asks_for_signature(question: Question) -> bool:
    """True for "has the lease been signed?", which an approval does not answer; "signed off" asks for one."""
    return SIGN in question.reading.stems and OFF not in words(question.reading.folded)


def _is_about(weights: Mapping[str, float], limb: Decision, ruling: Ruling) -> bool:
    """Only a limb on the very thing says yes to it; what was refused or put off beside it still says "in part"."""
    return covered(weights, main_clause(limb.put), (ruling.title,)) >= ABOUT_IT


def main_clause(text: str) -> str:
    """A limb up to its first condition: "that the group stay until the lease is signed" signs no lease."""
    return CONDITION.split(text, maxsplit=1)[0]


def _corrected(asks: frozenset[Ask], outcomes: set[str]) -> str:
    """What is wrong about a question that asks why something was done, where something else was."""
    if Ask.AGAINST_IT in asks:
        return "It was not turned down. " if outcomes & (IN_FAVOUR | {"endorsed"}) and not outcomes & AGAINST else ""
    if Ask.PUT_OFF in asks:
        return "It was not put off. " if outcomes & IN_FAVOUR and "deferred" not in outcomes else ""
    if Ask.FOR_IT not in asks or outcomes & IN_FAVOUR:
        return ""
    if outcomes & AGAINST:
        return "It was not approved. "
    return "It was not approved, but put off. " if "deferred" in outcomes else ""


def _answered(asks: frozenset[Ask], outcomes: set[str]) -> str:
    """The answer to "was it rejected?", "was it put off?", "was it approved?"."""
    if Ask.AGAINST_IT in asks:
        return "Yes. " if outcomes & AGAINST else "No. " if outcomes & IN_FAVOUR else ""
    if Ask.PUT_OFF in asks:
        return "Yes. " if "deferred" in outcomes else "No. " if outcomes & IN_FAVOUR else ""
    if Ask.BACKED_IT in asks and "endorsed" in outcomes:
        return "Yes. "
    return _on_approval(outcomes, asks_noted=Ask.NOTED in asks) if Ask.FOR_IT in asks else ""


def _on_approval(outcomes: set[str], *, asks_noted: bool) -> str:
    """The answer to "was it approved?"."""
    if outcomes & IN_FAVOUR:
        return "In part. " if outcomes & (AGAINST | {"deferred"}) else "Yes. "
    if outcomes & AGAINST:
        return "No. "
    if "deferred" in outcomes:
        return "Not yet: it was put off. "
    if outcomes == {"noted"}:
        return "" if asks_noted else "It was only noted. "
    return {"requested": "Not yet: further work was asked for. ", "referred": "Not yet: it was referred on. "}.get(
        "".join(outcomes), ""
    )
