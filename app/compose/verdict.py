"""Verdict: yes or no in front of a ruling, where the question asks for one and the ruling gives it."""

from __future__ import annotations

import re

from retriever.coverage import Rarity, covered, wanted
from retriever.questions import Question
from retriever.register import OF_ANY_DECISION, Ruling

YES_OR_NO = re.compile(r"^(?:and |but |so |then )?(?:did|was|were|has|have|had|is|are|does|do|will)\b", re.IGNORECASE)
EITHER_OR = re.compile(r"\bor (?:is|was|did|only|just|somebody|someone|not|were|has)\b", re.IGNORECASE)
ABOUT_IT = 0.5  # share of the question's words that the ruling holds, from which on it is the answer to yes or no

# The verbs of a question and the outcomes that say yes to them, and no; an outcome in neither settles nothing.
IN_FAVOUR = frozenset({"approved", "agreed", "adopted", "carried", "confirmed", "established", "appointed"})
AGAINST = frozenset({"rejected", "lost", "withdrawn"})
FOR_IT = re.compile(
    r"\b(?:approv|agree|adopt|sign|accept|pass(?:ed)?\b|settl|go ahead|give the go-ahead|confirm)",
    re.IGNORECASE,
)
AGAINST_IT = re.compile(
    r"\b(?:reject|refus|turn(?:ed)? down|vot(?:e|ed) down|declin|throw out|thrown out)", re.IGNORECASE
)
PUT_OFF = re.compile(r"\b(?:defer|postpon|put off|delay|held over)", re.IGNORECASE)
NOTED = re.compile(r"\bnot(?:e|ed|ing)\b", re.IGNORECASE)


def verdict(question: Question, ruling: Ruling, rarity: Rarity) -> str:
    """ "Yes. ", "No. " and their like, "" where the question asks for neither or the ruling settles neither."""
    text = question.text
    if not YES_OR_NO.search(text) or EITHER_OR.search(text):
        return ""
    weights = wanted(question, rarity, places=False)
    weights = {word: weight for word, weight in weights.items() if word not in OF_ANY_DECISION}
    if covered(weights, " ".join(limb.text for limb in ruling.limbs), (ruling.title,)) < ABOUT_IT:
        return ""
    outcomes = {limb.outcome for limb in ruling.limbs if limb.outcome not in ("other", "thanked", "requested")}
    if AGAINST_IT.search(text):
        return "Yes. " if outcomes & AGAINST else "No. " if outcomes & IN_FAVOUR else ""
    if PUT_OFF.search(text):
        return "Yes. " if "deferred" in outcomes else "No. " if outcomes & IN_FAVOUR else ""
    if not FOR_IT.search(text):
        return ""
    return _on_approval(outcomes, asks_noted=bool(NOTED.search(text)))


def _on_approval(outcomes: set[str], *, asks_noted: bool) -> str:
    """The answer to "was it approved?"."""
    if outcomes & IN_FAVOUR:
        return "In part. " if outcomes & (AGAINST | {"deferred"}) else "Yes. "
    if outcomes & AGAINST:
        return "No. "
    if "deferred" in outcomes:
        return "Not yet: it was put off. "
    return "It was only noted. " if outcomes == {"noted"} and not asks_noted else ""
