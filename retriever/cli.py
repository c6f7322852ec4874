"""The retriever on the command line: how a question is understood, what it finds, and why; for people who tune it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from corpus.errors import BoardPapersError
from corpus.settings import Settings
from corpus.terminal import on_one_line, printable
from indexer.build import stamp_of
from indexer.passages.embedding import MiniLM
from indexer.store import PUBLIC, index_at
from retriever.periods import Period
from retriever.questions import Question
from retriever.search import Hit, Retriever

SHOWN = 10  # hits, unless another number is asked for
EXCERPT = 160  # characters of a passage


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit status: 0 done, 1 an error said in one sentence on stderr, 2 wrong usage."""
    parser = argparse.ArgumentParser(prog="python -m retriever", description="See how a question is searched for.")
    parser.add_argument("question")
    parser.add_argument(
        "--history", action="append", default=[], metavar="QUESTION", help="an earlier question; again for more"
    )
    parser.add_argument("--limit", type=int, default=SHOWN, help=f"how many passages to print ({SHOWN})")
    parser.add_argument("--index", type=Path, help="the folder of the index (BOARD_PAPERS_INDEX)")
    options = parser.parse_args(arguments)
    settings = Settings.from_environment().with_folders(index=options.index)
    try:
        embedder = MiniLM()
        with index_at(settings.index, settings.store).open(stamp_of(embedder), brief=True) as store:
            retriever = Retriever(store, embedder, right=PUBLIC)
            question = retriever.understand(options.question, options.history)
            hits = retriever.search(question, limit=max(1, options.limit))
    except BoardPapersError as error:
        print(f"error: {printable(str(error))}", file=sys.stderr)
        return 1
    print("\n".join(map(on_one_line, [*described(question), "", *ranked(hits)])))
    return 0


def described(question: Question) -> Iterator[str]:
    """The understanding of a question, a line a part; parts without anything are left out."""
    parts = {
        "kind": (question.kind.value,),
        "words": question.terms,
        "taken over": question.context_terms,
        "organisations": question.organisations,
        "bodies": question.bodies,
        "periods": tuple(map(_period, question.periods)),
        "also called": question.expansions,
        "read as": tuple(f"{wrong} -> {right}" for wrong, right in question.corrections),
    }
    for name, values in parts.items():
        if values:
            yield f"{name + ':':<15}{', '.join(values)}"


def ranked(hits: Sequence[Hit]) -> Iterator[str]:
    """Each hit in three lines: score and place, why it was found, how it begins."""
    for number, hit in enumerate(hits, 1):
        passage, meeting = hit.passage, hit.passage.section.meeting
        page = f"page {passage.page}" if passage.page else ""
        where = (
            meeting.body,
            str(meeting.held_on or ""),
            passage.section.kind.value,
            f"{passage.item} {passage.title}".strip(),
            page,
        )
        yield (
            f"{number:>2}. {hit.score:.2f}  {' | '.join(part for part in where if part)}  "
            f"({passage.section.paper.file})"
        )
        yield "    " + "  ".join(f"{reason} {gain:+.2f}" for reason, gain in hit.why.items())
        yield "    " + " ".join(passage.text.split())[:EXCERPT]


def _period(period: Period) -> str:
    return f"{period.start}" if period.exact else f"{period.start} to {period.end}"
