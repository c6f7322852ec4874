"""A visitor's way through the app, in a real browser against the real server."""

from __future__ import annotations

import io
import re
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")

import browsing
from axe_playwright_python.sync_playwright import Axe
from browsing import answered, click, overflow, settled, source
from PIL import Image
from playwright.sync_api import Dialog, Locator, Page, expect
from served import ROOT, Beacon, running

pytestmark = pytest.mark.browser

Visit = Callable[..., Any]


def ask(page: Page, question: str) -> None:
    browsing.ask(page, question)
    expect(page.get_by_text(question, exact=True).first).to_be_visible()


def open_source(page: Page, day: str = "9 December 2013") -> None:
    click(source(page, day))
    expect(page.locator(".st-key-source")).to_be_visible()


def leaf(page: Page) -> Any:
    return page.locator("[class*='st-key-leaf-'] img")


def test_a_source_opens_beside_the_answer_with_the_quoted_words_marked(address: str, visit: Visit) -> None:
    page = visit(address)
    ask(page, "What was decided about the fund?")
    open_source(page)
    picture = leaf(page)
    expect(picture).to_have_attribute("alt", re.compile(r"^Page 2\. 51\. Better Care Fund"))
    expect(page.get_by_text("PDF page 2 of 3, printed page 175")).to_be_visible()
    answer = page.get_by_text("approved the Better Care Fund plan on 9 December").bounding_box()
    assert picture.bounding_box()["x"] > answer["x"] + answer["width"]
    image = Image.open(io.BytesIO(picture.screenshot())).convert("RGB")
    assert (255, 226, 110) in {colour for _, colour in image.getcolors(1 << 20) or []}
    assert page.url.startswith(f"{address}/?c=")


def test_the_pages_of_a_source_can_be_turned_and_enlarged(address: str, visit: Visit) -> None:
    page = visit(address)
    ask(page, "What was decided about the fund?")
    open_source(page)
    click(page.get_by_role("button", name="Next page"))
    expect(leaf(page)).to_have_attribute("alt", re.compile(r"^Page 3\. 52\. Any other business"))
    expect(page.get_by_text("The quote is on PDF page 2 (printed page 175).")).to_be_visible()
    click(page.get_by_role("button", name="Previous page"))
    expect(leaf(page)).to_have_attribute("alt", re.compile(r"^Page 2\."))
    narrow = leaf(page).bounding_box()["width"]
    click(page.get_by_role("button", name="Larger"))
    expect(page.locator(".st-key-leaf-1 img")).to_be_visible()
    assert leaf(page).bounding_box()["width"] == pytest.approx(1.5 * narrow, rel=0.02)
    assert overflow(page) <= 0


def test_the_paper_opens_at_the_page_in_a_tab_of_its_own(address: str, visit: Visit) -> None:
    page = visit(address)
    ask(page, "What was decided about the fund?")
    open_source(page)
    link = page.get_by_role("link", name="Open PDF at page 2")
    href = str(link.get_attribute("href"))
    assert href.endswith("#page=2")
    assert link.get_attribute("target") == "_blank"
    response = page.request.get(address + href if href.startswith("/") else href)
    assert response.headers["content-type"] == "application/pdf"
    assert response.body().startswith(b"%PDF")


def test_a_text_without_pages_is_shown_in_place(address: str, visit: Visit) -> None:
    page = visit(address)
    ask(page, "And winter?")
    open_source(page, "3 March 2014")
    expect(page.locator(".st-key-marked")).to_have_text("The Board noted the report on winter pressures.")
    expect(page.locator(".st-key-context")).to_contain_text("It asked for figures by ward.")


def test_a_reload_in_the_middle_leaves_a_working_page(address: str, visit: Visit) -> None:
    page = visit(address)
    ask(page, "What was decided about the fund?")
    page.reload()
    ask(page, "And winter?")
    expect(source(page, "3 March 2014")).to_be_visible()
    assert page.get_by_test_id("stException").count() == 0


def test_a_click_in_the_middle_does_not_lose_the_question(address: str, visit: Visit) -> None:
    page = visit(address)
    ask(page, "What was decided about the fund?")
    expect(source(page)).to_be_visible()
    ask(page, "And winter?")
    source(page, "9 December 2013").click()
    expect(source(page, "3 March 2014")).to_be_visible()


@pytest.mark.parametrize("width", [1280, 768])
def test_opening_a_source_leaves_the_question_and_the_page_beneath_where_they_are(
    address: str, visit: Visit, width: int
) -> None:
    page = visit(address, width, 800)
    ask(page, "What was decided about the fund?")
    answered(page)
    settled(page)
    # The answer may get narrower, and so longer; it grows below its question, which stays where it is.
    question = page.locator(".st-key-question-0")
    before = (question.bounding_box()["y"], *_frame(page))
    open_source(page)
    expect(leaf(page)).to_be_visible()
    settled(page)
    assert (question.bounding_box()["y"], *_frame(page)) == pytest.approx(before, abs=1)
    expect(source(page)).to_be_in_viewport()


def _frame(page: Page) -> list[float]:
    """Where the menu is, how far the outer containers have scrolled, and how wide the page beneath is."""
    script = """() => [document.querySelector('[data-testid=stHeader]').getBoundingClientRect().top, scrollY,
      document.querySelector('[data-testid=stAppViewContainer]').scrollTop]"""
    return list(page.evaluate(script))


def test_a_preview_shows_on_hover_and_goes_with_escape(address: str, visit: Visit) -> None:
    page = visit(address)
    ask(page, "What was decided about the fund?")
    card = page.locator(".bp-card")
    answered(page)
    settled(page)
    expect(card).to_be_hidden()
    source(page).hover()
    expect(card).to_contain_text("Health and Wellbeing Board minutes, 9 December 2013, page 2")
    card.hover()
    expect(card).to_be_visible()
    source(page).focus()
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()


def test_the_field_has_the_focus_and_completes_a_name(address: str, visit: Visit) -> None:
    page = visit(address)
    field = page.get_by_test_id("stChatInputTextArea")
    expect(field).to_be_focused()
    page.keyboard.type("What about the better c")
    expect(page.get_by_role("option")).to_have_text(["Better Care Fund issue", "BCF Better Care Fund"])
    assert float(page.locator(".bp-names").get_attribute("data-took")) < 100
    assert serious(page) == []
    page.keyboard.press("ArrowDown")
    expect(field).to_have_attribute("aria-activedescendant", "bp-name-0")
    page.keyboard.press("Enter")
    expect(field).to_have_value("What about the Better Care Fund")
    expect(page.get_by_role("listbox")).to_be_hidden()
    page.keyboard.press("Enter")
    answered(page)


@pytest.mark.parametrize("width", [320, 768])
def test_on_a_narrow_screen_the_source_lies_over_the_page_and_nothing_runs_over(
    address: str, visit: Visit, width: int
) -> None:
    page = visit(address, width, 800)
    expect(page.get_by_text("Every answer quotes the papers.")).to_be_visible()
    assert overflow(page) <= 0
    ask(page, "What was decided about the fund?")
    open_source(page)
    expect(leaf(page)).to_be_visible()
    assert overflow(page) <= 0
    expect(page.get_by_role("button", name="Back to answer")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".st-key-source")).to_have_count(0)
    expect(source(page)).to_be_focused()
    for name, heading in (("about", "What is included"), ("papers", "Papers")):
        page.goto(f"{address}/{name}")
        expect(page.get_by_role("heading", name=heading, exact=True)).to_be_visible()
        assert overflow(page) <= 0


def test_the_keyboard_asks_opens_turns_and_closes(address: str, visit: Visit) -> None:
    page = visit(address)
    page.get_by_test_id("stChatInputTextArea").focus()
    page.keyboard.type("What was decided about the fund?")
    page.keyboard.press("Enter")
    expect(source(page)).to_be_visible()
    expect(page.get_by_test_id("stChatInputTextArea")).to_be_enabled()
    for key in ("Shift+Tab", "Enter", "Tab"):  # from the field over "Skip to the answer" to the first source
        page.keyboard.press(key)
    expect(source(page)).to_be_focused()
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    expect(page.locator(".bp-card")).to_contain_text("the Board approved the Better Care Fund plan")
    page.keyboard.press("Enter")
    expect(leaf(page)).to_be_visible()
    expect(source(page)).to_be_focused()
    tab_to(page, "Tab", "Next page")
    page.keyboard.press("Enter")
    expect(leaf(page)).to_have_attribute("alt", re.compile(r"^Page 3\."))
    tab_to(page, "Shift+Tab", "Back to answer")
    page.keyboard.press("Enter")
    expect(page.locator(".st-key-source")).to_have_count(0)
    expect(source(page)).to_be_focused()


def tab_to(page: Page, key: str, name: str, most: int = 40) -> None:
    """Presses a key until the control of that name has the focus."""
    for _ in range(most):
        if name in str(page.evaluate("document.activeElement.closest('button, a')?.innerText")):
            return
        page.keyboard.press(key)
    raise AssertionError(f"{key} does not lead to {name}")


def test_what_changed_is_announced_in_one_lasting_region(address: str, visit: Visit) -> None:
    page = visit(address)
    region = page.locator(".st-key-announcer [role=status][aria-live=polite]")
    expect(region).to_have_count(1)
    page.evaluate("document.querySelector('.st-key-announcer [role=status]').dataset.first = 'yes'")
    ask(page, "What was decided about the fund?")
    expect(region).to_have_text("Answer to question 1, with 2 sources.")
    open_source(page)
    expect(region).to_have_text("Source 1 is open beside the answer.")
    click(page.get_by_role("button", name="Next page"))
    expect(page.locator(".st-key-page-announcer [role=status]")).to_have_text("PDF page 3 of 3")
    assert page.evaluate("document.querySelector('.st-key-announcer [role=status]').dataset.first") == "yes"
    assert page.evaluate("document.documentElement.lang") == "en-GB"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(address: str, visit: Visit, scheme: str) -> None:
    page = visit(address, scheme=scheme)
    expect(page.get_by_text("Every answer quotes the papers.")).to_be_visible()
    assert serious(page) == []
    ask(page, "What about parking?")
    expect(page.get_by_text("Closest passages")).to_be_visible()
    ask(page, "And winter?")
    answered(page, 1)
    open_source(page, "3 March 2014")
    assert serious(page) == []
    ask(page, "What was decided about the fund?")
    answered(page, 2)
    open_source(page)
    expect(leaf(page)).to_be_visible()
    assert serious(page) == []
    click(page.get_by_role("button", name="Back to answer"))
    for name, within in (("Feedback", "What is wrong or missing?"), ("Share", "This link asks the question again:")):
        unfold(page.get_by_role("button", name=name, exact=True).first, page.get_by_text(within))
        assert serious(page) == []
        page.keyboard.press("Escape")
    source(page).focus()
    assert serious(page) == []
    for name, heading in (("about", "What is included"), ("papers", "Papers")):
        page.goto(f"{address}/{name}")
        expect(page.get_by_role("heading", name=heading, exact=True)).to_be_visible()
        assert serious(page) == []


def unfold(button: Locator, within: Locator) -> None:
    """Opens a menu; once more where a busy machine drew the page again under the click."""
    click(button)
    with suppress(AssertionError):
        expect(within).to_be_visible(timeout=6_000)
        return
    click(button)
    expect(within).to_be_visible()


def serious(page: Page) -> list[str]:
    """What axe calls serious or critical and goes on to, with the place and the colours: some fade in on a menu."""
    page.mouse.move(0, 0)  # a button under the mouse changes its colour for a moment
    for _ in range(3):
        settled(page)
        if not (found := _found(page)):
            break
        page.wait_for_timeout(1_000)
    return found


def _found(page: Page) -> list[str]:
    return [
        f"{violation['id']}: {node['html'][:200]} {[one['message'] for one in node['any']]}"
        for violation in Axe().run(page).response["violations"]
        if violation["impact"] in {"serious", "critical"}
        for node in violation["nodes"]
    ]


def test_hostile_text_runs_nothing_and_fetches_nothing(address: str, visit: Visit, beacon: Beacon) -> None:
    page = visit(address)
    foreign: list[str] = []
    dialogs: list[str] = []
    host = urlsplit(address).netloc
    page.on("request", lambda request: _note(request.url, host, foreign))

    def refuse(dialog: Dialog) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", refuse)
    ask(page, "Show the hostile paper")
    expect(source(page)).to_be_visible()
    assert "$5m and $6m" in page.locator("[class*='st-key-turn-0']").inner_text()
    open_source(page, "")
    expect(leaf(page)).to_be_visible()
    click(page.get_by_label("Organisation"))
    click(page.get_by_text("Text of this page"))
    time.sleep(1.5)
    assert beacon.hits == []
    assert foreign == []
    assert dialogs == []
    assert page.locator("main a[href*='127.0.0.1'], main a[href^='javascript'], main .katex").count() == 0


def _note(url: str, host: str, foreign: list[str]) -> None:
    if urlsplit(url).scheme not in {"data", "blob"} and urlsplit(url).netloc != host:
        foreign.append(url)


def test_nothing_is_loaded_from_another_host(address: str, visit: Visit) -> None:
    page = visit("about:blank")
    foreign: list[str] = []
    host = urlsplit(address).netloc
    page.on("request", lambda request: _note(request.url, host, foreign))
    page.goto(address)
    ask(page, "What was decided about the fund?")
    open_source(page)
    expect(leaf(page)).to_be_visible()
    page.goto(f"{address}/about")
    expect(page.get_by_text("What is included")).to_be_visible()
    assert foreign == []


def test_the_first_page_opens_by_itself_when_the_papers_have_been_read(visit: Visit, tmp_path: Path) -> None:
    gate = tmp_path / "indexed"
    environment = {"FAKE_PAPERS": str(tmp_path / "papers"), "FAKE_GATE": str(gate)}
    with running(ROOT / "tests" / "browser" / "fake_server.py", tmp_path / "server.log", **environment) as url:
        page = visit(url)
        expect(page.get_by_role("heading", name="Welcome to Board Papers")).to_be_visible()
        expect(page.get_by_text("python -m indexer sync")).to_be_visible()
        gate.touch()
        expect(page.get_by_text("Every answer quotes the papers.")).to_be_visible()
