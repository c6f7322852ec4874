"""What is known of each body's minutes: sections, dates, register - and the register without what was fitted to that
body.

    python -m bench.places [--shared DIR]

The papers are those that the registers made by hand cover. "left out" is the same register read with weights that were
fitted without this body; the forms are the same, since no form was made for one body alone.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from bench.fit_decided import Example, examples, fit
from corpus.folder import survey
from indexer.findings.findings import findings_of
from indexer.findings.register import rows_of
from indexer.forms.labeller import stored_weights, using
from indexer.linking.missing_meetings import said_of, settle
from indexer.reading.reader import read_papers
from indexer.sections.section import SectionKind, SectionText, understand

Row = dict[str, Any]
OLDER = ("hart14", "thur14", "kcab25")


@dataclass(frozen=True, slots=True)
class Gold:
    """The decisions of one body marked by hand, those that are neither right nor wrong, and the files they stand in."""

    name: str
    rows: tuple[Row, ...]
    optional: tuple[Row, ...]
    files: frozenset[str]


def main() -> None:
    """Print a line for each body and one for all small ones together."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    shared = parser.parse_args().shared
    bodies = list(gold_of(shared / "eval"))
    sections = read(shared / "papers", {file for body in bodies for file in body.files})
    marked = marked_sentences(shared)
    scorer = shared / "eval" / "score_decisions.py"
    print(f"{'body':24}{'minutes':>9}{'unknown':>9}{'dated':>7}{'F1':>7}{'left out':>10}")
    pooled: tuple[list[Row], list[Row]] = ([], [])
    for body in bodies:
        own = [part for file in sorted(body.files) for part in sections.get(file, ())]
        organisations = {str(row["organisation"]) for row in body.rows}
        without = fit([one for one in marked if one.body not in organisations])
        both = register(own, stored_weights()), register(own, without)
        pooled[0].extend(both[0])
        pooled[1].extend(both[1])
        minutes = [part for part in own if part.section.kind is SectionKind.MINUTES]
        unknown = sum(part.section.kind is SectionKind.UNKNOWN for part in own)
        dated = sum(part.section.meeting.held_on is not None for part in minutes)
        f1, left_out = (score(scorer, body, rows)["f1"] for rows in both)
        print(f"{body.name:24}{len(minutes):>9}{unknown:>9}{dated:>7}{f1:>7.3f}{left_out:>10.3f}", flush=True)
    everything = Gold(
        "all together",
        tuple(row for body in bodies for row in body.rows),
        tuple(row for body in bodies for row in body.optional),
        frozenset(file for body in bodies for file in body.files),
    )
    f1, left_out = (score(scorer, everything, rows)["f1"] for rows in pooled)
    print(f"{everything.name:49}{f1:>7.3f}{left_out:>10.3f}")


def gold_of(scorers: Path) -> Iterable[Gold]:
    """The gold of the small bodies, one folder of papers each, and of the three older registers."""
    scope = (scorers / "decisions-places.scope").read_text(encoding="utf-8").split("\n")
    rows, optional = lines(scorers / "decisions-places.jsonl"), lines(scorers / "optional-decisions-places.jsonl")
    for folder in sorted({_folder(row["file"]) for row in rows}):
        yield Gold(
            folder.rpartition("/")[2],
            tuple(row for row in rows if _folder(row["file"]) == folder),
            tuple(row for row in optional if _folder(row["file"]) == folder),
            frozenset(file for file in scope if _folder(file) == folder),
        )
    for name in OLDER:
        own = lines(scorers / f"decisions-{name}.jsonl")
        also = {copy["file"] for row in own for copy in row.get("also") or []}
        yield Gold(name, tuple(own), (), frozenset({row["file"] for row in own} | also))


def _folder(file: str) -> str:
    return "/".join(file.split("/")[:2])


def lines(path: Path) -> list[Row]:
    """The objects of a JSONL file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def read(papers: Path, files: set[str]) -> dict[str, tuple[SectionText, ...]]:
    """The sections of the papers, by file, each with the meeting that is settled between them."""
    wanted = {papers / paper.file: paper for paper in survey(papers, {}).papers if paper.file in files}
    understood = [(wanted[path], understand(wanted[path], reading)) for path, reading in read_papers(list(wanted))]
    settled = settle([[said_of(part) for part in parts] for _, parts in understood])
    return {
        paper.file: tuple(replace(part, section=section) for part, section in zip(parts, own, strict=True))
        for (paper, parts), own in zip(understood, settled, strict=True)
    }


def marked_sentences(shared: Path) -> list[Example]:
    """The sentences of all registers made by hand and of the sample papers, marked."""
    papers, scorers = shared / "papers", shared / "eval"
    found = list(examples(papers, scorers / "decisions-places.jsonl", scorers / "optional-decisions-places.jsonl"))
    for name in OLDER:
        found += examples(papers, scorers / f"decisions-{name}.jsonl")
    found += examples(Path("corpus/sample"), Path("tests/expected/sample/decisions.jsonl"))
    return [one for one in found if one.decides is not None]


def register(sections: Sequence[SectionText], weights: Mapping[str, float]) -> list[Row]:
    """The rows of the register that these weights find."""
    with using(weights):
        return rows_of(findings_of(sections).decisions)


def score(scorer: Path, body: Gold, rows: Sequence[Row]) -> dict[str, float]:
    """The figures of the scorer that comes with the gold."""
    with tempfile.TemporaryDirectory() as folder:
        names = {"gold": body.rows, "optional": body.optional, "register": rows}
        paths = {name: Path(folder) / f"{name}.jsonl" for name in names}
        for name, told in names.items():
            paths[name].write_text("".join(json.dumps(row) + "\n" for row in told), encoding="utf-8")
        scope = Path(folder) / "scope"
        scope.write_text("\n".join(sorted(body.files)), encoding="utf-8")
        command = [sys.executable, str(scorer), "--register", str(paths["register"]), str(paths["gold"])]
        command += ["--optional", str(paths["optional"]), "--scope-file", str(scope)]
        figures: dict[str, float] = json.loads(
            subprocess.run(command, check=True, capture_output=True, text=True).stdout
        )
        return figures


if __name__ == "__main__":
    main()
