"""Our own sentences on the pages are plain enough for a reader of fourteen (school grade 9)."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from statistics import mean

import pytest

textstat = pytest.importorskip("textstat", reason="textstat is not installed")

ROOT = Path(__file__).parents[1]
HIGHEST_AVERAGE, HIGHEST = 9.0, 16.0
"""School grades: of all sentences on average, and of a single one."""

FEWEST_WORDS = 5
"""Labels of buttons and columns are no sentences."""

NAMES = re.compile(r"`[^`]*`|\bBOARD_PAPERS_\w+|\bWCAG\b|\baxe-core\b|\bStreamlit\b|[*#]")
"""Names of programs and settings, which no wording of ours can make shorter."""


def shown_by(path: Path) -> Iterator[str]:
    """The strings of a module that a page can show: all but docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    joined = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in ast.walk(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr) and id(node) not in docs:
            yield "".join(str(one.value) if isinstance(one, ast.Constant) else "12" for one in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and not {id(node)} & (docs | joined):
            yield node.value


def sentences_in(text: str) -> Iterator[str]:
    """The sentences of a text, without the names of programs."""
    for line in re.split(r"\n\s*\n|\n\s*(?:[-*]|\d\.)\s", NAMES.sub("it", text)):
        for sentence in re.split(r"(?<=[.?!])\s+", " ".join(line.split())):
            if len(sentence.split()) >= FEWEST_WORDS and re.fullmatch(r"[A-Z“][^<>{}=]*[.?!:]", sentence):
                yield sentence


def ours() -> dict[str, float]:
    """Every sentence of the pages with its grade."""
    files = sorted((ROOT / "app" / "views").rglob("*.py"))
    found = {one for path in files for text in shown_by(path) for one in sentences_in(text)}
    return {one: float(textstat.flesch_kincaid_grade(one)) for one in found}


def test_our_sentences_are_plain_on_average() -> None:
    grades = ours()
    assert len(grades) > 80
    assert mean(grades.values()) <= HIGHEST_AVERAGE


def test_no_sentence_of_ours_is_very_hard() -> None:
    assert {one: grade for one, grade in ours().items() if grade > HIGHEST} == {}


def test_a_hard_sentence_is_seen() -> None:
    (hard,) = sentences_in("Notwithstanding the aforementioned organisational considerations, deliberation continues.")
    assert textstat.flesch_kincaid_grade(hard) > HIGHEST
