"""The MCP server with the official client: over stdio, and over streamable HTTP with a key."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import anyio
import httpx2
import pytest
from mcp import Client
from mcp.client.stdio import StdioServerParameters
from mcp.client.streamable_http import streamable_http_client

from app.connect.keys import Keys
from app.connect.tools import TOOLS
from tests.app.connect.tasks import TASKS, WRONG

ROOT = Path(__file__).parents[3]
SERVE = """
import sys
import types
sys.modules["tests"] = types.ModuleType("tests")  # a library may have brought a package of this name
sys.modules["tests"].__path__ = ["tests"]
from pathlib import Path
from app.connect.mcp_server import serve_on_stdio
from tests.app.connect.papers import service_over
papers = service_over(Path(sys.argv[1]), Path(sys.argv[2]))
serve_on_stdio(lambda: papers)
"""


@asynccontextmanager
async def over_stdio(folders: tuple[Path, Path]) -> AsyncIterator[Client]:
    environment = {**os.environ, "PYTHONPATH": f"{ROOT}:{ROOT / 'tests'}"}
    command = ["-c", SERVE, *map(str, folders)]
    async with Client(
        StdioServerParameters(command=sys.executable, args=command, env=environment, cwd=str(ROOT))
    ) as client:
        yield client


@asynccontextmanager
async def over_http(address: str, key: str, **headers: str) -> AsyncIterator[Client]:
    named = {"Authorization": f"Bearer {key}", **headers}
    async with (
        httpx2.AsyncClient(headers=named, timeout=60, follow_redirects=True) as http,
        Client(streamable_http_client(f"{address}/mcp/", http_client=http)) as client,
    ):
        yield client


async def all_done(client: Client) -> list[str]:
    """The tasks whose result is not right; every wrong call is to be answered with its sentence."""
    failed = []
    for task in TASKS:
        result = await client.call_tool(task.tool, dict(task.arguments))
        texts = [one.text for one in result.content if one.type == "text"]
        same = bool(texts) and json.loads(texts[0]) == result.structured_content
        if result.is_error or not same or not task.right(result.structured_content or {}):
            failed.append(f"{task.tool} {task.arguments}: {texts}")
    for tool, arguments, said in WRONG:
        result = await client.call_tool(tool, arguments)
        texts = [one.text for one in result.content if one.type == "text"]
        if not result.is_error or not texts[0].startswith(said):
            failed.append(f"{tool} {arguments}: {texts}")
    return failed


async def described(client: Client) -> None:
    listed = (await client.list_tools()).tools
    assert [one.name for one in listed] == [one.name for one in TOOLS]
    for one, tool in zip(listed, TOOLS, strict=True):
        assert (one.input_schema, one.output_schema) == (tool.input_schema, tool.output_schema)
        assert one.annotations is not None
        assert one.annotations.read_only_hint
        assert not one.annotations.open_world_hint


@pytest.mark.slow
def test_forty_tasks_over_stdio(folders: tuple[Path, Path]) -> None:
    async def run() -> list[str]:
        async with over_stdio(folders) as client:
            await described(client)
            return await all_done(client)

    assert anyio.run(run) == []


def test_forty_tasks_over_streamable_http(server: tuple[str, str]) -> None:
    async def run() -> list[str]:
        async with over_http(*server) as client:
            await described(client)
            return await all_done(client)

    assert anyio.run(run) == []


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 401),
        ({"Authorization": "Bearer bp_wrong"}, 401),
        ({"Authorization": "Basic {key}"}, 401),
        ({"Authorization": "Bearer {key}", "Host": "evil.example"}, 421),
    ],
)
def test_nobody_without_a_key_or_by_another_host_comes_in(
    server: tuple[str, str], headers: dict[str, str], status: int
) -> None:
    address, key = server
    sent = {name: value.format(key=key) for name, value in headers.items()}
    ask: dict[str, Any] = {"jsonrpc": "2.0", "id": 1, "method": "tools/list", "params": {}}
    accepts = {"Accept": "application/json, text/event-stream", "MCP-Protocol-Version": "2025-06-18"}
    answer = httpx2.post(f"{address}/mcp/", json=ask, headers={**accepts, **sent})
    assert answer.status_code == status
    if status == 401:
        assert answer.headers["www-authenticate"].startswith("Bearer")
        assert answer.json()["detail"] == "Send a key of this server: Authorization: Bearer KEY."


def test_a_key_opens_only_its_doors(server: tuple[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = Keys(tmp_path).add("chat only", ("chat",))
    stored = Keys(tmp_path).all()
    monkeypatch.setattr(Keys, "all", lambda self: stored)
    answer = httpx2.post(f"{server[0]}/mcp/", json={}, headers={"Authorization": f"Bearer {other}"})
    assert (answer.status_code, answer.json()["detail"]) == (403, "This key does not open 'mcp'.")


@pytest.mark.slow
def test_the_command_serves_the_sample_papers(sample_corpus: Path, sample_index: Path) -> None:
    folders = ["--corpus", str(sample_corpus), "--index", str(sample_index)]

    async def run() -> Any:
        command = StdioServerParameters(
            command=sys.executable, args=["-m", "app", "mcp", *folders], env=dict(os.environ), cwd=str(ROOT)
        )
        async with Client(command) as client:
            asked = "What did Aldermere's Cabinet decide about Kingsmill Baths in September 2023?"
            return (await client.call_tool("ask", {"question": asked})).structured_content

    result = anyio.run(run)
    assert result["found"] is True
    assert result["quotes"][0]["item"].startswith("CAB 17")
