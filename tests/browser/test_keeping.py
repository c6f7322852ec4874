"""A keeper adds, removes and puts back a paper of the sample council, in a real browser over the real indexer."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")

from browsing import click, settled
from playwright.sync_api import expect
from served import ROOT, running

from indexer.build import build_index
from indexer.passages.embedding import MiniLM

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PASSWORD = "open sesame 123"
SLOW = 120_000
"""Milliseconds for a sync: its process loads the model first, on a machine that may be busy."""


@pytest.fixture
def corpus(sample_corpus: Path, tmp_path: Path) -> Path:
    """A folder with a few of the sample papers, indexed in the folder beside it."""
    shutil.copytree(sample_corpus / "council", tmp_path / "papers" / "council")
    build_index(tmp_path / "papers", tmp_path / "index", embedder=MiniLM())
    return tmp_path / "papers"


@pytest.fixture
def product(corpus: Path, tmp_path: Path) -> Iterator[str]:
    environment = {
        "BOARD_PAPERS_CORPUS": str(corpus),
        "BOARD_PAPERS_INDEX": str(tmp_path / "index"),
        "BOARD_PAPERS_ADMIN": PASSWORD,
    }
    with running(ROOT / "streamlit_app.py", tmp_path / "server.log", **environment) as url:
        yield url


def test_a_paper_is_added_removed_and_put_back(
    product: str, corpus: Path, sample_corpus: Path, visit: Callable[..., Any]
) -> None:
    new = sorted((sample_corpus / "health-and-wellbeing-board").rglob("*.pdf"))[0]
    page = visit(f"{product}/papers")
    password = page.get_by_label("Administrator password")
    expect(password).to_be_visible(timeout=SLOW)
    settled(page)
    password.fill(PASSWORD)
    click(page.get_by_role("button", name="Sign in"))
    page.get_by_test_id("stFileUploaderDropzoneInput").set_input_files(str(new))
    add = page.get_by_role("button", name="Add and index")
    expect(add).to_be_enabled()
    click(add)
    expect(page.get_by_text("You can keep asking; answers use the earlier papers until this finishes.")).to_be_visible()
    expect(page.get_by_text(f"{new.name}: read and indexed")).to_be_visible(timeout=SLOW)
    assert (corpus / new.name).read_bytes() == new.read_bytes()

    page.reload()  # the browser stays signed in
    click(page.get_by_role("combobox", name="Committee"))
    click(page.get_by_role("option", name="Health and Wellbeing Board").first)
    click(page.get_by_text(new.name).first)
    click(page.get_by_role("button", name="Remove", exact=True).first)
    expect(page.get_by_text("Removed. You can put it back below.")).to_be_visible()
    expect(page.get_by_text("1 file removed")).to_be_visible(timeout=SLOW)
    assert not (corpus / new.name).exists()

    click(page.get_by_text("Removed papers"))
    click(page.get_by_role("button", name="Put back"))
    expect(page.get_by_text(f"{new.name}: read and indexed")).to_be_visible(timeout=SLOW)
    assert (corpus / new.name).read_bytes() == new.read_bytes()


def test_signing_in_gives_the_browser_another_id_and_it_stays_signed_in(
    product: str, visit: Callable[..., Any]
) -> None:
    """An id that somebody else may know, or has put into the browser, is no keeper's."""
    page = visit(f"{product}/papers")
    password = page.get_by_label("Administrator password")
    expect(password).to_be_visible(timeout=SLOW)
    settled(page)
    name = f"board_papers_visitor_{product.rsplit(':', 1)[1]}"
    (before,) = [cookie for cookie in page.context.cookies() if cookie["name"] == name]
    assert (before["httpOnly"], before["sameSite"]) == (True, "Strict")
    password.fill(PASSWORD)
    with page.expect_response(f"{product}/visitor") as renewed:
        click(page.get_by_role("button", name="Sign in"))
    assert renewed.value.status == 204
    (after,) = [cookie for cookie in page.context.cookies() if cookie["name"] == name]
    assert after["value"] != before["value"]
    page.reload()
    expect(page.get_by_role("button", name="Sign out")).to_be_visible(timeout=SLOW)
