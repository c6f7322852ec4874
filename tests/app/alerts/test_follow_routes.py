"""The addresses of a follow: its feed, and the pages that confirm and stop it with one click."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from app.alerts.newsroom import Newsroom
from app.alerts.routes import follow_routes
from app.saved.follows import Follow, FollowKind, Follows, Rhythm
from tests.app.connect.papers import ADDRESS, COUNCIL, assistant_over, index_them
from tests.test_access_matrix import CANARIES

ATOM = "{http://www.w3.org/2005/Atom}"
HARBOUR = Follow(FollowKind.BODY, "Harbour Committee", COUNCIL, "Harbour Committee")


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Newsroom:
    folder = tmp_path_factory.mktemp("followed")
    assistant = assistant_over(*index_them(folder))
    return Newsroom(lambda: assistant, Follows(folder / "data"))


@pytest.fixture
def client(newsroom: Newsroom) -> Iterator[TestClient]:
    routes = follow_routes(lambda: newsroom, lambda _: f"{ADDRESS}/papers", "/papers")
    with TestClient(Starlette(routes=routes), base_url=ADDRESS) as client:
        yield client


def test_a_feed_has_the_news_of_its_follow_with_quotes_and_links(client: TestClient, newsroom: Newsroom) -> None:
    id_ = newsroom.follows.begin_feed(HARBOUR)
    answer = client.get(f"/papers/feed/{id_}")
    assert answer.headers["content-type"] == "application/atom+xml; charset=utf-8"
    feed = ElementTree.fromstring(answer.text)
    assert feed.findtext(f"{ATOM}title") == f"Board Papers: Harbour Committee, {COUNCIL}"
    for name in ("id", "updated"):
        assert feed.findtext(f"{ATOM}{name}")
    entries = {one.findtext(f"{ATOM}title"): one for one in feed.iter(f"{ATOM}entry")}
    fares = entries["Decision: Ferry fares"]
    assert fares.findtext(f"{ATOM}content") == (
        f"“that ferry fares be raised by 5% from October.”\n{COUNCIL}, Harbour Committee, 1 July 2019, minute 2"
    )
    assert fares.findtext(f"{ATOM}updated") == "2019-07-01T00:00:00+00:00"
    link = fares.find(f"{ATOM}link")
    assert link is not None
    assert link.get("href") == f"{ADDRESS}/papers/paper?file=minutes%202.txt"
    ids = [one.findtext(f"{ATOM}id") for one in feed.iter(f"{ATOM}entry")]
    assert len(ids) == len(set(ids))


def test_a_feed_that_has_not_changed_is_not_sent_again(client: TestClient, newsroom: Newsroom) -> None:
    address = f"/papers/feed/{newsroom.follows.begin_feed(HARBOUR)}"
    tag = client.get(address).headers["etag"]
    again = client.get(address, headers={"If-None-Match": tag})
    assert (again.status_code, again.content) == (304, b"")


def test_no_feed_has_a_word_that_is_not_public(client: TestClient, newsroom: Newsroom) -> None:
    bodies = [("Wharfside Town Council", "Harbour Committee"), ("Port Zanzibar Town Council", "Zanzibar Panel")]
    follows = [Follow(FollowKind.BODY, "x", *whose) for whose in bodies]
    follows += [Follow(FollowKind.TOPIC, f"the {word} tender for the quay") for word in CANARIES]
    for follow in follows:
        feed = client.get(f"/papers/feed/{newsroom.follows.begin_feed(follow)}").text.casefold()
        entries = feed.partition("<entry>")[2]
        assert [word for word in CANARIES if word in entries] == []


@pytest.mark.parametrize("id_", ["none", "..%2F..", "%00", "a" * 5000])
def test_an_address_that_nobody_made_has_nothing(client: TestClient, id_: str) -> None:
    assert client.get(f"/papers/feed/{id_}").status_code == 404
    assert client.post(f"/papers/follow/stop?key={id_}").status_code == 404


def test_opening_the_page_of_a_message_does_nothing_and_its_button_confirms(
    client: TestClient, newsroom: Newsroom
) -> None:
    id_ = newsroom.follows.begin_mail(HARBOUR, "bo@example.org", Rhythm.DAILY, ADDRESS)
    page = client.get(f"/papers/follow/confirm?key={id_}")
    assert f'action="/papers/follow/confirm?key={id_}"' in page.text
    assert newsroom.follows.of(id_).confirmed == 0  # type: ignore[union-attr]
    assert "Thank you" in client.post(f"/papers/follow/confirm?key={id_}").text
    assert newsroom.follows.of(id_).confirmed > 0  # type: ignore[union-attr]
    assert client.get(f"/papers/feed/{id_}").status_code == 404  # a message's key opens no feed


def test_one_click_of_a_mail_program_stops_everything_and_wipes_the_address(
    client: TestClient, newsroom: Newsroom
) -> None:
    ids = [newsroom.follows.begin_mail(HARBOUR, "cy@example.org", Rhythm.DAILY, ADDRESS) for _ in range(2)]
    address = f"/papers/follow/stop?key={ids[0]}&all=1"
    assert "Stop news on everything" in client.get(address).text
    assert newsroom.follows.of(ids[1])
    done = client.post(address, data={"List-Unsubscribe": "One-Click"})
    assert (done.status_code, "Stopped." in done.text) == (200, True)
    assert [newsroom.follows.of(id_) for id_ in ids] == [None, None]
    assert not any(
        b"cy@example.org" in path.read_bytes() for path in Path(newsroom.follows._file._path).parent.iterdir()
    )


def test_the_name_of_what_is_followed_is_no_markup_on_the_page(client: TestClient, newsroom: Newsroom) -> None:
    topic = Follow(FollowKind.TOPIC, "<script>alert(1)</script> ferry")
    id_ = newsroom.follows.begin_mail(topic, "di@example.org", Rhythm.DAILY, ADDRESS)
    assert "<script>" not in client.get(f"/papers/follow/stop?key={id_}").text
    assert "<script>" not in client.get(f"/papers/feed/{newsroom.follows.begin_feed(topic)}").text
