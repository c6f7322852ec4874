"""OpenDocument texts and tables (.odt, .ods): their words in order, headings, tables row by row."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from lxml import etree

from indexer.reading.formats.format import Unreadable
from indexer.reading.looks import PLAIN, Looks

MOST_XML = 60_000_000
"""Bytes that the content of one document may unpack to."""

MOST_REPEATS = 50
"""Cells that are stored as "the same, so many times": the empty rest of a sheet is a million of them."""

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
MARKS = {f"{TEXT}tab": "\t", f"{TEXT}line-break": "\n", f"{TEXT}s": " "}
LEFT_OUT = (f"{TEXT}tracked-changes", f"{OFFICE}annotation", f"{TEXT}sequence-decls", f"{OFFICE}forms")
HEADING_SIZES = (1.0, 1.5, 1.3, 1.15)

SetText = tuple[str, Looks]


def read_open_document(data: bytes) -> tuple[str, tuple[Looks, ...]]:
    """Return (text, looks of its lines); table cells are separated by tabs. Raises Unreadable."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            if archive.getinfo("content.xml").file_size > MOST_XML:
                raise Unreadable("The document unpacks to far more than it should hold.")
            content = archive.read("content.xml")
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
        body = etree.fromstring(content, parser).find(f"{OFFICE}body")
    except (KeyError, zipfile.BadZipFile, etree.XMLSyntaxError, ValueError, OSError) as exc:
        raise Unreadable("The OpenDocument file is damaged.") from exc
    lines = list(_blocks(body)) if body is not None else []
    return "\n".join(text for text, _ in lines), tuple(looks for _, looks in lines)


def _blocks(parent: Any) -> Iterator[SetText]:
    """Yield the lines of all paragraphs, headings and tables within an element."""
    for child in parent:
        if child.tag in LEFT_OUT:
            continue
        if child.tag == f"{TEXT}h":
            level = min(int(child.get(f"{TEXT}outline-level", "1")), 6)
            yield from ((line, _heading(level)) for line in _text(child).split("\n"))
        elif child.tag == f"{TEXT}p":
            yield from ((line, PLAIN) for line in _text(child).split("\n"))
        elif child.tag == f"{TABLE}table":
            yield child.get(f"{TABLE}name", ""), PLAIN
            yield from ((row, PLAIN) for row in _rows(child) if row.strip())
        else:
            yield from _blocks(child)


def _heading(level: int) -> Looks:
    return Looks(size=HEADING_SIZES[min(level, 3)], bold=True, heading=level)


def _rows(table: Any) -> Iterator[str]:
    """Yield the rows of a table, cells between tabs; the lines within a cell are joined."""
    for row in table.iter(f"{TABLE}table-row"):
        cells: list[str] = []
        for cell in row:
            if cell.tag in (f"{TABLE}table-cell", f"{TABLE}covered-table-cell"):
                times = min(int(cell.get(f"{TABLE}number-columns-repeated", "1")), MOST_REPEATS)
                cells += [" ".join(text.replace("\t", " ") for text, _ in _blocks(cell) if text)] * times
        yield "\t".join(cells).rstrip("\t")


def _text(element: Any) -> str:
    """Return the text within a paragraph, notes in round brackets where they are referred to."""
    parts = [element.text or ""]
    for child in element:
        if child.tag in MARKS:
            parts.append(MARKS[child.tag] * int(child.get(f"{TEXT}c", "1")))
        elif child.tag == f"{TEXT}note":
            body = child.find(f"{TEXT}note-body")
            notes = [text for text, _ in _blocks(body)] if body is not None else []
            parts.append(f" ({' '.join(notes)})" if notes else "")
        elif child.tag not in LEFT_OUT:
            parts.append(_text(child))
        parts.append(child.tail or "")
    return "".join(parts)
