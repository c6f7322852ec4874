"""Fit the weights by which sentences of minutes are taken for decisions, from minutes whose decisions were marked by
hand.

    python -m bench.fit_decided PAPERS:GOLD[:OPTIONAL] ... [--leave-out FILE] [--write]

Each argument names a folder of papers, a register made by hand, and a file of rows that are neither right nor wrong.
Bodies are weighed one against the other: what fewer than three wrote is dropped, and `--leave-out` writes for each body
the weights fitted without it, so that a figure can be taken on what was not seen.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from corpus.folder import survey
from indexer.findings.decisions import markers_in, told_apart
from indexer.findings.minutes import records_a_meeting
from indexer.forms.labeller import WEIGHTS
from indexer.forms.prose import told
from indexer.items.item import items_of
from indexer.items.statements import looks, statements
from indexer.reading.reader import read_papers
from indexer.sections.section import SectionKind, SectionText, understand

Row = dict[str, Any]
# A sentence is the one that a row of the gold register names if their words are at least this alike.
ALIKE = 0.55
# A sentence no longer than this may only point back; it is compared together with the one before it.
SHORT = 60
# Looks that fewer bodies than this have are left out, as particular to them; so are weights nearer to zero than this.
FEWEST_BODIES, LEAST_WEIGHT = 3, 0.01
# How strongly weights are kept small, and how much more a decision counts than another sentence.
STRENGTH, COUNTS = 0.2, 2.0


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence of minutes by its looks, and whether it decides something; None where that is open."""

    body: str
    looks: tuple[str, ...]
    decides: bool | None


def main() -> None:
    """Read the minutes, fit, and write what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sources", nargs="+", metavar="PAPERS:GOLD[:OPTIONAL]")
    parser.add_argument("--leave-out", type=Path)
    parser.add_argument("--write", action="store_true", help="put the weights of all bodies in use")
    options = parser.parse_args()
    found = [one for source in options.sources for one in examples(*map(Path, source.split(":")))]
    known = [one for one in found if one.decides is not None]
    bodies = sorted({one.body for one in known})
    print(f"{len(known)} sentences of {len(bodies)} bodies, {sum(bool(one.decides) for one in known)} decide")
    if options.leave_out:
        without = {body: fit([one for one in known if one.body != body]) for body in bodies}
        options.leave_out.write_text(json.dumps(without), encoding="utf-8")
    if options.write:
        WEIGHTS.write_text(json.dumps(fit(known), ensure_ascii=False, indent=0, sort_keys=True), encoding="utf-8")


def examples(papers: Path, gold: Path, optional: Path | None = None) -> Iterator[Example]:
    """The sentences of the minutes that a register made by hand covers."""
    rows = _rows(gold, decides=True) + (_rows(optional, decides=None) if optional else [])
    by_file: dict[str, list[tuple[Row, bool | None]]] = defaultdict(list)
    for row, decides in rows:
        for file in (row["file"], *(copy["file"] for copy in row.get("also") or row.get("copies") or [])):
            by_file[file].append((row, decides))
    wanted = {papers / paper.file: paper for paper in survey(papers, {}).papers if paper.file in by_file}
    for path, reading in read_papers(list(wanted)):
        paper = wanted[path]
        marked = by_file[paper.file]
        for text in _as_minutes(understand(paper, reading)):
            yield from _of_section(text, marked, body_of(papers, marked[0][0]))


def body_of(papers: Path, row: Row) -> str:
    """What counts as one body: an organisation; the sample papers, which one hand wrote, all together."""
    return "sample" if papers.name == "sample" else str(row["organisation"])


def _rows(path: Path, *, decides: bool | None) -> list[tuple[Row, bool | None]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [(json.loads(line), decides) for line in lines if line.strip()]


def _as_minutes(parts: Sequence[SectionText]) -> Iterator[SectionText]:
    """The minutes of a paper; if it is not known for minutes, all of it."""
    minutes = [part for part in parts if records_a_meeting(part)]
    if minutes or not parts:
        yield from minutes
        return
    lines = tuple(line for part in parts for line in part.lines)
    yield SectionText(replace(parts[0].section, kind=SectionKind.MINUTES), lines)


def _of_section(text: SectionText, rows: Sequence[tuple[Row, bool | None]], body: str) -> Iterator[Example]:
    """The sentences of minutes that are no part of an announced decision or a motion."""
    items = items_of(text)
    marked = markers_in(items)
    for item in items:
        parts, taken = told_apart(item, formal=marked)
        for one in statements(parts):
            if one.at in taken:
                continue
            said = f"{one.before} {one.text}" if len(one.text) < SHORT else one.text
            best, decides = max(
                ((_likeness(row, one.text, said), known) for row, known in rows), key=lambda pair: pair[0]
            )
            form = told(one.text)[0]
            yield Example(body, tuple(looks(one, item.title, form, marked=marked)), decides if best > ALIKE else False)


def _likeness(row: Row, *texts: str) -> float:
    """How much of a row's words and a sentence's are the same, from 0 to 1."""
    alt = row.get("alt") or []
    wordings = [row["text"], *([alt] if isinstance(alt, str) else alt)]
    return max(_overlap(set(one.lower().split()), set(text.lower().split())) for one in wordings for text in texts)


def _overlap(a: set[str], b: set[str]) -> float:
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


def fit(found: Sequence[Example]) -> dict[str, float]:
    """The weights of looks that several bodies share; "" is the constant."""
    seen: dict[str, set[str]] = defaultdict(set)
    for one in found:
        for look in one.looks:
            seen[look].add(one.body)
    place = {look: n for n, look in enumerate(sorted(k for k, bodies in seen.items() if len(bodies) >= FEWEST_BODIES))}
    cells = [(row, place[look]) for row, one in enumerate(found) for look in one.looks if look in place]
    rows, columns = zip(*cells, strict=True)
    matrix = csr_matrix((np.ones(len(cells), dtype=np.float32), (rows, columns)), shape=(len(found), len(place)))
    model = LogisticRegression(C=STRENGTH, solver="liblinear", class_weight={True: COUNTS, False: 1.0})
    model.fit(matrix, np.array([bool(one.decides) for one in found]))
    weights = {look: round(float(model.coef_[0][n]), 3) for look, n in place.items()}
    kept = {look: weight for look, weight in weights.items() if abs(weight) >= LEAST_WEIGHT}
    return kept | {"": round(float(model.intercept_[0]), 3)}


if __name__ == "__main__":
    main()
