"""Every page over the sample papers, as a visitor opens it, and what must hold of each."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from browsing import click, settled, source
from playwright.sync_api import Page, expect

Visit = Callable[..., Any]

SLOW = 90_000
"""Milliseconds for the first page: the model loads first, on a machine that may be busy."""

ROWS = ".st-key-decisions-table tbody tr"
TOPIC = "Kingsmill Baths"


def decisions(product: str, visit: Visit, **how: Any) -> Page:
    page: Page = visit(f"{product}/decisions", **how)
    expect(page.locator(ROWS).first).to_be_visible(timeout=SLOW)
    return settled(page)


def trace(product: str, visit: Visit, **how: Any) -> Page:
    page: Page = visit(f"{product}/trace", **how)
    topic = page.get_by_role("combobox", name="Topic")
    expect(topic).to_be_visible(timeout=SLOW)
    settled(page)
    topic.fill(TOPIC)
    topic.press("Enter")
    expect(page.locator(".bp-track button").first).to_be_visible(timeout=SLOW)
    return settled(page)


def briefing(product: str, visit: Visit, **how: Any) -> Page:
    page: Page = visit(f"{product}/briefing", **how)
    expect(page.get_by_role("heading", name=re.compile("^Briefing:"))).to_be_visible(timeout=SLOW)
    return settled(page)


def meetings(product: str, visit: Visit, **how: Any) -> Page:
    page: Page = visit(f"{product}/meetings", **how)
    expect(page.locator(".st-key-meetings-list tbody tr").first).to_be_visible(timeout=SLOW)
    return settled(page)


def meeting(product: str, visit: Visit, **how: Any) -> Page:
    page = meetings(product, visit, **how)
    press(page, ".st-key-meetings-list tbody tr:nth-child(3) button")
    expect(page.locator(".st-key-meeting-business tbody tr").first).to_be_visible()
    return settled(page)


def member(product: str, visit: Visit, **how: Any) -> Page:
    page = meeting(product, visit, **how)
    press(page, ".st-key-meeting-members tbody tr:nth-child(4) button")
    expect(page.locator(".st-key-member-moved tbody tr").first).to_be_visible()
    return settled(page)


def home(product: str, visit: Visit, **how: Any) -> Page:
    page: Page = visit(product, **how)
    expect(page.get_by_role("heading", name="Live issues")).to_be_visible(timeout=SLOW)
    return settled(page)


def press(page: Page, selector: str) -> None:
    """Presses the first button there by the keyboard alone."""
    settled(page).locator(selector).first.focus()
    page.keyboard.press("Enter")


def monitor(product: str, visit: Visit, **how: Any) -> Page:
    page: Page = visit(f"{product}/monitor", **how)
    expect(page.locator(".st-key-monitor-table tbody tr").first).to_be_visible(timeout=SLOW)
    return settled(page)


def papers(product: str, visit: Visit, **how: Any) -> Page:
    page: Page = visit(f"{product}/papers", **how)
    expect(page.get_by_role("heading", name="Papers", exact=True)).to_be_visible(timeout=SLOW)
    settled(page).locator("details summary").first.click()
    return settled(page)


def new_papers(product: str, visit: Visit, **how: Any) -> Page:
    page = papers(product, visit, **how)
    click(page.get_by_text("Show what is new"))
    expect(page.get_by_text(re.compile("added since"))).to_be_visible()
    return settled(page)


def about(product: str, visit: Visit, **how: Any) -> Page:
    page: Page = visit(f"{product}/about", **how)
    expect(page.get_by_role("heading", name="About Board Papers")).to_be_visible(timeout=SLOW)
    return settled(page)


def answer(product: str, visit: Visit, **how: Any) -> Page:
    return asked("What was decided about Kingsmill Baths?", product, visit, **how)


def answer_with_source(product: str, visit: Visit, **how: Any) -> Page:
    page = answer(product, visit, **how)
    click(source(page))
    return with_picture(page)


def not_found(product: str, visit: Visit, **how: Any) -> Page:
    return asked("Who plays the organ at St Swithin's?", product, visit, **how)


def asked(question: str, product: str, visit: Visit, **how: Any) -> Page:
    """The page of a question that came by a link, with all that can be done with its answer."""
    page: Page = visit(f"{product}/?q={question}", **how)
    expect(page.locator(".st-key-feedback-0")).to_be_visible(timeout=SLOW)
    return settled(page)


def open_decision(product: str, visit: Visit, **how: Any) -> Page:
    page = decisions(product, visit, **how)
    click(page.get_by_text("The same figures as a table").first)
    press(page, f"{ROWS} button")
    return with_picture(page)


def open_step(product: str, visit: Visit, **how: Any) -> Page:
    page = trace(product, visit, **how)
    press(page, ".st-key-steps tbody button")
    return with_picture(page)


def typing(product: str, visit: Visit, **how: Any) -> Page:
    page: Page = visit(f"{product}/trace", **how)
    topic = page.get_by_role("combobox", name="Topic")
    expect(topic).to_be_visible(timeout=SLOW)
    settled(page)
    topic.press_sequentially("s")
    expect(page.get_by_role("option").first).to_be_visible()
    return settled(page)


def open_row_of_monitor(product: str, visit: Visit, **how: Any) -> Page:
    page = monitor(product, visit, **how)
    press(page, ".st-key-monitor-table tbody button")
    return with_picture(page)


def briefing_on_topic(product: str, visit: Visit, **how: Any) -> Page:
    page: Page = visit(f"{product}/briefing?on=A+topic&topic={TOPIC.replace(' ', '+')}", **how)
    expect(page.get_by_role("heading", name=re.compile("^Briefing:"))).to_be_visible(timeout=SLOW)
    press(page, ".st-key-words-briefing .bp-cite")
    return with_picture(page)


def calendar(product: str, visit: Visit, **how: Any) -> Page:
    page = meetings(product, visit, **how)
    click(page.get_by_text("Calendar", exact=True))
    expect(page.locator(".bp-calendar table").first).to_be_visible()
    return settled(page)


def with_picture(page: Page) -> Page:
    """The page once the source that was opened has its picture."""
    expect(page.locator(".st-key-source img")).to_be_visible()
    return settled(page)


EVERY = (
    home,
    answer_with_source,
    not_found,
    meetings,
    calendar,
    meeting,
    member,
    open_decision,
    typing,
    open_step,
    open_row_of_monitor,
    briefing,
    briefing_on_topic,
    new_papers,
    about,
)
"""Every page, with its source open where it has one: what is beneath is looked at too."""


def serious(page: Page) -> list[str]:
    """What axe calls serious or critical, with the place."""
    page.mouse.move(0, 0)  # what is under the mouse changes its colour for a moment
    settled(page)
    found = Axe().run(page).response["violations"]
    grave = [one for one in found if one["impact"] in {"serious", "critical"}]
    return [f"{one['id']}: {node['html'][:200]}" for one in grave for node in one["nodes"]]
