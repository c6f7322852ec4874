"""`python -m corpus.sample.build`: the sources -> the sample PDFs and the truth about them, always the same bytes."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from corpus.sample import truth
from corpus.sample.layout import lay_out, register_faces
from corpus.sample.questions import answered, page_texts
from corpus.sample.source import SOURCES, papers, read

PAPERS = Path(__file__).parent
EXPECTED = PAPERS.parents[1] / "tests" / "expected" / "sample"


def build_papers(out: Path) -> list[truth.Built]:
    """Every paper with its layout; its PDF and the copies of it are written under `out`."""
    register_faces()
    acronyms = {name: tuple(full) for name, full in read(SOURCES / "acronyms.yaml").items()}
    built = [truth.Built(paper, lay_out(paper, acronyms)) for paper in papers()]
    for one in built:
        for file in one.files:
            path = out / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(one.laid.pdf)
    return built


def write_rows(path: Path, rows: list[truth.Row]) -> None:
    """Nothing; writes one JSON object a line."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


def build_truth(built: list[truth.Built], out: Path, expected: Path) -> None:
    """Nothing; writes every truth file."""
    for name in ("decisions", "sections", "attendance", "recommendations", "acronyms", "exempt"):
        write_rows(expected / f"{name}.jsonl", getattr(truth, name)(built))
    questions = read(SOURCES / "questions.yaml")
    write_rows(expected / "questions.jsonl", list(answered(questions, page_texts(out))))


def main() -> None:
    """Nothing; builds both and says how much there is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=PAPERS, help="folder for the PDFs")
    parser.add_argument("--truth", type=Path, default=EXPECTED, help="folder for the truth about them")
    args = parser.parse_args()
    built = build_papers(args.out)
    build_truth(built, args.out, args.truth)
    pages = sum(one.laid.pages * len(one.files) for one in built)
    print(f"{sum(len(one.files) for one in built)} files, {pages} pages")


if __name__ == "__main__":
    main()
