"""Excel workbooks: the visible sheets one after the other, a row a line, with the values that were last worked out."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from io import BytesIO
from typing import Any

import openpyxl

from indexer.reading.formats.format import Unreadable

MOST_ROWS = 20_000
"""Rows that are read of one sheet; a longer one is data, not a paper."""

MOST_UNPACKED = 300_000_000
"""Bytes that the parts of one workbook may unpack to."""


def read_workbook(data: bytes) -> str:
    """Return the text of a workbook: the name of each visible sheet, then its rows, cells between tabs."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            if sum(part.file_size for part in archive.infolist()) > MOST_UNPACKED:
                raise Unreadable("The workbook unpacks to far more than it should hold.")
        book = openpyxl.load_workbook(BytesIO(data), read_only=True, data_only=True)
        lines = [line for sheet in book.worksheets if sheet.sheet_state == "visible" for line in _lines(sheet)]
    except (KeyError, ValueError, TypeError, AttributeError, zipfile.BadZipFile, SyntaxError, OSError) as exc:
        raise Unreadable("The Excel workbook is damaged.") from exc
    return "\n".join(lines)


def _lines(sheet: Any) -> Iterator[str]:
    """Yield the name of a sheet and its rows that are not empty."""
    yield str(sheet.title)
    for row in sheet.iter_rows(max_row=MOST_ROWS):
        cells = [_shown(cell.value, str(cell.number_format or "")) for cell in row if hasattr(cell, "number_format")]
        if any(cells):
            yield "\t".join(cells).rstrip("\t")
    yield ""


def _shown(value: object, form: str) -> str:
    """Return a value as the sheet shows it, as far as its format is a plain one."""
    if value is None:
        return ""
    if isinstance(value, (datetime, date)):
        return f"{value.day} {value:%B %Y}"
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return " ".join(str(value).split())
    decimals = len(form.split(";")[0].partition(".")[2].rstrip("%_) ").replace("#", "")) if "." in form else 0
    if "%" in form:
        return f"{value * 100:.{decimals}f}%"
    if form in ("General", "@", ""):
        return f"{value:.10g}"
    shown = f"{value:,.{decimals}f}" if "," in form else f"{value:.{decimals}f}"
    return f"£{shown}" if "£" in form and not shown.startswith("-") else shown
