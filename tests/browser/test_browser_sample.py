"""The product itself over the sample papers: a question from its own first page, answered and proved."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

import pytest

pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")

from browsing import click, source
from playwright.sync_api import expect
from served import ROOT

from app.views.session.serving import paper_link

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SLOW = 90_000
"""Milliseconds for the first answer: the model loads first, on a machine that may be busy."""


def test_an_example_is_answered_and_its_first_source_holds_the_quote(product: str, visit: Callable[..., Any]) -> None:
    page = visit(product)
    click(page.locator("[class*='st-key-offer-examples-0'] button"), timeout=SLOW)
    chip = source(page)
    click(chip, timeout=SLOW)
    picture = page.locator("[class*='st-key-leaf-'] img")
    expect(picture).to_be_visible(timeout=SLOW)
    reference = page.locator(".st-key-source [data-testid=stCode]").inner_text()
    quote = re.findall(r"\w+", reference[reference.index("\u201c") :])
    assert quote
    assert " ".join(quote) in " ".join(re.findall(r"\w+", picture.get_attribute("alt")))
    link = page.get_by_role("link", name="Open PDF at page").get_attribute("href")
    assert page.request.get(product + link).body().startswith(b"%PDF")


def test_a_paper_that_is_withheld_is_not_served(product: str, visit: Callable[..., Any]) -> None:
    rows = (ROOT / "tests" / "expected" / "sample" / "exempt.jsonl").read_text(encoding="utf-8").splitlines()
    withheld = [json.loads(row)["file"] for row in rows]
    page = visit(product)
    statuses = {file: page.request.get(product + paper_link(file)).status for file in withheld}
    assert withheld
    assert set(statuses.values()) == {404}, statuses
