"""Headline: the first line over a ruling, filled from its record: who moved it, how the vote fell, what came of it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from app.answers.phrases import in_a_row
from indexer.findings.decisions import Decision
from indexer.findings.events import VoteEvent
from retriever.question_forms import Ask
from retriever.questions import Question

LOST = frozenset({"lost", "rejected", "withdrawn"})
LONGEST_VOTE = 80  # characters of the words of a vote that fit into a headline
LONGEST_NAME = 60
NAMES_TOLD = 12  # names of voters in a headline; of more only the number


class Headline(NamedTuple):
    """A first line in our own words, and the names and figures in it that must stand on the page."""

    text: str = ""
    spans: tuple[str, ...] = ()


def headline(question: Question, limb: Decision, events: Iterable[VoteEvent]) -> Headline:
    """Who moved it, who voted how, or by how many, as it is asked; empty where the record does not say."""
    asks = question.reading.asks
    if Ask.MOVER in asks:
        return _moved(limb)
    if question.reading.side and Ask.WHICH_MEMBERS in asks:
        event = next((one for one in events if _same(one, limb)), None)
        return _voters(question.reading.side, event) if event else Headline()
    return _counted(limb) if Ask.HOW_VOTED in asks else Headline()


def _counted(limb: Decision) -> Headline:
    """How the vote fell, in the words of the minutes."""
    if not limb.votes or len(limb.votes) > LONGEST_VOTE:
        return Headline()
    return Headline(f"The vote on {thing(limb)}: {limb.votes}.", (limb.votes,))


def fate(limb: Decision) -> Headline:
    """What became of a motion or an amendment: "The motion (moved by Ash) was lost (3 to 9)."; empty if not lost."""
    if limb.outcome not in LOST:
        return Headline()
    people, votes = _people(limb), limb.votes if len(limb.votes) <= LONGEST_VOTE else ""
    by, count = (f" ({said})" if said else "" for said in (people.text, votes))
    text = f"{thing(limb).capitalize()}{by} was {limb.outcome}{count}."
    return Headline(text, (*people.spans, *filter(None, [votes])))


def thing(limb: Decision) -> str:
    """What was voted on, in two words."""
    return "the amendment" if limb.amendment else "the motion"


def _moved(limb: Decision) -> Headline:
    """The motion was moved by A, seconded by B."""
    people = _people(limb)
    return Headline(f"{thing(limb).capitalize()} was {people.text}.", people.spans) if people.text else people


def _people(limb: Decision) -> Headline:
    """Who moved it and who seconded it, as the end of a sentence."""
    mover, seconder = _name(limb.mover), _name(limb.seconder)
    if not mover:
        return Headline()
    if not seconder:
        return Headline(f"moved by {mover}", (mover,))
    return Headline(f"moved by {mover}, seconded by {seconder}", (mover, seconder))


def _name(name: str) -> str:
    """A name that fits into a headline, "" for none."""
    return name.strip(" .,") if len(name) <= LONGEST_NAME else ""


def _voters(side: str, event: VoteEvent) -> Headline:
    """Who voted as asked."""
    names = {"for": event.ayes, "against": event.noes, "abstained": event.abstained}[side]
    if not names or len(names) > NAMES_TOLD:
        return Headline()
    did = "abstained" if side == "abstained" else f"voted {side}"
    return Headline(f"{len(names)} {did}: {in_a_row(names)}.", tuple(names))


def _same(event: VoteEvent, limb: Decision) -> bool:
    return (event.section, event.item, event.paragraph) == (limb.section, limb.item, limb.paragraph)
