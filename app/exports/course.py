"""course_to_word: a matter as a Word file that reads like a chronology of a scrutiny committee.

It opens with where the matter stands; then the steps, a row of a table for each meeting, the promises, the meetings
whose minutes we do not have, and the numbered sources.
"""

from __future__ import annotations

import io
from collections.abc import Sequence, Set
from dataclasses import dataclass, field
from itertools import groupby

import docx
from docx.document import Document as WordFile
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.table import _Cell, _Row

from app.answers.answer import Citation
from app.answers.documents import Item
from app.answers.sources import source_label
from app.exports.chronology import GAPS, PROMISES, STANDS, WHAT_STATES_MEAN
from app.exports.inert import inert
from app.exports.word import blank_file
from app.matters.chronology import Chronology
from app.matters.promises import Promise, promise_text, promised_at
from app.matters.steps import Step, day, sitting, step_text
from corpus.papers import Meeting

STEPS, SOURCES = "What happened, in date order", "Sources"
UNMINUTED = "We do not have the minutes of this meeting."

STEP_COLUMNS = (("Date", 2.4), ("Committee", 3.4), ("What happened", 11.2))
PROMISE_COLUMNS = (("Promised at", 3.2), ("What was promised", 6.0), ("State", 2.4), ("What happened", 5.4))
"""The columns of the tables, and their widths in centimetres: together the width between the margins of A4."""


@dataclass(slots=True)
class _Sources:
    """The sources in the order in which they are first named, each with its number."""

    labels: list[str] = field(default_factory=list)

    def number(self, citation: Citation) -> str:
        """The mark of a source, [3]: the same page is the same source."""
        label = f"{source_label(citation)}. File: {citation.passage.section.paper.file}"
        if label not in self.labels:
            self.labels.append(label)
        return f"[{self.labels.index(label) + 1}]"


def course_to_word(chronology: Chronology, standing: Sequence[Item] = (), gaps: Sequence[Meeting] = ()) -> bytes:
    """The file, on A4, with real headings and tables whose head is repeated on each page."""
    file, sources = blank_file(f"Chronology: {chronology.topic}"), _Sources()
    file.add_heading(STANDS, level=1)
    for item in standing:
        _statement(file, item, sources)
    if not standing:
        file.add_paragraph("The papers do not say in one place where this stands. The steps follow.")
    _steps(file, chronology, sources, unminuted={meeting.sitting for meeting in gaps})
    _promises(file, chronology.promises, sources, whose=chronology.mixed)
    if gaps:
        file.add_heading(GAPS, level=1)
        for meeting in gaps:
            file.add_paragraph(inert(sitting(meeting, whose=chronology.mixed)), style="List Bullet")
    if sources.labels:
        file.add_heading(SOURCES, level=1)
    for number, label in enumerate(sources.labels, 1):
        file.add_paragraph(f"[{number}] {inert(label)}").paragraph_format.space_after = Pt(2)
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


def _statement(file: WordFile, item: Item, sources: _Sources) -> None:
    """Our words, then each quote with the number of its source on a line of its list."""
    said = " ".join(part for part in (item.lead, item.text) if part)
    paragraph = file.add_paragraph()
    paragraph.add_run(inert(said))
    paragraph.paragraph_format.keep_with_next = bool(item.citations)
    for citation in item.citations:
        quote = file.add_paragraph(f"\u201c{inert(citation.quote)}\u201d {sources.number(citation)}")
        quote.paragraph_format.left_indent = Cm(0.75)


def _steps(file: WordFile, chronology: Chronology, sources: _Sources, *, unminuted: Set[object]) -> None:
    file.add_heading(STEPS, level=1)
    if not chronology.steps:
        file.add_paragraph("We found nothing about this in the papers.")
        return
    rows = _table(file, STEP_COLUMNS)
    # The steps of one meeting are one row: what was laid before it, and what it did.
    for _, together in groupby(chronology.steps, key=lambda step: step.meeting.sitting):
        steps = list(together)
        meeting = steps[0].meeting
        date_cell, body_cell, said = next(rows)
        date_cell.text = inert(day(meeting.held_on))
        whose = chronology.mixed or not meeting.body
        body_cell.text = inert(", ".join(filter(None, (meeting.organisation if whose else "", meeting.body))))
        for number, step in enumerate(steps):
            _step(said, step, sources, first=not number)
        if meeting.sitting in unminuted:
            said.add_paragraph(UNMINUTED)


def _step(cell: _Cell, step: Step, sources: _Sources, *, first: bool) -> None:
    paragraph = cell.paragraphs[0] if first else cell.add_paragraph()
    paragraph.add_run(f"{step.did.capitalize()}: ").bold = True
    paragraph.add_run(inert(step_text(step)))
    for citation in step.citations:
        cell.add_paragraph(f"\u201c{inert(citation.quote)}\u201d {sources.number(citation)}")


def _promises(file: WordFile, promises: Sequence[Promise], sources: _Sources, *, whose: bool) -> None:
    if not promises:
        return
    file.add_heading(PROMISES, level=1)
    file.add_paragraph(WHAT_STATES_MEAN)
    rows = _table(file, PROMISE_COLUMNS)
    for promise in promises:
        where, words, state, since = next(rows)
        where.text = inert(promised_at(promise, whose=whose))
        words.text = f"\u201c{inert(promise.citation.quote)}\u201d {sources.number(promise.citation)}"
        state.text = promise.state.value
        later = [sources.number(promise.later)] if promise.later else []
        since.text = " ".join([inert(promise_text(promise, whose=whose)), *later])


class _Rows:
    """Adds a row for each next one that is asked for."""

    def __init__(self, table: docx.table.Table, widths: Sequence[float]) -> None:
        self._table, self._widths = table, widths

    def __next__(self) -> tuple[_Cell, ...]:
        row = self._table.add_row()  # type: ignore[no-untyped-call]  # the library gives no type for it
        _keep_whole(row)
        for cell, width in zip(row.cells, self._widths, strict=True):
            cell.width = Cm(width)
        return tuple(row.cells)


def _table(file: WordFile, columns: Sequence[tuple[str, float]]) -> _Rows:
    """A table with a head that Word repeats on each page."""
    table = file.add_table(rows=1, cols=len(columns))
    table.style = "Table Grid"
    table.autofit = False
    head = table.rows[0]
    for cell, (name, width) in zip(head.cells, columns, strict=True):
        cell.width = Cm(width)
        cell.paragraphs[0].add_run(name).bold = True
    head._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    return _Rows(table, [width for _, width in columns])


def _keep_whole(row: _Row) -> None:
    """Marks a row so that it is not parted over two pages."""
    mark = OxmlElement("w:cantSplit")
    mark.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(mark)
