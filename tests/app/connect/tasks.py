"""What a scripted client does with the seven tools: forty calls, each with what must be in the result."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.app.connect.papers import COUNCIL

Result = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Task:
    """A call of a tool, and what is right."""

    tool: str
    arguments: dict[str, str]
    right: Callable[[Result], bool]


def _has(*words: str) -> Callable[[Result], bool]:
    return lambda result: all(word.casefold() in str(result).casefold() for word in words)


def _nothing(result: Result) -> bool:
    return result["found"] is False and bool(result["searched"])


def _decided(number: int, *words: str) -> Callable[[Result], bool]:
    return lambda result: len(result["decisions"]) == number and _has(*words)(result)


TOPICS = (
    ("library on Mondays", "library"),
    ("ferry fares", "ferry fares"),
    ("grant to the museum", "museum"),
    ("lamp on the north mole", "lamp"),
)
TASKS: tuple[Task, ...] = (
    Task("holdings", {}, _has(COUNCIL, "Leisure Committee", "2019-03-04")),
    Task("holdings", {}, lambda result: result["papers"] >= 5 and "not for publication" in result["not_indexed"]),
    *(Task("search", {"query": asked}, _has(word, "papers.example.org/paper?file=")) for asked, word in TOPICS),
    *(Task("search", {"query": asked, "limit": "1"}, lambda result: len(result["results"]) == 1) for asked, _ in TOPICS),
    Task("search", {"query": "ferry", "body": "harbour committee"}, _has("ferry fares")),
    Task("search", {"query": "ferry", "since": "2030-01-01"}, _nothing),
    *(
        Task("ask", {"question": f"What was decided about the {asked}?"}, _has(word, "quote"))
        for asked, word in TOPICS
    ),
    Task("ask", {"question": "What did the Finance Committee decide on 3 July 2019?"}, _has("£40,000")),
    Task("ask", {"question": "What is the salary of the astronaut?"}, lambda result: result["found"] is False),
    Task(
        "ask",
        {"question": "And in July?", "earlier_questions": "What was decided about the library in May 2019?"},
        _has("deferred"),
    ),
    Task("decisions", {}, _decided(5)),
    Task("decisions", {"body": "Leisure Committee"}, _decided(2, "library")),
    Task("decisions", {"text": "museum"}, _decided(1, "£40,000", "Finance Committee")),
    Task("decisions", {"text": "library", "outcome": "deferred"}, _decided(1, "2019-07-02")),
    Task("decisions", {"since": "2019-07-01", "until": "2019-07-01"}, _decided(1, "ferry fares")),
    Task("decisions", {"since": "2019-07-01", "until": "2019-07-31"}, _decided(3)),
    Task("decisions", {"organisation": COUNCIL, "limit": "2"}, _decided(2)),
    Task("decisions", {"text": "spaceship"}, _nothing),
    Task("decisions", {"until": "2018-01-01"}, _nothing),
    *(Task("trace", {"matter": word}, lambda result: result["found"] and result["steps"][0]["quotes"] != []) for _, word in TOPICS),
    Task("trace", {"matter": "library"}, _has("2 July 2019", "7 May 2019")),
    Task("briefing", {"body": "Leisure Committee"}, _has("Leisure Committee", "library")),
    Task("briefing", {"body": "Harbour Committee"}, _has("Harbour Committee")),
    Task("briefing", {"topic": "library"}, _has("library")),
    Task("briefing", {"topic": "museum", "organisation": COUNCIL}, _has("museum")),
    Task("fetch", {"id": "minutes.pdf#page=1"}, _has("north mole", "papers.example.org/paper?file=minutes.pdf#page=1")),
    Task("fetch", {"id": "minutes%202.txt"}, _has("ferry fares be raised")),
    Task("fetch", {"id": "pack.pdf#page=2"}, _has("WINTER DREDGING")),
)  # fmt: skip
"""All of them are to succeed; those of WRONG are to be answered with a sentence."""

WRONG: tuple[tuple[str, dict[str, Any], str], ...] = (
    ("ask", {}, "ask needs question. A question in a sentence."),
    ("ask", {"question": "   "}, "ask needs question."),
    ("search", {"query": "x", "limit": "many"}, "limit is not a number: 'many'. Give one from 1 to 50."),
    ("search", {"query": "x", "since": "May"}, "since is not a date: 'May'. Write it as 2024-03-19."),
    ("search", {"query": "x", "body": "Moon Board"}, "We have no papers of the body “Moon Board”."),
    ("decisions", {"page": "2"}, "decisions has no argument 'page'."),
    ("decisions", {"text": ["a"]}, "text is to be a text."),
    ("fetch", {"id": "../../etc/passwd"}, "This page is not among the papers that we have."),
    ("fetch", {"id": "#page=1"}, "There is no such page."),
    ("trace", {"matter": "the"}, "There is no topic."),
    ("briefing", {}, "A briefing is on a body or on a topic. Give one of them."),
    ("delete", {}, "There is no tool 'delete'. There are: search, fetch, ask,"),
)
