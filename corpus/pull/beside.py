"""Beside the papers: papers.csv, which says what the site says of each, and the report of the last run."""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Iterable
from pathlib import Path

from corpus.listed import FILE
from corpus.pull.known import Line
from corpus.pull.report import Report
from corpus.pulled import LAST, as_record

COLUMNS = tuple("file organisation body date time venue kind title item item_title published address".split())


def write_listing(folder: Path, lines: Iterable[Line], organisation: str) -> None:
    """Writes papers.csv, whole or not at all; one that says the same already stays as it is."""
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(COLUMNS)
    for line in lines:
        # a web folder says nothing of meetings, and the name of a file is no title
        title = line.title if line.body else ""
        named = organisation if line.body else ""
        rows.writerow(
            (line.file, named, line.body, line.held_on, line.time, line.venue, line.kind.value, title, line.number,
             line.item, line.published, line.address)
        )  # fmt: skip
    write_whole(folder / FILE, out.getvalue())


def write_report(home: Path, report: Report) -> None:
    """Writes the report of a run for the pages and for whoever looks after the papers."""
    write_whole(home / LAST, json.dumps(as_record(report.last), ensure_ascii=False, indent=1) + "\n")


def write_whole(path: Path, text: str) -> None:
    """Writes a file so that whoever reads it sees all of the old one or all of the new one."""
    if path.is_file() and path.read_text(encoding="utf-8") == text:
        return
    part = path.with_name(f".{path.name}.part")
    with part.open("w", encoding="utf-8", newline="") as stream:
        stream.write(text)
        stream.flush()
        os.fsync(stream.fileno())
    part.replace(path)
