"""The assistant on the command line: one question, or a file of them."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any, TextIO

from app.answers import Answer, Citation
from app.assistant import Assistant, open_assistant
from app.filters import Filters
from corpus.errors import BoardPapersError, WrongInput
from corpus.settings import Settings
from indexer.passages import Passage


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit status: 0 done, 1 an error said in one sentence on stderr, 2 wrong usage."""
    options = _parser().parse_args(arguments)
    try:
        assistant = open_assistant(_settings(options))
        if options.command == "ask":
            _ask(assistant, options)
        else:
            _batch(assistant, options.questions, options.answers)
    except BoardPapersError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m app", description="Ask the board papers.")
    commands = parser.add_subparsers(dest="command", required=True)
    ask = commands.add_parser("ask", help="answer one question")
    ask.add_argument("question")
    ask.add_argument("--json", action="store_true", help="print the whole answer as JSON")
    ask.add_argument("--organisation", default="", help="only papers of this council")
    ask.add_argument("--body", default="", help="only papers of this body")
    ask.add_argument("--since", type=_day, metavar="YYYY-MM-DD", help="only meetings on or after this day")
    ask.add_argument("--until", type=_day, metavar="YYYY-MM-DD", help="only meetings on or before this day")
    batch = commands.add_parser("batch", help="answer a file of questions, one JSON object a line")
    batch.add_argument("questions", type=Path)
    batch.add_argument("answers", type=Path)
    for command in (ask, batch):
        command.add_argument("--index", type=Path, help="the folder of the index (BOARD_PAPERS_INDEX)")
        command.add_argument("--corpus", type=Path, help="the folder of the papers (BOARD_PAPERS_CORPUS)")
    return parser


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as exc:
        raise argparse.ArgumentTypeError(f"{text} is no day of the form YYYY-MM-DD") from exc


def _settings(options: argparse.Namespace) -> Settings:
    return Settings.from_environment().with_folders(corpus=options.corpus, index=options.index)


def _ask(assistant: Assistant, options: argparse.Namespace) -> None:
    filters = Filters(options.organisation, options.body, options.since, options.until)
    answer = assistant.ask(options.question, filters=filters)
    if options.json:
        print(json.dumps(as_record("", answer), ensure_ascii=False, indent=1))
        return
    print(answer.text)
    for citation in answer.citations:
        print(f"\n[{citation.number}] {citation.label}\n    {citation.passage.section.paper.file}")


def _batch(assistant: Assistant, questions: Path, answers: Path) -> None:
    asked = list(_questions(questions))
    try:
        with answers.open("w", encoding="utf-8") as out:
            for done, question in enumerate(asked, 1):
                answer = assistant.ask(question["question"], question.get("history") or [])
                out.write(json.dumps(as_record(question["id"], answer), ensure_ascii=False) + "\n")
                _report(done, len(asked), sys.stderr)
    except OSError as exc:
        raise WrongInput(f"The answers cannot be written to {answers}: {exc.strerror}.") from exc


def _report(done: int, total: int, out: TextIO) -> None:
    if out.isatty() or done == total:
        print(f"\r{done} of {total} questions answered", end="\n" if done == total else "", file=out, flush=True)


def _questions(path: Path) -> Iterator[dict[str, Any]]:
    """The questions of a file; raises WrongInput naming the line that is none."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as exc:
        raise WrongInput(f"The questions cannot be read from {path}.", hint=str(exc)) from exc
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            found = json.loads(line)
        except json.JSONDecodeError as exc:
            raise WrongInput(f"Line {number} of {path} is not JSON: {exc.msg}.") from exc
        if not isinstance(found, dict) or not isinstance(found.get("question"), str) or "id" not in found:
            raise WrongInput(f'Line {number} of {path} needs "id" and "question".')
        yield found


def as_record(id_: str, answer: Answer) -> dict[str, Any]:
    """The answer as the JSON object that other tools read."""
    return {
        "id": id_,
        "answer": answer.text,
        "answered": answer.answered,
        "kind": answer.kind,
        "citations": [_citation(c) for c in answer.citations],
        "passages": [_passage(p, s) for p, s in zip(answer.passages, answer.scores, strict=True)],
        "notes": list(answer.notes),
        "seconds": round(answer.seconds, 4),
    }


def _citation(citation: Citation) -> dict[str, Any]:
    passage, section = citation.passage, citation.passage.section
    held_on = section.meeting.held_on
    return {
        "number": citation.number,
        "file": section.paper.file,
        "page": citation.page,
        "page_end": citation.page_end,
        "printed_page": passage.printed_page,
        "quote": citation.quote,
        "organisation": section.meeting.organisation,
        "body": section.meeting.body,
        "meeting_date": held_on.isoformat() if held_on else "",
        "section": section.kind.value,
        "item": passage.item,
        "title": passage.title,
    }


def _passage(passage: Passage, score: float) -> dict[str, Any]:
    return {
        "file": passage.section.paper.file,
        "page": passage.page,
        "page_end": passage.page_end,
        "text": passage.text,
        "score": round(score, 4),
    }
