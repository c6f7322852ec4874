"""What no page of another site or port can do here, and how a browser gets its id and keeps it."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import fake_papers
import pytest
from fake_papers import FAKE
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import BaseRoute, Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocket, WebSocketDisconnect

from app.views.session.desk import Desk
from app.views.session.guards import guards
from app.views.session.renewal import renewal_routes
from app.views.session.visitor import VISITOR_HEADER, cookie_name, is_visitor, new_visitor

PASSWORD = "open sesame 123"
HERE = "http://localhost:8501"
STREAM = "ws://localhost:8501/_stcore/stream"
PAGE = {"Accept": "text/html"}


def whose(request: Request) -> PlainTextResponse:
    return PlainTextResponse(request.headers.get(VISITOR_HEADER, "nobody"))


async def stream(socket: WebSocket) -> None:
    await socket.accept()
    await socket.send_text(socket.headers.get(VISITOR_HEADER, "nobody"))
    await socket.close()


ROUTES: list[BaseRoute] = [
    Route("/", whose),
    Route("/_stcore/upload_file/a/b", lambda _: PlainTextResponse("taken"), methods=["PUT"]),
    WebSocketRoute("/_stcore/stream", stream),
    *(
        Route(f"/_stcore/{path}", lambda _: PlainTextResponse("said"), methods=["GET", "POST"])
        for path in (
            "health",
            "host-config",
            "metrics",
            "script-health-check",
            "agent/interact",
            "agent/openapi.json",
            "agent/mcp",
        )
    ),
]


def client_at(url: str, desk: Desk = fake_papers.DESK) -> TestClient:
    """A browser that stands at this address, over the guards alone."""
    return TestClient(Starlette(routes=ROUTES, middleware=guards(desk)), base_url=url)


def desk_with(tmp_path: Path, address: str = "") -> Desk:
    settings = replace(fake_papers.DESK.settings(), data=tmp_path, admin=PASSWORD, address=address)
    return Desk(lambda: FAKE, fake_papers.draw_page, lambda: settings)


FOREIGN = [
    "http://evil.example",
    "http://localhost:9999",  # another port of this host, to which a browser sends the same cookies
    "http://localhost",
    "https://localhost:8501",
    "http://127.0.0.1:8501",
    "http://localhost:8501.evil.example",
    "http://evil.example@localhost:8501",
    "null",
    "",
]


@pytest.mark.parametrize("origin", FOREIGN)
def test_a_request_from_a_page_of_another_origin_is_refused(origin: str) -> None:
    client = client_at(HERE)
    assert client.get("/", headers={"Origin": origin}).status_code == 403
    assert client.put("/_stcore/upload_file/a/b", headers={"Origin": origin}).status_code == 403


@pytest.mark.parametrize("origin", FOREIGN)
def test_a_socket_from_a_page_of_another_origin_is_refused_before_streamlit_sees_it(origin: str) -> None:
    with (
        pytest.raises(WebSocketDisconnect),
        client_at(HERE).websocket_connect(STREAM, headers={"Origin": origin}),
    ):
        pass


def test_two_origins_are_refused() -> None:
    both = [("Origin", HERE), ("Origin", "http://evil.example")]
    assert client_at(HERE).get("/", headers=both).status_code == 403


@pytest.mark.parametrize(
    ("url", "origin"),
    [
        (HERE, HERE),
        ("http://localhost", "http://localhost"),
        ("http://localhost:80", "http://localhost"),
        ("https://localhost", "https://localhost"),
        ("http://LOCALHOST:8501", HERE),
    ],
)
def test_our_own_pages_are_answered(url: str, origin: str) -> None:
    client = client_at(url)
    assert client.get("/", headers={"Origin": origin}).status_code == 200
    socket = url.replace("http", "ws", 1)
    with client.websocket_connect(f"{socket}/_stcore/stream", headers={"Origin": origin}) as opened:
        assert opened.receive_text() == "nobody"


def test_what_is_no_browser_names_no_origin_and_is_answered() -> None:
    assert client_at(HERE).get("/").status_code == 200
    with client_at(HERE).websocket_connect(STREAM) as opened:
        assert opened.receive_text() == "nobody"


def test_behind_a_proxy_the_address_of_the_setting_is_the_only_one(tmp_path: Path) -> None:
    client = client_at(HERE, desk_with(tmp_path, address="https://papers.example.org"))
    assert client.get("/", headers={"Origin": "https://papers.example.org"}).status_code == 200
    assert client.get("/", headers={"Origin": HERE}).status_code == 403
    forwarded = {"Origin": "https://evil.example", "X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "https"}
    assert client.get("/", headers=forwarded).status_code == 403
    assert client.get("/", headers=PAGE).headers["set-cookie"].startswith("__Host-")


@pytest.mark.parametrize(
    "path", ["metrics", "script-health-check", "agent/interact", "agent/openapi.json", "agent/mcp", "stream/more", ""]
)
def test_addresses_that_the_pages_do_not_need_are_closed(path: str) -> None:
    client = client_at(HERE)
    assert client.get(f"/_stcore/{path}").status_code == 404
    assert client.post(f"/_stcore/{path}").status_code == 404
    assert client.get(f"/base/_stcore/{path}").status_code == 404


def test_addresses_that_the_pages_need_stay_open() -> None:
    assert client_at(HERE).get("/_stcore/health").text == "said"
    assert client_at(HERE).get("/_stcore/host-config").text == "said"


def test_a_browser_gets_its_id_once_and_no_script_can_read_it() -> None:
    client = client_at(HERE)
    assert "set-cookie" not in client.get("/", headers={"Accept": "*/*"}).headers
    given = client.get("/", headers=PAGE).headers["set-cookie"]
    assert re.fullmatch(
        r"board_papers_visitor_8501=[\w-]{43}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Strict", given
    )
    again = client.get("/", headers=PAGE)
    assert "set-cookie" not in again.headers
    assert again.text == given.split("=")[1].split(";")[0]


def test_under_https_the_browser_guards_the_cookie_against_other_hosts() -> None:
    given = client_at("https://localhost").get("/", headers=PAGE).headers["set-cookie"]
    assert given.startswith("__Host-board_papers_visitor_https=")
    assert given.endswith("; Path=/; Max-Age=31536000; HttpOnly; SameSite=Strict; Secure")


WELL_FORMED = new_visitor()
FORGED = {
    "short": "short",
    "empty": "",
    "no random one": "a" * 42 + "_",
    "one letter less": WELL_FORMED[:-1],
    "one letter more": f"{WELL_FORMED}A",
    "a foreign letter": f"{WELL_FORMED[:-1]}é",
    "a tabulator": WELL_FORMED[:-1] + "\t",
}


@pytest.mark.parametrize("forged", FORGED.values(), ids=FORGED)
def test_a_cookie_that_we_did_not_write_is_nobody_s_and_is_replaced(forged: str) -> None:
    cookie = {**PAGE, "Cookie": f"{cookie_name(HERE)}={forged}".encode()}
    response = client_at(HERE).get("/", headers=cookie)
    assert (response.text, "set-cookie" in response.headers) == ("nobody", True)


def test_the_cookie_of_another_port_of_this_host_opens_nothing() -> None:
    cookie = {"Cookie": f"{cookie_name('http://localhost:8502')}={new_visitor()}; board_papers_visitor={new_visitor()}"}
    assert client_at(HERE).get("/", headers=cookie).text == "nobody"
    with client_at(HERE).websocket_connect(STREAM, headers=cookie) as opened:
        assert opened.receive_text() == "nobody"


def test_a_browser_cannot_say_itself_which_visitor_it_is() -> None:
    named = {VISITOR_HEADER: new_visitor()}
    assert client_at(HERE).get("/", headers=named).text == "nobody"
    with client_at(HERE).websocket_connect(STREAM, headers=named) as opened:
        assert opened.receive_text() == "nobody"


def test_a_link_from_another_site_takes_no_visitor_their_id() -> None:
    """The browser keeps the cookie back then, so that a new one would take the place of theirs."""
    client = client_at(HERE)
    for site in ("cross-site", "same-site"):
        assert "set-cookie" not in client.get("/", headers={**PAGE, "Sec-Fetch-Site": site}).headers
    first_word = client.get("/_stcore/health", headers={"Sec-Fetch-Site": "same-origin"})
    assert "set-cookie" in first_word.headers
    assert "set-cookie" not in client.get("/_stcore/health", headers={"Sec-Fetch-Site": "same-origin"}).headers


def test_nobody_but_a_keeper_can_send_files_to_be_stored(tmp_path: Path) -> None:
    desk, visitor = desk_with(tmp_path), new_visitor()
    client = client_at(HERE, desk)
    client.cookies.set(cookie_name(HERE), visitor)
    assert client.put("/_stcore/upload_file/a/b").status_code == 403
    desk.office().keepers.sign_in(visitor, PASSWORD)
    assert client.put("/_stcore/upload_file/a/b").text == "taken"


def test_nobody_is_a_keeper_where_nothing_can_be_kept(tmp_path: Path) -> None:
    (tmp_path / "conversations.db").mkdir()
    client = client_at(HERE, desk_with(tmp_path))
    client.cookies.set(cookie_name(HERE), new_visitor())
    assert client.put("/_stcore/upload_file/a/b").status_code == 403


def test_a_page_of_ours_gets_the_cookie_for_its_ticket_once(tmp_path: Path) -> None:
    desk, new = desk_with(tmp_path), new_visitor()
    desk.office().keepers.keep_ticket("ticket", new)
    client = TestClient(Starlette(routes=renewal_routes(desk), middleware=guards(desk)), base_url=HERE)
    assert client.post("/visitor", content="guess", headers={"Origin": HERE}).status_code == 403
    assert client.post("/visitor", content="ticket").status_code == 403
    assert client.post("/visitor", content="ticket", headers={"Origin": "http://localhost:9999"}).status_code == 403
    given = client.post("/visitor", content="ticket", headers={"Origin": HERE})
    assert given.headers["set-cookie"].startswith(f"{cookie_name(HERE)}={new}; Path=/; ")
    assert client.post("/visitor", content="ticket", headers={"Origin": HERE}).status_code == 403


def test_an_id_is_written_in_one_way_only() -> None:
    assert all(is_visitor(new_visitor()) for _ in range(50))
    assert not is_visitor("A" * 42 + "B")  # two bits of the last letter are spare: other letters would say the same
