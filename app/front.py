"""Front: what the first page shows - the latest meetings with what they decided, and the matters that go on."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass

from app.answers.phrases import in_a_sentence
from app.answers.sources import Sources
from app.matters.chronology import asks_another
from app.matters.register import is_routine
from app.matters.research import Research
from app.matters.standing import position_line, told_apart
from app.meetings import Session
from indexer.findings.minutes import Decision
from indexer.forms.subjects import PASSES_ON
from indexer.linking.matters import Matter

MOST_MEETINGS, MOST_DECISIONS, MOST_MATTERS = 4, 4, 8


@dataclass(frozen=True, slots=True)
class Latest:
    """A meeting with its decisions, one line for each item: "School streets: approved, deferred"."""

    session: Session
    decided: tuple[str, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Live:
    """A matter that came up more than once, and what its last meeting did; `title` tells it from every other."""

    matter: Matter
    title: str
    last: str


@dataclass(frozen=True, slots=True)
class Front:
    """What the first page shows."""

    latest: tuple[Latest, ...] = ()
    live: tuple[Live, ...] = ()


def front_of(research: Research) -> Front:
    """The front page of what is indexed now."""
    decided = (_latest(one, research.sources) for one in research.proceedings().sessions)
    latest = [one for one in decided if one.decided][:MOST_MEETINGS]
    matters = research.matters()
    titles = told_apart(matters)
    several = [one for one in matters if len(one.days) > 1][:MOST_MATTERS]
    lines = ((one, position_line(research.position(one), research.sources)) for one in several)
    live = (Live(matter, titles[matter.address], line.text) for matter, line in lines if line)
    return Front(tuple(latest), tuple(live))


def _latest(session: Session, sources: Sources) -> Latest:
    lines = decided_lines([one for one in session.decisions if not is_routine(one)], sources)
    return Latest(session, tuple(lines[:MOST_DECISIONS]), max(0, len(lines) - MOST_DECISIONS))


def decided_lines(decisions: Sequence[Decision], sources: Sources) -> list[str]:
    """A line for each item with its outcomes, each once, in the order of the minutes."""
    asking = {one.title for one in decisions if one.outcome == "other" and asks_another(one, sources)}
    found: dict[str, list[str]] = {}
    for one in decisions:
        if one.amendment:  # what became of a change to a motion says nothing about the motion
            continue
        outcomes = found.setdefault(in_a_sentence(one.title) or "Without a title", [])
        if (outcome := _outcome(one, asking)) not in outcomes:
            outcomes.append(outcome)
    return [f"{title}: {', '.join(outcomes)}" for title, outcomes in found.items()]


def _outcome(one: Decision, asking: Container[str]) -> str:
    """The outcome of a decision in a word; what another body is asked to decide is not decided here."""
    if one.outcome != "other":
        return one.outcome
    return "recommended" if one.title in asking or PASSES_ON.search(one.put) else "decided"
