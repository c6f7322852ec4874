"""The seven tools: right results, errors that a model can act on, schemas that every client takes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import validate

from app.connect.service import Service
from app.connect.tools import TOOLS, run_tool
from tests.app.connect.tasks import TASKS, WRONG, Task
from tests.test_access_matrix import CANARIES


@pytest.mark.parametrize("task", TASKS, ids=lambda task: f"{task.tool}-{'-'.join(task.arguments.values())[:40]}")
def test_a_task_is_done_right_and_its_result_is_as_described(papers: Service, task: Task) -> None:
    result, wrong = run_tool(papers, task.tool, task.arguments)
    assert wrong == ""
    assert result is not None
    assert task.right(result), result
    validate(json.loads(json.dumps(result)), next(tool for tool in TOOLS if tool.name == task.tool).output_schema)


def test_there_are_forty_tasks_for_seven_tools() -> None:
    assert len(TASKS) == 40
    assert {task.tool for task in TASKS} == {tool.name for tool in TOOLS}


@pytest.mark.parametrize(("tool", "arguments", "said"), WRONG)
def test_what_is_wrong_is_said_in_a_sentence(papers: Service, tool: str, arguments: dict[str, Any], said: str) -> None:
    result, wrong = run_tool(papers, tool, arguments)
    assert result is None
    assert wrong.startswith(said)


def test_every_quote_stands_on_the_page_that_it_names(papers: Service) -> None:
    result, _ = run_tool(papers, "decisions", {})
    assert result
    for row in result["decisions"]:
        page = papers.asked.assistant().page_text(row["file"], row["page"] or None)
        assert " ".join(row["quote"].split()) in " ".join(page.split())


def keywords(schema: Any) -> Iterator[tuple[str, Any]]:
    """Every keyword of a schema at any depth, names of properties aside."""
    if isinstance(schema, dict):
        for name, value in schema.items():
            yield name, value
            inner = value.values() if name == "properties" else [value]
            for one in inner:
                yield from keywords(one)


@pytest.mark.parametrize("tool", TOOLS, ids=lambda tool: tool.name)
def test_schemas_have_no_enumerations_unions_or_references(tool: Any) -> None:
    for schema in (tool.input_schema, tool.output_schema):
        found = dict(keywords(schema))
        assert found.keys() <= {"type", "properties", "required", "description", "items"}
        assert all(isinstance(value, str) for name, value in keywords(schema) if name == "type")
    assert {one["type"] for one in tool.input_schema["properties"].values()} <= {"string"}
    assert len(tool.description) < 300


def test_nothing_restricted_comes_out_of_any_tool(papers: Service) -> None:
    out = []
    for word in CANARIES:
        named = word.capitalize()
        for tool, arguments in (
            ("search", {"query": f"{named} tender"}),
            ("ask", {"question": f"What did the {named} Panel decide about {named} Quay?"}),
            ("decisions", {"text": named}),
            ("decisions", {"limit": "50"}),
            ("trace", {"matter": f"{named} Quay"}),
            ("briefing", {"topic": f"{named} Quay"}),
            ("briefing", {"body": f"{named} Panel"}),
            ("holdings", {}),
            *(("fetch", {"id": f"{name}#page={page}"}) for name in (f"{word}.pdf", f"private/{word}.pdf") for page in (1, 2)),
            ("fetch", {"id": "pack.pdf#page=3"}),
            ("fetch", {"id": f"{word}.txt"}),
        ):  # fmt: skip
            result, wrong = run_tool(papers, tool, arguments)
            said = json.dumps(result) + wrong
            asked = " ".join(arguments.values())
            out += [
                (tool, arguments, one) for one in CANARIES if one in said.casefold() and one not in asked.casefold()
            ]
            quoted = [row for row in (result or {}).get("quotes", []) if word in row["quote"].casefold()]
            assert quoted == []
    assert out == []
