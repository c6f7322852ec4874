"""What the tests of every page do in the browser."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

expect.set_options(timeout=20_000)

AT_REST = """
async () => {
  await Promise.all(document.getAnimations()
    .filter(one => one.playState === "running" && one.effect.getTiming().iterations !== Infinity)
    .map(one => one.finished.catch(() => null)));
  const scrolled = () => document.querySelector('[data-testid="stMain"]')?.scrollTop;
  for (let before, calm = 0; calm < 3; before = scrolled()) {
    calm = scrolled() === before ? calm + 1 : 0;
    await new Promise(done => setTimeout(done, 50));
  }
  return true;
}
"""
"""Comes true when all that moves has come to rest, but for what turns for ever. A new answer scrolls to its question."""


def settled(page: Page) -> Page:
    """The page when all of it is drawn, its parts that are loaded late too, and nothing moves any more.

    A button that is drawn anew under a click would lose it, and so would one in a box that is still opening.
    """
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")
    expect(page.get_by_test_id("stSkeleton")).to_have_count(0)
    page.evaluate(AT_REST)
    return page


def click(button: Locator, *, timeout: float | None = None) -> None:
    """Clicks what is there, or comes within so many milliseconds, once all of the page is drawn."""
    expect(button).to_be_visible(timeout=timeout)
    settled(button.page)
    button.click()


def ask(page: Page, question: str) -> None:
    """Types a question and sends it off; its answer has not come yet."""
    field = page.get_by_test_id("stChatInputTextArea")
    expect(field).to_be_enabled()
    settled(page)
    field.fill(question)
    field.press("Enter")


def source(page: Page, day: str = "", number: int = 1) -> Locator:
    """The first button in an answer that opens a source, of a paper of this day where one is given."""
    return page.get_by_role("button", name=re.compile(rf"^Source {number}: .*{day}")).first


def answered(page: Page, turn: int = 0) -> None:
    """Waits until all of an answer is there, with what can be done with it."""
    expect(page.locator(f".st-key-feedback-{turn}")).to_be_visible()


def overflow(page: Page) -> int:
    """Pixels by which the page is wider than the window."""
    return int(
        page.evaluate(
            "Math.max(document.documentElement.scrollWidth - innerWidth,"
            " ...[...document.querySelectorAll('main')].map(m => m.scrollWidth - m.clientWidth))"
        )
    )
