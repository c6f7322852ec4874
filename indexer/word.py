"""Word files: the words of a .docx in document order, with list numbers, tables row by row.

Only this file and word_numbering.py know python-docx.

Left out is what a reader of the printed document does not see or what stands on every page: deleted and hidden
text, comments, headers and footers.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import docx
from docx.oxml.ns import qn

from indexer.formats import Unreadable
from indexer.superscripts import superscript
from indexer.word_numbering import Numbering

MOST_UNPACKED = 300_000_000
"""Bytes that the parts of one document may unpack to; a long report with photographs has 50 million."""

MOST_XML = 60_000_000
"""Bytes of one XML part; the text of a 1,000-page report takes about 20 million."""

LEFT_OUT = {qn(name) for name in ("w:del", "w:moveFrom", "w:instrText", "w:delText", "w:pPr", "w:sdtPr", "w:rPr")}
LEFT_OUT |= {"{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}  # the same again for old programs

PARAGRAPH, TABLE, ROW, CELL, TEXT_BOX = (qn(name) for name in ("w:p", "w:tbl", "w:tr", "w:tc", "w:txbxContent"))

MARKS = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
"""Elements that stand for a character."""


def read_word(data: bytes) -> tuple[str, str]:
    """Return (title, text) of a .docx; table cells are separated by tabs, rows by newlines. Raises Unreadable."""
    _check_size(data)
    try:
        document = docx.Document(BytesIO(data))
        body: Any = document.element.body
        title = document.core_properties.title or ""
    except (KeyError, ValueError, AttributeError, zipfile.BadZipFile, SyntaxError) as exc:
        raise Unreadable("The Word document is damaged.") from exc
    lines = _blocks(body, Numbering(document))
    return " ".join(title.split()), "\n".join(lines)


def _check_size(data: bytes) -> None:
    """Raise Unreadable when the document unpacks to more than an honest one does."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts = archive.infolist()
    largest = max((part.file_size for part in parts if part.filename.endswith((".xml", ".rels"))), default=0)
    if sum(part.file_size for part in parts) > MOST_UNPACKED or largest > MOST_XML:
        raise Unreadable("The Word document unpacks to far more than it should hold.")


def _blocks(parent: Any, numbering: Numbering) -> Iterator[str]:
    """Yield the lines of all paragraphs and tables within an element, in document order."""
    for child in parent.iterchildren():
        if child.tag == PARAGRAPH:
            yield from _paragraph(child, numbering)
        elif child.tag == TABLE:
            yield from _rows(child, numbering)
        elif child.tag not in LEFT_OUT:  # a content control or the like around further blocks
            yield from _blocks(child, numbering)


def _rows(table: Any, numbering: Numbering) -> Iterator[str]:
    """Yield one line for each row of a table; the lines within a cell are joined."""
    for row in table.iter(ROW):
        if next(row.iterancestors(TABLE)) is not table:
            continue  # of a table within a cell, read with that cell
        cells = (cell for cell in row.iter(CELL) if next(cell.iterancestors(ROW)) is row)
        texts = [" ".join(line.replace("\t", " ") for line in _blocks(cell, numbering) if line) for cell in cells]
        if any(texts):
            yield "\t".join(texts)


def _paragraph(paragraph: Any, numbering: Numbering) -> Iterator[str]:
    """Yield the lines of a paragraph, its number in front, and those of the text boxes anchored in it."""
    boxes: list[Any] = []
    text = "".join(_runs(paragraph, boxes)).strip(" ")
    label = numbering.label(paragraph) if text else ""
    yield from f"{label} {text}".strip(" ").split("\n")
    for box in boxes:
        yield from _blocks(box, numbering)


def _runs(element: Any, boxes: list[Any]) -> Iterator[str]:
    """Yield the visible text within an element; text boxes are put aside in `boxes`."""
    for child in element.iterchildren():
        if child.tag == qn("w:t"):
            yield child.text or ""
        elif child.tag in MARKS:
            yield MARKS[child.tag]
        elif child.tag == TEXT_BOX:
            boxes.append(child)
        elif child.tag not in LEFT_OUT and not _is_hidden(child):
            within = _runs(child, boxes)
            yield from map(superscript, within) if _is_raised(child) else within


def _is_hidden(run: Any) -> bool:
    """Return whether a run is marked as hidden text."""
    vanish = run.find(f"{qn('w:rPr')}/{qn('w:vanish')}")
    return vanish is not None and vanish.get(qn("w:val"), "true") not in ("0", "false", "off")


def _is_raised(run: Any) -> bool:
    """Return whether a run is marked as superscript."""
    aligned = run.find(f"{qn('w:rPr')}/{qn('w:vertAlign')}")
    return aligned is not None and aligned.get(qn("w:val")) == "superscript"
