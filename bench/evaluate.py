"""The gold questions put to the program -> the scorers' tables."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from bench import ours
from bench.gold import Gold
from bench.measured import Measured, measured


def evaluate(gold: Gold, out: Path, replies: Path | None = None) -> None:
    """Nothing; prints what indexing and answering took and every scorer's table, and leaves the answers in `out`.

    The figures that the page About shows are left there too, as evaluation.json. `replies` are recorded ones of a
    language model, which then words the answers.
    """
    out.mkdir(parents=True, exist_ok=True)
    index = out / "index"
    print(f"index: {brought_up(gold.papers, index)}", flush=True)
    answered = [out / questions.name.replace("questions", "answers") for questions in gold.questions]
    for questions, answers in zip(gold.questions, answered, strict=True):
        print(f"\n{questions.name}: {measured(ours.batch(questions, answers, index, replies))}", flush=True)
        gold.score(answers, [questions], answers.with_suffix(".scores.json"))
    every = out / "answers.jsonl"
    every.write_text("".join(part.read_text(encoding="utf-8") for part in answered), encoding="utf-8")
    print(f"\nall {len(gold.questions)} files of questions")
    summary = gold.score(every, gold.questions, out / "scores.json")
    status = json.loads(subprocess.run(ours.status(index), check=True, capture_output=True, text=True).stdout)
    kept = figures(summary, status, date.today())
    (out / "evaluation.json").write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")
    register = out / "register.jsonl"
    measured(ours.register(register, index))
    for by_hand in gold.registers:
        print(f"\n{by_hand.name}")
        gold.score_register(register, by_hand)


def figures(
    summary: Mapping[str, Mapping[str, float | None]], status: Mapping[str, Any], taken_on: date
) -> dict[str, Any]:
    """What the page About shows of a scorer's figures (as app/evaluation.py reads it).

    Nothing of questions or papers.
    """
    return {
        "taken_on": taken_on.isoformat(),
        "papers": status["papers"],
        "pages": sum(status["pages"].values()),
        "by_kind": {
            kind: {
                "questions": row["n"],
                "correct": row["correct"],
                "cited": row["cited_any"],
                "valid": row["valid"],
                "abstained": row["abstained"],
                "over_abstained": row["over_abstained"],
            }
            for kind, row in summary.items()
        },
    }


def brought_up(papers: Path, index: Path) -> Measured:
    """What bringing an index up took; an index that cannot be used any more is built again."""
    fine = (0, ours.NOT_ALL_READ)
    try:
        return measured(ours.sync(papers, index), fine=fine)
    except subprocess.CalledProcessError:
        return measured(ours.sync(papers, index, "--rebuild"), fine=fine)
