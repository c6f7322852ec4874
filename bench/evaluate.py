"""The gold questions put to the program -> the scorers' tables."""

from __future__ import annotations

import subprocess
from pathlib import Path

from bench import ours
from bench.gold import Gold
from bench.measured import Measured, measured


def evaluate(gold: Gold, out: Path) -> None:
    """Nothing; prints what indexing and answering took and every scorer's table, and leaves the answers in `out`."""
    out.mkdir(parents=True, exist_ok=True)
    index = out / "index"
    _say("index", brought_up(gold.papers, index))
    for questions in gold.questions:
        answers = out / questions.name.replace("questions", "answers")
        _say(questions.name, measured(ours.batch(questions, answers, index)))
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


def _say(what: str, took: Measured) -> None:
    print(
        f"\n{what}: {took.seconds:.0f} s ({took.cpu_seconds:.0f} of the processors), {took.peak_mb:.0f} MB at most",
        flush=True,
    )
