"""Only indexed public papers are served, shown and not run, and every response keeps the page to this host."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path

import pytest
from fake_papers import DESK, FAKE, NOTES, PACK, FakeAssistant, as_indexed, draw_page
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from app.holdings.originals import Original
from app.views.session.desk import Desk
from app.views.session.guards import guards
from app.views.session.serving import NOT_SERVED, paper_link, paper_routes
from corpus.errors import IndexMissing, PageUnavailable

SCRIPT = "<script>1</script>"


@pytest.fixture
def client() -> TestClient:
    home = Route("/", lambda _request: PlainTextResponse("home"))
    app = Starlette(routes=[*paper_routes(DESK), home], middleware=guards(DESK))
    return TestClient(app, base_url="http://localhost:8501")


def test_a_pdf_opens_in_the_browser(client: TestClient) -> None:
    response = client.get(paper_link(PACK, 2))
    assert response.status_code == 200
    assert response.headers["content-type"] == "application/pdf"
    assert response.headers["content-disposition"].startswith("inline")
    assert response.headers["cache-control"] == "private, no-store"
    assert response.content.startswith(b"%PDF")


def test_a_part_of_a_pdf_can_be_asked_for(client: TestClient) -> None:
    response = client.get(paper_link(PACK), headers={"Range": "bytes=0-3"})
    assert (response.status_code, response.content) == (206, b"%PDF")


@pytest.mark.parametrize(
    ("wanted", "first", "last"),
    [("bytes=0-3", 0, 3), ("bytes=5-", 5, -1), ("bytes=-7", -7, -1), ("bytes=2-99999999", 2, -1)],
)
def test_the_parts_of_a_file_are_those_asked_for(client: TestClient, wanted: str, first: int, last: int) -> None:
    whole = client.get(paper_link(PACK)).content
    part = client.get(paper_link(PACK), headers={"Range": wanted})
    expected = whole[first:] if last == -1 else whole[first : last + 1]
    assert (part.status_code, part.content) == (206, expected)
    start = len(whole) - len(expected) if first else 0
    assert part.headers["content-range"] == f"bytes {start}-{start + len(expected) - 1}/{len(whole)}"


@pytest.mark.parametrize("wanted", ["bytes=99999999-", "bytes=-0", "bytes=9-5"])
def test_a_part_that_is_not_there_is_refused(client: TestClient, wanted: str) -> None:
    assert client.get(paper_link(PACK), headers={"Range": wanted}).status_code == 416


@pytest.mark.parametrize("headers", [{"Range": "lines=1-2"}, {"Range": "bytes=0-1,3-4"}, {"Range": "bytes=-"}])
def test_what_cannot_be_understood_as_a_part_gets_the_whole(client: TestClient, headers: dict[str, str]) -> None:
    response = client.get(paper_link(PACK), headers=headers)
    assert (response.status_code, response.content) == (200, (FAKE.folder / PACK).read_bytes())


def test_a_part_of_another_state_of_the_file_is_answered_with_the_whole(client: TestClient) -> None:
    response = client.get(paper_link(PACK), headers={"Range": "bytes=0-3", "If-Range": '"other"'})
    assert response.status_code == 200


def test_only_the_head_can_be_asked_for(client: TestClient) -> None:
    response = client.head(paper_link(PACK))
    assert (response.status_code, response.content) == (200, b"")
    assert int(response.headers["content-length"]) == (FAKE.folder / PACK).stat().st_size


def test_a_file_that_was_replaced_is_not_served_but_said_to_have_changed(tmp_path: Path) -> None:
    class Indexed(FakeAssistant):
        def whole_paper(self, file: str) -> Original:
            return original

    (tmp_path / "a.txt").write_text("public words")
    original = as_indexed(tmp_path / "a.txt")
    (tmp_path / "a.txt").write_text("secret words")
    client = TestClient(Starlette(routes=paper_routes(Desk(lambda: Indexed(tmp_path), draw_page))))
    for method in ("GET", "HEAD"):
        response = client.request(method, paper_link("a.txt"))
        assert response.status_code == 409
        assert "secret" not in response.text
    assert client.get(paper_link("a.txt")).text == (
        "This paper has changed since it was read. It will be available after the next update."
    )


def test_a_text_is_served_as_text(client: TestClient) -> None:
    assert client.get(paper_link(NOTES)).headers["content-type"] == "text/plain; charset=utf-8"


@pytest.mark.parametrize(
    "file",
    ["", "unknown.pdf", "../pyproject.toml", "/etc/passwd", "..%2f..%2fetc/passwd", "wellbeing", "a\x00b", PACK + "/"],
)
def test_nothing_else_is_served(client: TestClient, file: str) -> None:
    response = client.get(paper_link(file))
    assert response.status_code == 404
    assert response.text == NOT_SERVED


def test_a_kind_of_file_that_a_browser_would_run_is_only_handed_over(tmp_path: Path) -> None:
    class Careless(FakeAssistant):
        def whole_paper(self, file: str) -> Original:
            return Original(tmp_path / file, len(SCRIPT), sha256(SCRIPT.encode()).hexdigest())

    (tmp_path / "page.html").write_text(SCRIPT)
    app = Starlette(routes=paper_routes(Desk(lambda: Careless(tmp_path), draw_page)), middleware=guards(DESK))
    client = TestClient(app, base_url="http://localhost")
    response = client.get(paper_link("page.html"))
    assert response.headers["content-type"] == "application/octet-stream"
    assert response.headers["content-disposition"].startswith("attachment")
    assert response.headers["x-content-type-options"] == "nosniff"
    assert client.get(paper_link("gone.pdf")).status_code == 404


def test_a_pack_with_withheld_pages_is_not_opened_as_a_whole() -> None:
    class Mixed(FakeAssistant):
        def whole_paper(self, file: str) -> Original:
            raise PageUnavailable("A page of this paper is not public.")

    app = Starlette(routes=paper_routes(Desk(lambda: Mixed(FAKE.folder), draw_page)))
    assert TestClient(app).get(paper_link(PACK)).status_code == 404


def test_without_an_index_nothing_is_served() -> None:
    def closed() -> FakeAssistant:
        raise IndexMissing("Nothing has been indexed yet.")

    app = Starlette(routes=paper_routes(Desk(closed, draw_page)))
    assert TestClient(app).get(paper_link(PACK)).status_code == 404


def test_every_response_keeps_the_page_to_this_host(client: TestClient) -> None:
    for address in ("/", paper_link(PACK), paper_link("unknown")):
        headers = client.get(address).headers
        policy = headers["content-security-policy"]
        assert "default-src 'self'" in policy
        assert "connect-src 'self' ws://localhost:8501 wss://localhost:8501" in policy
        assert "unsafe-eval'" not in policy.replace("wasm-unsafe-eval'", "")
        assert re.search(r"script-src 'self' 'wasm-unsafe-eval' blob:( 'sha256-[\w+/=]+')*;", policy)
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"


def test_a_foreign_host_name_is_refused(client: TestClient) -> None:
    assert client.get("/", headers={"Host": "evil.example"}).status_code == 400


def test_a_link_names_the_file_and_the_page() -> None:
    assert paper_link("a b/50%20 & #1.pdf", 7) == "/paper?file=a%20b%2F50%2520%20%26%20%231.pdf#page=7"
