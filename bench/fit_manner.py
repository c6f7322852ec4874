"""Fits the weights of `indexer/sections/manner.json`: what minutes, agendas and reports are known by.

    python -m bench.fit_manner FOLDER [FOLDER ...] [--write]

Takes folders of papers. A paper whose own name says "minutes" or "agenda" is an example of its kind; of every other
paper the parts whose heads say what they are. The score never sees those names and heads, only how the text is written.
Prints for each organisation (a folder of the first or second level) how many of its papers are known by weights that
were fitted without it; `--write` then fits over all of them and writes the weights.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import numpy as np
from numpy.typing import NDArray

from corpus.folder import survey
from corpus.papers import Paper
from indexer.reading.lines import Line, clean
from indexer.reading.pages import Reading
from indexer.reading.reader import read_papers
from indexer.sections.boundaries import SectionKind
from indexer.sections.manner import WEIGHTS, signs_of
from indexer.sections.section import understand

# What is neither minutes nor an agenda nor a report is one class: appendices, slides, logs, plans, articles.
KINDS = {
    SectionKind.MINUTES: "minutes",
    SectionKind.FRONT_SHEET: "front_sheet",
    SectionKind.REPORT: "report",
    SectionKind.PROPOSED_DECISION_RECORD: "report",
    SectionKind.DECISION_RECORD: "report",
    SectionKind.APPENDIX: "unknown",
    SectionKind.PRESENTATION: "unknown",
    SectionKind.ACTION_LOG: "unknown",
    SectionKind.FORWARD_PLAN: "unknown",
}
# A part with fewer characters than this has no manner.
MIN_CHARACTERS = 200
# Minutes longer than this many lines are two examples: the whole and the second half, which has no head.
LONG = 80
SHRINKING = 0.02
STEPS = 1500
RATE = 4.0
Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Example:
    """The signs of a stretch, what it is, and whose."""

    signs: dict[str, float]
    kind: str
    organisation: str


def examples(folder: Path) -> Iterator[Example]:
    """The examples among the papers of a folder."""
    by_path = {folder / paper.file: paper for paper in survey(folder, {}).papers}
    for path, reading in read_papers(list(by_path)):
        yield from _of_paper(by_path[path], reading)


def _of_paper(paper: Paper, reading: Reading) -> Iterator[Example]:
    organisation = "/".join(PurePosixPath(paper.file).parts[:-1][:2])
    named = {kind for word, kind in _NAMED.items() if re.search(word, paper.file, re.I)}
    if len(named) == 1:
        lines = clean(reading)
        for part in (lines, lines[len(lines) // 2 :]) if len(lines) > LONG else (lines,):
            yield Example(signs_of(part), next(iter(named)), organisation)
        return
    for text in understand(paper, reading):
        kind = KINDS.get(text.section.kind)
        if kind and _long_enough(text.lines):
            yield Example(signs_of(text.lines), kind, organisation)


_NAMED = {r"\bagendas?(?:\b|_)": "front_sheet", r"(?:\b|_)minutes(?:\b|_)": "minutes"}


def _long_enough(lines: Sequence[Line]) -> bool:
    return sum(len(line.text) for line in lines) >= MIN_CHARACTERS


def fitted(found: Sequence[Example]) -> dict[str, dict[str, float]]:
    """The weights of a logistic regression over the signs: kind -> sign -> weight; every organisation counts alike."""
    names, kinds = list(found[0].signs), sorted({one.kind for one in found})
    signs = np.array([[1.0, *one.signs.values()] for one in found])
    truth = np.array([[one.kind == kind for kind in kinds] for one in found], dtype=np.float64)
    share = _shares(found, kinds)
    weights = np.zeros((signs.shape[1], len(kinds)))
    for _ in range(STEPS):
        sums = signs @ weights
        chances = np.exp(sums - sums.max(axis=1, keepdims=True))
        chances /= chances.sum(axis=1, keepdims=True)
        slope = signs.T @ ((chances - truth) * share[:, None])
        slope[1:] += SHRINKING * weights[1:] / len(names)
        weights -= RATE * slope
    table = zip(kinds, weights.T, strict=True)
    return {
        kind: {name: round(float(w), 3) for name, w in zip(["always", *names], row, strict=True)} for kind, row in table
    }


def _shares(found: Sequence[Example], kinds: Sequence[str]) -> Numbers:
    """How much each example counts, so that neither a big organisation nor a frequent kind decides alone."""
    sizes = Counter(one.organisation for one in found)
    share = np.array([sizes[one.organisation] ** -0.5 for one in found])
    for kind in kinds:
        of_kind = np.array([one.kind == kind for one in found])
        share[of_kind] /= share[of_kind].sum() ** 0.5
    return np.asarray(share / share.sum())


def known_by(weights: dict[str, dict[str, float]], example: Example) -> str:
    """The kind for which weights speak most."""
    sums = {k: w["always"] + sum(w[name] * value for name, value in example.signs.items()) for k, w in weights.items()}
    return max(sums, key=lambda kind: sums[kind])


def main() -> int:
    """Prints how well each organisation's papers are known by the others' weights, and writes the weights where
    asked.
    """
    parser = argparse.ArgumentParser(prog="python -m bench.fit_manner", description="Fit what minutes are known by.")
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--write", action="store_true", help=f"write {WEIGHTS.name}")
    options = parser.parse_args()
    found = [example for folder in options.folders for example in examples(folder)]
    for organisation in sorted({one.organisation for one in found}):
        weights = fitted([one for one in found if one.organisation != organisation])
        own = [one for one in found if one.organisation == organisation]
        minutes = [one for one in own if one.kind == "minutes"]
        right = sum(known_by(weights, one) == one.kind for one in own)
        known = sum(known_by(weights, one) == "minutes" for one in minutes)
        false = sum(known_by(weights, one) == "minutes" for one in own if one.kind != "minutes")
        print(f"{organisation}: {right} of {len(own)} right; minutes {known} of {len(minutes)}, {false} false")
    if options.write:
        WEIGHTS.write_text(json.dumps({"weights": fitted(found)}, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
