"""What the tests of every page do in the browser."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

expect.set_options(timeout=20_000)

DRAWN = "() => new Promise(then => requestAnimationFrame(() => requestIdleCallback(then, {timeout: 2000})))"
"""JavaScript that waits until the browser has drawn what it was given and has nothing else to do."""


def settled(page: Page) -> Page:
    """The page when all of it is drawn: a button that is drawn anew under a click would lose it.

    Streamlit draws what a run sent a moment after the run has ended, later on a busy machine.
    """
    for _ in range(2):
        expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")
        page.evaluate(DRAWN)
    return page


def click(button: Locator, *, timeout: float | None = None) -> None:
    """Clicks what is there, or comes within so many milliseconds, once all of the page is drawn."""
    expect(button).to_be_visible(timeout=timeout)
    settled(button.page)
    button.click()


def overflow(page: Page) -> int:
    """Pixels by which the page is wider than the window."""
    return int(
        page.evaluate(
            "Math.max(document.documentElement.scrollWidth - innerWidth,"
            " ...[...document.querySelectorAll('main')].map(m => m.scrollWidth - m.clientWidth))"
        )
    )
