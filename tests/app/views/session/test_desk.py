"""The assistant is opened once and asked by one person at a time."""

from __future__ import annotations

import gc
import os
import shutil
import threading
import time
from pathlib import Path
from typing import Any

import pytest
from fake_papers import FAKE, PACK, Drawn, FakeAssistant, as_indexed, draw_page

from app.answers.answer import Answer
from app.answers.filters import Filters
from app.holdings.originals import Original
from app.upkeep.limits import Busy
from app.views.session.desk import AT_ONCE, PER_MINUTE, Desk
from corpus.errors import IndexMissing, PageUnavailable, PaperChanged


def test_it_opens_once() -> None:
    opened: list[FakeAssistant] = []

    def open_() -> FakeAssistant:
        opened.append(FAKE)
        return FAKE

    desk = Desk(open_, draw_page)
    desk.warm()
    assert desk.assistant() is desk.assistant() is FAKE
    assert len(opened) == 1
    assert FAKE.warmed


def test_what_is_in_memory_when_it_is_warm_costs_no_later_collection() -> None:
    gc.unfreeze()
    try:
        Desk(lambda: FAKE, draw_page).warm()
        assert gc.get_freeze_count() > 1000
    finally:
        gc.unfreeze()


def test_a_failed_opening_is_tried_again() -> None:
    there = False

    def open_() -> FakeAssistant:
        if not there:
            raise IndexMissing("Nothing has been indexed yet.")
        return FAKE

    desk = Desk(open_, draw_page)
    desk.warm()
    with pytest.raises(IndexMissing):
        desk.assistant()
    there = True
    assert desk.assistant() is FAKE


def test_who_waits_too_long_is_told_so() -> None:
    slow = FakeAssistant(FAKE.folder, delay=0.4)
    desk = Desk(lambda: slow, draw_page, patience=0.05)
    first = threading.Thread(target=desk.ask, args=("fund", (), Filters()))
    first.start()
    time.sleep(0.1)
    with pytest.raises(Busy, match=r"Many people are asking at the moment\. Ask again"):
        desk.ask("fund", (), Filters())
    first.join()
    assert desk.ask("fund", (), Filters()).answered


def test_a_failed_question_gives_up_its_turn() -> None:
    desk = Desk(lambda: FAKE, draw_page, patience=0.05)
    for _ in range(2):
        with pytest.raises(RuntimeError):
            desk.ask("broken", (), Filters())


def test_one_browser_may_ask_so_much_and_others_go_on() -> None:
    desk = Desk(lambda: FAKE, draw_page)
    for _ in range(PER_MINUTE):
        desk.ask_for("one", "What about the fund?", (), Filters(), print)
    with pytest.raises(Busy, match="many questions in a short time"):
        desk.ask_for("one", "What about the fund?", (), Filters(), print)
    assert desk.ask_for("other", "What about the fund?", (), Filters(), print).answered


def test_one_browser_asks_only_so_many_at_once() -> None:
    class Slow(FakeAssistant):
        def ask(self, *given: Any, **named: Any) -> Answer:
            time.sleep(0.3)
            return FakeAssistant.ask(self, *given, **named)

    desk, said = Desk(lambda: Slow(FAKE.folder), draw_page), []

    def ask() -> None:
        try:
            desk.ask_for("one", "What about the fund?", (), Filters(), print)
        except Busy as busy:
            said.append(str(busy))

    threads = [threading.Thread(target=ask) for _ in range(AT_ONCE + 2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert said == [f"{AT_ONCE} of your questions are being answered already. Wait for one of them."] * 2


def test_a_page_is_drawn_once() -> None:
    drawn: list[int] = []

    def draw(path: Path, page: int, *, highlight: str = "", width: int = 1000, sha256: str = "") -> Drawn:
        drawn.append(page)
        return draw_page(path, page, highlight=highlight, width=width)

    desk = Desk(lambda: FAKE, draw)
    for _ in range(2):
        desk.picture(PACK, 1, "", width=1000)
    assert drawn == [1]
    os.utime(FAKE.folder / PACK, ns=(1, 1))  # the bytes are the same
    desk.picture(PACK, 1, "", width=1000)
    assert drawn == [1]


def test_a_picture_that_was_kept_is_not_shown_once_its_file_was_replaced(tmp_path: Path) -> None:
    class Indexed(FakeAssistant):
        def whole_paper(self, file: str) -> Original:
            return original

    shutil.copy(FAKE.folder / PACK, tmp_path / "pack.pdf")
    original = as_indexed(tmp_path / "pack.pdf")
    desk = Desk(lambda: Indexed(tmp_path), draw_page)
    desk.picture("pack.pdf", 1, "", width=1000)
    (tmp_path / "pack.pdf").write_bytes(b"x" * original.size)
    with pytest.raises(PaperChanged):
        desk.picture("pack.pdf", 1, "", width=1000)


def test_a_picture_that_was_kept_is_not_shown_once_its_paper_is_withdrawn() -> None:
    desk = Desk(lambda: FAKE, draw_page)
    desk.picture(PACK, 1, "", width=1000)
    desk._seats[None].assistant = Withdrawn(FAKE.folder)
    with pytest.raises(PageUnavailable):
        desk.picture(PACK, 1, "", width=1000)


def test_a_withheld_page_of_a_public_pack_is_not_drawn() -> None:
    class Mixed(FakeAssistant):
        def page_text(self, file: str, page: int | None) -> str:
            if page == 2:
                raise PageUnavailable("This page is not among the papers that we have.")
            return "text"

    drawn: list[int] = []

    def draw(path: Path, page: int, *, highlight: str = "", width: int = 1000, sha256: str = "") -> Drawn:
        drawn.append(page)
        return draw_page(path, page, highlight=highlight, width=width)

    desk = Desk(lambda: Mixed(FAKE.folder), draw)
    with pytest.raises(PageUnavailable):
        desk.picture(PACK, 2, "", width=1000)
    desk.picture(PACK, 1, "", width=1000)
    assert drawn == [1]


class Withdrawn(FakeAssistant):
    """A fake that no longer holds anything."""

    def paper_of_page(self, file: str, page: int | None) -> Original:
        raise PageUnavailable("This paper is not among the papers that we have.")
