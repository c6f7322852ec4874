"""What was typed on a PDF page after it was made: the values of form fields, and notes that stand on the page.

They are no part of the page's text. Each is read by itself and put where it is seen: a value beside its label.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from ctypes import POINTER, byref, c_ushort, cast, create_string_buffer
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from indexer.reading.formats.pdf_lines import Box, Letters, Piece, SetLine

UNSEEN = raw.FPDF_ANNOT_FLAG_HIDDEN | raw.FPDF_ANNOT_FLAG_NOVIEW
TEXT_FIELDS = (raw.FPDF_FORMFIELD_TEXTFIELD, raw.FPDF_FORMFIELD_COMBOBOX, raw.FPDF_FORMFIELD_LISTBOX)

OVERLAP = 0.5
"""The share of its height by which a label and a value on one level overlap at least."""


@dataclass(frozen=True, slots=True)
class Typed:
    """A text that was typed on a page, and its box on the sheet."""

    text: str
    box: Box


def typed_on(document: pdfium.PdfDocument, page: pdfium.PdfPage) -> list[Typed]:
    """Return what was typed on a page; each is marked as hidden, so that drawing it does not give it once more."""
    found = []
    for annotation in _annotations(page):
        kind, flags = raw.FPDFAnnot_GetSubtype(annotation), raw.FPDFAnnot_GetFlags(annotation)
        rect = raw.FS_RECTF()
        text = "" if flags & UNSEEN else _text_of(document, annotation, kind)
        if text and raw.FPDFAnnot_GetRect(annotation, byref(rect)):
            raw.FPDFAnnot_SetFlags(annotation, flags | raw.FPDF_ANNOT_FLAG_HIDDEN)
            low, high = sorted((rect.bottom, rect.top))
            found.append(Typed(text, (min(rect.left, rect.right), low, max(rect.left, rect.right), high)))
    return found


def attached_on(page: pdfium.PdfPage) -> Iterator[str]:
    """Yield the names of the files that are pinned to a page."""
    for annotation in _annotations(page):
        if raw.FPDFAnnot_GetSubtype(annotation) == raw.FPDF_ANNOT_FILEATTACHMENT:
            name = partial(raw.FPDFAttachment_GetName, raw.FPDFAnnot_GetFileAttachment(annotation))
            yield _string(name) or "a file without a name"


def _annotations(page: pdfium.PdfPage) -> Iterator[Any]:
    """Yield the annotations of a page, each closed when the next is asked for."""
    for at in range(raw.FPDFPage_GetAnnotCount(page)):
        annotation = raw.FPDFPage_GetAnnot(page, at)
        yield annotation
        raw.FPDFPage_CloseAnnot(annotation)


def _text_of(document: pdfium.PdfDocument, annotation: Any, kind: int) -> str:
    """Return what was typed into a field or a note, "" for anything else."""
    if kind == raw.FPDF_ANNOT_FREETEXT:
        return _string(partial(raw.FPDFAnnot_GetStringValue, annotation, b"Contents"))
    form = document.formenv
    if kind != raw.FPDF_ANNOT_WIDGET or form is None:
        return ""
    if raw.FPDFAnnot_GetFormFieldType(form, annotation) not in TEXT_FIELDS:
        return ""
    return _string(partial(raw.FPDFAnnot_GetFormFieldValue, form, annotation))


def _string(given: Callable[[Any, int], int]) -> str:
    """Return a text that pdfium writes as UTF-16 into a buffer of the length that it asks for."""
    length = int(given(None, 0))
    if length < 4:
        return ""
    buffer = create_string_buffer(length)
    given(cast(buffer, POINTER(c_ushort)), length)
    lines = buffer.raw[: length - 2].decode("utf-16-le", "replace").replace("\r\n", "\n").replace("\r", "\n")
    return lines.strip()


def with_typed(lines: Sequence[SetLine], typed: Sequence[Typed], letters: Letters) -> list[SetLine]:
    """Return the lines of a page with what was typed on it: behind its label, else where it stands on the page."""
    done = list(lines)
    for one in sorted(typed, key=lambda one: (-one.box[3], one.box[0])):
        box = letters.turned(*one.box)
        first, *rest = one.text.split("\n")
        at = _label_of(done, box)
        if at is None:
            at = next((at for at, line in enumerate(done) if line.pieces and line.box[3] < _middle(box)), len(done))
            done.insert(at, SetLine(first, (Piece(first, box),), box=box))
        else:
            line = done[at]
            around = line.box[0], min(line.box[1], box[1]), box[2], max(line.box[3], box[3])
            pieces = (*line.pieces, Piece(first, box))
            done[at] = replace(line, text=f"{line.text.rstrip()} {first}", pieces=pieces, box=around)
        done[at + 1 : at + 1] = [SetLine(text) for text in rest]
    return done


def _label_of(lines: Sequence[SetLine], box: Box) -> int | None:
    """Return the place of the line that ends nearest to the left of a box on its level, None where none does."""
    beside = [
        (line.box[2], at)
        for at, line in enumerate(lines)
        if line.pieces
        and line.box[2] <= box[0] + 3
        and min(line.box[3], box[3]) - max(line.box[1], box[1])
        >= OVERLAP * min(line.box[3] - line.box[1], box[3] - box[1])
    ]
    return max(beside)[1] if beside else None


def _middle(box: Box) -> float:
    return (box[1] + box[3]) / 2
