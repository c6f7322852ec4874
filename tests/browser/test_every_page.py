"""What must hold of every page in every state: for axe, in light and dark, at 400 per cent, without motion, on paper."""

from __future__ import annotations

from collections.abc import Callable

import pytest

pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")

from browsing import overflow, settled
from opening import EVERY, Visit, serious
from playwright.sync_api import Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.slow]

ZOOMED = {"width": 320, "height": 256}
"""What a window of 1,280 by 1,024 pixels has left at 400 per cent."""

A4 = {"width": 794, "height": 1123}

MOVING = """() => [...document.querySelectorAll('*')].filter(one => {
  const style = getComputedStyle(one);
  return style.animationName !== 'none' || !['0s', ''].includes(style.transitionDuration.split(',')[0]);
}).map(one => one.outerHTML.slice(0, 100))"""
"""What still moves for somebody who asked for less motion."""


@pytest.mark.parametrize("opened", EVERY, ids=lambda page: page.__name__)
def test_every_page_can_be_used_by_everybody(opened: Callable[..., Page], product: str, visit: Visit) -> None:
    page = opened(product, visit)
    found = {"light": (serious(page), overflow(page))}
    assert page.evaluate(MOVING) == []
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    found["dark"] = serious(page), overflow(page)
    page.set_viewport_size(ZOOMED)  # type: ignore[arg-type]
    found["at 400 per cent"] = serious(page), overflow(page)
    assert found == dict.fromkeys(found, ([], 0))
    page.set_viewport_size(A4)  # type: ignore[arg-type]
    page.emulate_media(media="print", color_scheme="light", reduced_motion="reduce")
    expect(page.get_by_test_id("stHeader")).to_be_hidden()
    assert overflow(settled(page)) == 0
