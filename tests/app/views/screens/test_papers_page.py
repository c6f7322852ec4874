"""The page of papers: what everybody sees, and what only a keeper may do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import fake_papers
import pytest
from fake_papers import FAKE, NOTES, PACK
from streamlit.testing.v1 import AppTest

from app.views.parts.keeper import doing
from app.views.screens.papers import outline_lines
from app.views.session.desk import Desk
from corpus.errors import IndexMissing

PASSWORD = "open sesame 123"


def page_script() -> None:
    import fake_papers

    from app.views.screens.papers import papers_page

    papers_page(fake_papers.DESK)


@pytest.fixture
def start(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., AppTest]:
    """Starts the page under this password of the keeper."""

    def _start(admin: str = "") -> AppTest:
        settings = replace(fake_papers.DESK.settings(), data=tmp_path, admin=admin)
        desk = Desk(lambda: FAKE, fake_papers.draw_page, lambda: settings)
        monkeypatch.setattr(fake_papers, "DESK", desk)
        return AppTest.from_function(page_script, default_timeout=20).run()

    return _start


def words(at: AppTest) -> str:
    return "\n".join(element.value for element in at.text)


def test_a_body_s_papers_are_shown_year_by_year_with_their_outlines(start: Callable[..., AppTest]) -> None:
    at = start()
    assert at.selectbox(key="papers-year").options == ["2014", "2013"]
    assert at.subheader[0].value == "3 March 2014"
    assert f"File: {NOTES}" in words(at)
    at = at.selectbox(key="papers-year").set_value("2013").run()
    assert f"File: {PACK}" in words(at)
    assert "Page 1: Agenda front sheet, Agenda" in words(at)
    assert "Page 2: Minutes of 9 December 2013, Minutes" in words(at)
    assert "Indexed on 22 November 2026 at 09:30 UTC." in words(at)


def test_what_is_missing_and_what_could_not_be_read_is_said(start: Callable[..., AppTest]) -> None:
    at = start()
    assert "Health and Wellbeing Board: We have no minutes of 1 May 2013." in words(at)
    assert "wellbeing/scan.pdf: no text could be read on its 3 pages" in words(at)


def test_without_a_password_the_page_is_read_only_and_says_how_to_change_that(start: Callable[..., AppTest]) -> None:
    at = start()
    assert any("BOARD_PAPERS_ADMIN" in element.value for element in at.markdown)
    assert [button.key for button in at.button] == []


def test_who_does_not_know_the_password_stays_outside(start: Callable[..., AppTest]) -> None:
    at = start(PASSWORD)
    at.text_input(key="password").set_value("guess")
    at = at.button[0].click().run()
    assert at.error[0].value == "Wrong password. Try again."
    assert not any(str(button.key).startswith("remove-") for button in at.button)


def test_a_keeper_finds_the_tools(start: Callable[..., AppTest]) -> None:
    at = start(PASSWORD)
    at.text_input(key="password").set_value(PASSWORD)
    at = at.button[0].click().run()
    keys = {str(button.key) for button in at.button}
    assert {f"remove-{NOTES}", "add", "sync", "sign-out"} <= keys
    assert at.button(key="add").disabled
    at = at.button(key="sign-out").click().run()
    assert not any(str(button.key).startswith("remove-") for button in at.button)


def test_signing_in_gives_the_visitor_another_id_and_takes_their_conversations_along(
    start: Callable[..., AppTest],
) -> None:
    """Else whoever knew the id from before, or had put it there, would be a keeper as well."""
    at = start(PASSWORD)
    before = at.session_state["visitor"]
    office = fake_papers.DESK.office()
    kept = office.conversations.start(before, "Baths?")
    at.text_input(key="password").set_value(PASSWORD)
    at = at.button[0].click().run()
    after = at.session_state["visitor"]
    assert (office.keepers.has(before), office.keepers.has(after)) == (False, True)
    assert (office.conversations.owns(before, kept), office.conversations.owns(after, kept)) == (False, True)
    assert office.keepers.visitor_of(at.session_state["ticket"]) == after


def test_papers_are_shown_where_nothing_can_be_kept(start: Callable[..., AppTest], tmp_path: Path) -> None:
    (tmp_path / "conversations.db").mkdir()
    at = start(PASSWORD)
    assert f"File: {NOTES}" in words(at)
    assert "BOARD_PAPERS_DATA" in words(at)
    assert list(at.text_input) == []


def test_what_was_replaced_once_is_not_replaced_again_unasked(start: Callable[..., AppTest]) -> None:
    at = start(PASSWORD)
    at.text_input(key="password").set_value(PASSWORD)
    at = at.button[0].click().run()
    at = at.checkbox(key="upload-replace").check().run()
    at = at.file_uploader(key="upload-0").set_value([("no paper.pdf", b"", "application/pdf")]).run()
    at = at.button(key="add").click().run()
    assert "no paper.pdf is empty." in words(at)
    assert not at.checkbox(key="upload-replace").value


def shell_script() -> None:
    import fake_papers

    from app.views.shell import show

    show(fake_papers.DESK)


@pytest.mark.parametrize("admin", ["", PASSWORD])
def test_a_keeper_makes_the_first_index_from_the_page(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, admin: str
) -> None:
    def missing() -> object:
        raise IndexMissing("Nothing has been indexed yet.")

    settings = replace(fake_papers.DESK.settings(), data=tmp_path, admin=admin)
    desk = Desk(missing, fake_papers.draw_page, lambda: settings)  # type: ignore[arg-type]
    monkeypatch.setattr(fake_papers, "DESK", desk)
    began: list[str] = []
    monkeypatch.setattr(desk.office().syncing, "start", lambda: began.append("sync"))
    at = AppTest.from_function(shell_script, default_timeout=20).run()
    assert not at.exception
    if not admin:
        assert any("BOARD_PAPERS_ADMIN" in element.value for element in at.markdown)
        return
    at.text_input(key="password").set_value(PASSWORD)
    at = at.button[0].click().run()
    assert at.button(key="sync").label == "Read the papers in the folder"
    at.button(key="sync").click().run()
    assert began == ["sync"]


def test_a_paper_is_hidden_from_the_page_by_a_line_in_the_manifest(
    start: Callable[..., AppTest], monkeypatch: pytest.MonkeyPatch
) -> None:
    at = start(PASSWORD)
    at.text_input(key="password").set_value(PASSWORD)
    at = at.button[0].click().run()
    began: list[str] = []
    monkeypatch.setattr(fake_papers.DESK.office().syncing, "start", lambda: began.append("sync"))
    try:
        at = at.button(key=f"hide-{NOTES}").click().run()
        assert f"{NOTES},,exempt" in (FAKE.folder / "access.csv").read_text(encoding="utf-8")
    finally:
        (FAKE.folder / "access.csv").unlink(missing_ok=True)
    assert began == ["sync"]
    assert "Hidden from the public." in words(at)


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ([], "Starting the reader (8 seconds so far)."),
        (["reading: 1 of 4 papers, 12 pages", "note"], "Adding papers (1 of 4): reading them."),
        (["embedding: 1,002 of 1,004 papers"], "Adding papers (1,002 of 1,004): preparing the search by meaning."),
    ],
)
def test_a_sync_says_what_it_is_doing(lines: list[str], said: str) -> None:
    assert doing(lines, 8) == said


def test_an_outline_that_is_too_long_says_so() -> None:
    section = FAKE.library().outlines[PACK][0]
    assert outline_lines([section] * 100)[-1] == "And 20 more."
