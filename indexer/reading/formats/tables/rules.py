"""What a table needs of a PDF page beside its lines: where rules are drawn, and where single figures stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from ctypes import byref, c_float
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from indexer.forms.pages.tables import IN_A_ROW, WIDE_BLANK, WORD, is_figure
from indexer.reading.formats.pdf_lines import THIN, WIDE_GAP, Box, Letters, Piece, SetLine

SEGMENTS_OF_A_BOX = 6
"""Strokes of a path that is one box or one rule at most."""

MOST_RULES = 3000
"""Objects of a page that are looked at; a page with more is a map or a drawing."""


SET_WIDE = 0.7
"""The room that each letter of words set wide takes on average, in heights of a line; letters need about half."""

MOST_WIDE = 60
"""Characters of the longest text that is looked at for being set wide."""


def rules_on(page: pdfium.PdfPage, letters: Letters) -> list[Box]:
    """Return the rules of a page and the sides of its boxes, on the page as it is read."""
    found: list[Box] = []
    left, bottom, right, top = c_float(), c_float(), c_float(), c_float()
    handle = page.raw
    for at in range(min(raw.FPDFPage_CountObjects(handle), MOST_RULES)):
        thing = raw.FPDFPage_GetObject(handle, at)
        if raw.FPDFPageObj_GetType(thing) != raw.FPDF_PAGEOBJ_PATH:
            continue
        if raw.FPDFPageObj_GetBounds(thing, byref(left), byref(bottom), byref(right), byref(top)):
            if raw.FPDFPath_CountSegments(thing) > SEGMENTS_OF_A_BOX:
                found.extend(letters.turned(*box) for box in _segments(thing))
            else:
                found.extend(_sides(letters.turned(left.value, bottom.value, right.value, top.value)))
    return found


def _segments(path: Any) -> Iterator[Box]:
    """Yield the straight strokes of a path that has many: all the rules of a table may be one."""
    matrix, x, y = raw.FS_MATRIX(), c_float(), c_float()
    raw.FPDFPageObj_GetMatrix(path, byref(matrix))
    last: tuple[float, float] | None = None
    for at in range(min(raw.FPDFPath_CountSegments(path), MOST_RULES)):
        segment = raw.FPDFPath_GetPathSegment(path, at)
        raw.FPDFPathSegment_GetPoint(segment, byref(x), byref(y))
        here = (
            matrix.a * x.value + matrix.c * y.value + matrix.e,
            matrix.b * x.value + matrix.d * y.value + matrix.f,
        )
        if last and raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_LINETO:
            yield min(last[0], here[0]), min(last[1], here[1]), max(last[0], here[0]), max(last[1], here[1])
        last = here


def _sides(box: Box) -> Iterator[Box]:
    left, bottom, right, top = box
    if right - left < THIN or top - bottom < THIN:
        yield box
        return
    yield left, bottom, right, bottom
    yield left, top, right, top
    yield left, bottom, left, top
    yield right, bottom, right, top


def _set_wide(piece: Piece) -> bool:
    """Return whether a few words take more room than their letters need: the heads of two columns drawn in one go."""
    left, bottom, right, top = piece.box
    return len(piece.text) < MOST_WIDE and right - left > SET_WIDE * (top - bottom) * len(piece.text)


class Cutter:
    """Cuts the pieces of a line as a table needs them: at wide gaps that lie within what was drawn in one go, where an
    upright rule crosses them, and where a figure at their edge stands close to what is beside it."""

    def __init__(self, letters: Letters, places: Sequence[int], rules: Sequence[Box]) -> None:
        self._letters = letters
        self._places = places
        self._upright = [(box[0], box[1], box[3]) for box in rules if box[2] - box[0] < THIN <= box[3] - box[1]]

    def __call__(self, line: SetLine) -> tuple[Piece, ...]:
        """Return the pieces of a line, cut."""
        if len(line.pieces) != len(line.starts):
            return line.pieces
        alone = line.pieces[0] if len(line.pieces) == 1 else None
        if alone and not (IN_A_ROW.search(line.text) or self._crossed(alone) or _set_wide(alone)):
            return line.pieces
        cut: list[Piece] = []
        for piece, start in zip(line.pieces, line.starts, strict=True):
            if " " not in piece.text:
                cut.append(piece)
                continue
            words = list(WORD.finditer(piece.text))
            if len(words) > 1 and (
                any(is_figure(word[0]) for word in words)
                or self._crossed(piece)
                or WIDE_BLANK.search(piece.text)
                or _set_wide(piece)
            ):
                cut.extend(self._cut(piece, start, words, alone=len(line.pieces) == 1))
            else:
                cut.append(piece)
        return tuple(cut)

    def _crossed(self, piece: Piece) -> list[float]:
        """Return where upright rules cross a piece."""
        left, bottom, right, top = piece.box
        middle = (bottom + top) / 2
        left, right = left + 2, right - 2
        return [x for x, low, high in self._upright if left < x < right and low <= middle <= high]

    def _cut(self, piece: Piece, start: int, words: Sequence[re.Match[str]], *, alone: bool) -> Iterator[Piece]:
        """Yield the parts of a piece."""
        edges = [(self._edge(start + word.start(), 0), self._edge(start + word.end() - 1, 2)) for word in words]
        if not all(right >= left > 0 for left, right in edges):
            yield piece
            return
        height = piece.box[3] - piece.box[1]
        figures = [is_figure(word[0]) for word in words]
        crossed = self._crossed(piece)
        first = next((at for at, figure in enumerate(figures) if not figure), len(words))
        last = next((at for at in reversed(range(len(words))) if not figures[at]), first - 1)
        begun = 0
        for at in range(1, len(words) + 1):
            if at < len(words):
                gap = edges[at][0] - edges[at - 1][1]
                ruled = any(edges[at - 1][1] - 1 <= rule <= edges[at][0] + 1 for rule in crossed)
                # "12 months to" is one text: a small word goes on with the figure before it
                loose = (at <= first or at > last) and (not alone or all(figures)) and not words[at][0].islower()
                if not (gap > WIDE_GAP * height or ruled or loose):
                    continue
            text = piece.text[words[begun].start() : words[at - 1].end()]
            yield Piece(text, (edges[begun][0], piece.box[1], edges[at - 1][1], piece.box[3]))
            begun = at

    def _edge(self, place: int, side: int) -> float:
        """Return where a character begins (0) or ends (2), -1 where that is not known."""
        at = self._places[place] if 0 <= place < len(self._places) else -1
        return self._letters.box(self._letters.index(at))[side] if at >= 0 else -1.0
