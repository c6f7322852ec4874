"""Phrases that readers stumbled over stay out of what they read: pages, exports, documents, docstrings and comments."""

from __future__ import annotations

import ast
import io
import re
import tokenize
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
    "are told": "are reported, see",
    "anew": "again",
    "wears": "looks like",
    "the same goes": "say it again",
    "of its own": "its own, separate",
    "of their own": "their own, separate",
    "drawn anew": "drawn again, redrawn",
    "where it is not": "if it is not",
    "no body": "no committee",
    "bears it out": "supports it",
    "bear it out": "support it",
}
"""Each phrase with what to write instead."""

FENCED = re.compile(r"^ *```.*?^ *```", re.M | re.S)
"""Commands, and answers that the program gave: not prose of ours."""

ROOMS = ("app/views", "app/exports")
EVERY_ROOM = ("corpus", "indexer", "retriever", "app", "bench")
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


def prose_of(path: Path) -> Iterator[str]:
    """The docstrings of a module, those of its constants among them, and its comments."""
    text = path.read_text(encoding="utf-8")
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            yield node.value.value
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.COMMENT:
            yield token.string.lstrip("# ")


def documents() -> list[Path]:
    written = [path for path in sorted((ROOT / "docs").glob("*.md")) if path.name not in UNCHECKED]
    return [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *written]


def modules(rooms: tuple[str, ...]) -> list[Path]:
    return sorted(path for room in rooms for path in (ROOT / room).rglob("*.py"))


@pytest.mark.parametrize("path", documents(), ids=lambda path: path.name)
def test_a_document_has_no_riddles(path: Path) -> None:
    assert riddles_in(FENCED.sub("", path.read_text(encoding="utf-8"))) == []


def test_no_page_and_no_export_has_riddles() -> None:
    found = {str(path.relative_to(ROOT)): riddles_in(" ".join(strings_of(path))) for path in modules(ROOMS)}
    assert {path: riddles for path, riddles in found.items() if riddles} == {}


def test_no_docstring_and_no_comment_has_riddles() -> None:
    found = {str(path.relative_to(ROOT)): riddles_in(" ".join(prose_of(path))) for path in modules(EVERY_ROOM)}
    assert {path: riddles for path, riddles in found.items() if riddles} == {}


def test_the_prose_of_a_module_is_what_a_reader_reads(tmp_path: Path) -> None:
    module = tmp_path / "a.py"
    module.write_text('"""One."""\n# two\nA = "is held"\n"""Three."""\n', encoding="utf-8")
    assert list(prose_of(module)) == ["One.", "Three.", "two"]


def test_a_riddle_is_found_across_lines_and_only_as_whole_words() -> None:
    assert riddles_in("What is\nheld of it") == ["“is held”: write we have, is stored, is indexed"]
    assert riddles_in("This held; nobody agrees.") == []
