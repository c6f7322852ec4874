"""Verdict: yes or no in front of a ruling, where the question asks for one, or takes for granted what was not decided."""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexer.findings.minutes import Decision
from retriever.coverage import Rarity, covered
from retriever.questions import Question
from retriever.register import Ruling, matter

YES_OR_NO = re.compile(r"^(?:and |but |so |then )?(?:did|was|were|has|have|had|is|are|does|do|will)\b", re.IGNORECASE)
EITHER_OR = re.compile(r"\bor (?:is|was|did|only|just|somebody|someone|not|were|has)\b", re.IGNORECASE)
TAKEN_FOR_GRANTED = re.compile(
    r"^(?:and |but |so )?(?:why|how come|when|on what grounds|for what reasons?)\b", re.IGNORECASE
)
ABOUT_IT = 0.5  # share of the question's words that the ruling holds, from which on it is the answer to yes or no

# The verbs of a question and the outcomes that say yes to them, and no; an outcome in neither settles nothing.
IN_FAVOUR = frozenset({"approved", "agreed", "adopted", "carried", "confirmed", "established", "appointed"})
AGAINST = frozenset({"rejected", "lost", "withdrawn"})
BESIDE = frozenset({"other", "thanked", "requested"})
FOR_IT = re.compile(
    r"\b(?:approv|agree|adopt|sign|accept|pass(?:ed)?\b|settl|go ahead|give the go-ahead|confirm)",
    re.IGNORECASE,
)
BACKED_IT = re.compile(r"\b(?:endors|back(?:ed)?\b|support)", re.IGNORECASE)
AGAINST_IT = re.compile(
    r"\b(?:reject|refus|turn(?:ed)? down|vot(?:e|ed) down|declin|throw out|thrown out)", re.IGNORECASE
)
PUT_OFF = re.compile(r"\b(?:defer|postpon|put off|delay|held over)", re.IGNORECASE)
NOTED = re.compile(r"\bnot(?:e|ed|ing)\b", re.IGNORECASE)


def verdict(question: Question, ruling: Ruling, limbs: Sequence[Decision], rarity: Rarity) -> str:
    """ "Yes. ", "No. " and their like by the limbs that are asked about, "" where none is asked for or they settle nothing.

    A question that takes for granted what was not decided is told so.
    """
    text = question.text
    said = " ".join(f"{limb.text} {limb.motion}" for limb in ruling.limbs)
    if EITHER_OR.search(text) or covered(matter(question, rarity), said, (ruling.title,)) < ABOUT_IT:
        return ""
    outcomes = {limb.outcome for limb in limbs}
    if TAKEN_FOR_GRANTED.search(text):
        return _corrected(text, outcomes)
    if {limb.outcome for limb in ruling.limbs if not limb.amendment} == {"requested"}:
        outcomes = {"requested"}
    else:
        outcomes -= BESIDE
    return _answered(text, outcomes) if YES_OR_NO.search(text) else ""


def _corrected(text: str, outcomes: set[str]) -> str:
    """What is wrong about a question that asks why something was done, where something else was."""
    if AGAINST_IT.search(text):
        return "It was not turned down. " if outcomes & (IN_FAVOUR | {"endorsed"}) and not outcomes & AGAINST else ""
    if PUT_OFF.search(text):
        return "It was not put off. " if outcomes & IN_FAVOUR and "deferred" not in outcomes else ""
    if not FOR_IT.search(text) or outcomes & IN_FAVOUR:
        return ""
    if outcomes & AGAINST:
        return "It was not approved. "
    return "It was not approved, but put off. " if "deferred" in outcomes else ""


def _answered(text: str, outcomes: set[str]) -> str:
    """The answer to "was it rejected?", "was it put off?", "was it approved?"."""
    if AGAINST_IT.search(text):
        return "Yes. " if outcomes & AGAINST else "No. " if outcomes & IN_FAVOUR else ""
    if PUT_OFF.search(text):
        return "Yes. " if "deferred" in outcomes else "No. " if outcomes & IN_FAVOUR else ""
    if BACKED_IT.search(text) and "endorsed" in outcomes:
        return "Yes. "
    return _on_approval(outcomes, asks_noted=bool(NOTED.search(text))) if FOR_IT.search(text) else ""


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
