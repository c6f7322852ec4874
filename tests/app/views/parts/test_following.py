"""The button to follow: a feed at once, e-mail after the owner of the address has confirmed it."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from app.assistant import Assistant
from app.saved.follows import Follow, FollowKind
from app.views.session.desk import Desk
from corpus.mail_settings import MailSettings
from corpus.settings import Settings
from tests.app.alerts.mailbox import mail_server
from tests.app.connect.papers import ADDRESS, COUNCIL, assistant_over, index_them

HARBOUR = Follow(FollowKind.BODY, "Harbour Committee", COUNCIL, "Harbour Committee")


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return assistant_over(*index_them(tmp_path_factory.mktemp("followed")))


def page_script(desk, follow) -> None:  # type: ignore[no-untyped-def]  # it runs where no name of this file is known
    from app.views.parts.follows.following import offer_follow

    offer_follow(desk, follow, "x")


def page(desk: Desk, follow: Follow = HARBOUR) -> AppTest:
    return AppTest.from_function(page_script, default_timeout=20, kwargs={"desk": desk, "follow": follow}).run()


def desk_of(assistant: Assistant, data: Path, mail: MailSettings | None = None) -> Desk:
    settings = Settings(data=data, address=ADDRESS, mail=mail or MailSettings())
    return Desk(lambda: assistant, lambda *_, **__: None, settings=lambda: settings)  # type: ignore[arg-type]


def test_a_feed_is_made_at_an_address_that_nobody_guesses(assistant: Assistant, tmp_path: Path) -> None:
    desk = desk_of(assistant, tmp_path)
    at = page(desk)
    assert at.text[0].value == f"News on: Harbour Committee, {COUNCIL}"
    assert [one.label for one in at.text_input] == []  # no mail server is set
    at.button(key="feed-x").click().run()
    [address] = [one.value for one in at.code]
    start, _, id_ = address.rpartition("/")
    assert (start, len(id_)) == (f"{ADDRESS}/feed", 32)
    kept = desk.office().follows.of(id_)
    assert kept is not None
    assert kept.follow == HARBOUR


def test_an_address_is_asked_to_confirm(assistant: Assistant, tmp_path: Path) -> None:
    with mail_server(tmp_path) as (mailbox, mail):
        at = page(desk_of(assistant, tmp_path, mail))
        at.text_input(key="email-x").set_value("nonsense")
        at.button[-1].click().run()
        assert "This is not an e-mail address." in at.text[-1].value
        at.text_input(key="email-x").set_value("ada@example.org")
        at.radio(key="rhythm-x").set_value("Weekly")
        at.button[-1].click().run()
        assert at.text[-1].value.startswith("We have written to this address.")
    [text] = mailbox.texts()
    assert f"{ADDRESS}/follow/confirm?key=" in text


def test_a_follow_whose_message_could_not_be_sent_is_not_stored(assistant: Assistant, tmp_path: Path) -> None:
    desk = desk_of(assistant, tmp_path, MailSettings("127.0.0.1:9", "papers@example.org"))
    at = page(desk)
    at.text_input(key="email-x").set_value("ada@example.org")
    at.button[-1].click().run()
    assert "The mail server takes no messages at the moment." in at.text[-1].value
    with desk.office().follows._file.using() as connection:
        assert connection.execute("SELECT count(*) FROM follows").fetchone()[0] == 0


def test_what_has_no_public_papers_cannot_be_followed(assistant: Assistant, tmp_path: Path) -> None:
    secret = Follow(FollowKind.BODY, "Zanzibar Panel", "Port Zanzibar Town Council", "Zanzibar Panel")
    at = page(desk_of(assistant, tmp_path), secret)
    at.button(key="feed-x").click().run()
    assert "This cannot be followed." in at.text[-1].value
    assert [one.value for one in at.code] == []
