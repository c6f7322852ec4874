"""Phrases that readers stumbled over stay out of what they read: the pages, the exports, the README and the documents."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

RIDDLES = {
    "papers held": "we have papers, or the papers",
    "held here": "in the papers",
    "is held": "we have, is stored, is indexed",
    "are held": "we have, are stored, are indexed",
    "is told": "is reported, sees",
    "rests on": "is based on, cites",
    "rest on": "are based on, cite",
    "rests in": "is stored in",
    "the same goes": "say it again",
    "of its own": "its own, separate",
    "of their own": "their own, separate",
    "drawn anew": "drawn again, redrawn",
    "where it is not": "if it is not",
    "no body": "no committee",
    "bears it out": "supports it",
}
"""Each phrase with what to write instead."""

FENCED = re.compile(r"^ *```.*?^ *```", re.M | re.S)
"""Commands, and answers that the program gave: not prose of ours."""

ROOMS = ("app/views", "app/exports")
UNCHECKED = ("measurements.md",)
"""A diary: what was written on its day stays."""


def riddles_in(text: str) -> list[str]:
    """The phrases in a text, also across the end of a line."""
    words = " ".join(text.split()).casefold()
    return [f"“{riddle}”: write {plain}" for riddle, plain in RIDDLES.items() if re.search(rf"\b{riddle}\b", words)]


def strings_of(path: Path) -> Iterator[str]:
    """The docstrings, messages and other strings of a module; of an f-string its fixed parts."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def documents() -> list[Path]:
    written = [path for path in sorted((ROOT / "docs").glob("*.md")) if path.name not in UNCHECKED]
    return [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *written]


def modules() -> list[Path]:
    return sorted(path for room in ROOMS for path in (ROOT / room).rglob("*.py"))


@pytest.mark.parametrize("path", documents(), ids=lambda path: path.name)
def test_a_document_has_no_riddles(path: Path) -> None:
    assert riddles_in(FENCED.sub("", path.read_text(encoding="utf-8"))) == []


def test_no_page_and_no_export_has_riddles() -> None:
    found = {str(path.relative_to(ROOT)): riddles_in(" ".join(strings_of(path))) for path in modules()}
    assert {path: riddles for path, riddles in found.items() if riddles} == {}


def test_a_riddle_is_found_across_lines_and_only_as_whole_words() -> None:
    assert riddles_in("What is\nheld of it") == ["“is held”: write we have, is stored, is indexed"]
    assert riddles_in("This held; nobody agrees.") == []
