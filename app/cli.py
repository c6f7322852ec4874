"""The assistant on the command line: one question, or a file of them."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import nullcontext
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any, TextIO

from app.alerts.commands import add_digest, digest_lines
from app.answers.answer import Answer, Citation
from app.answers.filters import Filters
from app.answers.sources import source_label
from app.assistant import Assistant, open_assistant
from app.batch_file import BadLine, asked_in
from app.connect.commands import add_connect, key_lines, serve_mcp
from app.exports import monitor_to_csv, monitor_to_excel
from app.listings import add_monitor_options, additions_lines, monitor_lines, write_file
from app.matters.additions import additions_of
from app.matters.monitor import Wanted, selected_of
from app.model.writer import Recorded, Recorder
from app.upkeep.commands import NAMES as UPKEEP
from app.upkeep.commands import add_upkeep
from app.upkeep.commands import run as run_upkeep
from corpus.errors import BoardPapersError, WrongInput
from corpus.reasons import json_fault, reason_of
from corpus.settings import Settings
from corpus.terminal import counted, json_text, on_one_line, printable
from indexer.passages.embedding import MiniLM
from indexer.passages.passage import Passage


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit status: 0 done, 1 an error with a message on stderr, 2 wrong usage."""
    options = _parser().parse_args(arguments)
    try:
        if options.command == "key":
            for line in key_lines(options, _settings(options)):
                print(on_one_line(line))
            return 0
        if options.command in UPKEEP:
            lines, status = run_upkeep(options, _settings(options))
            for line in lines:
                print(printable(line))
            return status
        if getattr(options, "council", None):
            return _ask_councils(options)
        assistant = open_assistant(_settings(options), brief=options.command == "ask")
        if options.command == "batch":
            return 1 if _batch(assistant, options) else 0
        commands = {"ask": _ask, "digest": _digest, "mcp": _mcp, "monitor": _monitor, "new": _new}
        commands[options.command](assistant, options)
    except BoardPapersError as error:
        print(f"error: {printable(str(error))}", file=sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m app", description="Ask the board papers.")
    commands = parser.add_subparsers(dest="command", required=True)
    ask = commands.add_parser("ask", help="answer one question")
    ask.add_argument("question")
    ask.add_argument("--json", action="store_true", help="print the whole answer as JSON")
    ask.add_argument("--organisation", default="", help="only papers of this council")
    ask.add_argument("--body", default="", help="only papers of this committee")
    ask.add_argument("--since", type=_day, metavar="YYYY-MM-DD", help="only meetings on or after this day")
    ask.add_argument("--until", type=_day, metavar="YYYY-MM-DD", help="only meetings on or before this day")
    ask.add_argument(
        "--council",
        action="append",
        metavar="NAME",
        help="ask this council of the database; `all` for those that fit best",
    )
    batch = commands.add_parser("batch", help="answer a file of questions, one JSON object a line")
    batch.add_argument("questions", type=Path)
    batch.add_argument("answers", type=Path)
    recorded = batch.add_mutually_exclusive_group()
    recorded.add_argument("--prompts-out", type=Path, metavar="FILE", help="write what a language model would be sent")
    recorded.add_argument("--replies-in", type=Path, metavar="FILE", help="take a language model's replies from a file")
    monitor = commands.add_parser(
        "monitor", help="list recommendations, motions and actions, with what happened to each"
    )
    add_monitor_options(monitor, day=_day)
    new = commands.add_parser("new", help="list the papers added since a day, by committee, and their matters")
    new.add_argument("--since", type=_day, metavar="YYYY-MM-DD", required=True, help="added on or after this day (UTC)")
    for command in (ask, batch, monitor, new, *add_upkeep(commands), *add_connect(commands), add_digest(commands)):
        command.add_argument("--index", type=Path, help="the folder of the index (BOARD_PAPERS_INDEX)")
        command.add_argument("--corpus", type=Path, help="the folder of the papers (BOARD_PAPERS_CORPUS)")
    return parser


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as exc:
        raise argparse.ArgumentTypeError(f"{text} is not a date like 2024-03-19 (YYYY-MM-DD)") from exc


def _settings(options: argparse.Namespace) -> Settings:
    return Settings.from_environment().with_folders(corpus=options.corpus, index=options.index)


def _ask(assistant: Assistant, options: argparse.Namespace) -> None:
    filters = Filters(options.organisation, options.body, options.since, options.until)
    answer = assistant.write(assistant.ask(options.question, filters=filters))
    if options.json:
        print(json_text(as_record("", answer), indent=1))
        return
    _print_answer(answer)


def _ask_councils(options: argparse.Namespace) -> int:
    """Prints what each council says, one below the other; returns the exit status."""
    from app.side_by_side import SideBySide  # here, since on one machine nothing needs its libraries

    named = [] if "all" in options.council else options.council
    filters = Filters(options.organisation, options.body, options.since, options.until)
    found = SideBySide(_settings(options), MiniLM()).ask(options.question, named, filters=filters)
    if options.json:
        print(json_text([{"council": one.council, **as_record("", one.answer)} for one in found], indent=1))
        return 0
    for one in found:
        print(f"\n== {one.council} ==\n")
        _print_answer(one.answer)
    if not found:
        print("No council's papers answer this.")
    return 0


def _print_answer(answer: Answer) -> None:
    print(printable(answer.text))
    for note in answer.notes:
        print(f"\nNote: {on_one_line(note)}")
    for other in answer.alternatives:
        print(f"\n{on_one_line(other.label)}: {on_one_line(other.question)}")
    for (label, file), cited in groupby(answer.citations, key=_where):
        numbers = " ".join(f"[{one.number}]" for one in cited)
        print(f"\n{numbers} {on_one_line(label)}\n    {on_one_line(file)}")


def _where(citation: Citation) -> tuple[str, str]:
    return source_label(citation), citation.passage.section.paper.file


def _mcp(assistant: Assistant, options: argparse.Namespace) -> None:
    serve_mcp(assistant, _settings(options))


def _digest(assistant: Assistant, options: argparse.Namespace) -> None:
    for line in digest_lines(options, _settings(options), assistant):
        print(on_one_line(line), flush=True)


def _batch(assistant: Assistant, options: argparse.Namespace) -> int:
    """The number of lines that could not be answered; each is named on stderr, and the others go on."""
    lines = list(asked_in(options.questions))
    if not lines:
        print(f"{options.questions} has no question in it, so that nothing is answered.", file=sys.stderr)
    replies = _replies(options.replies_in) if options.replies_in else None
    prompts_out = options.prompts_out
    bad = 0
    try:
        with (
            options.answers.open("w", encoding="utf-8") as answers,
            prompts_out.open("w", encoding="utf-8") if prompts_out else nullcontext() as prompts,
        ):
            for done, (number, asked) in enumerate(lines, 1):
                recorder = Recorder() if prompts else None
                try:
                    if isinstance(asked, BadLine):
                        raise WrongInput(asked.why)
                    recorded = Recorded(replies.get(str(asked.id))) if replies is not None else None
                    answer = assistant.ask(asked.question, asked.history, filters=asked.filters)
                    answer = assistant.write(answer, asked.history, writer=recorder or recorded)
                except WrongInput as exc:
                    bad += 1
                    print(f"error: {on_one_line(f'Line {number} of {options.questions}: {exc}')}", file=sys.stderr)
                    continue
                _write(answers, as_record(asked.id, answer))
                if prompts and recorder:
                    _write(prompts, {"id": asked.id, "messages": recorder.sent})
                _report(done, len(lines), sys.stderr)
    except OSError as exc:
        raise WrongInput(f"{exc.filename or options.answers} cannot be written: {reason_of(exc)}.") from exc
    return bad


def _monitor(assistant: Assistant, options: argparse.Namespace) -> None:
    research = assistant.research
    held = research.monitor(Filters(options.organisation, options.body))
    found = selected_of(held, Wanted(options.kind, options.status, options.since))
    if options.csv:
        write_file(options.csv, monitor_to_csv(found, research.sources))
    if options.excel:
        write_file(options.excel, monitor_to_excel(found, research.sources))
    if not (options.csv or options.excel):
        for line in monitor_lines(found, research.sources):
            print(on_one_line(line))


def _new(assistant: Assistant, options: argparse.Namespace) -> None:
    found = additions_of(assistant.library().sittings, assistant.research.matters(), options.since)
    for line in additions_lines(found):
        print(on_one_line(line))
    if not found:
        print(f"Nothing was added since {options.since}.")


def _write(out: TextIO, record: Mapping[str, Any]) -> None:
    out.write(json_text(record) + "\n")


def _replies(path: Path) -> dict[str, str]:
    """The recorded replies of a language model by the id of their question."""
    return {str(line["id"]): line["reply"] for line in _lines_with("reply", path)}


def _report(done: int, total: int, out: TextIO) -> None:
    if out.isatty() or done == total:
        print(
            f"\r{done} of {counted(total, 'question')} answered",
            end="\n" if done == total else "",
            file=out,
            flush=True,
        )


def _lines_with(text: str, path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a file, each with an id and a text of this name; raises WrongInput naming a line without."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as exc:
        raise WrongInput(f"{path} cannot be read: {reason_of(exc)}.") from exc
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            found = json.loads(line)
        except (ValueError, RecursionError) as exc:
            raise WrongInput(f"Line {number} of {path} cannot be used: {json_fault(exc)}.") from exc
        if not isinstance(found, dict) or not isinstance(found.get(text), str) or "id" not in found:
            raise WrongInput(f'Line {number} of {path} needs "id" and "{text}".')
        yield found


def as_record(id_: Any, answer: Answer) -> dict[str, Any]:
    """The answer as the JSON object that other tools read."""
    return {
        "id": id_,
        "answer": answer.text,
        "answered": answer.answered,
        "kind": answer.kind,
        "citations": [_citation(c) for c in answer.citations],
        "passages": [_passage(p, s) for p, s in zip(answer.passages, answer.scores, strict=True)],
        "notes": list(answer.notes),
        "alternatives": [{"label": one.label, "question": one.question} for one in answer.alternatives],
        "suggestions": list(answer.suggestions),
        "written_by": answer.written_by,
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
