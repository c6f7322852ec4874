"""Whether a change of code changes what is found: all that is understood of a folder of papers, a line for each record.

    python -m bench.same keep OUT --papers DIR [--readings FILE] [--index INDEX --questions FILE]
    python -m bench.same compare BEFORE AFTER

`keep` writes sections, passages, register, attendance, actions, recommendations, links and outlines to OUT; with an
index and questions the answers as well. Files are read once and kept in `--readings`, because reading takes most of the
time and a change of rules does not touch it. `compare` prints each line that differs and exits with 1 if there is one.
"""

from __future__ import annotations

import argparse
import difflib
import hashlib
import pickle
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from pathlib import Path

from corpus.access import read_access
from corpus.folder import survey
from corpus.papers import Paper
from indexer.findings.findings import Findings
from indexer.linking.copies import folded, merged
from indexer.linking.fates import Fate, fates_of
from indexer.linking.missing_meetings import settle
from indexer.linking.versions import Version, versions_of
from indexer.passages.passage import Passage
from indexer.reading.pages import Reading
from indexer.reading.reader import read_papers
from indexer.review.outline import Understood as Outlined
from indexer.review.outline import outline
from indexer.sections.section import Section
from indexer.understanding import Understood, understood, with_findings

SHOWN = 40
"""Differing lines that are printed for each file."""


def main() -> int:
    """The exit status: 0 kept, or the same; 1 different."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    keeping = commands.add_parser("keep")
    keeping.add_argument("out", type=Path)
    keeping.add_argument("--papers", type=Path, required=True)
    keeping.add_argument("--readings", type=Path)
    keeping.add_argument("--index", type=Path)
    keeping.add_argument("--questions", type=Path)
    comparing = commands.add_parser("compare")
    comparing.add_argument("before", type=Path)
    comparing.add_argument("after", type=Path)
    options = parser.parse_args()
    if options.command == "compare":
        return compare(options.before, options.after)
    options.out.mkdir(parents=True, exist_ok=True)
    for name, lines in records_of(options.papers, options.readings).items():
        (options.out / f"{name}.txt").write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    if options.index and options.questions:
        command = [sys.executable, "-m", "app", "batch", options.questions, options.out / "answers.txt"]
        subprocess.run([*command, "--index", options.index], check=True)
    return 0


def records_of(folder: Path, readings: Path | None) -> dict[str, list[str]]:
    """What is understood of the papers of a folder: for each sort of record its lines."""
    access = read_access(folder, ())
    papers = folded(survey(folder, {}).papers, {}, access)
    read = _readings(folder, papers, readings)
    each = [understood(paper, read[paper.sha256], access.labels_of(paper).pages) for paper in papers]
    found = merged(each, {}, access)
    each = [replace(one, paper=found.papers[one.paper.sha256]) for one in each if one.paper.sha256 in found.papers]
    settled = settle([one.said for one in each])
    told = [with_findings(one.settled(own)) for one, own in zip(each, settled, strict=True)]
    texts = {part.section: "\n".join(line.text for line in part.lines) for one, *_ in told for part in one.sections}
    out: dict[str, list[str]] = {name.name: [] for name in fields(Findings)}
    for _, _, findings in told:
        for name in out:
            out[name] += [repr(record) for record in getattr(findings, name)]
    decisions = [one for *_, findings in told for one in findings.decisions]
    recommendations = [one for *_, findings in told for one in findings.recommendations]
    versions = list(versions_of(list(texts), decisions, texts.__getitem__))
    fates = list(fates_of(recommendations, decisions))
    out["passages"] = [repr(passage) for _, passages, _ in told for passage in passages]
    out["sections"] = [f"{section!r} {hash_of(text)}" for section, text in texts.items()]
    out["links"] = [*map(repr, versions), *map(repr, fates)]
    out["outlines"] = [line for one in told for line in outline(_outlined(*one, fates, versions))]
    return out


def _outlined(
    one: Understood, passages: Sequence[Passage], found: Findings, fates: Sequence[Fate], versions: Sequence[Version]
) -> Outlined:
    """A paper as its outline is drawn from the store."""
    return Outlined(
        paper=one.paper,
        problem=one.reading.problem,
        pages=[page.state for page in one.reading.pages],
        sections=[part.section for part in one.sections],
        passages=passages,
        decisions=found.decisions,
        attendance=found.attendance,
        actions=found.actions,
        fates=[fate for fate in fates if _is_of(fate.recommendation.section, one.paper)],
        versions=[version for version in versions if _is_of(version.section, one.paper)],
    )


def _is_of(section: Section, paper: Paper) -> bool:
    return section.paper == paper


def hash_of(text: str) -> str:
    """A short digest: enough to see that the lines of a section changed."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:16]


def _readings(folder: Path, papers: tuple[Paper, ...], kept: Path | None) -> dict[str, Reading]:
    """What was read of each paper, by hash; read once and kept, because our own pickle loads in a second."""
    if kept and kept.exists():
        stored: dict[str, Reading] = pickle.loads(kept.read_bytes())
        return stored
    by_path = {folder / paper.file: paper.sha256 for paper in papers}
    read = {by_path[path]: reading for path, reading in read_papers(list(by_path))}
    if kept:
        kept.write_bytes(pickle.dumps(read))
    return read


def compare(before: Path, after: Path) -> int:
    """1 where a file of the two runs differs, its differing lines printed; else 0."""
    differing = 0
    for file in sorted({path.name for folder in (before, after) for path in folder.glob("*.txt")}):
        old, new = (_lines(folder / file) for folder in (before, after))
        changed = list(_changed(old, new))
        print(f"{file}: {'the same' if not changed else f'{len(changed)} lines differ'} ({len(new)} lines)")
        for line in changed[:SHOWN]:
            print(f"  {line[:600]}")
        differing += bool(changed)
    return int(differing > 0)


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines() if path.exists() else []


def _changed(old: list[str], new: list[str]) -> Iterator[str]:
    """The lines that are in one run only."""
    if old != new:
        yield from (
            line for line in difflib.unified_diff(old, new, lineterm="", n=0) if line[:2] not in ("--", "++", "@@")
        )


if __name__ == "__main__":
    sys.exit(main())
