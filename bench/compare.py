"""The program beside the standard recipe, on the same papers in one run -> a Markdown table."""

from __future__ import annotations

import platform
import shutil
import statistics
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bench import ours
from bench.gold import Gold, read_rows, write_rows
from bench.measured import Measured, measured

NOTES = """\
The recipe: PyPDFLoader and TextLoader, RecursiveCharacterTextSplitter 1000/200, HuggingFaceEmbeddings on the same
weights, Chroma, similarity_search with k = 40, the earlier questions put in front. Its question time is that search
alone, behind a warm model; ours is the whole answer: understanding, search, composing, and the proof of every quote on
its page. Ours also reads sections, decisions and attendance while it indexes, and tables and scans where there are any.
Memory is the process with all its children. Quality is the scorer's: evidence within the first 4,000 and 8,000
characters of the ranked passages."""


@dataclass(frozen=True, slots=True)
class Side:
    """What one side took and gave; the shares of questions are None where no scorer is at hand."""

    index: Measured
    answering: Measured
    question_seconds: tuple[float, ...]
    any_4k: float | None
    all_8k: float | None


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the table; `gain` says how many times better ours is, or by how much for a share."""

    name: str
    recipe: str
    ours: str
    gain: str


def compare(gold: Gold, out: Path) -> None:
    """Nothing; measures both sides afresh and prints the table."""
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    questions = out / "questions.jsonl"
    write_rows(questions, (row for path in gold.questions for row in read_rows(path)))
    recipe = recipe_side(gold, questions, out)
    own = own_side(gold, questions, out)
    pages, asked = page_count(gold.papers), len(own.question_seconds)
    print(
        f"\n{date.today():%d %B %Y}: {pages} pages, {asked} questions, {platform.machine()}, Python {sys.version[:6]}\n"
    )
    print("\n".join(markdown(lines(recipe, own, pages))))
    print(f"\n{NOTES}")


def recipe_side(gold: Gold, questions: Path, out: Path) -> Side:
    """The recipe, measured in separate processes."""
    store, answers = out / "recipe-store", out / "recipe-answers.jsonl"
    command: ours.Command = [sys.executable, "-W", "ignore", "-m", "bench.recipe"]
    index = measured([*command, "index", gold.papers, store])
    answering = measured([*command, "answer", questions, answers, store])
    return side(gold, questions, answers, index, answering)


def own_side(gold: Gold, questions: Path, out: Path) -> Side:
    """The program, measured in separate processes."""
    store, answers = out / "index", out / "answers.jsonl"
    index = measured(ours.sync(gold.papers, store), fine=(0, ours.NOT_ALL_READ))
    answering = measured(ours.batch(questions, answers, store))
    return side(gold, questions, answers, index, answering)


def side(gold: Gold, questions: Path, answers: Path, index: Measured, answering: Measured) -> Side:
    """A side with its answers scored, where the scorer is at hand."""
    print(f"{answers.stem}: index {index}; questions {answering}", flush=True)
    seconds = tuple(row["seconds"] for row in read_rows(answers))
    if gold.scorers is None:
        return Side(index, answering, seconds, None, None)
    figures = gold.score(answers, [questions], answers.with_suffix(".scores.json"))["all"]
    return Side(index, answering, seconds, figures["any@4k"], figures["all@8k"])


def lines(recipe: Side, own: Side, pages: int) -> Iterator[Line]:
    """The rows of the table."""
    yield fewer("index, s", recipe.index.seconds, own.index.seconds)
    yield fewer("index, processor s", recipe.index.cpu_seconds, own.index.cpu_seconds)
    speeds = pages / recipe.index.seconds, pages / own.index.seconds
    yield Line("pages a second", f"{speeds[0]:.1f}", f"{speeds[1]:.1f}", f"{speeds[1] / speeds[0]:.2f} x")
    yield fewer("peak memory while indexing, MB", recipe.index.peak_mb, own.index.peak_mb)
    yield fewer("peak memory while answering, MB", recipe.answering.peak_mb, own.answering.peak_mb)
    yield fewer("all questions, processor s", recipe.answering.cpu_seconds, own.answering.cpu_seconds)
    for name, share in (("p50", 0.5), ("p95", 0.95)):
        both = (1000 * quantile(each.question_seconds, share) for each in (recipe, own))
        yield fewer(f"a question, {name}, ms", *both)
    yield from better("evidence in 4,000 characters (any@4k)", recipe.any_4k, own.any_4k)
    yield from better("all evidence in 8,000 characters (all@8k)", recipe.all_8k, own.all_8k)


def fewer(name: str, recipe: float, own: float) -> Line:
    """A row of which less is better; the gain is the recipe's figure over ours."""
    return Line(name, f"{recipe:.0f}", f"{own:.0f}", f"{recipe / own:.2f} x" if own else "-")


def better(name: str, recipe: float | None, own: float | None) -> Iterator[Line]:
    """A row of shares of questions, of which more is better, where both are known."""
    if recipe is not None and own is not None:
        yield Line(name, f"{recipe:.3f}", f"{own:.3f}", f"{own - recipe:+.3f}")


def markdown(table: Iterator[Line]) -> Iterator[str]:
    """The table as lines of Markdown."""
    yield "| figure | recipe | ours | gain |"
    yield "|---|---:|---:|---:|"
    for line in table:
        yield f"| {line.name} | {line.recipe} | {line.ours} | {line.gain} |"


def quantile(values: tuple[float, ...], share: float) -> float:
    """The value below which that share of the values lies; 0 for none."""
    if len(values) < 2:
        return sum(values)
    return statistics.quantiles(values, n=100, method="inclusive")[round(share * 100) - 1]


def page_count(papers: Path) -> int:
    """The pages of the PDFs in a folder, and one for each text file; a PDF that cannot be opened counts none."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    pages = len(list(papers.rglob("*.txt")))
    for path in papers.rglob("*.pdf"):
        try:
            pages += len(PdfReader(path).pages)
        except (PyPdfError, OSError, ValueError):
            continue
    return pages
