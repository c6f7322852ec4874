"""The indexer on the command line: sync, status, show, decisions."""

from __future__ import annotations

import argparse
import csv
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from corpus.access import read_access
from corpus.errors import BoardPapersError, WrongInput
from corpus.private import private_files
from corpus.reasons import reason_of
from corpus.settings import Settings
from corpus.terminal import as_cell, counted, json_text, on_one_line, printable
from indexer.build import build_index
from indexer.findings.register import COLUMNS, rows_of, standing
from indexer.moving import moved
from indexer.passages.embedding import MiniLM
from indexer.progress import Progress, duration, report_lines
from indexer.review.health import doubts_of
from indexer.review.misprints import misprints_in
from indexer.review.outline import Understood, named, outline
from indexer.review.restricted import REVIEWED, restricted_line, restricted_record
from indexer.review.said_twice import said_twice
from indexer.store import PATIENCE, PUBLIC, AnyStore, Index, Right, StoredPaper, index_at
from indexer.store.sql.findings import Finding

LONGEST_WAIT = 3600.0  # seconds
NOT_ALL_READ = 3  # exit status of a sync that finished but could not read every file, or every line about access


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit status: 0 done, 1 an error said in one sentence on stderr, 2 wrong usage, 3 done with something to
    mend.
    """
    options = _parser().parse_args(arguments)
    settings = Settings.from_environment().with_folders(corpus=getattr(options, "corpus", None), index=options.index)
    commands: dict[str, Callable[[argparse.Namespace, Settings], int]] = {
        "sync": _sync,
        "status": _status,
        "show": _show,
        "decisions": _decisions,
        "move": _move,
        "work": _work,
        "workers": _workers,
    }
    try:
        return commands[options.command](options, settings)
    except BoardPapersError as error:
        print(f"error: {printable(str(error))}", file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m indexer", description="Index the board papers of a folder.")
    commands = parser.add_subparsers(dest="command", required=True)
    sync = commands.add_parser("sync", help="add, refresh and remove papers so that the index is as the folder")
    sync.add_argument("--corpus", type=Path, help="the folder of the papers (BOARD_PAPERS_CORPUS)")
    sync.add_argument(
        "--rebuild", action="store_true", help="read every paper again; the index before answers until then"
    )
    sync.add_argument("--release", action="append", default=[], metavar="FOLDER", help="open a folder that was exempt")
    sync.add_argument("--remove", action="store_true", help="empty the index where the folder has no papers any more")
    sync.add_argument("--wait", action="store_true", help="wait for another sync that is at work, up to an hour")
    sync.add_argument("--later", action="store_true", help="leave it to a worker (python -m indexer work)")
    status = commands.add_parser("status", help="what is indexed, and what could not be read")
    status.add_argument("--json", action="store_true")
    show = commands.add_parser("show", help="a paper as it was understood: its sections and what was found in them")
    show.add_argument("file", metavar="FILE", help="its file in the folder of the papers, or a part of that name")
    decisions = commands.add_parser("decisions", help="write the register of decisions")
    target = decisions.add_mutually_exclusive_group(required=True)
    target.add_argument("--jsonl", type=Path, metavar="FILE")
    target.add_argument("--csv", type=Path, metavar="FILE")
    move = commands.add_parser("move", help="move the index from this machine to a PostgreSQL database, or back")
    move.add_argument("--to", required=True, metavar="PLACE", help="postgresql://..., or the folder of an index")
    work = commands.add_parser("work", help="do the syncs that are left to workers, of every council in the database")
    work.add_argument("--once", action="store_true", help="stop when none is left")
    workers = commands.add_parser("workers", help="how far the syncs of all councils are")
    for command in (sync, status, show, decisions, move, work, workers):
        command.add_argument("--index", type=Path, help="the folder of the index (BOARD_PAPERS_INDEX)")
    return parser


@private_files()
def _sync(options: argparse.Namespace, settings: Settings) -> int:
    if options.later:
        return _later(options, settings)
    report = build_index(
        settings.corpus,
        index_at(settings.index, settings.store),
        embedder=MiniLM(),
        exempt=settings.exempt,
        rebuild=options.rebuild,
        release=options.release,
        remove=options.remove,
        patience=LONGEST_WAIT if options.wait else PATIENCE,
        on_progress=_Bar().show,
    )
    for line in report_lines(report):
        print(on_one_line(line))
    with index_at(settings.index, settings.store).open(None) as store:
        for said in said_twice(store, read_access(settings.corpus, settings.exempt)):
            print(f"warning: {on_one_line(said)}")
    return NOT_ALL_READ if report.not_read or report.astray or report.reminders else 0


class _Bar:
    """Writes how far a build is: in place on a terminal, every few seconds elsewhere."""

    def __init__(self) -> None:
        self._last = ""

    def show(self, progress: Progress) -> None:
        """Prints the progress to stderr where it has changed."""
        left = "" if progress.seconds_left is None else f", about {duration(progress.seconds_left)} left"
        papers, pages = counted(progress.of_papers, "paper"), counted(progress.pages, "page")
        line = f"{progress.step}: {progress.papers} of {papers}, {pages}{left}"
        if line == self._last:
            return
        self._last = line
        if sys.stderr.isatty():
            print(f"\r\033[K{line}", end="", file=sys.stderr, flush=True)
            if progress.step == "finished":
                print(file=sys.stderr)
        elif progress.step != "reading":
            print(line, file=sys.stderr, flush=True)


def _status(options: argparse.Namespace, settings: Settings) -> int:
    record = status_record(index_at(settings.index, settings.store))
    if options.json:
        print(json_text(record, indent=1))
        return 0
    for name, value in record.items():
        if name == "not_read":
            print(f"not read in full: {len(value)}")
            for entry in value:
                print(on_one_line(f"  {entry['file']}: {entry['reason']}"))
        elif name in REVIEWED:
            print(f"{REVIEWED[name]}: {len(value)}")
            for entry in value:
                print(on_one_line(f"  {restricted_line(entry)}"))
        elif name == "doubts":
            for line in _doubt_lines(value):
                print(on_one_line(line))
        elif isinstance(value, dict):
            print(f"{name.replace('_', ' ')}: {', '.join(f'{k} {v}' for k, v in value.items())}")
        else:
            print(on_one_line(f"{name.replace('_', ' ')}: {value}"))
    return 0


def _doubt_lines(doubts: dict[str, list[dict[str, Any]]]) -> Iterator[str]:
    """What was not understood, list by list: each place in a line."""
    for name, places in doubts.items():
        yield f"{name.replace('_', ' ')}: {len(places)}"
        for place in places:
            page = f", page {place['page']}" if place["page"] else ""
            yield f"  {place['file']}{page}{': ' if place['why'] else ''}{place['why']}"


def status_record(index: Index) -> dict[str, Any]:
    """What the keeper of an index sees of it: counts, the files not read and why, and the stamp."""
    with index.open(None) as store:
        everything = Right(store.labels())
        status, public = store.status(right=everything), store.status(right=PUBLIC)
        papers = store.papers(right=everything)
        sections, versions = store.sections(right=everything), store.versions(right=everything)
        stamp = store.stamp
        read = [one for held in papers for one in store.passages_of_paper(held.paper.file, right=everything)]
        misprints = len(misprints_in(read))
        doubts = doubts_of(sections, store.decisions(right=everything), read)
    return {
        "papers": status.papers,
        "copies": status.copies,
        "meetings": status.meetings,
        "sections": status.sections,
        "passages": status.passages,
        "decisions": status.decisions,
        "items": status.items,
        "actions": status.actions,
        "recommendations": status.recommendations,
        "misprints": misprints,
        "superseded_sections": sum(one.successor is not None for one in versions),
        "confirmed_minutes": sum(one.confirmed_by is not None for one in versions),
        "exempt_sections": status.sections - public.sections,
        "unknown_sections": status.unknown,
        "pages": status.page_states,
        "not_read": [{"file": held.paper.file, "reason": held.problem} for held in papers if held.problem],
        "doubts": asdict(doubts),
        **restricted_record(sections),
        "stamp": {
            "passage_rules": stamp.passages_rules,
            "model": stamp.model,
            "model_sha256": stamp.model_sha256,
            "schema": stamp.schema,
        },
        "revision": status.revision,
    }


def _show(options: argparse.Namespace, settings: Settings) -> int:
    with index_at(settings.index, settings.store).open(None) as store:
        everything = Right(store.labels())
        held = {one.paper: one for one in store.papers(right=everything)}
        found = named(list(held), options.file)
        if len(found) != 1:
            if found:
                names = "".join(f"\n  {on_one_line(paper.file)}" for paper in found)
                raise WrongInput(f"{len(found)} papers have {options.file!r} in their names:{names}")
            raise WrongInput(f"No indexed paper has {options.file!r} in its name.")
        lines = list(outline(understood(store, held[found[0]])))
    for line in lines:
        print(on_one_line(line))
    return 0


def understood(store: AnyStore, held: StoredPaper) -> Understood:
    """What the store holds of a paper: of its restricted parts that they are there, of the others what they say."""
    everything, paper = Right(store.labels()), held.paper

    def own(found: Iterable[Finding]) -> list[Finding]:
        return [one for one in found if one.section.paper == paper]

    return Understood(
        paper=paper,
        problem=held.problem,
        pages=[page.state for page in store.pages(paper.file, right=everything)],
        sections=[section for section in store.sections(right=everything) if section.paper == paper],
        passages=store.passages_of_paper(paper.file, right=PUBLIC),
        decisions=own(store.decisions(right=PUBLIC)),
        attendance=own(store.attendance(right=PUBLIC)),
        actions=own(store.actions(right=PUBLIC)),
        fates=[fate for fate in store.fates(right=PUBLIC) if fate.recommendation.section.paper == paper],
        versions=own(store.versions(right=PUBLIC)),
    )


def _decisions(options: argparse.Namespace, settings: Settings) -> int:
    with index_at(settings.index, settings.store).open(None) as store:
        rows = rows_of(standing(store.decisions(right=PUBLIC), store.superseded(right=PUBLIC)))
    target: Path = options.jsonl or options.csv
    try:
        with target.open("w", encoding="utf-8", newline="") as out:
            if options.jsonl:
                out.writelines(json_text(row) + "\n" for row in rows)
            else:
                writer = csv.DictWriter(out, COLUMNS)
                writer.writeheader()
                writer.writerows(_cells({**row, "copies": "; ".join(row["copies"])}) for row in rows)
    except OSError as exc:
        raise WrongInput(f"The register cannot be written to {target}: {reason_of(exc)}.") from exc
    print(f"{counted(len(rows), 'decision')} written to {target}.")
    return 0


def _later(options: argparse.Namespace, settings: Settings) -> int:
    from indexer.working import later  # here, since on one machine nothing needs its libraries

    put = later(settings, rebuild=options.rebuild)
    print("Left to a worker." if put else "One is waiting for a worker already.")
    return 0


@private_files()
def _work(options: argparse.Namespace, settings: Settings) -> int:
    from indexer.working import work

    work(settings, once=options.once, say=lambda line: print(on_one_line(line), flush=True))
    return 0


def _workers(options: argparse.Namespace, settings: Settings) -> int:
    from indexer.working import state_lines

    for line in state_lines(settings):
        print(on_one_line(line))
    return 0


def _move(options: argparse.Namespace, settings: Settings) -> int:
    count = moved(options.to, settings)
    print(f"{count} papers moved; what was there before was replaced, and the index that they came from is as it was.")
    return 0


def _cells(row: dict[str, Any]) -> dict[str, Any]:
    """A row for a spreadsheet: what it would run as a formula has an apostrophe before it, and is shown as text."""
    return {name: as_cell(value) if isinstance(value, str) else value for name, value in row.items()}
