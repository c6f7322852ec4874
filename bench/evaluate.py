"""The gold questions put to the program -> the scorers' tables."""

from __future__ import annotations

import subprocess
from pathlib import Path

from bench import ours
from bench.gold import Gold
from bench.measured import Measured, measured


def evaluate(gold: Gold, out: Path, replies: Path | None = None) -> None:
    """Nothing; prints what indexing and answering took and every scorer's table, and leaves the answers in `out`.

    `replies` are recorded ones of a language model, which then words the answers.
    """
    out.mkdir(parents=True, exist_ok=True)
    index = out / "index"
    print(f"index: {brought_up(gold.papers, index)}", flush=True)
    for questions in gold.questions:
        answers = out / questions.name.replace("questions", "answers")
        print(f"\n{questions.name}: {measured(ours.batch(questions, answers, index, replies))}", flush=True)
        gold.score(answers, [questions], answers.with_suffix(".scores.json"))
    register = out / "register.jsonl"
    measured(ours.register(register, index))
    for by_hand in gold.registers:
        print(f"\n{by_hand.name}")
        gold.score_register(register, by_hand)


def brought_up(papers: Path, index: Path) -> Measured:
    """What bringing an index up took; an index that cannot be used any more is built again."""
    fine = (0, ours.NOT_ALL_READ)
    try:
        return measured(ours.sync(papers, index), fine=fine)
    except subprocess.CalledProcessError:
        return measured(ours.sync(papers, index, "--rebuild"), fine=fine)
