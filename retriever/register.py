"""Questions to the register: which rulings of which meetings are about what is asked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from indexer.minutes import Decision
from indexer.sections import Section
from retriever.coverage import covered, wanted
from retriever.questions import Question
from retriever.search import Hit
from retriever.vocabulary import Vocabulary

# What a ruling gains for standing where the question points, in shares of the question's words.
NAMED_DAY = 0.5
NAMED_PERIOD = 0.35
NAMED_PLACE = 0.3
FOUND = 0.3  # for an item that the search put first, falling to nothing at its last hit
LEAST_COVERED = 0.3  # share of the question's words; a ruling with less is about something else


@dataclass(frozen=True, slots=True)
class Ruling:
    """What one meeting decided under one item, limb by limb, and how well it fits a question (higher is better)."""

    section: Section
    item: str
    title: str
    limbs: tuple[Decision, ...]
    fit: float = 0.0


def rulings(decisions: Iterable[Decision]) -> list[Ruling]:
    """The decisions of a register put together by meeting and item, in its order."""
    groups: dict[tuple[Section, str, str], list[Decision]] = defaultdict(list)
    for decision in decisions:
        groups[decision.section, decision.item, decision.title].append(decision)
    return [Ruling(section, item, title, tuple(limbs)) for (section, item, title), limbs in groups.items()]


def about(question: Question, held: Iterable[Ruling], hits: Sequence[Hit], vocabulary: Vocabulary) -> list[Ruling]:
    """The rulings that are about what is asked, best first; none where no ruling is."""
    weights = wanted(question, vocabulary.rarity, places=False)
    ranks = {(h.passage.section, h.passage.item): 1 - n / len(hits) for n, h in reversed(list(enumerate(hits)))}
    fitting = []
    for ruling in held:
        share = covered(weights, f"{ruling.title} {' '.join(limb.text for limb in ruling.limbs)}")
        if share >= LEAST_COVERED:
            fit = share + _place_and_time(question, ruling) + FOUND * ranks.get((ruling.section, ruling.item), 0.0)
            fitting.append(Ruling(ruling.section, ruling.item, ruling.title, ruling.limbs, fit))
    return sorted(fitting, key=lambda ruling: -ruling.fit)


def _place_and_time(question: Question, ruling: Ruling) -> float:
    meeting = ruling.section.meeting
    gain = 0.0
    if question.organisations:
        gain += NAMED_PLACE if meeting.organisation in question.organisations else -NAMED_PLACE
    if question.bodies and meeting.body in question.bodies:
        gain += NAMED_PLACE / 2
    for period in question.periods:
        if period.holds(meeting.held_on):
            return gain + (NAMED_DAY if period.exact else NAMED_PERIOD)
    return gain
