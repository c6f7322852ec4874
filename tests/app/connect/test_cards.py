"""What other sites show of a link: a title and a line of public papers, and nothing that somebody wrote into the address."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import HTMLResponse, PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from app.assistant import Assistant
from app.connect.cards import Cards
from app.connect.service import decision_id
from tests.app.connect.papers import COUNCIL, assistant_over
from tests.test_access_matrix import CANARIES

PAGE = "<!DOCTYPE html><html><head><title>x</title></head><body></body></html>"


@pytest.fixture(scope="module")
def assistant(folders: tuple[Path, Path]) -> Assistant:
    return assistant_over(*folders)


def client_of(assistant: Assistant | None) -> TestClient:
    routes = [Route("/paper", lambda _: PlainTextResponse("paper")), Route("/{page}", lambda _: HTMLResponse(PAGE))]
    return TestClient(Cards(Starlette(routes=routes), lambda: assistant.research if assistant else None))


def card(client: TestClient, address: str) -> dict[str, str]:
    answer = client.get(address)
    assert len(answer.content) == int(answer.headers["content-length"])
    return dict(re.findall(r'<meta property="og:(\w+)" content="([^"]*)" />', answer.text))


def test_a_link_shows_the_name_of_the_thing_and_a_line_about_it(assistant: Assistant) -> None:
    client, research = client_of(assistant), assistant.research
    matter = next(one for one in research.matters() if one.title == "Opening hours of the library")
    shown = card(client, f"/trace?matter={matter.address}")
    assert (shown["title"], shown["description"]) == (matter.title, f"{COUNCIL}, 2 meetings, last on 2 Jul 2019")
    decision = next(one.decision for one in research.register() if "ferry fares" in one.decision.text)
    shown = card(client, f"/decisions?decision={decision_id(decision)}")
    assert shown["title"] == "Ferry fares: Harbour Committee, 1 July 2019"
    assert shown["description"] == "“that ferry fares be raised by 5% from October.”"
    session = next(one for one in research.proceedings().sessions if one.meeting.body == "Finance Committee")
    assert card(client, f"/meetings?meeting={session.address}")["title"] == "Finance Committee, 3 July 2019"


def test_nothing_of_the_address_itself_comes_back_and_nothing_where_people_have_to_sign_in(
    assistant: Assistant,
) -> None:
    client = client_of(assistant)
    matter = assistant.research.matters()[0]
    for address in ("/ask?q=<script>", "/trace?matter=buy-here", "/decisions?decision=%22><script>"):
        assert card(client, address)["title"] == "Board Papers"
        assert "<script" not in client.get(address).text
    assert card(client_of(None), f"/trace?matter={matter.address}")["title"] == "Board Papers"


def test_no_card_has_a_word_that_is_not_public(assistant: Assistant) -> None:
    client = client_of(assistant)
    for matter in assistant.research.matters():
        text = client.get(f"/trace?matter={matter.address}").text.casefold()
        assert [word for word in CANARIES if word in text] == []


def test_a_page_that_would_be_packed_has_its_card_and_a_script_stays_packed(assistant: Assistant) -> None:
    routes = [Route("/{page}", lambda request: HTMLResponse(PAGE + "x" * 2000))]
    app = Starlette(routes=routes, middleware=[Middleware(GZipMiddleware)])
    client = TestClient(Cards(app, lambda: assistant.research))
    assert card(client, "/trace")["title"] == "Board Papers"
    assert client.get("/index.js").headers["content-encoding"] == "gzip"


def test_what_is_no_page_stays_as_it_is(assistant: Assistant) -> None:
    assert client_of(assistant).get("/paper?matter=x").text == "paper"
