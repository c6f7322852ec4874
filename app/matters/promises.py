"""Promise: what somebody undertook, or was asked, to do about a matter, and what the papers say of it since."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from app.answers.answer import Citation
from app.answers.citations import bare
from app.answers.sources import Sources
from app.matters.steps import Step, StepKind, step_lead
from app.matters.topics import Topic
from corpus.papers import Meeting
from indexer.findings.actions import Action
from indexer.findings.minutes import Decision
from indexer.linking.due import due_day, due_in
from retriever.words import content_words, stem

CLOSED = re.compile(r"^\W*(?:(?:now|all|actions?)\W+)*(?:completed?|closed|done|discharged|actioned)\b", re.IGNORECASE)
"""How the status column of an action log says, at its beginning, that nothing is left to do."""

DONE = re.compile(r"\b(?:has|have|had) (?:now )?been (?:completed?|closed|done|discharged|actioned)\b", re.IGNORECASE)
"""How the words of an action say themselves that nothing is left to do."""

BRINGS_BACK = (StepKind.REPORTED, StepKind.RECOMMENDED, StepKind.NOTED)
"""Steps by which something was laid before a body."""

TAKEN_UP = 0.4
"""A later paper takes up a promise if it has at least this share of the promise's own words: two of five."""

FEW = 2
"""With fewer own words a promise says no more than that something on the matter is to come."""

USUAL = frozenset(
    map(
        stem,
        "further bring brought submit request require ask present provide produce receive consider progress update "
        "outcome "
        "report paper meeting spring summer autumn winter future next early later director officer head member chief "
        "executive cabinet committee overview scrutiny january february march april "
        "june july august september october november december".split(),
    )
)
"""Stems that any promise holds."""


class PromiseState(StrEnum):
    """What the papers say of a promise: that we found no later paper is no proof that nothing was done."""

    DONE = "Done"
    TAKEN_UP = "Taken up again"
    LATE = "Late: its day has passed, and we found no later paper about it"
    NOTHING_FOUND = "We found no later paper about it"


@dataclass(frozen=True, slots=True)
class Promise:
    """An undertaking; `owner`, `deadline` and `status` as printed, "" where not said.

    `later` is the first later step that takes it up again; `late` where its day has passed by the last step. That the
    papers hold a later one does not prove that it kept the promise: a reader has to judge.
    """

    meeting: Meeting
    citation: Citation
    owner: str = ""
    deadline: str = ""
    status: str = ""
    later: Step | None = None
    late: bool = False

    @property
    def state(self) -> PromiseState:
        """What the papers say of it."""
        if CLOSED.search(self.status) or DONE.search(self.citation.quote):
            return PromiseState.DONE
        if self.later is not None:
            return PromiseState.TAKEN_UP
        return PromiseState.LATE if self.late else PromiseState.NOTHING_FOUND

    @property
    def is_open(self) -> bool:
        """Whether nothing says that it is done, and nothing later takes it up."""
        return self.state in (PromiseState.LATE, PromiseState.NOTHING_FOUND)


def promise_text(promise: Promise) -> str:
    """Who was to do it until when, and what the papers say since."""
    said = [
        f"{promise.state.value}.",
        f"Owner: {promise.owner}." if promise.owner else "",
        f"Due: {promise.deadline}." if promise.deadline else "",
        f"Status in the action log: {promise.status}." if promise.status else "",
        f"Later: {step_lead(promise.later)}." if promise.later else "",
    ]
    return " ".join(part for part in said if part)


def promises_of(
    actions: Iterable[Action], requests: Iterable[Decision], steps: Sequence[Step], topic: Topic, sources: Sources
) -> list[Promise]:
    """The undertakings whose words stand on their pages, each once, by date; `requests` are what meetings asked for."""
    kept: list[Promise] = []
    for promise in (*_of_actions(actions, sources), *_of_requests(requests, sources)):
        said = bare(promise.citation.quote)
        if not any(promise.meeting == one.meeting and _same(said, bare(one.citation.quote)) for one in kept):
            # Minutes print what their action log prints again: one undertaking, whichever of the two is read first.
            late = _is_late(promise, steps)
            kept.append(replace(promise, later=_taken_up(promise, steps, topic), late=late))
    return sorted(kept, key=lambda one: str(one.meeting.held_on or "9"))


def _is_late(promise: Promise, steps: Sequence[Step]) -> bool:
    """Whether the day by which it was due lies before the last step of the matter."""
    last = max((step.held_on for step in steps if step.held_on), default=None)
    due = _due(promise)
    return bool(last and due and due < last)


def _of_actions(actions: Iterable[Action], sources: Sources) -> Iterator[Promise]:
    for action in actions:
        citation = sources.cited(action.section, action.text, action.page, item=action.item)
        if citation:
            yield Promise(action.section.meeting, citation, action.owner, action.deadline, action.status)


def _of_requests(requests: Iterable[Decision], sources: Sources) -> Iterator[Promise]:
    for limb in requests:
        if citation := sources.of_decision(limb):
            yield Promise(limb.section.meeting, citation)


def _same(one: str, other: str) -> bool:
    return one in other or other in one


def _taken_up(promise: Promise, steps: Iterable[Step], topic: Topic) -> Step | None:
    """The first later step of the same organisation that holds the promise's own words.

    Of the same body where it has none.
    """
    # In a chronology of the quay every step has the word "quay": it does not show which promise it takes up.
    made, own = promise.meeting, own_words(promise.citation.quote) - topic.weights.keys()
    for step in (step for step in steps if _comes_after(step, made) and _lays_something_before(step)):
        # "A further report will come": whatever that body hears next on the matter may be it.
        if len(own) < FEW:
            if step.meeting.body == made.body:
                return step
        elif len(own & _words_of(step)) >= TAKEN_UP * len(own) or _in_time(step, promise, own):
            return step
    return None


def _in_time(step: Step, promise: Promise, own: Set[str]) -> bool:
    """Whether it came to the same body by the day that was set, with one of the promise's words."""
    due = _due(promise)
    return bool(due and step.held_on and step.held_on <= due and step.meeting.body == promise.meeting.body) and bool(
        own & _words_of(step)
    )


def _due(promise: Promise) -> date | None:
    return due_day(promise.deadline or due_in(promise.citation.quote), promise.meeting.held_on)


def _comes_after(step: Step, made: Meeting) -> bool:
    """True for a step of the same organisation on a later day."""
    day = step.meeting.held_on
    return made.held_on is not None and day is not None and day > made.held_on and _same_council(step.meeting, made)


def _same_council(one: Meeting, other: Meeting) -> bool:
    return one.organisation == other.organisation


def _words_of(step: Step) -> Set[str]:
    return own_words(" ".join([step.title, *(citation.quote for citation in step.citations)]))


def _lays_something_before(step: Step) -> bool:
    return step.kind in BRINGS_BACK or "noted" in step.outcomes


def own_words(text: str) -> set[str]:
    """The stems that tell one promise from another."""
    return {stem(word) for word in content_words(text) if word.isalpha()} - USUAL
