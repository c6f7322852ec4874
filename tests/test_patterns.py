"""No regular expression of the program can be made to work for minutes over one line."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]

SHORT_LINES = {
    "(.{3,100}?)[\\s|,;:–—-]+page": "only matched with the whole of a line at the head or foot of a page",
    "[-–—\\[( ]*(\\d{1,4})[-–—\\]) ]*": "only matched with the whole of such a line",
}
"""Beginnings of patterns that may be slow in a search, and why no search is ever made with them."""

KNOWN_SLOW = ROOT / "tests" / "expected" / "slow_patterns.json"
"""Where the patterns still to be mended are listed, each by its file and beginning: the list may only shrink."""

TOO_LONG = 1.0
"""Seconds over a line of 4,000 characters that no other pattern may take; half a second can be a busy machine's."""


@cache
def everything() -> dict[str, Any]:
    """All patterns of the program, and the calls whose pattern is made only while it runs."""
    run = subprocess.run([sys.executable, "tests/every_pattern.py"], cwd=ROOT, capture_output=True, check=True)
    found: dict[str, Any] = json.loads(run.stdout)
    return found


def slow_among(patterns: list[dict[str, Any]]) -> list[str]:
    """The patterns that are slow over a line made for them."""
    run = subprocess.run(
        [sys.executable, "tests/attacks.py"],
        cwd=ROOT,
        input=json.dumps(patterns).encode(),
        capture_output=True,
        check=True,
    )
    found: list[str] = json.loads(run.stdout)
    return found


def pattern(text: str) -> list[dict[str, Any]]:
    return [{"file": "here", "pattern": text, "flags": 0, "uses": ["search"]}]


limits_work = pytest.mark.skipif(os.name != "posix", reason="a pattern can be interrupted on Linux and macOS alone")


@limits_work
@pytest.mark.parametrize(
    "text",
    [
        r"(a|a)*b",
        r"\s+x",
        r"^\W*(?:\d+\s+)?\W*x",
        r"(?:[A-Z][\w-]*)(?: [A-Z][\w-]*){0,4} moved",
        r"^(?:.*[-(])?\W*exempt",
        r"(?:[.!?] ?)+ x",
    ],
)
def test_a_pattern_that_is_slow_is_found(text: str) -> None:
    assert len(slow_among(pattern(text))) == 1


@limits_work
@pytest.mark.parametrize(
    "text", [r"(?<!\s)\s+x", r"^\W*+(?:\d{1,9}\s\W*+)?x", r"\b\w+ed\b", r"moved by .{0,200}seconded", r"(\d{1,4})\.x"]
)
def test_a_pattern_in_proportion_to_its_line_passes(text: str) -> None:
    assert slow_among(pattern(text)) == []


@limits_work
@pytest.mark.slow
def test_no_pattern_is_slow_over_a_line_made_for_it() -> None:
    known = tuple(json.loads(KNOWN_SLOW.read_text(encoding="utf-8")))
    patterns = [one for one in everything()["patterns"] if not one["pattern"].startswith(tuple(SHORT_LINES))]
    assert len(patterns) > 600
    # those listed take nearly all of the time, and what they take is known
    asked = [one for one in patterns if not f"{one['file']}: {one['pattern'][:200]}".startswith(known)]
    assert len(asked) > 600
    shares = [asked[at::2] for at in range(2)]
    with ThreadPoolExecutor(len(shares)) as threads:
        slow = [one for found in threads.map(slow_among, shares) for one in found]
    new = [one for one in slow if longest(one) >= TOO_LONG]
    assert not new, "\n".join(new)


def longest(said: str) -> float:
    """The seconds that a slow pattern took over the line of twice the length."""
    return float(said.rpartition("twice as long ")[2].removesuffix(" s"))
