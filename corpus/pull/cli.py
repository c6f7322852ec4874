"""The command `python -m corpus pull`: fetches papers once, or again and again."""

from __future__ import annotations

import argparse
import shlex
import subprocess
import sys
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from corpus.errors import BoardPapersError, SourceTrouble, WrongInput
from corpus.private import private_files
from corpus.pull.intervals import interval
from corpus.pull.politeness import Manners
from corpus.pull.pulling import Wish, pull
from corpus.pull.records import Source
from corpus.pull.report import Report
from corpus.pull.sources.modern_gov import ModernGov
from corpus.pull.sources.oparl import Oparl
from corpus.pull.sources.web_folder import WebFolder
from corpus.pull.web import Web
from corpus.terminal import on_one_line, printable

TO_MEND = 3  # exit status of a run that went to its end, but left something to be tried again
SHORTEST_PAUSE = 0.2  # seconds between two requests


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit status: 0 done, 1 an error said in one sentence, 2 wrong usage, 3 done with something to mend."""
    options = _parser().parse_args(arguments)
    try:
        with private_files():
            return _again_and_again(options) if options.every else _once(options)
    except BoardPapersError as error:
        print(f"error: {printable(str(error))}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Stopped. The next run goes on from here.", file=sys.stderr)
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m corpus", description="Fetch a council's papers into a folder.")
    commands = parser.add_subparsers(dest="command", required=True)
    command = commands.add_parser("pull", help="fetch what a council has published, and only what has changed")
    command.add_argument("source", choices=("modern-gov", "web-folder", "oparl"), help="the kind of site")
    command.add_argument("address", metavar="URL", help="the site, or any page of it")
    command.add_argument("--into", type=Path, required=True, metavar="DIR", help="the folder for the papers")
    command.add_argument("--bodies", default="", metavar="NAMES", help="only these committees, separated by ;")
    command.add_argument("--since", type=_day, metavar="YYYY-MM-DD", help="meetings from this day on (a year ago)")
    command.add_argument("--organisation", default="", metavar="NAME", help="the name of the council, for its papers")
    command.add_argument("--contact", default="", help="an address that the council can write to; sent with requests")
    command.add_argument("--every", type=interval, metavar="6h", help="again after as long as this, until stopped")
    command.add_argument(
        "--then",
        action="append",
        default=[],
        metavar="COMMAND",
        help="run this after each pull that brought something; given again, that after it",
    )
    command.add_argument("--pause", type=float, default=1.0, help="seconds between two requests (1)")
    command.add_argument("--packs", action="store_true", help="also whole packs, where items have their own documents")
    command.add_argument("--remove", action="store_true", help="believe a site that lists nothing any more")
    return parser


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as exc:
        raise argparse.ArgumentTypeError(f"{text} is not a date like 2024-03-19 (YYYY-MM-DD)") from exc


def _once(options: argparse.Namespace) -> int:
    report = _pulled(options)
    for line in report.lines():
        print(on_one_line(line), flush=True)
    for command in options.then if report.came or report.changed or report.withdrawn else ():
        ended = subprocess.run(shlex.split(command), check=False).returncode
        print(f"ran: {on_one_line(command)} (status {ended})", flush=True)
    return 0 if report.is_clean else TO_MEND


def _again_and_again(options: argparse.Namespace) -> int:
    """Runs until it is stopped; a site that cannot be read now may be readable at the next turn."""
    while True:
        begun = time.monotonic()
        try:
            _once(options)
        except SourceTrouble as trouble:
            print(f"error: {printable(str(trouble))} The next run tries again.", file=sys.stderr, flush=True)
        time.sleep(max(0.0, options.every - (time.monotonic() - begun)))


def _pulled(options: argparse.Namespace) -> Report:
    if options.pause < SHORTEST_PAUSE:
        raise WrongInput(f"A pause of {options.pause:g} seconds is too short.", hint=f"Give {SHORTEST_PAUSE} or more.")
    names = tuple(name.strip() for name in options.bodies.split(";") if name.strip())
    wish = Wish(names, options.since, " ".join(options.organisation.split()), options.remove)
    manners = Manners(contact=options.contact, pause=options.pause)
    return pull(lambda web: _source(options, web), options.address, options.into, wish, manners)


def _source(options: argparse.Namespace, web: Web) -> Source:
    if options.source == "modern-gov":
        return ModernGov(web, options.address, packs=options.packs)
    return WebFolder(web, options.address) if options.source == "web-folder" else Oparl(web, options.address)
