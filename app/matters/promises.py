"""Promise: what somebody undertook, or was asked, to do about a matter, and what the papers say of it since."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace

from app.answers.answer import Citation
from app.answers.citations import bare
from app.answers.sources import Sources
from app.matters.steps import Step, StepKind, step_lead
from app.matters.topics import Topic
from corpus.papers import Meeting
from indexer.findings.actions import Action
from indexer.findings.minutes import Decision
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


@dataclass(frozen=True, slots=True)
class Promise:
    """An undertaking; `owner`, `deadline` and `status` as printed, "" where not said.

    `later` is the first later step that takes it up again. That the papers hold one does not prove that it kept the
    promise: a reader has to judge.
    """

    meeting: Meeting
    citation: Citation
    owner: str = ""
    deadline: str = ""
    status: str = ""
    later: Step | None = None

    @property
    def is_open(self) -> bool:
        """Whether nothing says that it is done, and nothing later takes it up."""
        return not (CLOSED.search(self.status) or DONE.search(self.citation.quote)) and self.later is None


def promise_text(promise: Promise) -> str:
    """Who was to do it until when, and what the papers say since."""
    said = [
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
            kept.append(replace(promise, later=_taken_up(promise, steps, topic)))
    return sorted(kept, key=lambda one: str(one.meeting.held_on or "9"))


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
        elif len(own & _words_of(step)) >= TAKEN_UP * len(own):
            return step
    return None


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
