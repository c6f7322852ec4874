"""Keys of programs: shown once, stored as a hash, each for its doors and so many requests a minute."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse, Response
from starlette.testclient import TestClient
from starlette.types import Message, Receive, Scope, Send

from app import cli
from app.connect.gate import AT_ONCE, PER_MINUTE, Gate
from app.connect.keys import FILE, Keys
from app.people.audit import Audit
from app.upkeep.limits import Limits
from corpus.errors import WrongInput
from corpus.settings import Settings


def test_a_key_is_known_again_and_only_its_hash_is_stored(tmp_path: Path) -> None:
    keys = Keys(tmp_path)
    made = keys.add("Copilot", ("mcp",))
    known = Keys(tmp_path).of(made)
    assert known is not None
    assert (known.name, known.doors) == ("Copilot", ("mcp",))
    assert made not in (tmp_path / FILE).read_text(encoding="utf-8")
    assert (tmp_path / FILE).stat().st_mode & 0o077 == 0
    assert keys.of("") is None
    assert keys.of(known.sha256) is None


def test_a_key_that_is_removed_opens_nothing_at_once(tmp_path: Path) -> None:
    running, made = Keys(tmp_path), Keys(tmp_path).add("Claude", ("mcp", "api"))
    assert running.of(made)
    Keys(tmp_path).remove("Claude")
    assert running.of(made) is None


@pytest.mark.parametrize(("name", "doors"), [("", ("mcp",)), ("a/b", ("mcp",)), ("x", ()), ("x", ("pages",))])
def test_a_name_or_a_door_that_is_none_is_refused(tmp_path: Path, name: str, doors: tuple[str, ...]) -> None:
    with pytest.raises(WrongInput):
        Keys(tmp_path).add(name, doors)


def test_a_file_that_cannot_be_read_lets_nobody_in(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("[", encoding="utf-8")
    with pytest.raises(WrongInput, match="so no program is let in"):
        Keys(tmp_path).of("bp_x")


def test_the_command_makes_lists_and_removes_keys(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("BOARD_PAPERS_DATA", str(tmp_path))
    assert cli.main(["key", "Claude", "--doors", "mcp"]) == 0
    made = capsys.readouterr().out.strip()
    assert cli.main(["key"]) == 0
    assert capsys.readouterr().out.startswith("Claude: mcp (made on ")
    assert Keys(tmp_path).of(made)
    assert cli.main(["key", "Claude", "--remove"]) == 0
    assert Keys(tmp_path).all() == ()
    assert cli.main(["key", "Claude", "--remove"]) == 1


def test_all_doors_are_closed_unless_a_setting_opens_them() -> None:
    assert Settings.from_environment({}).connect == ()
    assert Settings.from_environment({"BOARD_PAPERS_CONNECT": "MCP, api"}).connect == ("mcp", "api")
    with pytest.raises(WrongInput, match="BOARD_PAPERS_CONNECT names 'web'"):
        Settings.from_environment({"BOARD_PAPERS_CONNECT": "web"})


def test_a_program_has_only_so_many_requests_answered_at_once(tmp_path: Path) -> None:
    sent = Keys(tmp_path).add("Claude", ["api"])
    scope = {"type": "http", "method": "GET", "path": "/", "headers": [(b"authorization", f"Bearer {sent}".encode())]}
    statuses: list[int] = []

    async def talk() -> None:
        going_on = asyncio.Event()

        async def app(scope: Scope, receive: Receive, send: Send) -> None:
            await going_on.wait()
            await Response("done")(scope, receive, send)

        gate = Gate(app, "api", Keys(tmp_path), Limits(PER_MINUTE, at_once=AT_ONCE))

        async def receive() -> Message:
            return {"type": "http.request"}

        async def send(message: Message) -> None:
            statuses.extend([message["status"]] if "status" in message else [])

        asked = [asyncio.create_task(gate(scope, receive, send)) for _ in range(AT_ONCE + 1)]
        await asyncio.sleep(0.05)
        going_on.set()
        await asyncio.gather(*asked)

    asyncio.run(talk())
    assert statuses == [429] + [200] * AT_ONCE


def gate_over(folder: Path, audit: Audit | None, answer: PlainTextResponse | None = None) -> tuple[TestClient, str]:
    """A door behind its gate, and a key to it."""
    keys = Keys(folder)
    gate = Gate(answer or PlainTextResponse("within"), "api", keys, Limits(per_minute=2), lambda: audit)
    return TestClient(gate), keys.add("Copilot", ("api",))


def test_each_call_that_is_let_in_is_in_the_audit_log_under_the_name_of_its_key(tmp_path: Path) -> None:
    audit = Audit(tmp_path, 30)
    client, key = gate_over(tmp_path, audit)
    named = {"Authorization": f"Bearer {key}"}
    assert [client.get("/zanzibar?q=quay", headers=named).status_code for _ in range(3)] == [200, 200, 429]
    assert client.get("/papers").status_code == 401
    rows = [(entry.name, entry.deed, entry.words) for entry in audit.entries()]
    assert rows == [("key: Copilot", "asked by a program with a key", "api")] * 2


def test_white_space_around_the_value_of_a_header_is_no_part_of_it(tmp_path: Path) -> None:
    async def within(scope: Scope, receive: Receive, send: Send) -> None:
        await PlainTextResponse(Headers(scope=scope)["mcp-name"])(scope, receive, send)

    keys = Keys(tmp_path)
    named = {"Authorization": f"Bearer {keys.add('Copilot', ('api',))}", "Mcp-Name": " \tsearch "}
    assert TestClient(Gate(within, "api", keys, Limits(60))).get("/", headers=named).text == "search"


def test_no_call_is_let_in_that_cannot_be_recorded(tmp_path: Path) -> None:
    audit = Audit(tmp_path, 30)
    client, key = gate_over(tmp_path, audit)
    audit.close()
    answer = client.get("/papers", headers={"Authorization": f"Bearer {key}"})
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "10")
    assert str(tmp_path) not in answer.text
