"""Limbs: which parts of a ruling, or of what a report asks for, a question is about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from indexer.findings.minutes import Decision
from indexer.findings.recommendations import Recommendation
from retriever.coverage import Rarity, covered, wanted
from retriever.questions import Question
from retriever.register import Ruling, matter
from retriever.words import stems

Limb = TypeVar("Limb", Decision, Recommendation)

UNTITLED = 0.35  # the question's words single out limbs if at least this share of them is not in the title
SINGLED_OUT = 0.5  # share of those words that a limb must hold to be the one that is meant
AS_MUCH = 0.75  # of what the best limb holds of them: another with as much is meant as well
BY_TITLE = 0.3  # all limbs bear on the question if the title has at least this share of its words


def parted(question: Question, ruling: Ruling, rarity: Rarity) -> tuple[list[Decision], list[Decision]]:
    """The limbs that a question is about, and those beside them that bear on it; both in the order of the minutes.

    All limbs are meant where the title names what is asked; where it does not and one limb does, that one is.
    """
    weights = matter(question, rarity)
    titled = stems(ruling.title)
    untitled = {word: weight for word, weight in weights.items() if word not in titled}
    total, left = sum(weights.values()), sum(untitled.values())
    shares = [covered(untitled, f"{limb.text} {limb.motion}") for limb in ruling.limbs]
    best = max(shares)
    if not total or left < UNTITLED * total or best < SINGLED_OUT:
        return list(ruling.limbs), []
    meant = [limb for limb, share in zip(ruling.limbs, shares, strict=True) if share >= AS_MUCH * best]
    # Where the title has half of the question, the other limbs of the minute bear on it as well.
    beside = [limb for limb in ruling.limbs if limb not in meant] if total - left >= BY_TITLE * total else []
    return meant, beside


def nearest(question: Question, limbs: Sequence[Limb], room: int, rarity: Rarity) -> list[Limb]:
    """The limbs that fit into `room` characters, in their order; where not all do, those nearest to the question."""
    weights = wanted(question, rarity)
    kept: list[Limb] = []
    for limb in sorted(limbs, key=lambda limb: -covered(weights, limb.text)):
        if not kept or len(limb.text) <= room:
            kept.append(limb)
            room -= len(limb.text)
    return [limb for limb in limbs if any(limb is k for k in kept)]
