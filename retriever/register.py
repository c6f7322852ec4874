"""Questions to the register: which rulings of which meetings are about what is asked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from indexer.findings.minutes import Decision
from indexer.findings.recommendations import Recommendation
from indexer.sections.section import Section
from retriever.coverage import Rarity, covered, wanted
from retriever.question_forms.decisions import ROUTINE
from retriever.question_forms.numbers import reference
from retriever.question_forms.times import MONTHS
from retriever.questions import Question
from retriever.search import Hit
from retriever.vocabulary import Vocabulary
from retriever.words import stem, stems, words

__all__ = [
    "OF_ANY_DECISION",
    "ROUTINE",
    "Proposal",
    "Ruling",
    "about",
    "elsewhere",
    "matter",
    "minuted",
    "proposals",
    "rulings",
    "settled",
    "settles",
]

# What a ruling gains for standing where the question points, in shares of the question's words.
NAMED_DAY = 0.5
NAMED_PERIOD = 0.35
NAMED_MONTH = 0.2  # by a month without its year
NAMED_PLACE = 0.3
FOUND = 0.35  # for an item that the search put first, falling to nothing at its last hit
LEAST = 0.4  # share of the question's words and place among the hits together; less is about something else

# Report and minute are of one matter if both titles have at least this share of the longer one's words.
SAME_TITLE = 0.5

# Words that ask for any decision at all and so tell none from another.
OF_ANY_DECISION = frozenset(
    map(
        stem,
        "approve agree decide decision sign adopt endorse note accept resolve back support vote final yet "
        "reject refuse decline turn defer postpone carry outcome pass passed".split(),
    )
)
BY_NUMBER = 3.0  # fit of what stands under a number that is named: above all that words can give
MOST_NUMBERED = 2  # meetings with an item of that number; "item 6" alone is one of every meeting


@dataclass(frozen=True, slots=True)
class Ruling:
    """What one meeting decided under one item, limb by limb, and how well it fits a question (higher is better)."""

    section: Section
    item: str
    title: str
    limbs: tuple[Decision, ...]
    fit: float = 0.0

    @property
    def in_words(self) -> str:
        """Its title and all that was put to the meeting, to compare words with."""
        return f"{self.title} {' '.join(limb.put for limb in self.limbs)}"


@dataclass(frozen=True, slots=True)
class Proposal:
    """What one report asks a meeting to do, limb by limb, and how well it fits a question (higher is better)."""

    section: Section
    limbs: tuple[Recommendation, ...]
    fit: float = 0.0

    @property
    def item(self) -> str:
        """The item of the agenda under which the report was laid."""
        return self.section.item

    @property
    def title(self) -> str:
        """The title of the report."""
        return self.section.title


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
        # Draft minutes in one pack and signed ones in the next record one ruling.
        once.setdefault(key, Ruling(section, item, title, tuple(limbs)))
    return list(once.values())


def proposals(recommendations: Iterable[Recommendation]) -> list[Proposal]:
    """The recommendations put together by report, in the order given."""
    groups: dict[Section, list[Recommendation]] = defaultdict(list)
    for recommendation in recommendations:
        groups[recommendation.section].append(recommendation)
    return [Proposal(section, tuple(limbs)) for section, limbs in groups.items()]


Entry = TypeVar("Entry", Ruling, Proposal)


def about(question: Question, held: Iterable[Entry], hits: Sequence[Hit], vocabulary: Vocabulary) -> list[Entry]:
    """The rulings, or the proposals, that are about what is asked, best first; none where none is."""
    held = list(held)
    # "What was decided under CAB 37?" means that minute, whatever else has the words of the question.
    if named := _by_number(question, held):
        return named
    weights = matter(question, vocabulary.rarity)
    ranks = {(h.passage.section, h.passage.item): 1 - n / len(hits) for n, h in reversed(list(enumerate(hits)))}
    fitting = []
    for ruling in held:
        # "When were the minutes agreed?" is rare; "What was agreed in May?" would find nothing but the minutes of
        # April.
        if elsewhere(question, ruling.section) or _routine(question, ruling):
            continue
        # A title says "Mill Lane", a limb "the closure": only both together are about the closure of Mill Lane.
        share = covered(weights, f"{ruling.title} {' '.join(limb.text for limb in ruling.limbs)}")
        topic = share + FOUND * ranks.get((ruling.section, ruling.item), 0.0)
        if topic >= LEAST:
            fitting.append(replace(ruling, fit=topic + _place_and_time(question, ruling)))
    return sorted(fitting, key=lambda ruling: -ruling.fit)


def _by_number(question: Question, held: Sequence[Entry]) -> list[Entry]:
    """What stands under a number that the question names; none where it names none, or one of too many meetings."""
    found = [
        replace(one, fit=BY_NUMBER + _place_and_time(question, one))
        for one in held
        if reference(one.item) in question.references
        and not elsewhere(question, one.section)
        and question.in_time(one.section.meeting.held_on)
    ]
    # "Item 5" alone is under every meeting there is.
    return sorted(found, key=lambda one: -one.fit) if len({one.section for one in found}) <= MOST_NUMBERED else []


def matter(question: Question, rarity: Rarity) -> dict[str, float]:
    """The weight of each stem that says what a question is about, without whose papers, when, and that it was
    decided.
    """
    dated = (
        {stem(word) for word in words(question.text) if word in MONTHS or word.isdigit()} if question.periods else set()
    )
    # "the Cabinet" says whose decision is meant, which is weighed apart: a title rarely has it.
    weights = wanted(question, rarity, places=False)
    return {word: weight for word, weight in weights.items() if word not in OF_ANY_DECISION | dated}


def elsewhere(question: Question, section: Section) -> bool:
    """True where the question names a council, or a body, and the section is another's."""
    meeting = section.meeting
    if question.organisations and meeting.organisation:
        return meeting.organisation not in question.organisations
    return bool(question.bodies and meeting.body) and meeting.body not in question.bodies


def _routine(question: Question, ruling: Ruling | Proposal) -> bool:
    """True for the confirmation of earlier minutes, which nobody means who does not say so."""
    minutes = ROUTINE.search(ruling.limbs[0].text) or ROUTINE.search(ruling.title)
    return bool(minutes) and "minutes" not in question.text.lower()


def _place_and_time(question: Question, ruling: Ruling | Proposal) -> float:
    meeting = ruling.section.meeting
    place = NAMED_PLACE if meeting.organisation in question.organisations else 0.0
    if meeting.body in question.bodies:
        place += NAMED_PLACE / 2
    return place + _time(question, meeting.held_on)


def _time(question: Question, day: date | None) -> float:
    """What it adds that a ruling is of the time that a question names, or of a month among its words."""
    within = next((period for period in question.periods if period.holds(day)), None)
    if within:
        return NAMED_DAY if within.exact else NAMED_PERIOD
    named = day is not None and not question.periods and f"{day:%B}".lower() in question.terms
    return NAMED_MONTH if named else 0.0


def minuted(proposal: Proposal, held: Iterable[Ruling]) -> list[Ruling]:
    """The rulings of the meeting that the report was laid before; none where its minutes are not held."""
    return [ruling for ruling in held if ruling.section.meeting.sitting == proposal.section.meeting.sitting]


def settles(ruling: Ruling, proposal: Proposal) -> bool:
    """True where the ruling is that of the meeting which the report was laid before, on the same matter by its
    title.
    """
    if ruling.section.meeting.sitting != proposal.section.meeting.sitting:
        return False
    own, asked = stems(ruling.title), stems(proposal.title)
    # Of one meeting, "Parking" and "Parking: charges at the quay" may be two items.
    return len(own & asked) >= SAME_TITLE * max(1, len(own), len(asked))


def settled(found: Sequence[Ruling], asked: Iterable[Proposal], held: Sequence[Ruling]) -> list[Ruling]:
    """The rulings found, best first, with those on a proposal that fits better than their own few words do."""
    best = {_key(ruling): ruling for ruling in found}
    for proposal in asked:
        for ruling in held:
            # "RESOLVED as recommended" has no word of the question; its report has all of them.
            if settles(ruling, proposal) and proposal.fit > best.get(_key(ruling), ruling).fit:
                best[_key(ruling)] = replace(ruling, fit=proposal.fit)
    return sorted(best.values(), key=lambda ruling: -ruling.fit)


def _key(ruling: Ruling) -> tuple[Section, str, str]:
    return ruling.section, ruling.item, ruling.title
