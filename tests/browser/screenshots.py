"""Pictures of every page over the sample papers, for documents: python tests/browser/screenshots.py FOLDER."""

from __future__ import annotations

import re
import shutil
import sys
import tempfile
from pathlib import Path

from browsing import settled, source
from conftest import FLAGS
from playwright.sync_api import Browser, Page, expect, sync_playwright
from served import ROOT, running

sys.path.insert(0, str(ROOT))

from indexer.build import build_index
from indexer.passages.embedding import MiniLM

SLOW = 60_000
"""Milliseconds for the first answer: the model loads first."""
QUESTION = "What did the Cabinet decide about Kingsmill Baths?"
TOPIC = "Kingsmill Baths"


def main(folder: Path) -> None:
    """Writes the pictures into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        index = Path(scratch) / "index"
        build_index(ROOT / "corpus" / "sample", index, embedder=MiniLM())
        environment = {"BOARD_PAPERS_CORPUS": str(ROOT / "corpus" / "sample"), "BOARD_PAPERS_INDEX": str(index)}
        log = Path(scratch) / "server.log"
        with running(ROOT / "streamlit_app.py", log, **environment) as address, sync_playwright() as driver:
            browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
            _pictures(browser, address, folder)
            browser.close()


def _pictures(browser: Browser, address: str, folder: Path) -> None:
    page = _page(browser, 1280, 800)
    page.goto(address)
    expect(page.get_by_text("Every answer quotes the papers.")).to_be_visible(timeout=SLOW)
    expect(page.get_by_role("heading", name="Live issues")).to_be_visible(timeout=SLOW)
    _save(page, folder / "home.png")
    _answered(page, address)
    _save(page, folder / "answer.png")
    _with_source(page)
    _save(page, folder / "source.png")
    _decisions(page, address)
    _save(page, folder / "decisions.png")
    _meeting(page, address, folder)
    _trace(page, address)
    _save(page, folder / "trace.png")
    page.goto(f"{address}/briefing")
    expect(page.get_by_role("heading", name=re.compile("^Briefing:"))).to_be_visible()
    _save(page, folder / "briefing.png")
    for name, heading in (("papers", "Papers"), ("about", "About Board Papers")):
        page.goto(f"{address}/{name}")
        expect(page.get_by_role("heading", name=heading, exact=True)).to_be_visible()
        if name == "papers":
            page.locator("details summary").nth(1).click()
        _save(page, folder / f"{name}.png")
    narrow = _page(browser, 390, 780, dark=True)
    _answered(narrow, address)
    _save(narrow, folder / "narrow-dark.png")


def _page(browser: Browser, width: int, height: int, *, dark: bool = False) -> Page:
    scheme = "dark" if dark else "light"
    size = {"width": width, "height": height}
    page = browser.new_context(viewport=size, color_scheme=scheme, reduced_motion="reduce").new_page()  # type: ignore[arg-type]
    page.set_default_timeout(SLOW)
    return page


def _answered(page: Page, address: str) -> None:
    page.goto(f"{address}/?q={QUESTION}")
    expect(page.locator(".st-key-feedback-0")).to_be_visible(timeout=SLOW)


def _with_source(page: Page) -> None:
    source(settled(page)).click()
    expect(page.locator("[class*='st-key-leaf-'] img")).to_be_visible()


def _decisions(page: Page, address: str) -> None:
    page.goto(f"{address}/decisions")
    page.get_by_label("Words in title or decision").fill("baths")
    page.keyboard.press("Enter")
    rows = page.locator(".st-key-decisions-table tbody tr button")
    expect(rows.first).to_be_visible()
    settled(page)
    rows.first.click()
    expect(page.locator("[class*='st-key-leaf-'] img")).to_be_visible()


def _meeting(page: Page, address: str, folder: Path) -> None:
    page.goto(f"{address}/meetings")
    rows = page.locator(".st-key-meetings-list tbody tr button")
    expect(rows.first).to_be_visible()
    _save(page, folder / "meetings.png")
    rows.nth(2).click()
    expect(page.locator(".st-key-meeting-business tbody tr").first).to_be_visible()
    _save(page, folder / "meeting.png")


def _trace(page: Page, address: str) -> None:
    page.goto(f"{address}/trace")
    page.get_by_role("combobox", name="Topic").fill(TOPIC)
    page.keyboard.press("Enter")
    expect(page.locator(".bp-track button").first).to_be_visible()
    settled(page).locator(".bp-timeline").evaluate("drawing => drawing.scrollIntoView({ block: 'center' })")


def _save(page: Page, path: Path) -> None:
    settled(page).wait_for_timeout(800)
    page.screenshot(path=path)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python tests/browser/screenshots.py FOLDER")
    main(Path(sys.argv[1]))
