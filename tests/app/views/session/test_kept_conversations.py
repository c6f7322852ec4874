"""A conversation that comes back to the page: as it was, or with a sentence that says why it is not."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import fake_papers
import pytest
from drawn import open_source, words
from fake_papers import FAKE, FakeAssistant
from streamlit.testing.v1 import AppTest

from app.answers.answer import Answer
from app.answers.filters import Filters
from app.saved.answers import written_down
from app.saved.conversations import Conversations, KeptTurn
from app.views.screens.ask import DRAWN
from app.views.session.answering import Answering
from app.views.session.conversation import CHANGED, GONE
from app.views.session.desk import Desk
from corpus.errors import WrongInput
from corpus.settings import Settings
from indexer.store import Version

LONG = int(os.environ.get("BOARD_PAPERS_TURNS", "60"))
"""Questions of a long conversation."""

APPROVED = "approved the Better Care Fund plan on 9 December 2013. [1]"


def page_script() -> None:
    import fake_papers

    from app.views.shell import show

    show(fake_papers.DESK)


class Restricting(FakeAssistant):
    """A fake whose index changes while it runs, so that its pages may no longer be seen."""

    now = 1

    def version(self) -> Version:
        return Version("first", Restricting.now)

    def recall(self, kept: str) -> Answer | None:
        return None if Restricting.now > 1 else FakeAssistant.recall(self, kept)


@pytest.fixture
def open_page(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., AppTest]:
    """Opens the page at an address, every time as another browser."""
    settings = replace(fake_papers.DESK.settings(), data=tmp_path)
    desk = Desk(lambda: Restricting(FAKE.folder), fake_papers.draw_page, lambda: settings)
    monkeypatch.setattr(fake_papers, "DESK", desk)
    monkeypatch.setattr(Restricting, "now", 1)

    def _open(**address: str) -> AppTest:
        at = AppTest.from_function(page_script, default_timeout=20)
        for name, value in address.items():
            at.query_params[name] = value
        return at.run()

    return _open


def named(at: AppTest) -> str:
    """The conversation that the address names."""
    value = at.query_params["c"]
    return value if isinstance(value, str) else value[0]


def test_a_question_in_the_address_is_asked(open_page: Callable[..., AppTest]) -> None:
    at = open_page(q="What about the fund?")
    assert APPROVED in words(at)
    assert "q" not in at.query_params
    assert "PDF page 2 of 3, printed page 175" in words(open_source(at, "1"))


def test_a_link_opens_the_conversation_in_another_browser(open_page: Callable[..., AppTest]) -> None:
    at = open_page(c=named(open_page(q="What about the fund?")))
    assert APPROVED in words(at)
    assert "Somebody shared this conversation with you." in words(at)
    assert [button.key for button in at.sidebar.button] == ["new"]


def test_an_answer_is_not_shown_once_a_page_it_cites_may_not_be_seen(open_page: Callable[..., AppTest]) -> None:
    at = open_page(q="What about the fund?")
    link = named(at)
    Restricting.now = 2
    for now in (at.run(), open_page(c=link)):
        assert APPROVED not in words(now)
        assert CHANGED in words(now)


def test_a_conversation_that_is_not_there_is_said_so(open_page: Callable[..., AppTest]) -> None:
    at = open_page(c="guessed")
    assert GONE in words(at)
    assert at.title[0].value == "Ask the board papers"


def test_a_deleted_conversation_is_gone_from_every_window(open_page: Callable[..., AppTest]) -> None:
    own = open_page(q="What about the fund?")
    other = open_page(c=named(own))
    own.button(key="delete").click().run()
    assert APPROVED not in words(own)
    assert APPROVED not in words(other.run())
    assert APPROVED in words(own.button(key="undo").click().run())


def test_where_nothing_can_be_kept_the_page_says_so_once(open_page: Callable[..., AppTest], tmp_path: Path) -> None:
    (tmp_path / "conversations.db").mkdir()
    at = open_page()
    assert at.title[0].value == "This page cannot be shown"
    assert "Make its folder writable" in words(at)


def test_what_was_deleted_in_another_window_does_not_come_back_with_the_next_question(
    open_page: Callable[..., AppTest], tmp_path: Path
) -> None:
    at = open_page(q="What about the fund?")
    again = open_page(q="What about parking?")
    kept = Conversations(tmp_path)
    for window in (at, again):
        kept.delete(window.session_state["visitor"], named(window))
    assert "What about the fund?" not in words(at.chat_input(key="question").set_value("And winter?").run())
    assert [turn.question for turn in kept.turns(named(at))] == ["And winter?"]
    again.button(key="retry-0").click().run()
    assert [turn.question for turn in kept.turns(named(again))] == ["What about parking?"]
    kept.close()


def test_a_report_needs_no_comment(open_page: Callable[..., AppTest], tmp_path: Path) -> None:
    at = open_page(q="What about the fund?")
    at.radio(key="verdict-0").set_value("Wrong")
    next(button for button in at.button if button.label == "Send").click().run()
    assert "Thank you." in words(at)
    assert "wrong,,What about the fund?" in (tmp_path / "reports.csv").read_text(encoding="utf-8-sig")


def test_what_went_wrong_in_the_thread_is_raised_to_whoever_waits() -> None:
    def fail(_: object) -> Answer:
        raise WrongInput("No.")

    answering = Answering(fail)
    assert answering.finished(5)
    with pytest.raises(WrongInput):
        answering.result()


def test_a_short_password_is_refused() -> None:
    with pytest.raises(WrongInput, match="BOARD_PAPERS_ADMIN"):
        Settings.from_environment({"BOARD_PAPERS_ADMIN": "short"})


def test_who_comes_back_from_another_page_sees_nothing_that_was_restricted_meanwhile(
    open_page: Callable[..., AppTest],
) -> None:
    at = open_page(q="What about the fund?")
    del at.query_params["c"]  # the address of another page does not name the conversation
    Restricting.now = 2
    at.run()
    assert APPROVED not in words(at)
    assert CHANGED in words(at)


def test_of_a_long_conversation_the_newest_questions_are_drawn_and_earlier_ones_on_demand(
    open_page: Callable[..., AppTest], tmp_path: Path
) -> None:
    kept, words_of_it = (
        Conversations(tmp_path),
        written_down(FAKE.ask("What about the fund?", filters=Filters()), FAKE.version()),
    )
    id_ = kept.start("somebody", "The fund")
    for number in range(LONG):
        kept.add("somebody", id_, KeptTurn(f"What about the fund, {number}?", Filters(), words_of_it))
    at = open_page(c=id_)
    assert len(at.chat_message) == 2 * DRAWN
    assert at.button(key="earlier-turns").label == f"Show earlier questions ({LONG - DRAWN})"
    assert f"What about the fund, {LONG - 1}?" in words(at)
    at.button(key="earlier-turns").click().run()
    assert len(at.chat_message) == 4 * DRAWN
    assert f"What about the fund, {LONG - 2 * DRAWN}?" in words(at)
