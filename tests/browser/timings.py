"""How long the pages take: python tests/browser/timings.py [QUESTIONS.jsonl], over the papers of BOARD_PAPERS_CORPUS and
BOARD_PAPERS_INDEX, else over the sample papers. Nothing else may be at work on the machine."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from browsing import settled
from conftest import FLAGS
from playwright.sync_api import Browser, Page, expect, sync_playwright
from served import ROOT, running

sys.path.insert(0, str(ROOT))

from sockets import session

from app.views.session.visitor import new_visitor
from indexer.build import build_index
from indexer.passages.embedding import MiniLM

AT_ONCE = 5
ROUNDS = 8
PICTURES = 20
SLOW = 60_000
"""Milliseconds for the first answer: the model loads first."""
SAMPLE_QUESTIONS = ROOT / "tests" / "expected" / "sample" / "questions.jsonl"
BEST_OF = 5
READY = {
    "": ".st-key-home-issue-0",
    "meetings": ".st-key-meetings-list tbody tr",
    "decisions": ".st-key-decisions-table tbody tr",
    "trace": ".st-key-matter-0",
    "monitor": ".st-key-monitor-table tbody tr",
    "briefing": ".st-key-words-briefing .bp-cite",
    "papers": "details summary",
    "about": ".st-key-about h2",
}
"""What is there when a page can be used, by its address."""

ASKED = ("Kingsmill Baths", "school streets", "food waste", "library opening hours", "family hubs")
SHIFTS = """window.shifts = [];
new PerformanceObserver(list => list.getEntries().forEach(one => {
  const outside = one.sources.some(moved => !moved.node?.parentElement?.closest(".st-key-source"));
  if (!one.hadRecentInput && outside) window.shifts.push(Number(one.value.toFixed(4)));
})).observe({ type: "layout-shift", buffered: false });"""
"""Notes what moves by itself outside the source; what follows a click within half a second does not count."""

DRAWN = "img => img && img.complete && img.naturalWidth > 0 ? img.src : ''"


def main(questions: Path) -> None:
    """Prints a line for each figure."""
    asked = [json.loads(line)["question"] for line in questions.read_text(encoding="utf-8").splitlines() if line]
    with tempfile.TemporaryDirectory() as scratch:
        environment = {"BOARD_PAPERS_DATA": f"{scratch}/data", **_papers(Path(scratch))}
        started = time.monotonic()
        with running(ROOT / "streamlit_app.py", Path(scratch) / "server.log", **environment) as address:
            shown, _ = asyncio.run(session(address, new_visitor()))
            print(f"start until the first page is drawn: {time.monotonic() - started:.1f} s")
            assert any("Every answer quotes the papers." in text for text in shown)
            asyncio.run(session(address, new_visitor(), asked[-1]))  # after it the process is warm
            _tell(f"answer to {AT_ONCE} at once", _answers(address, asked[: AT_ONCE * ROUNDS]))
            with sync_playwright() as driver:
                browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
                _tell("click until the page's picture is drawn in a browser", _drawn(browser, address, asked))
                _used(browser, address)
                browser.close()


def _papers(scratch: Path) -> dict[str, str]:
    """The settings that name the papers: those of the environment, else the sample papers in an index of their own."""
    if os.environ.get("BOARD_PAPERS_INDEX"):
        return {}
    build_index(ROOT / "corpus" / "sample", scratch / "index", embedder=MiniLM())
    return {"BOARD_PAPERS_CORPUS": str(ROOT / "corpus" / "sample"), "BOARD_PAPERS_INDEX": str(scratch / "index")}


def _answers(address: str, asked: Sequence[str]) -> list[float]:
    """Seconds from following a link with a question until all of the answer is there, some visitors at a time."""

    async def together(questions: Sequence[str]) -> list[float]:
        found = await asyncio.gather(*(session(address, new_visitor(), question) for question in questions))
        return [seconds for _, seconds in found]

    groups = [asked[n : n + AT_ONCE] for n in range(0, len(asked), AT_ONCE)]
    return [seconds for group in groups for seconds in asyncio.run(together(group))]


def _drawn(browser: Browser, address: str, asked: Sequence[str]) -> list[float]:
    """Seconds from the click on a source until the picture of its page is drawn; a page is drawn for the first time."""
    page = browser.new_context(viewport={"width": 1280, "height": 800}, reduced_motion="reduce").new_page()
    page.set_default_timeout(SLOW)
    taken: list[float] = []
    before = ""
    for question in asked:
        page.goto(f"{address}/?q={question}")
        expect(page.locator(".st-key-feedback-0")).to_be_visible(timeout=SLOW)
        chips = settled(page).locator(".bp-sources button")
        if len(taken) >= PICTURES or not chips.count():
            continue
        started = time.monotonic()
        chips.last.click()
        before = _picture(page, before)
        taken.append(time.monotonic() - started)
    return taken


def _used(browser: Browser, address: str) -> None:
    """Prints the best of some times for each page, for an answer, a source and the names that a field offers."""
    page = browser.new_context(viewport={"width": 1280, "height": 800}, reduced_motion="reduce").new_page()
    page.set_default_timeout(SLOW)
    page.add_init_script(SHIFTS)
    for path, ready in READY.items():
        _best(f"/{path} can be used", [_opened(page, f"{address}/{path}", ready) for _ in range(BEST_OF)])
    taken: dict[str, list[float]] = {"answer": [], "source": [], "names offered": []}
    for number in range(BEST_OF):
        page.goto(address)
        field = page.get_by_test_id("stChatInputTextArea")
        expect(field).to_be_enabled()
        settled(page)
        page.keyboard.type("kingsm")
        page.get_by_role("option").first.wait_for()
        taken["names offered"].append(float(page.locator(".bp-names").get_attribute("data-took") or 0) / 1000)
        field.fill(f"What did the Cabinet decide about {ASKED[number % len(ASKED)]}?")
        started = time.monotonic()
        field.press("Enter")
        page.locator(".bp-sources button").first.wait_for()
        taken["answer"].append(time.monotonic() - started)
        settled(page).evaluate("window.shifts = []")
        started = time.monotonic()
        page.locator(".bp-sources button").first.click()
        _picture(page, "")
        taken["source"].append(time.monotonic() - started)
        print(f"shifts of the page while the source opens: {settled(page).evaluate('window.shifts')}")
    for what, seconds in taken.items():
        _best(what, seconds)


def _opened(page: Page, address: str, ready: str) -> float:
    started = time.monotonic()
    page.goto(address)
    page.locator(ready).first.wait_for()
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")
    return time.monotonic() - started


def _best(what: str, seconds: Sequence[float]) -> None:
    print(f"{what}: best {min(seconds):.2f} s, median {statistics.median(seconds):.2f} s, of {len(seconds)}")


def _picture(page: Page, before: str) -> str:
    """The address of the picture, once it is drawn and another than before."""
    leaf = page.locator("[class*='st-key-leaf-'] img")
    leaf.wait_for()
    while (address := str(leaf.evaluate(DRAWN))) in ("", before):
        time.sleep(0.005)
    return address


def _tell(what: str, seconds: Sequence[float]) -> None:
    ordered = sorted(seconds)
    last = ordered[min(len(ordered) - 1, round(0.95 * len(ordered)))]
    print(f"{what}: p50 {statistics.median(ordered):.2f} s, p95 {last:.2f} s, of {len(ordered)}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else SAMPLE_QUESTIONS)
