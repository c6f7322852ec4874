"""Conversations in a real browser: kept over a reload, linked to, deleted and brought back, seen by nobody else."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import quote

import pytest

pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")

from browsing import answered, ask, click, source
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

Visit = Callable[..., Any]
CLIPBOARD = """navigator.clipboard.read().then(items => Promise.all(items.flatMap(
  item => item.types.map(type => item.getType(type).then(blob => blob.text()))))).then(all => all.pop())"""
"""The last of the formats on the clipboard: HTML, where there is any."""

FUND = "What was decided about the fund?"
APPROVED = "approved the Better Care Fund plan on 9 December"


def asked(page: Page, question: str = FUND) -> None:
    """Asks and waits until the answer has come and the address names the conversation."""
    ask(page, question)
    answered(page)
    page.wait_for_url(re.compile(r"\?c=[\w-]{32}"))


def test_a_conversation_is_there_after_a_reload_with_its_citations(address: str, visit: Visit) -> None:
    page = visit(address)
    asked(page)
    page.reload()
    expect(page.get_by_text(APPROVED)).to_be_visible()
    click(source(page))
    expect(page.locator("[class*='st-key-leaf-'] img")).to_have_attribute("alt", re.compile(r"^Page 2\."))


def test_a_reload_in_the_middle_of_an_answer_still_ends_in_one(address: str, visit: Visit) -> None:
    page = visit(address)
    ask(page, FUND)
    page.wait_for_url(re.compile(r"\?c="))
    page.reload()
    expect(page.get_by_text(APPROVED)).to_be_visible()


def test_a_link_asks_its_question_once(address: str, visit: Visit) -> None:
    page = visit(f"{address}/?q={quote('And winter?')}")
    expect(source(page, "3 March 2014")).to_be_visible()
    page.wait_for_url(re.compile(r"/\?c=[\w-]{32}$"))
    page.reload()
    expect(source(page, "3 March 2014")).to_be_visible()
    assert page.locator("[class*='st-key-question-']").count() == 1


def test_whoever_has_the_link_reads_a_conversation_and_nobody_else_lists_it(address: str, visit: Visit) -> None:
    first = visit(address)
    asked(first)
    second = visit(address)
    expect(second.get_by_text("Every answer quotes the papers.")).to_be_visible()
    assert second.get_by_role("button", name=FUND).count() == 0
    second.goto(first.url)
    expect(second.get_by_text("Somebody shared this conversation with you.")).to_be_visible()
    assert second.get_by_role("button", name="Delete").count() == 0
    ask(second, "And winter?")
    expect(source(second, "3 March 2014")).to_be_visible()
    expect(second.get_by_text("Somebody shared this conversation")).to_have_count(0)
    assert second.url != first.url
    first.reload()
    expect(first.get_by_text(APPROVED)).to_be_visible()
    assert first.locator("[class*='st-key-question-']").count() == 1


def test_a_conversation_is_renamed_deleted_and_brought_back(address: str, visit: Visit) -> None:
    page = visit(address)
    asked(page)
    click(page.get_by_role("button", name="Rename"))
    field = page.get_by_label("Title")
    field.fill("For Tuesday")
    click(page.get_by_test_id("stFormSubmitButton").get_by_role("button", name="Rename"))
    expect(page.get_by_test_id("stSidebar").get_by_role("button", name="For Tuesday")).to_be_visible()
    page.keyboard.press("Escape")
    click(page.get_by_role("button", name="Delete"))
    expect(page.get_by_text("“For Tuesday” is deleted.")).to_be_visible()
    expect(page.get_by_role("button", name="For Tuesday")).to_have_count(0)
    click(page.get_by_role("button", name="Undo"))
    expect(page.get_by_text(APPROVED)).to_be_visible()


def test_an_answer_is_copied_and_reported_by_keyboard(address: str, visit: Visit) -> None:
    page = visit(address)
    asked(page)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    for name, begins in (("Copy as text", "The Health"), ("Copy as Markdown", "The Health"), ("Copy for Word", "<p>")):
        page.locator(".bp-copy summary").press("Enter")
        page.get_by_role("button", name=name).press("Enter")
        expect(page.locator(".bp-copy summary")).to_have_text("Copied")
        copied = str(page.evaluate(CLIPBOARD))
        assert begins in copied
        assert copied.count("printed page 175") == 1
        expect(page.locator(".bp-copy summary")).to_have_text("Copy")
    page.get_by_role("button", name="Feedback", exact=True).press("Enter")
    page.get_by_text("Wrong", exact=True).click()
    page.get_by_label("What is wrong or missing?").fill("It was deferred.")
    page.get_by_role("button", name="Send", exact=True).press("Enter")
    expect(page.get_by_text("Thank you.")).to_be_visible()


def test_an_answer_that_takes_long_is_stopped_and_asked_for_again(address: str, visit: Visit) -> None:
    page = visit(address)
    ask(page, "The slow fund?")
    page.get_by_test_id("stMain").get_by_role("button", name="Stop").click()
    expect(page.get_by_text("You stopped it.")).to_be_visible(timeout=3_000)
    click(page.get_by_role("button", name="Ask again"))
    expect(page.get_by_text(APPROVED)).to_be_visible()
