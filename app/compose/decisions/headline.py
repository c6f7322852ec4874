"""Headline: the first line over a ruling, filled from its record: who moved it, how the vote fell, what became of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from indexer.findings.decisions import Decision
from indexer.findings.events import VoteEvent
from retriever.question_forms import Ask
from retriever.questions import Question

LOST = frozenset({"lost", "rejected", "withdrawn"})
IN_WORDS = {"lost": "lost", "rejected": "rejected", "withdrawn": "withdrawn", "carried": "carried"}
LONGEST_VOTE = 80  # characters of the words of a vote that fit into a headline
LONGEST_NAME = 60
NAMES_TOLD = 12  # names of voters in a headline; of more only the number


class Headline(NamedTuple):
    """A first line in our own words, and the names and figures in it that must stand on the page."""

    text: str = ""
    spans: tuple[str, ...] = ()


def headline(question: Question, limb: Decision, events: Iterable[VoteEvent]) -> Headline:
    """The answer to who moved it, who voted how, by how many, or what became of it; empty where the record lacks that."""
    asks = question.reading.asks
    if Ask.MOVER in asks and limb.mover:
        return _moved(limb)
    event = next((one for one in events if _same(one, limb)), None)
    if question.reading.side and Ask.WHICH_MEMBERS in asks and event:
        return _voters(question.reading.side, event)
    if Ask.HOW_VOTED in asks and limb.votes and len(limb.votes) <= LONGEST_VOTE:
        return Headline(f"The vote on {thing(limb)}: {limb.votes}.", (limb.votes,))
    return Headline()


def fate(limb: Decision) -> Headline:
    """What became of a motion or an amendment, with who moved it and how the vote fell: "The motion was lost, 3 to 9."."""
    verb = IN_WORDS.get(limb.outcome, "")
    if not verb:
        return Headline()
    people = _people(limb)
    votes = limb.votes if limb.votes and len(limb.votes) <= LONGEST_VOTE else ""
    by = f" ({people})" if people else ""
    count = f" ({votes})" if votes else ""
    spans = tuple(filter(None, (_name(limb.mover), _name(limb.seconder) if people else "", votes)))
    return Headline(f"{thing(limb).capitalize()}{by} was {verb}{count}.", spans)


def thing(limb: Decision) -> str:
    """What was voted on, in two words."""
    return "the amendment" if limb.amendment else "the motion"


def _moved(limb: Decision) -> Headline:
    mover, seconder = _name(limb.mover), _name(limb.seconder)
    if not mover:
        return Headline()
    second = f" and seconded by {seconder}" if seconder else ""
    return Headline(f"{thing(limb).capitalize()} was moved by {mover}{second}.", tuple(filter(None, (mover, seconder))))


def _people(limb: Decision) -> str:
    mover, seconder = _name(limb.mover), _name(limb.seconder)
    if not mover:
        return ""
    return f"moved by {mover}, seconded by {seconder}" if seconder else f"moved by {mover}"


def _name(name: str) -> str:
    """A name that fits into a headline, "" for none."""
    return name.strip(" .,") if len(name) <= LONGEST_NAME else ""


def _voters(side: str, event: VoteEvent) -> Headline:
    """Who voted as asked."""
    names = {"for": event.ayes, "against": event.noes, "abstained": event.abstained}[side]
    if not names or len(names) > NAMES_TOLD:
        return Headline()
    did = "abstained" if side == "abstained" else f"voted {side}"
    return Headline(f"{len(names)} {did}: {_listed(names)}.", tuple(names))


def _listed(names: Sequence[str]) -> str:
    return " and ".join(part for part in (", ".join(names[:-1]), names[-1]) if part)


def _same(event: VoteEvent, limb: Decision) -> bool:
    return (event.section, event.item, event.paragraph) == (limb.section, limb.item, limb.paragraph)
