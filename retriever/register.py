"""Questions to the register: which rulings of which meetings are about what is asked."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from indexer.minutes import Decision
from indexer.sections import Section
from retriever.coverage import covered, wanted
from retriever.questions import Question
from retriever.search import Hit
from retriever.vocabulary import Vocabulary
from retriever.words import stem, words

# What a ruling gains for standing where the question points, in shares of the question's words.
NAMED_DAY = 0.5
NAMED_PERIOD = 0.35
NAMED_PLACE = 0.3
FOUND = 0.35  # for an item that the search put first, falling to nothing at its last hit
LEAST = 0.4  # share of the question's words and place among the hits together; less is about something else

# Words that ask for any decision at all and so tell none from another.
OF_ANY_DECISION = frozenset(
    map(
        stem, "approve agree decide decision sign adopt endorse note accept resolve back support vote final yet".split()
    )
)
ROUTINE = re.compile(r"\b(?:correct record|minutes? of (?:the|its|a) .{0,60}meeting)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Ruling:
    """What one meeting decided under one item, limb by limb, and how well it fits a question (higher is better)."""

    section: Section
    item: str
    title: str
    limbs: tuple[Decision, ...]
    fit: float = 0.0


def rulings(decisions: Iterable[Decision]) -> list[Ruling]:
    """The decisions of a register put together by meeting and item, in its order; minutes printed twice count once."""
    groups: dict[tuple[Section, str, str], list[Decision]] = defaultdict(list)
    for decision in decisions:
        groups[decision.section, decision.item, decision.title].append(decision)
    once: dict[tuple[object, ...], Ruling] = {}
    for (section, item, title), limbs in groups.items():
        meeting = section.meeting
        said = " ".join(words(" ".join(limb.text for limb in limbs)))
        key = (meeting.organisation, meeting.body, meeting.held_on, item, said)
        once.setdefault(key, Ruling(section, item, title, tuple(limbs)))
    return list(once.values())


def about(question: Question, held: Iterable[Ruling], hits: Sequence[Hit], vocabulary: Vocabulary) -> list[Ruling]:
    """The rulings that are about what is asked, best first; none where no ruling is."""
    weights = wanted(question, vocabulary.rarity, places=False)
    weights = {word: weight for word, weight in weights.items() if word not in OF_ANY_DECISION}
    ranks = {(h.passage.section, h.passage.item): 1 - n / len(hits) for n, h in reversed(list(enumerate(hits)))}
    fitting = []
    for ruling in held:
        if _elsewhere(question, ruling) or _routine(question, ruling):
            continue
        share = covered(weights, f"{ruling.title} {' '.join(limb.text for limb in ruling.limbs)}")
        topic = share + FOUND * ranks.get((ruling.section, ruling.item), 0.0)
        if topic >= LEAST:
            fitting.append(replace(ruling, fit=topic + _place_and_time(question, ruling)))
    return sorted(fitting, key=lambda ruling: -ruling.fit)


def _elsewhere(question: Question, ruling: Ruling) -> bool:
    """True where the question names a council and the ruling is another's."""
    organisation = ruling.section.meeting.organisation
    return bool(question.organisations and organisation and organisation not in question.organisations)


def _routine(question: Question, ruling: Ruling) -> bool:
    """True for the confirmation of earlier minutes, which nobody means who does not say so."""
    minutes = ROUTINE.search(ruling.limbs[0].text) or ROUTINE.search(ruling.title)
    return bool(minutes) and "minutes" not in question.text.lower()


def _place_and_time(question: Question, ruling: Ruling) -> float:
    meeting = ruling.section.meeting
    gain = 0.0
    if question.organisations:
        gain += NAMED_PLACE if meeting.organisation in question.organisations else 0.0
    if question.bodies and meeting.body in question.bodies:
        gain += NAMED_PLACE / 2
    for period in question.periods:
        if period.holds(meeting.held_on):
            return gain + (NAMED_DAY if period.exact else NAMED_PERIOD)
    return gain
