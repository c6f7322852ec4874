"""Steps and promises of the matters of the sample papers, as somebody wrote them down who had read the papers."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from app.answers.filters import Filters
from app.assistant import open_assistant
from app.front import front_of
from app.matters.chronology import Chronology
from app.matters.promises import PromiseState
from corpus.settings import Settings
from retriever.matters import SURELY, matters_for

pytestmark = pytest.mark.slow

EXPECTED = Path(__file__).parents[2] / "expected"
STATES = {
    "done": PromiseState.DONE,
    "done late": PromiseState.DONE_LATE,
    "not kept": PromiseState.NOT_KEPT,
    "taken up": PromiseState.TAKEN_UP,
    "late": PromiseState.LATE,
    "nothing found": PromiseState.NOTHING_FOUND,
}
"""The states in the words of the file; a row names each that is true."""

RIGHT = 0.95
"""The share of the labels of steps that must be right."""

UNKNOWN = 1
"""Promises of the file that no chronology has: a log that names its matter otherwise."""

Course = Callable[[str], Chronology]


def test_the_first_page_takes_no_vote_on_the_meeting_for_a_decision_and_tells_councils_apart(
    sample_corpus: Path, sample_index: Path
) -> None:
    front = front_of(open_assistant(Settings(corpus=sample_corpus, index=sample_index)).research)
    assert not [line for latest in front.latest for line in latest.decided if "repairs contract" in line]
    last = {one.title: one.last for one in front.live}
    assert last["Kingsmill Baths"] == "11 February 2025, Cabinet: decided"
    assert "UK Shared Prosperity Fund (Aldermere Borough Council)" in last


def rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (EXPECTED / name).read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def course(sample_corpus: Path, sample_index: Path) -> Course:
    """The chronology of a topic, as the page Trace makes it."""
    research = open_assistant(Settings(corpus=sample_corpus, index=sample_index)).research

    @cache
    def of(topic: str) -> Chronology:
        fits = matters_for(topic, research.matters())
        matter = fits[0].matter if fits and fits[0].fit >= SURELY else None
        filters = Filters(organisation=matter.organisation) if matter else Filters()
        return research.chronology(matter.title if matter else topic, filters=filters, matter=matter)

    return of


def test_the_labels_of_steps_say_what_each_meeting_did(course: Course) -> None:
    wrong = []
    for row in rows("steps.jsonl"):
        found = [
            step.did
            for step in course(row["topic"]).steps
            if (str(step.held_on), step.meeting.body) == (row["date"], row["body"])
            and row["title"] in step.title.casefold()
            and bool(step.said or step.did == "raised") is not bool(row.get("laid"))
        ]
        if not found or found[0] not in row["did"]:
            wrong.append((row["topic"], row["date"], row["did"], found))
    assert len(wrong) <= (1 - RIGHT) * len(rows("steps.jsonl")), wrong


def test_no_promise_is_called_open_or_done_that_is_not(course: Course) -> None:
    false, missing = [], []
    for row in rows("promises.jsonl"):
        found = [
            promise.state
            for promise in course(row["topic"]).promises
            if str(promise.meeting.held_on) == row["date"]
            and row["words"].casefold() in " ".join(promise.citation.quote.split()).casefold()
        ]
        if not found:
            missing.append(row)
        elif found[0] not in {STATES[one] for one in row["states"]}:
            false.append((row, found[0]))
    assert (false, len(missing)) == ([], UNKNOWN)
