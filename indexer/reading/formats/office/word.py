"""Word files: the words of a .docx in document order, with list numbers, notes, tables row by row, and their looks.

Only this file and its neighbours word_numbering.py, word_parts.py and word_styles.py know python-docx.

Left out is what a reader of the printed document does not see or what is taken back: deleted, struck and hidden text,
comments. Headers and footers stand on every page; they are read where only they say of which day the paper is.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import docx
from docx.oxml.ns import qn

from indexer.forms.dates import find_dates
from indexer.reading.formats.format import Unreadable, decode
from indexer.reading.formats.html import read_html
from indexer.reading.formats.office.letters import read_saved_page
from indexer.reading.formats.office.rich_text import read_rich_text
from indexer.reading.formats.office.word_numbering import Numbering
from indexer.reading.formats.office.word_parts import Notes, enclosed, headers_and_footers
from indexer.reading.formats.office.word_styles import Setting, Styles
from indexer.reading.looks import PLAIN, Looks
from indexer.reading.superscripts import superscript

MOST_UNPACKED = 300_000_000
"""Bytes that the parts of one document may unpack to; a long report with photographs has 50 million."""

MOST_XML = 60_000_000
"""Bytes of one XML part; the text of a 1,000-page report takes about 20 million."""

DEEPEST = 3
"""How deep documents may be put into one another."""

OPENING = 40
"""Lines at the start of a paper among which it names its day, if it does."""

LEFT_OUT = {qn(name) for name in ("w:del", "w:moveFrom", "w:instrText", "w:delText", "w:pPr", "w:sdtPr", "w:rPr")}
LEFT_OUT |= {"{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}  # the same again for old programs

PARAGRAPH, TABLE, ROW, CELL, TEXT_BOX = (qn(name) for name in ("w:p", "w:tbl", "w:tr", "w:tc", "w:txbxContent"))
RUN, CHUNK = qn("w:r"), qn("w:altChunk")
REFERENCES = (qn("w:footnoteReference"), qn("w:endnoteReference"))

MARKS = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-", qn("w:ptab"): "\t"}
"""Elements that stand for a character."""

SetText = tuple[str, Looks]
"""A line and how it is set."""


def read_word(data: bytes, depth: int = 0) -> tuple[str, str, tuple[Looks, ...]]:
    """Return (title, text, looks of its lines) of a .docx; cells are separated by tabs, rows by newlines.

    Raises Unreadable.
    """
    _check_size(data)
    try:
        document = docx.Document(BytesIO(data))
        body: Any = document.element.body
        title = document.core_properties.title or ""
        lines = list(_Body(document, depth).read(body))
    except (KeyError, ValueError, AttributeError, zipfile.BadZipFile, SyntaxError) as exc:
        raise Unreadable("The Word document is damaged.") from exc
    return " ".join(title.split()), "\n".join(text for text, _ in lines), tuple(looks for _, looks in lines)


def _check_size(data: bytes) -> None:
    """Raise Unreadable when the document unpacks to more than an honest one does."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts = archive.infolist()
    largest = max((part.file_size for part in parts if part.filename.endswith((".xml", ".rels"))), default=0)
    if sum(part.file_size for part in parts) > MOST_UNPACKED or largest > MOST_XML:
        raise Unreadable("The Word document unpacks to far more than it should hold.")


@dataclass(slots=True)
class _Gathered:
    """What is met while the runs of one paragraph are read."""

    paragraph: Any
    boxes: list[Any] = field(default_factory=list)
    notes: list[tuple[str, Any]] = field(default_factory=list)
    settings: list[tuple[Setting, int]] = field(default_factory=list)


class _Body:
    """Reads the paragraphs and tables of one document in their order."""

    def __init__(self, document: Any, depth: int) -> None:
        self._document = document
        self._depth = depth
        self._numbering = Numbering(document)
        self._styles = Styles(document.styles.element)
        self._notes = Notes(document)

    def read(self, body: Any) -> Iterator[SetText]:
        """Yield the lines of the document; first those of headers and footers that alone name its day."""
        lines = list(self._blocks(body))
        if not _has_date(lines[:OPENING]):
            for element in headers_and_footers(self._document):
                furniture = list(self._blocks(element))
                yield from furniture if _has_date(furniture) else ()
        yield from lines

    def _blocks(self, parent: Any) -> Iterator[SetText]:
        """Yield the lines of all paragraphs and tables within an element, in document order."""
        for child in parent.iterchildren():
            if child.tag == PARAGRAPH:
                yield from self._paragraph(child)
            elif child.tag == TABLE:
                yield from self._rows(child)
            elif child.tag == CHUNK:
                yield from self._chunk(child)
            elif child.tag not in LEFT_OUT:  # a content control or the like around further blocks
                yield from self._blocks(child)

    def _chunk(self, chunk: Any) -> Iterator[SetText]:
        """Yield the lines of a file that was put into the body."""
        kind, data = enclosed(self._document, chunk)
        if "wordprocessingml" in kind and self._depth < DEEPEST:
            _, text, looks = read_word(data, self._depth + 1)
            yield from zip(text.split("\n"), looks or (PLAIN,), strict=True)
        else:
            yield from _enclosed_lines(kind, data)

    def _rows(self, table: Any) -> Iterator[SetText]:
        """Yield one line for each row of a table; the lines within a cell are joined."""
        for row in table.iter(ROW):
            if next(row.iterancestors(TABLE)) is not table:
                continue  # of a table within a cell, read with that cell
            cells = [cell for cell in row.iter(CELL) if next(cell.iterancestors(ROW)) is row]
            lines = [[(text, looks) for text, looks in self._blocks(cell) if text] for cell in cells]
            texts = [" ".join(text.replace("\t", " ") for text, _ in cell) for cell in lines]
            if any(texts):
                yield "\t".join(texts), _of_row(texts, [looks for cell in lines for _, looks in cell])

    def _paragraph(self, paragraph: Any) -> Iterator[SetText]:
        """Yield the lines of a paragraph, its number in front, its notes behind, and its text boxes."""
        met = _Gathered(paragraph)
        text = "".join(self._runs(paragraph, met)).strip(" ")
        label = self._numbering.label(paragraph) if text else ""
        looks = self._styles.looks(paragraph, met.settings)
        yield from ((line, looks) for line in f"{label} {text}".strip(" ").split("\n"))
        for number, note in met.notes:
            for at, (line, own) in enumerate(self._blocks(note)):
                yield f"{superscript(number)} {line.strip()}" if at == 0 else line, own
        for box in met.boxes:
            yield from self._blocks(box)

    def _runs(self, element: Any, met: _Gathered) -> Iterator[str]:
        """Yield the visible text within an element; text boxes and notes are put aside."""
        for child in element.iterchildren():
            if child.tag == qn("w:t"):
                yield child.text or ""
            elif child.tag in MARKS:
                yield MARKS[child.tag]
            elif child.tag in REFERENCES:
                number, note = self._notes.number(child)
                yield superscript(number)
                met.notes += [(number, note)] if note is not None else []
            elif child.tag == TEXT_BOX:
                met.boxes.append(child)
            elif child.tag == RUN:
                yield from self._run(child, met)
            elif child.tag not in LEFT_OUT:
                yield from self._runs(child, met)

    def _run(self, run: Any, met: _Gathered) -> Iterator[str]:
        """Yield the text of one run, nothing of a run that is hidden or struck."""
        setting = self._styles.setting(run, met.paragraph)
        if setting.unseen:
            return
        text = "".join(self._runs(run, met))
        met.settings.append((setting, len(text.strip())))
        yield superscript(text) if _is_raised(run) else text


def _enclosed_lines(kind: str, data: bytes) -> Iterator[SetText]:
    """Yield the lines of a file within a document that is no Word file itself, none where its kind is not read."""
    if "html" in kind:
        _, text, looks = read_html(data)
        yield from zip(text.split("\n"), looks, strict=True)
        return
    readers = {"rtf": read_rich_text, "message/": read_saved_page, "text/plain": decode}
    read = next((read for name, read in readers.items() if name in kind), None)
    if read is not None:
        yield from ((line, PLAIN) for line in read(data).split("\n"))


def _of_row(texts: list[str], looks: list[Looks]) -> Looks:
    """Return the looks of a table row: its cells, and what all of them share."""
    cells: list[int] = []
    at = 0
    for text in texts[:-1]:
        at += len(text) + 1
        cells.append(at)
    known = [one for one in looks if one.known]
    size = known[0].size if known else 0.0
    return Looks(size, bool(known) and all(one.bold for one in known), cells=tuple(cells))


def _has_date(lines: Iterable[SetText]) -> bool:
    return any(find_dates(text) for text, _ in lines)


def _is_raised(run: Any) -> bool:
    """Return whether a run is marked as superscript."""
    aligned = run.find(f"{qn('w:rPr')}/{qn('w:vertAlign')}")
    return aligned is not None and aligned.get(qn("w:val")) == "superscript"
