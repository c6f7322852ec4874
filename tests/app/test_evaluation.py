"""The figures that an evaluation leaves are those that the page About shows."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from app.evaluation import Figures, last_evaluation
from bench.evaluate import figures

ROW = {
    "n": 30,
    "any@4k": 0.9,
    "correct": 0.7,
    "cited_any": 0.9,
    "cited_all": 0.6,
    "valid": 1.0,
    "facts": 0.8,
    "abstained": None,
    "over_abstained": 0.0,
}
STATUS = {"papers": 5, "pages": {"text": 60, "scanned": 3}}


def test_what_an_evaluation_leaves_is_read_again(tmp_path: Path) -> None:
    file = tmp_path / "evaluation.json"
    file.write_text(json.dumps(figures({"all": ROW, "fact": ROW}, STATUS, date(2025, 6, 1))), encoding="utf-8")
    found = last_evaluation(file)
    assert found is not None
    assert (found.taken_on, found.papers, found.pages) == (date(2025, 6, 1), 5, 63)
    assert found.by_kind["fact"] == Figures(30, 0.7, 0.9, 1.0, None, 0.0)


def test_without_an_evaluation_there_are_no_figures(tmp_path: Path) -> None:
    assert last_evaluation(tmp_path / "evaluation.json") is None


def test_the_one_that_is_kept_can_be_read_and_is_of_no_few_questions() -> None:
    kept = last_evaluation()
    assert kept is not None
    assert kept.by_kind["all"].questions >= 100
    assert {"decision", "fact", "list", "overview", "trace", "followup"} <= set(kept.by_kind)
