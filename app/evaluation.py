"""Evaluation: how the answers fared the last time that they were compared with what people had read in the papers.

`make figures` measures and writes evaluation.json; it holds figures only, nothing of the questions or the papers.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

FILE = Path(__file__).with_name("evaluation.json")


@dataclass(frozen=True, slots=True)
class Figures:
    """Of the questions of one kind, or of all: how many, and shares between 0 and 1, None where nothing was counted.

    `correct` gave every fact and nothing wrong; `cited` name a page that a reader had marked; `valid` is the share
    of quotes that stand word for word on the page named; `abstained` of those that the papers do not answer, and
    `over_abstained` of those that they do, were said not to be in the papers.
    """

    questions: int
    correct: float | None
    cited: float | None
    valid: float | None
    abstained: float | None
    over_abstained: float | None


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The figures by kind of question, "all" among them; `papers` and `pages` are those they were asked of."""

    taken_on: date
    papers: int
    pages: int
    by_kind: Mapping[str, Figures]


def last_evaluation(file: Path = FILE) -> Evaluation | None:
    """The last evaluation, None where none is kept."""
    if not file.is_file():
        return None
    kept = json.loads(file.read_text(encoding="utf-8"))
    return Evaluation(
        taken_on=date.fromisoformat(kept["taken_on"]),
        papers=kept["papers"],
        pages=kept["pages"],
        by_kind={kind: Figures(**figures) for kind, figures in kept["by_kind"].items()},
    )
