"""Whoever takes away a file in which something stands that is not public is in the audit log; others are not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import streamlit as st
from fake_papers import draw_page
from streamlit.testing.v1 import AppTest
from test_access_matrix import PUBLIC_MINUTES, leaks, pdf, secret
from word_embedder import WordEmbedder

from app.answers.filters import Filters
from app.assistant import Assistant
from app.people.audit import Deed
from app.people.seeing import VISITOR, Person, Role
from app.views.parts.history import show_history
from app.views.screens.briefing import briefing_page
from app.views.screens.decisions import decisions_page
from app.views.screens.monitor import monitor_page
from app.views.screens.trace import trace_page
from app.views.session.desk import Desk
from corpus.settings import PeopleSettings, Settings, SignIn
from indexer.build import build_index, stamp_of
from indexer.store import Store

OFFICER = Person(Role.OFFICER, frozenset(), "2", "Olive")
QUESTION = "What did the Zanzibar Panel decide about the Zanzibar tender?"

Made = dict[str, Callable[[], bytes | str]]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("council")
    pdf(folder / "papers" / "minutes.pdf", PUBLIC_MINUTES)
    pdf(folder / "papers" / "zanzibar.pdf", secret("zanzibar"))
    (folder / "papers" / "access.csv").write_text("file,label\nzanzibar.pdf,exempt\n", encoding="utf-8")
    build_index(folder / "papers", folder / "index", embedder=WordEmbedder())
    return folder


@pytest.fixture
def desk(folder: Path, tmp_path: Path) -> Iterator[Desk]:
    people = PeopleSettings(SignIn.OPTIONAL, audit_days=30)
    settings = Settings(folder / "papers", folder / "index", data=tmp_path, people=people)
    with Store(folder / "index", stamp_of(WordEmbedder())) as store:
        yield Desk(lambda: Assistant(store, WordEmbedder(), corpus=folder / "papers"), draw_page, lambda: settings)


class Talk:
    """A conversation of one question."""

    id, title, is_own = "1", "Quay", False

    def __init__(self, desk: Desk) -> None:
        self.asked = [(QUESTION, desk.assistant().ask(QUESTION, filters=Filters()))]
        self.clear = self.all_own = list


def show_talk(desk: Desk) -> None:
    show_history(desk, Talk(desk))  # type: ignore[arg-type]


def page_script(desk, draw):  # type: ignore[no-untyped-def]  # it runs where no name of this file is known
    draw(desk)


PAGES: dict[str, tuple[Callable[[Desk], None], dict[str, str]]] = {
    "decisions": (decisions_page, {}),
    "monitor": (monitor_page, {}),
    "trace": (trace_page, {"topic": "Zanzibar tender"}),
    "briefing": (briefing_page, {"briefing-on": "A topic", "briefing-topic": "Zanzibar tender"}),
    "conversation": (show_talk, {}),
}


def files_of(desk: Desk, name: str, monkeypatch: pytest.MonkeyPatch) -> Made:
    """The files that a page offers, each made when it is asked for."""
    made: Made = {}
    monkeypatch.setattr(st, "download_button", lambda label, data, **named: made.update({label: data}))
    draw, chosen = PAGES[name]
    at = AppTest.from_function(page_script, kwargs={"desk": desk, "draw": draw}, default_timeout=20)
    for key, value in chosen.items():
        at.session_state[key] = value
    at.run()
    assert not at.exception
    return made


@pytest.mark.parametrize("name", PAGES)
def test_who_takes_away_what_is_not_public_is_in_the_log(
    desk: Desk, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    own, audit = desk.for_person(OFFICER), desk.audit()
    assert audit is not None
    made = files_of(own, name, monkeypatch)
    assert len(made) == 2
    before = len(audit.entries())
    for number, make in enumerate(made.values(), 1):
        assert make()
        newest = audit.entries()[0]
        assert (newest.deed, newest.name, len(newest.restricted)) == (Deed.TOOK_RESTRICTED, "Olive", 1)
        assert len(audit.entries()) == before + number
    assert leaks(audit.entries()) == []


@pytest.mark.parametrize("name", [name for name in PAGES if name in ("decisions", "monitor", "conversation")])
def test_what_everybody_may_have_is_not_in_the_log(desk: Desk, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for make in files_of(desk.for_person(VISITOR), name, monkeypatch).values():
        make()
    audit = desk.audit()
    assert audit is not None
    assert audit.entries() == []
