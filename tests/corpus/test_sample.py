"""The sample papers are what their sources make, and what is written about them is true."""

from __future__ import annotations

import json
import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from corpus.sample.build import EXPECTED, PAPERS, build_papers, build_truth
from corpus.sample.source import OUTCOMES

TRUTHS = ("decisions", "sections", "attendance", "recommendations", "acronyms", "exempt", "questions")


def words(text: str) -> str:
    """The words of a text, lower case, single spaces."""
    return " ".join(re.findall(r"[a-z0-9£%]+", unicodedata.normalize("NFKC", text).lower()))


@cache
def pages(file: str) -> tuple[str, ...]:
    """The words of each page of a committed PDF."""
    pdf = pypdfium2.PdfDocument(PAPERS / file)
    return tuple(words(pdf[n].get_textpage().get_text_bounded()) for n in range(len(pdf)))


@cache
def rows(name: str) -> tuple[dict[str, Any], ...]:
    """The rows of a truth file."""
    lines = (EXPECTED / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return tuple(json.loads(line) for line in lines)


def stands(file: str, page: int, text: str) -> bool:
    """True where the words stand on the page, or begin there and end on the next one."""
    wanted, here = words(text), pages(file)
    if f" {wanted} " in f" {here[page - 1]} ":
        return True
    if page == len(here):
        return False
    start, end = " ".join(wanted.split()[:4]), " ".join(wanted.split()[-4:])
    return start in here[page - 1] and end in here[page]


def committed() -> list[str]:
    """The committed PDFs, relative to the sample folder."""
    return sorted(path.relative_to(PAPERS).as_posix() for path in PAPERS.rglob("*.pdf"))


def test_building_again_gives_the_committed_papers_and_truth(tmp_path: Path) -> None:
    build_truth(build_papers(tmp_path / "papers"), tmp_path / "papers", tmp_path / "truth")
    rebuilt = sorted(path.relative_to(tmp_path / "papers").as_posix() for path in (tmp_path / "papers").rglob("*.pdf"))
    assert rebuilt == committed()
    changed = [file for file in rebuilt if (tmp_path / "papers" / file).read_bytes() != (PAPERS / file).read_bytes()]
    assert changed == []
    drifted = [
        name for name in TRUTHS
        if (tmp_path / "truth" / f"{name}.jsonl").read_text(encoding="utf-8")
        != (EXPECTED / f"{name}.jsonl").read_text(encoding="utf-8")
    ]
    assert drifted == []


def test_the_papers_are_small_enough_to_keep_in_the_repository() -> None:
    assert sum((PAPERS / file).stat().st_size for file in committed()) < 4_000_000


@pytest.mark.parametrize("name", ["decisions", "recommendations"])
def test_every_limb_stands_on_its_page(name: str) -> None:
    assert [r for r in rows(name) if not stands(r["file"], r["page"], r["text"])] == []


def test_every_copy_of_a_decision_stands_on_its_page() -> None:
    assert [r for r in rows("decisions") for c in r["copies"] if not stands(c["file"], c["page"], r["text"])] == []


def test_outcomes_are_of_the_agreed_set() -> None:
    assert {r["outcome"] for r in rows("decisions")} <= OUTCOMES


def test_every_acronym_is_spelt_out_on_its_page() -> None:
    assert [r for r in rows("acronyms") if not stands(r["file"], r["page"], f"{r['expansion']} {r['acronym']}")] == []


def test_everyone_at_a_meeting_is_named_in_its_minutes() -> None:
    assert [r for r in rows("attendance") if not any(words(r["name"]) in text for text in pages(r["file"]))] == []


def test_sections_lie_inside_their_files_and_do_not_overlap() -> None:
    for file in committed():
        spans = sorted((r["page"], r["page_end"]) for r in rows("sections") if r["file"] == file)
        assert spans, file
        assert 1 <= spans[0][0]
        assert spans[-1][1] <= len(pages(file))
        assert all(a[1] < b[0] for a, b in zip(spans, spans[1:], strict=False)), file


def test_every_question_has_its_evidence_on_the_page() -> None:
    for row in rows("questions"):
        assert [e for group in row["evidence"] for e in group if not stands(e["file"], e["page"], e["quote"])] == []
        assert bool(row["evidence"]) == (row["kind"] != "unanswerable"), row["id"]
