"""What was decided: the ruling that fits best, limb by limb, under the name of the meeting that made it."""

from __future__ import annotations

from collections.abc import Sequence

from app.compose.evidence import Evidence
from app.compose.extract import quotes
from app.compose.wording import Draft, Statement, date_in_words, whose
from indexer.minutes import Decision
from indexer.passages import Passage
from retriever.questions import Question
from retriever.register import Ruling

MOST_RULINGS = 2
MOST_LIMBS = 5
ALMOST_AS_GOOD = 0.8  # of the best fit: a second ruling with less is left to the evidence behind
BUDGET = 1150  # characters of quotes, which leaves room for saying where they stand

DID = {
    "approved": "approved", "agreed": "agreed", "adopted": "adopted", "noted": "noted", "endorsed": "endorsed",
    "deferred": "deferred", "referred": "referred on", "delegated": "delegated", "rejected": "rejected",
    "lost": "voted down", "carried": "carried", "thanked": "gave thanks", "confirmed": "confirmed",
    "requested": "asked for more", "appointed": "appointed", "established": "set up", "withdrawn": "withdrew",
}  # fmt: skip


def decision(question: Question, found: Sequence[Ruling], evidence: Sequence[Evidence]) -> Draft | None:
    """The draft that opens with the ruling asked about, or None where no ruling is about it."""
    if not found:
        return None
    chosen = [r for r in found[:MOST_RULINGS] if r.fit >= ALMOST_AS_GOOD * found[0].fit]
    statements: list[Statement] = []
    quoted: list[str] = []
    left = BUDGET
    for ruling in chosen:
        for n, limb in enumerate(ruling.limbs[:MOST_LIMBS]):
            if len(limb.text) > left and quoted:
                break
            left -= len(limb.text)
            quoted.append(limb.text)
            statements.append(Statement(_opening(ruling) if n == 0 else "", _evidence(limb)))
    fresh = [e for e in evidence if not any(e.sentence[:60] in text or text[:60] in e.sentence for text in quoted)]
    statements += quotes(fresh, budget=left, before=statements[-1].evidence)
    return Draft(kind=question.kind.value, answered=True, statements=tuple(statements))


def _opening(ruling: Ruling) -> str:
    """Who did what, when and where it is minuted, as the start of a sentence."""
    meeting = ruling.section.meeting
    held = f"On {date_in_words(meeting.held_on)} " if meeting.held_on else ""
    body = whose(ruling.section)
    did = list(dict.fromkeys(DID.get(limb.outcome, "decided") for limb in ruling.limbs))
    verbs = " and ".join([", ".join(did[:-1]), did[-1]] if len(did) > 1 else did)
    minute = f" (minute {ruling.item})" if ruling.item else ""
    return f"{held}{'the ' if held else 'The '}{body} {verbs}{minute}:"


def _evidence(limb: Decision) -> Evidence:
    """The limb as evidence; it may run on to the page after the one it begins on."""
    end = limb.page + 1 if limb.page else None
    passage = Passage(limb.section, limb.text, limb.text, limb.page, end, item=limb.item, title=limb.title)
    return Evidence(limb.text, passage, score=1.0, meaning=1.0, coverage=1.0)
