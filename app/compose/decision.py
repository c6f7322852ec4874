"""What was decided: the ruling that fits best under the name of the meeting that made it, or what is only recommended."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from app.compose.evidence import Evidence
from app.compose.extract import quotes
from app.compose.records import Records
from app.compose.verdict import verdict
from app.compose.wording import Draft, Statement, date_in_words, whose
from indexer.minutes import Decision
from indexer.recommendations import Recommendation
from indexer.sections import Section
from retriever.coverage import Rarity, covered, wanted
from retriever.questions import Question
from retriever.register import Proposal, Ruling, about, minuted, settled
from retriever.search import Hit
from retriever.vocabulary import Vocabulary

Limb = TypeVar("Limb", Decision, Recommendation)

MOST_RULINGS = 2
ALMOST_AS_GOOD = 0.8  # of the best fit: a second ruling with less is left to the evidence behind
NEARER = 0.3  # fit that an older proposal must have before a ruling to be what is asked about
BUDGET = 1200  # characters of quotes and of the names of their places
OF_LIMBS = 750  # characters of them for the limbs of one ruling; the rest is for what was said about it
SAME_ITEM = 1.5  # log-odds that the discussion gains for standing under the item that was decided

# Questions for a detail of something that was approved or is to be, not for whether it was.
OF_A_DETAIL = re.compile(r"^(?:and |but |so )?(?:which|when|how|where|by when)\b", re.IGNORECASE)

DID = {
    "approved": "approved", "agreed": "agreed", "adopted": "adopted", "noted": "noted", "endorsed": "endorsed",
    "deferred": "deferred", "referred": "referred it on", "delegated": "delegated", "rejected": "rejected",
    "lost": "voted down", "carried": "carried", "thanked": "gave thanks", "confirmed": "confirmed",
    "requested": "asked for further work", "appointed": "appointed", "established": "set up",
    "withdrawn": "withdrew",
}  # fmt: skip


def decision(
    question: Question, evidence: Sequence[Evidence], *, hits: Sequence[Hit], records: Records, vocabulary: Vocabulary
) -> Draft | None:
    """The draft that opens with the ruling asked about, or with what is only recommended; None where nothing is."""
    proposed = about(question, records.proposals, hits, vocabulary)
    found = settled(about(question, records.rulings, hits, vocabulary), proposed, records.rulings)
    found.sort(key=lambda ruling: not _in_time(question, ruling))
    asked = [proposal for proposal in proposed if not minuted(proposal, records.rulings)]
    chosen = [r for r in found[:MOST_RULINGS] if r.fit >= ALMOST_AS_GOOD * found[0].fit]
    statements: list[Statement] = []
    left = BUDGET
    pending = asked[0] if asked and not OF_A_DETAIL.search(question.text) and _pending(asked[0], chosen) else None
    if pending:
        statements += _recommended(question, pending, left, vocabulary.rarity)
        chosen = chosen[:1]
    for n, ruling in enumerate(chosen):
        room = min(OF_LIMBS, left - sum(_length(s) for s in statements))
        statements += _ruled(question, ruling, room, vocabulary.rarity, first=n == 0 and not pending)
    if not statements:
        return None
    left -= sum(_length(s) for s in statements)
    places = {(ruling.section, ruling.item) for ruling in chosen}
    if pending:
        places.add((pending.section, pending.item))
    statements += quotes(_fresh(evidence, statements, places), budget=left, before=statements[-1].evidence)
    return Draft(kind=question.kind.value, answered=True, statements=tuple(statements))


def _in_time(question: Question, ruling: Ruling) -> bool:
    """True where the question names the time of the meeting, or none."""
    return not question.periods or any(period.holds(ruling.section.meeting.held_on) for period in question.periods)


def _pending(proposal: Proposal, found: Sequence[Ruling]) -> bool:
    """True where a proposal, not a ruling, says how the matter stands: it is later and nearer to the question, or much nearer."""
    if not found:
        return True
    asked, ruled = proposal.section.meeting.held_on, found[0].section.meeting.held_on
    later = asked is not None and (ruled is None or asked > ruled)
    return proposal.fit > found[0].fit + (0.0 if later else NEARER)


def _recommended(question: Question, proposal: Proposal, room: int, rarity: Rarity) -> list[Statement]:
    """What a report asks for, said to be no decision."""
    meeting = proposal.section.meeting
    of = f" of {date_in_words(meeting.held_on)}" if meeting.held_on else ""
    opening = f"No decision on this is held yet: the report to the {whose(proposal.section)}{of} only recommends:"
    limbs = _nearest(question, proposal.limbs, room, rarity)
    return [
        Statement(opening if n == 0 else "", Evidence.of(limb.section, limb.text, limb.page, proposal.item))
        for n, limb in enumerate(limbs)
    ]


def _ruled(question: Question, ruling: Ruling, room: int, rarity: Rarity, *, first: bool) -> list[Statement]:
    """Who did what and when, then the limbs in their words, with the vote where one is recorded."""
    limbs = _nearest(question, ruling.limbs, room, rarity)
    said = verdict(question, ruling, rarity) if first and _in_time(question, ruling) else ""
    statements = [
        Statement(
            f"{said}{_opening(ruling)}" if n == 0 else "", Evidence.of(limb.section, limb.text, limb.page, limb.item)
        )
        for n, limb in enumerate(limbs)
    ]
    votes = next((limb for limb in ruling.limbs if limb.votes), None)
    if statements and votes:
        statements.append(Statement("Vote:", Evidence.of(votes.section, votes.votes, votes.page, votes.item)))
    return statements


def _opening(ruling: Ruling) -> str:
    """Who did what, when and where it is minuted, as the start of a sentence."""
    meeting = ruling.section.meeting
    held = f"On {date_in_words(meeting.held_on)} " if meeting.held_on else ""
    did = list(dict.fromkeys(DID.get(limb.outcome, "decided") for limb in ruling.limbs))
    verbs = " and ".join(did) if len(did) < 3 else f"made {len(ruling.limbs)} decisions"
    minute = f" (minute {ruling.item})" if ruling.item else ""
    return f"{held}{'the ' if held else 'The '}{whose(ruling.section)} {verbs}{minute}:"


def _nearest(question: Question, limbs: Sequence[Limb], room: int, rarity: Rarity) -> list[Limb]:
    """The limbs that fit into `room` characters, in their order; where not all do, those nearest to the question."""
    weights = wanted(question, rarity)
    kept: list[Limb] = []
    for limb in sorted(limbs, key=lambda limb: -covered(weights, limb.text)):
        if not kept or len(limb.text) <= room:
            kept.append(limb)
            room -= len(limb.text)
    return [limb for limb in limbs if any(limb is k for k in kept)]


def _length(statement: Statement) -> int:
    return len(statement.text) + (len(statement.evidence.sentence) + 8 if statement.evidence else 0)


def _fresh(
    evidence: Sequence[Evidence], statements: Sequence[Statement], places: set[tuple[Section, str]]
) -> list[Evidence]:
    """The evidence that is not quoted yet; what was said under the item that was decided gains for it."""
    quoted = [s.evidence.sentence for s in statements if s.evidence]
    return [
        replace(e, score=e.score + SAME_ITEM) if (e.passage.section, e.passage.item) in places else e
        for e in evidence
        if not any(e.sentence[:60] in text or text[:60] in e.sentence for text in quoted)
    ]
