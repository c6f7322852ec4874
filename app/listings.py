"""Listings: the options and the lines of the commands that list what is stored."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path

from app.answers.sources import Sources
from app.matters.additions import Additions
from app.matters.undertakings import Sort, Status, Tracked
from corpus.errors import WrongInput
from corpus.papers import date_in_words
from corpus.reasons import reason_of


def add_monitor_options(command: argparse.ArgumentParser, *, day: Callable[[str], date]) -> None:
    """Adds the filters of the monitor, and the files to which it can be written."""
    command.add_argument("--organisation", default="", help="only this council")
    command.add_argument("--body", default="", help="only this committee")
    command.add_argument("--kind", default="", choices=[one.value for one in Sort], help="only this kind")
    command.add_argument("--status", default="", choices=[one.value for one in Status], help="only this status")
    command.add_argument("--since", type=day, metavar="YYYY-MM-DD", help="only meetings on or after this day")
    command.add_argument("--csv", type=Path, metavar="FILE", help="write it to a CSV file")
    command.add_argument("--excel", type=Path, metavar="FILE", help="write it to an Excel file")


def monitor_lines(found: Iterable[Tracked], sources: Sources) -> Iterator[str]:
    """A line for each thing that is followed: status, kind, words, owner, date due, last evidence."""
    for one in found:
        last = one.evidence
        parts = (
            f"{one.status.value}: {one.sort.value}, {date_in_words(one.meeting.held_on, 'date not stated')}",
            one.asked.text,
            f"owner: {one.owner}" if one.owner else "",
            f"due: {one.due}" if one.due else "",
            f"last evidence: {sources.label(last.section, last.item, last.page)}, {last.section.paper.file}",
        )
        yield " | ".join(part for part in parts if part)


def write_file(path: Path, content: bytes) -> None:
    """Writes a file; raises WrongInput where that is not possible."""
    try:
        path.write_bytes(content)
    except OSError as exc:
        raise WrongInput(f"{path} cannot be written: {reason_of(exc)}.") from exc


def additions_lines(found: Iterable[Additions]) -> Iterator[str]:
    """The committees with what was added to each: a line for each paper, and one for its matters."""
    for one in found:
        yield ", ".join(filter(None, (one.body or "committee not stated", one.organisation)))
        for added in one.added:
            held_on = date_in_words(added.meeting.held_on, "date not stated")
            yield f"    {held_on}: {added.paper.paper.file} (added {added.paper.indexed_at})"
        if titles := [matter.title for matter in one.matters]:
            yield f"    matters: {'; '.join(titles)}"
