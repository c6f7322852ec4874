"""TOOLS: the seven tools that a language model may use, as a table: what each is for, takes and gives.

Schemas are flat: every argument is a string, nothing is an enumeration, a union or a reference, because some clients
refuse those. An empty string is an argument that was not given. A wrong one is answered with a sentence that says what
to do, not with an error of the protocol: a model can act on it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from app.connect.schemas import FOUND, QUOTE, QUOTES, SEARCHED, STEPS, Schema, number, records, text, words
from app.connect.service import Service, filters_of, limit_of, said_of
from app.matters.register import Criteria
from corpus.errors import BoardPapersError, WrongInput

Arguments = Mapping[str, str]
Result = dict[str, Any]

LIMITS = {
    "organisation": "Name of the council exactly as holdings gives it; empty for all.",
    "body": "Name of the committee exactly as holdings gives it; empty for all.",
    "since": "First day of the meetings, YYYY-MM-DD; empty for no limit.",
    "until": "Last day of the meetings, YYYY-MM-DD; empty for no limit.",
}
HOW_MANY = "How many results at most, 1 to 50; 10 if empty."
LONGEST = 4_000  # characters of an argument


@dataclass(frozen=True, slots=True)
class Tool:
    """A tool: name, title, what it is for, its arguments with what each means, those that it needs, what it gives."""

    name: str
    title: str
    description: str
    arguments: Mapping[str, str]
    needed: tuple[str, ...]
    gives: Mapping[str, Schema]
    run: Callable[[Service, Arguments], Result]

    @property
    def input_schema(self) -> Schema:
        """The JSON schema of the arguments."""
        named = {name: {"type": "string", "description": said} for name, said in self.arguments.items()}
        return {"type": "object", "properties": named, "required": list(self.needed)}

    @property
    def output_schema(self) -> Schema:
        """The JSON schema of a result."""
        return {"type": "object", "properties": dict(self.gives), "required": list(self.gives)}


def _searched(service: Service) -> str:
    """What was searched, in a sentence."""
    held = service.holdings()
    bodies = ", ".join(held.bodies[:12]) or "no named committee"
    more = f" and {len(held.bodies) - 12} others" if len(held.bodies) > 12 else ""
    return f"{held.papers} papers of {bodies}{more}, meetings from {held.since} to {held.until}. {held.not_indexed}"


def _limits(given: Arguments) -> dict[str, str]:
    return {name: given.get(name, "") for name in LIMITS}


def _search(service: Service, given: Arguments) -> Result:
    found = service.search(given["query"], filters_of(**_limits(given)), limit_of(given.get("limit", "")))
    return {"found": bool(found), "results": [asdict(one) for one in found], "searched": _searched(service)}


def _fetch(service: Service, given: Arguments) -> Result:
    return asdict(service.fetch(given["id"]))


def _ask(service: Service, given: Arguments) -> Result:
    earlier = [line.strip() for line in given.get("earlier_questions", "").splitlines() if line.strip()]
    reply = service.ask(given["question"], earlier, filters_of(**_limits(given)))
    answer = {"found": reply.answered, "answer": reply.text, "notes": list(reply.notes)}
    return {**answer, "quotes": [asdict(one) for one in reply.quotes], "searched": _searched(service)}


def _decisions(service: Service, given: Arguments) -> Result:
    named = {name: given.get(name, "").strip() for name in ("text", "outcome", "person")}
    found = service.decisions(Criteria(filters_of(**_limits(given)), **named), limit_of(given.get("limit", "")))
    rows = [{"id": one.id, "outcome": one.outcome, "votes": one.votes, **asdict(one.quote)} for one in found]
    return {"found": bool(rows), "decisions": rows, "searched": _searched(service)}


def _trace(service: Service, given: Arguments) -> Result:
    steps = service.trace(given["matter"], filters_of(**_limits(given)))
    return {"found": bool(steps), "steps": [_plain(asdict(one)) for one in steps], "searched": _searched(service)}


def _briefing(service: Service, given: Arguments) -> Result:
    named = {name: given.get(name, "").strip() for name in ("body", "topic", "organisation")}
    title, statements = service.briefing(**named)
    return {"title": title, "statements": [_plain(asdict(one)) for one in statements], "searched": _searched(service)}


def _holdings(service: Service, given: Arguments) -> Result:
    return _plain(asdict(service.holdings()))


def _plain(record: Result) -> Result:
    """The record with lists for tuples, as JSON has them."""
    return {name: list(value) if isinstance(value, tuple) else value for name, value in record.items()}


TOOLS: tuple[Tool, ...] = (
    Tool(
        "search",
        "Search board papers",
        "Find passages of the council's published papers by words and meaning. Nothing else is indexed: no web pages, "
        "no restricted papers. Give each result's id to fetch for its whole page.",
        {"query": "What to look for, in a few words or a question.", **LIMITS, "limit": HOW_MANY},
        ("query",),
        {
            "found": FOUND,
            "results": records(
                "The best first.",
                id=text("For fetch."),
                title=text("Where it stands."),
                text=text("The passage, letter for letter."),
                url=text("The address of the page."),
            ),
            "searched": SEARCHED,
        },
        _search,
    ),
    Tool(
        "fetch",
        "Read a page of a paper",
        "Give the text of one page of a paper, by the id of a search result. Only published pages can be read.",
        {"id": "The id of a result of search."},
        ("id",),
        {
            "id": text("The same id."),
            "title": text("File and page."),
            "text": text("The page."),
            "url": text("Address."),
        },
        _fetch,
    ),
    Tool(
        "ask",
        "Ask the board papers",
        "Answer a question from the council's published papers; each statement has a quote that was checked. "
        "Cite the quotes with their url. Where found is false the papers do not say; do not answer from elsewhere.",
        {
            "question": "A question in a sentence.",
            "earlier_questions": "Earlier questions of the same conversation, oldest first, one a line; may be empty.",
            **LIMITS,
        },
        ("question",),
        {
            "found": FOUND,
            "answer": text("The answer, with markers [1] that count the quotes."),
            "notes": words("How the question was understood."),
            "quotes": QUOTES,
            "searched": SEARCHED,
        },
        _ask,
    ),
    Tool(
        "decisions",
        "List decisions",
        "List recorded decisions, the newest first, with outcome and votes. Only decisions in indexed minutes and "
        "decision records are listed.",
        {
            "text": "Words that title or wording must have; may be empty.",
            "outcome": "Such as approved, agreed, noted, deferred, refused; empty for all.",
            "person": "A member or officer named in the record; may be empty.",
            **LIMITS,
            "limit": HOW_MANY,
        },
        (),
        {
            "found": FOUND,
            "decisions": records(
                "The decisions.",
                id=text("Its lasting name."),
                outcome=text("What became of it."),
                votes=text("The votes, if they were recorded."),
                **QUOTE,
            ),
            "searched": SEARCHED,
        },
        _decisions,
    ),
    Tool(
        "trace",
        "Trace a matter",
        "Tell what happened to a matter over the years, step by step, from reports to decisions. Only steps that "
        "indexed papers record are given.",
        {"matter": "The matter in a few words: a place, a service, a scheme.", **LIMITS},
        ("matter",),
        {"found": FOUND, "steps": STEPS, "searched": SEARCHED},
        _trace,
    ),
    Tool(
        "briefing",
        "Brief somebody new",
        "Tell what somebody new has to know of a committee or of a topic, from its indexed papers only.",
        {
            "body": "The committee exactly as holdings gives it; empty for a topic.",
            "topic": "The topic in a few words; empty for a committee.",
            "organisation": LIMITS["organisation"],
        },
        (),
        {"title": text("Whom it is on."), "statements": STEPS, "searched": SEARCHED},
        _briefing,
    ),
    Tool(
        "holdings",
        "List what is indexed",
        "Say which councils, committees and days are indexed, and how many papers. Use it first, for exact names.",
        {},
        (),
        {
            "organisations": words("The councils."),
            "bodies": words("The committees."),
            "since": text("Day of the first meeting."),
            "until": text("Day of the last meeting."),
            "papers": number("How many papers."),
            "meetings": number("How many meetings."),
            "decisions": number("How many decisions."),
            "not_indexed": text("What is not indexed."),
        },
        _holdings,
    ),
)


def run_tool(service: Service, name: str, given: Mapping[str, Any]) -> tuple[Result | None, str]:
    """The result of a tool and "", or None and a sentence that says what was wrong and what to do."""
    tool = next((one for one in TOOLS if one.name == name), None)
    if tool is None:
        return None, f"There is no tool {name[:40]!r}. There are: {', '.join(one.name for one in TOOLS)}."
    try:
        return tool.run(service, _checked(tool, given)), ""
    except BoardPapersError as error:
        return None, said_of(error)


def _checked(tool: Tool, given: Mapping[str, Any]) -> dict[str, str]:
    """The arguments as strings; raises WrongInput for one that is missing, unknown, or no text."""
    values = {name: _as_text(tool, name, value) for name, value in given.items()}
    for name in tool.needed:
        if not values.get(name, "").strip():
            raise WrongInput(f"{tool.name} needs {name}.", hint=tool.arguments[name])
    return values


def _as_text(tool: Tool, name: str, value: object) -> str:
    """An argument; a number is taken for its digits, and nothing for an empty text."""
    if name not in tool.arguments:
        known = ", ".join(tool.arguments) or "none"
        raise WrongInput(f"{tool.name} has no argument {name[:40]!r}.", hint=f"Its arguments: {known}.")
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise WrongInput(f"{name} is to be a text.", hint=tool.arguments[name])
    return str(value)[:LONGEST]
