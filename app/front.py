"""Front: what the first page shows - the latest meetings with what they decided, and the matters that go on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass

from app.answers.phrases import in_a_sentence
from app.answers.sources import Sources
from app.answers.wording import sitting
from app.matters.chronology import asks_another
from app.matters.register import is_routine
from app.matters.research import Research
from app.matters.standing import position_line, told_apart
from app.meetings import Session
from corpus.papers import Meeting
from indexer.findings.minutes import Decision
from indexer.forms.subjects import PASSES_ON
from indexer.linking.matters import Matter

MOST_MEETINGS, MOST_DECISIONS, MOST_MATTERS = 4, 4, 8


@dataclass(frozen=True, slots=True)
class Latest:
    """A meeting with its decisions, one line for each item: "School streets: approved, deferred".

    `title` names its council where several have a committee of that name.
    """

    session: Session
    title: str
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
    sessions = research.proceedings().sessions
    of_several = _of_several([one.meeting for one in sessions])
    decided = (_latest(one, research, of_several) for one in sessions)
    latest = [one for one in decided if one.decided][:MOST_MEETINGS]
    matters = research.matters()
    titles = told_apart(matters)
    several = [one for one in matters if len(one.days) > 1][:MOST_MATTERS]
    lines = ((one, position_line(research.position(one), research.sources)) for one in several)
    live = (Live(matter, titles[matter.address], line.text) for matter, line in lines if line)
    return Front(tuple(latest), tuple(live))


def _of_several(meetings: Iterable[Meeting]) -> frozenset[str]:
    """The names that committees of several councils have."""
    councils: dict[str, set[str]] = defaultdict(set)
    for one in meetings:
        councils[one.body].add(one.organisation)
    return frozenset(body for body, own in councils.items() if len(own) > 1)


def _latest(session: Session, research: Research, of_several: Container[str]) -> Latest:
    decisions = [one for one in session.decisions if not is_routine(one)]
    lines = decided_lines(decisions, research.sources, research.capitals)
    meeting = session.meeting
    council = meeting.organisation if meeting.body in of_several else ""
    title = ", ".join(filter(None, (council, sitting(meeting))))
    return Latest(session, title, tuple(lines[:MOST_DECISIONS]), max(0, len(lines) - MOST_DECISIONS))


def decided_lines(decisions: Sequence[Decision], sources: Sources, capitals: str = "") -> list[str]:
    """A line for each item with its outcomes, each once, in the order of the minutes.

    `capitals` are the words that keep theirs in a title that is all in capitals.
    """
    asking = {one.title for one in decisions if one.outcome == "other" and asks_another(one, sources)}
    found: dict[str, list[str]] = {}
    for one in decisions:
        if one.amendment:  # what became of a change to a motion says nothing about the motion
            continue
        outcomes = found.setdefault(in_a_sentence(one.title, capitals) or "Without a title", [])
        if (outcome := _outcome(one, asking)) not in outcomes:
            outcomes.append(outcome)
    return [f"{title}: {', '.join(outcomes)}" for title, outcomes in found.items()]


def _outcome(one: Decision, asking: Container[str]) -> str:
    """The outcome of a decision in a word; what another body is asked to decide is not decided here."""
    if one.outcome != "other":
        return one.outcome
    return "recommended" if one.title in asking or PASSES_ON.search(one.put) else "decided"
