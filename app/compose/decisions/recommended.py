"""What was recommended: by a report on which we have no decision yet, and where a body decided otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from app.answers.citations import bare
from app.compose.decisions.limbs import nearest
from app.compose.evidence import Evidence
from app.compose.wording import KIND_IN_WORDS, Statement, whose
from corpus.papers import date_in_words
from indexer.findings.minutes import Decision
from indexer.linking.fates import Fate, FateKind, leaves_open
from retriever.coverage import Rarity
from retriever.questions import Question
from retriever.register import Proposal, Ruling

DIFFERS = (FateKind.AMENDED, FateKind.REJECTED, FateKind.DEFERRED)


def only_recommended(question: Question, proposal: Proposal, room: int, rarity: Rarity) -> list[Statement]:
    """What a report asks for, said to be no decision."""
    meeting = proposal.section.meeting
    of = f" of {date_in_words(meeting.held_on)}" if meeting.held_on else ""
    opening = (
        f"The papers have no decision on this yet: the report to the {whose(proposal.section)}{of} only recommends:"
    )
    limbs = nearest(question, proposal.limbs, room, rarity)
    return [
        Statement(opening if n == 0 else "", Evidence.of(limb.section, limb.text, limb.page, proposal.item))
        for n, limb in enumerate(limbs)
    ]


def recommended_otherwise(
    question: Question, ruling: Ruling, limbs: Sequence[Decision], fates: Iterable[Fate], *, room: int, rarity: Rarity
) -> list[Statement]:
    """What the report had recommended where these limbs of the ruling differ from it, in at most `room` characters."""
    quoted = {bare(limb.text) for limb in limbs}
    differing = {
        bare(fate.recommendation.text): fate.recommendation
        for fate in fates
        if fate.kind in DIFFERS
        and fate.decision
        and fate.decision.section.meeting == ruling.section.meeting
        and fate.decision.item == ruling.item
        and bare(fate.decision.text) in quoted
        and not (fate.kind is FateKind.AMENDED and leaves_open(fate.recommendation))
    }
    asked = [one for one in nearest(question, list(differing.values()), room, rarity) if len(one.text) <= room]
    return [
        Statement(
            f"The {KIND_IN_WORDS.get(one.section.kind, 'report')} had recommended:" if n == 0 else "",
            Evidence.of(one.section, one.text, one.page, one.section.item),
        )
        for n, one in enumerate(asked)
    ]
