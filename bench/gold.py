"""Gold: questions with known answers over a folder of papers, and the scorers that come with them."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SAMPLE = Path("corpus/sample")
SAMPLE_QUESTIONS = Path("tests/expected/sample/questions.jsonl")

Row = dict[str, Any]
"""A line of a JSONL file, in the form that the scorers read."""


@dataclass(frozen=True, slots=True)
class Gold:
    """A folder of papers, the files of questions over them, the registers made by hand, and the scorers' folder."""

    papers: Path
    questions: tuple[Path, ...]
    registers: tuple[Path, ...]
    scorers: Path | None

    @classmethod
    def at(cls, shared: Path) -> Gold:
        """The gold in `shared` (papers/ and eval/), or the sample papers with their questions if it is not there."""
        papers, scorers = shared / "papers", shared / "eval"
        if not papers.is_dir() or not scorers.is_dir():
            return cls(SAMPLE, (SAMPLE_QUESTIONS,), (), None)
        questions = tuple(sorted(scorers.glob("questions-*.jsonl")))
        return cls(papers, questions, tuple(sorted(scorers.glob("decisions-*.jsonl"))), scorers)

    def score(
        self, answers: Path, questions: Sequence[Path], into: Path, *, shown: bool = True
    ) -> dict[str, dict[str, float | None]]:
        """The scorer's figures by kind of question ("all" among them).

        Prints its table if `shown`, and writes `into`.
        """
        words: tuple[str | Path, ...] = (
            "score.py",
            *questions,
            "--answers",
            answers,
            "--papers",
            self.papers,
            "--json",
            into,
        )
        self._run_scorer(*words, shown=shown)
        summary: dict[str, dict[str, float | None]] = json.loads(into.read_text(encoding="utf-8"))["summary"]
        return summary

    def score_register(self, register: Path, by_hand: Path) -> None:
        """Nothing; prints the scorer's figures for the register over the files that one register by hand is about.

        Those are the lines of a file of the same name with the ending .scope, where there is one, else the files of its
        rows. Rows of optional-NAME beside it are neither demanded nor counted as wrong.
        """
        words: tuple[str | Path, ...] = ("score_decisions.py", by_hand, "--register", register)
        listed, optional = by_hand.with_suffix(".scope"), by_hand.with_name(f"optional-{by_hand.name}")
        words += ("--scope-file", listed) if listed.exists() else ("--scope", *files_of(read_rows(by_hand)))
        if optional.exists():
            words += ("--optional", optional)
        self._run_scorer(*words)

    def _run_scorer(self, name: str | Path, *words: str | Path, shown: bool = True) -> None:
        if self.scorers is None:
            raise FileNotFoundError(f"no {name} here: the gold folder has none")
        sys.stdout.flush()
        out = None if shown else subprocess.DEVNULL
        subprocess.run([sys.executable, self.scorers / name, *words], check=True, stdout=out)


def read_rows(path: Path) -> Iterator[Row]:
    """The objects of a JSONL file, in order."""
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def write_rows(path: Path, rows: Iterable[Mapping[str, Any]]) -> None:
    """Nothing; writes one JSON object a line, each as soon as it is there."""
    with path.open("w", encoding="utf-8") as out:
        for row in rows:
            out.write(json.dumps(row, ensure_ascii=False) + "\n")


def files_of(register: Iterable[Row]) -> list[str]:
    """The files that a register by hand is about, copies included, sorted."""
    places = [(row["file"], *(copy["file"] for copy in row.get("also") or ())) for row in register]
    return sorted({file for files in places for file in files})
