"""Tables: the register and the monitor as CSV and Excel; no cell is ever a formula or a link."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

import xlsxwriter

from app.answers.sources import Sources
from app.exports.inert import inert
from app.matters.register import Entry
from app.matters.undertakings import Tracked
from corpus.terminal import as_cell

COLUMNS = (
    ("Organisation", 26),
    ("Committee", 26),
    ("Date", 12),
    ("Item", 10),
    ("Title", 36),
    ("Decision", 80),
    ("Motion", 60),
    ("Outcome", 12),
    ("Votes", 24),
    ("Moved by", 20),
    ("Seconded by", 20),
    ("Delegated to", 28),
    ("Source", 50),
    ("File", 50),
    ("PDF page", 10),
    ("Also in", 40),
)
"""The columns, with their width in characters."""

MONITOR = (
    ("Organisation", 26),
    ("Committee", 26),
    ("Kind", 16),
    ("What", 80),
    ("Owner", 26),
    ("Asked on", 12),
    ("Due, as printed", 20),
    ("Due by", 12),
    ("Status", 16),
    ("Last evidence", 60),
    ("Source", 50),
    ("File", 50),
    ("PDF page", 10),
    ("First recorded in", 50),
)
"""The columns of the monitor, with their width in characters."""

LONGEST_CELL = 32_767  # characters: what Excel takes


def to_csv(held: Sequence[Entry], sources: Sources) -> bytes:
    """The entries as CSV in UTF-8 with a byte order mark; an apostrophe stops a cell from running as a formula."""
    return _csv(COLUMNS, _rows(held, sources))


def to_excel(held: Sequence[Entry], sources: Sources) -> bytes:
    """The entries as an Excel workbook of one sheet; every cell is a string, which Excel never runs."""
    return _excel("Register of decisions", "Decisions", COLUMNS, list(_rows(held, sources)))


def monitor_to_csv(held: Sequence[Tracked], sources: Sources) -> bytes:
    """What the monitor follows as CSV, as safe as the register."""
    return _csv(MONITOR, _followed(held, sources))


def monitor_to_excel(held: Sequence[Tracked], sources: Sources) -> bytes:
    """What the monitor follows as an Excel workbook of one sheet."""
    return _excel("Monitor", "Monitor", MONITOR, list(_followed(held, sources)))


def _csv(columns: Sequence[tuple[str, int]], rows: Iterable[Sequence[str]]) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(name for name, _ in columns)
    for row in rows:
        writer.writerow(map(as_cell, row))
    return out.getvalue().encode("utf-8-sig")


def _excel(title: str, name: str, columns: Sequence[tuple[str, int]], rows: Sequence[Sequence[str]]) -> bytes:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": title, "author": "Board Papers"})
    sheet = book.add_worksheet(name)
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    body = book.add_format({"text_wrap": True, "valign": "top"})
    for column, (heading, width) in enumerate(columns):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, heading, head)
    for number, row in enumerate(rows, start=1):
        for column, cell in enumerate(row):
            sheet.write_string(number, column, cell[:LONGEST_CELL], body)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(rows), 1), len(columns) - 1)
    book.close()
    return out.getvalue()


def _followed(held: Sequence[Tracked], sources: Sources) -> Iterator[list[str]]:
    """The cells of each thing that is followed, in the order of MONITOR."""
    for one in held:
        asked, last, due_on = one.asked, one.evidence, one.due_on
        cells = (
            one.meeting.organisation,
            one.meeting.body,
            one.sort.value,
            asked.text,
            one.owner,
            one.asked_on.isoformat() if one.asked_on else "",
            one.due,
            due_on.isoformat() if due_on else "",
            one.status.value,
            last.text,
            sources.label(last.section, last.item, last.page),
            last.section.paper.file,
            str(last.page or ""),
            sources.label(asked.section, asked.item, asked.page),
        )
        yield [inert(cell) for cell in cells]


def _rows(held: Sequence[Entry], sources: Sources) -> Iterator[list[str]]:
    """The cells of each entry, in the order of COLUMNS."""
    for entry in held:
        decision = entry.decision
        meeting = decision.section.meeting
        cells = (
            meeting.organisation,
            meeting.body,
            meeting.held_on.isoformat() if meeting.held_on else "",
            decision.item,
            decision.title,
            decision.text,
            decision.motion,
            decision.outcome,
            decision.votes,
            decision.mover,
            decision.seconder,
            decision.delegated_to,
            sources.label(decision.section, decision.item, decision.page),
            decision.section.paper.file,
            str(decision.page or ""),
            "; ".join(entry.copies),
        )
        yield [inert(cell) for cell in cells]
