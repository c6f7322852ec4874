"""Words of a PDF page that nobody sees: under a black box, or on a layer that is switched off.

Looking at every letter of every page as it is drawn would take far too long. So first the page's objects are gone
through for what could hide words; only where there is something like that the page is drawn, and a letter in whose place
the drawing shows one colour all over is taken for hidden.
"""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import POINTER, byref, c_float, c_int, c_uint, c_ulong, c_ushort, c_void_p, cast, create_string_buffer
from dataclasses import dataclass
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

MOST_OBJECTS = 4000
"""Objects of a page that are gone through; a page with more is a map or a drawing."""

DEEPEST = 3
"""How deep forms within forms are gone through."""

LEAST_WIDTH, LEAST_HEIGHT = 8.0, 4.0
"""Points from which a filled shape can cover words; thinner ones are rules."""

OPAQUE = 200
"""From this on, of 255, a colour lets nothing through."""

SCALE = 2.0
"""Pixels a point at which a page is drawn to be looked at."""

FLAT = 20
"""By how many of 255 greys the pixels of one colour differ at most."""

DARK = 128
"""A flat place darker than this is a box over the words; lighter, there is nothing."""

MOST_OF_A_WORD = 0.5
"""A word of which so many letters are hidden is hidden: the edges of a box may let the first and last shine through."""

COVERING = frozenset(
    (raw.FPDF_ANNOT_REDACT, raw.FPDF_ANNOT_SQUARE, raw.FPDF_ANNOT_HIGHLIGHT, raw.FPDF_ANNOT_INK, raw.FPDF_ANNOT_STAMP)
)
"""Kinds of annotation that can lie over words."""


@dataclass(frozen=True, slots=True)
class Hidden:
    """pdfium's numbers of the characters that nobody sees, and whether some of them lie under a dark box."""

    characters: frozenset[int] = frozenset()
    boxed: bool = False


NOTHING = Hidden()


def hidden_on(page: pdfium.PdfPage, textpage: pdfium.PdfTextPage) -> Hidden:
    """Return the characters of a page that nobody sees; those of text that lies unseen under a scan are not meant."""
    if not (_covered_by_annotation(page) or _may_hide(page, textpage)):
        return NOTHING
    return _looked_at(page, textpage)


def _covered_by_annotation(page: pdfium.PdfPage) -> bool:
    """Return whether an annotation of a kind that can cover words lies on the page."""
    for at in range(raw.FPDFPage_GetAnnotCount(page)):
        annotation = raw.FPDFPage_GetAnnot(page, at)
        kind = raw.FPDFAnnot_GetSubtype(annotation)
        raw.FPDFPage_CloseAnnot(annotation)
        if kind in COVERING:
            return True
    return False


def _may_hide(page: pdfium.PdfPage, textpage: pdfium.PdfTextPage) -> bool:
    """Return whether an object of the page is on a layer, or drawn over words."""
    order: dict[int | None, int] = {}
    covers: list[tuple[int, Any]] = []
    for place, (thing, kind, depth) in enumerate(_objects(page)):
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            order[cast(thing, c_void_p).value] = place
        if raw.FPDFPageObj_CountMarks(thing) and _on_a_layer(thing):
            return True
        if order and depth == 0 and kind in (raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE):
            covers.append((place, thing))
    return any(_covers(textpage, thing, place, order) for place, thing in covers)


def _objects(page: pdfium.PdfPage) -> Iterator[tuple[Any, int, int]]:
    """Yield the objects of a page in the order in which they are drawn, with their kinds and how deep they lie."""
    left = MOST_OBJECTS

    def within(form: Any, depth: int) -> Iterator[tuple[Any, int, int]]:
        nonlocal left
        count = raw.FPDFPage_CountObjects(page) if form is None else raw.FPDFFormObj_CountObjects(form)
        for at in range(count):
            left -= 1
            if left < 0:
                return
            thing = raw.FPDFPage_GetObject(page, at) if form is None else raw.FPDFFormObj_GetObject(form, at)
            kind = raw.FPDFPageObj_GetType(thing)
            yield thing, kind, depth
            if kind == raw.FPDF_PAGEOBJ_FORM and depth < DEEPEST:
                yield from within(thing, depth + 1)

    yield from within(None, 0)


def _on_a_layer(thing: Any) -> bool:
    """Return whether an object belongs to a layer, which may be switched off."""
    name, length = create_string_buffer(64), c_ulong()
    for at in range(raw.FPDFPageObj_CountMarks(thing)):
        mark = raw.FPDFPageObj_GetMark(thing, at)
        raw.FPDFPageObjMark_GetName(mark, cast(name, POINTER(c_ushort)), 64, byref(length))
        if name.raw[: max(length.value - 2, 0)] == "OC".encode("utf-16-le"):
            return True
    return False


def _covers(textpage: pdfium.PdfTextPage, thing: Any, place: int, order: dict[int | None, int]) -> bool:
    """Return whether a filled shape or a picture lies over words that were drawn before it."""
    left, bottom, right, top = c_float(), c_float(), c_float(), c_float()
    if not raw.FPDFPageObj_GetBounds(thing, byref(left), byref(bottom), byref(right), byref(top)):
        return False
    width, height = right.value - left.value, top.value - bottom.value
    if width < LEAST_WIDTH or height < LEAST_HEIGHT or not _is_filled(thing):
        return False
    middle = (bottom.value + top.value) / 2
    for x in (left.value + 3, left.value + width / 3, left.value + width / 2, right.value - width / 3, right.value - 3):
        at = raw.FPDFText_GetCharIndexAtPos(textpage, x, middle, 4.0, 4.0)
        if at >= 0:
            text = raw.FPDFText_GetTextObject(textpage, at)
            if order.get(cast(text, c_void_p).value, place) < place:
                return True
    return False


def _is_filled(thing: Any) -> bool:
    """Return whether a shape is filled with a colour that lets nothing through; a picture is."""
    if raw.FPDFPageObj_GetType(thing) == raw.FPDF_PAGEOBJ_IMAGE:
        return True
    fill, stroke = c_int(), c_int()
    raw.FPDFPath_GetDrawMode(thing, byref(fill), byref(stroke))
    red, green, blue, opacity = c_uint(), c_uint(), c_uint(), c_uint()
    raw.FPDFPageObj_GetFillColor(thing, byref(red), byref(green), byref(blue), byref(opacity))
    return bool(fill.value) and opacity.value >= OPAQUE


def _looked_at(page: pdfium.PdfPage, textpage: pdfium.PdfTextPage) -> Hidden:
    """Return the characters in whose place the drawn page has one colour all over, word by word."""
    bitmap = page.render(scale=SCALE, grayscale=True)
    width, height, stride = bitmap.width, bitmap.height, bitmap.stride
    pixels, place = bytes(bitmap.buffer), bitmap.get_posconv(page).to_bitmap
    hidden: set[int] = set()
    boxed = False
    for word in _words(textpage):
        greys = []
        for at in word:
            left, bottom, right, top = textpage.get_charbox(at)
            (x0, y0), (x1, y1) = place(left, bottom), place(right, top)
            across = slice(max(min(x0, x1) - 2, 0), min(max(x0, x1) + 2, width))
            down = range(max(min(y0, y1) - 2, 0), min(max(y0, y1) + 2, height))
            rows = [pixels[y * stride + across.start : y * stride + across.stop] for y in down]
            greys.append(_flat(b"".join(rows)))
        flat = [grey for grey in greys if grey is not None]
        if len(flat) >= MOST_OF_A_WORD * len(word):
            hidden.update(word)
            boxed = boxed or sum(flat) / len(flat) < DARK
    bitmap.close()
    return Hidden(frozenset(hidden), boxed)


def _words(textpage: pdfium.PdfTextPage) -> Iterator[list[int]]:
    """Yield the numbers of the drawn characters of each word, those left out that lie unseen under a scan."""
    word: list[int] = []
    for at in range(textpage.count_chars()):
        code = raw.FPDFText_GetUnicode(textpage, at)
        if code <= 32 or code == 0xA0 or raw.FPDFText_IsGenerated(textpage, at):
            if word:
                yield word
            word = []
            continue
        mode = raw.FPDFTextObj_GetTextRenderMode(raw.FPDFText_GetTextObject(textpage, at))
        if mode != raw.FPDF_TEXTRENDERMODE_INVISIBLE:
            word.append(at)
    if word:
        yield word


def _flat(pixels: bytes) -> int | None:
    """Return the grey of pixels that have one colour, None where they have several; nothing drawn is white."""
    if not pixels:
        return 255
    low, high = min(pixels), max(pixels)
    return (low + high) // 2 if high - low <= FLAT else None
