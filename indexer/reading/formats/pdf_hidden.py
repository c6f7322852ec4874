"""Words of a PDF page that nobody sees: under a black box, or on a layer that is switched off.

Looking at every letter of every page as it is drawn would take far too long. So first the page's objects are gone
through for what could hide words; only where there is something like that the page is drawn, and a letter in whose
place the drawing shows one colour all over is taken for hidden.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Sequence
from ctypes import POINTER, byref, c_float, c_int, c_uint, c_ulong, c_ushort, c_void_p, cast, create_string_buffer
from dataclasses import dataclass
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

MOST_OBJECTS = 4000
"""Objects of a page that are gone through; a page with more is a map or a drawing."""

OBJECT_STREAM = b"/ObjStm"
LAYERS_OFF = re.compile(rb"/OFF\s*(?:\[\s*\d|\d+\s+\d+\s+R)|/(?:Base|View)State\s*/OFF")
MOST_OF_A_STREAM = 1_000_000
"""Bytes of each packed part of a file that are unpacked to look for layers."""

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


Box = tuple[float, float, float, float]
"""Left, bottom, right and top in points on the sheet."""


def switches_layers_off(data: bytes) -> bool:
    """Return whether a PDF may switch layers off when it is opened; False only where it surely does not."""
    if b"/OCProperties" in data or b"/Encrypt" in data:
        return LAYERS_OFF.search(data) is not None or b"/Encrypt" in data
    at = data.find(OBJECT_STREAM)
    while at >= 0:
        start = data.find(b"stream", at, at + 500)
        try:
            packed = data[start + len(b"stream") : start + MOST_OF_A_STREAM].lstrip(b"\r\n")
            if LAYERS_OFF.search(zlib.decompressobj().decompress(packed, MOST_OF_A_STREAM)):
                return True
        except zlib.error:
            return True
        at = data.find(OBJECT_STREAM, at + 1)
    return False


def hidden_on(page: pdfium.PdfPage, textpage: pdfium.PdfTextPage, *, layers_off: bool) -> Hidden:
    """Return the characters of a page that nobody sees; those of text that lies unseen under a scan are not meant.

    `layers_off` says that the file may switch some of its layers off.
    """
    covers = [*_annotations(page), *_may_hide(page, textpage, layers_off=layers_off)]
    return _looked_at(page, textpage, covers) if covers else NOTHING


def _annotations(page: pdfium.PdfPage) -> Iterator[Box]:
    """Yield where annotations of a kind that can cover words lie on the page."""
    for at in range(raw.FPDFPage_GetAnnotCount(page)):
        annotation = raw.FPDFPage_GetAnnot(page, at)
        rect = raw.FS_RECTF()
        if raw.FPDFAnnot_GetSubtype(annotation) in COVERING and raw.FPDFAnnot_GetRect(annotation, byref(rect)):
            yield rect.left, rect.bottom, rect.right, rect.top
        raw.FPDFPage_CloseAnnot(annotation)


def _may_hide(page: pdfium.PdfPage, textpage: pdfium.PdfTextPage, *, layers_off: bool) -> list[Box]:
    """Return where on the page words may be hidden: under a shape, or all over it where a layer is switched off."""
    texts: list[tuple[int, Any, int]] = []
    covers: list[tuple[int, Box]] = []
    for place, (thing, kind, depth) in enumerate(_objects(page)):
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            texts.append((place, thing, depth))
        elif texts and depth == 0 and kind in (raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE):
            box = _large(thing)
            if box and _is_filled(thing):
                covers.append((place, box))
    if layers_off and any(_on_a_layer(thing) for _, thing, _ in texts):
        return [page.get_mediabox()]
    if not covers:
        return []
    last = covers[-1][0]
    under = [(place, _bounds(thing) if depth == 0 else None) for place, thing, depth in texts if place < last]
    near = [cover for cover in covers if _may_lie_over(cover, under)]
    order = {cast(thing, c_void_p).value: place for place, thing, _ in texts} if near else {}
    return [box for place, box in near if _lies_over_words(textpage, box, place, order)]


def _may_lie_over(cover: tuple[int, Box], texts: Sequence[tuple[int, Box | None]]) -> bool:
    """Return whether a text that was drawn before a cover has a place in common with it, or lies nobody knows where.

    To ask pdfium what stands at a place takes a hundred times as long as to compare boxes.
    """
    place, box = cover
    return any(before < place and (bounds is None or _overlap(bounds, box)) for before, bounds in texts)


def _objects(page: pdfium.PdfPage) -> Iterator[tuple[Any, int, int]]:
    """Yield the objects of a page in the order in which they are drawn, with their kinds and how deep they lie."""
    handle, get, kind_of = page.raw, raw.FPDFPage_GetObject, raw.FPDFPageObj_GetType
    for at in range(min(raw.FPDFPage_CountObjects(handle), MOST_OBJECTS)):
        thing = get(handle, at)
        kind = kind_of(thing)
        yield thing, kind, 0
        if kind == raw.FPDF_PAGEOBJ_FORM:
            yield from _within(thing, 1)


def _within(form: Any, depth: int) -> Iterator[tuple[Any, int, int]]:
    """Yield the objects of a form and of the forms in it."""
    for at in range(min(raw.FPDFFormObj_CountObjects(form), MOST_OBJECTS)):
        thing = raw.FPDFFormObj_GetObject(form, at)
        kind = raw.FPDFPageObj_GetType(thing)
        yield thing, kind, depth
        if kind == raw.FPDF_PAGEOBJ_FORM and depth < DEEPEST:
            yield from _within(thing, depth + 1)


def _on_a_layer(thing: Any) -> bool:
    """Return whether an object belongs to a layer, which may be switched off."""
    name, length = create_string_buffer(64), c_ulong()
    for at in range(raw.FPDFPageObj_CountMarks(thing)):
        mark = raw.FPDFPageObj_GetMark(thing, at)
        raw.FPDFPageObjMark_GetName(mark, cast(name, POINTER(c_ushort)), 64, byref(length))
        if name.raw[: max(length.value - 2, 0)] == "OC".encode("utf-16-le"):
            return True
    return False


def _large(thing: Any) -> Box | None:
    """Return the box of an object that is large enough to cover words, None for any other."""
    box = _bounds(thing)
    return box if box and box[2] - box[0] >= LEAST_WIDTH and box[3] - box[1] >= LEAST_HEIGHT else None


def _bounds(thing: Any) -> Box | None:
    """Return the box of an object, None where pdfium does not know it."""
    left, bottom, right, top = c_float(), c_float(), c_float(), c_float()
    if not raw.FPDFPageObj_GetBounds(thing, byref(left), byref(bottom), byref(right), byref(top)):
        return None
    return left.value, bottom.value, right.value, top.value


def _lies_over_words(textpage: pdfium.PdfTextPage, box: Box, place: int, order: dict[int | None, int]) -> bool:
    """Return whether words that were drawn before an object stand along the middle of its box."""
    x0, y0, x1, y1 = box
    for x in (x0 + 3, x0 + (x1 - x0) / 3, (x0 + x1) / 2, x1 - (x1 - x0) / 3, x1 - 3):
        at = raw.FPDFText_GetCharIndexAtPos(textpage, x, (y0 + y1) / 2, 2.0, 2.0)
        if at >= 0 and order.get(cast(raw.FPDFText_GetTextObject(textpage, at), c_void_p).value, place) < place:
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


def _looked_at(page: pdfium.PdfPage, textpage: pdfium.PdfTextPage, covers: Sequence[Box]) -> Hidden:
    """Return the characters within the covers in whose place the drawn page has one colour all over, word by word."""
    bitmap = page.render(scale=SCALE, grayscale=True)
    drawn = _Drawn(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride)
    place = bitmap.get_posconv(page).to_bitmap
    hidden: set[int] = set()
    boxed = False
    for word in _words(textpage):
        ends = textpage.get_charbox(word[0]), textpage.get_charbox(word[-1])
        if not any(_overlap(ends[0], cover) or _overlap(ends[1], cover) for cover in covers):
            continue
        boxes = [textpage.get_charbox(at) for at in word]
        greys = [drawn.grey(place(left, bottom), place(right, top)) for left, bottom, right, top in boxes]
        flat = [grey for grey in greys if grey is not None]
        if len(flat) >= MOST_OF_A_WORD * len(word):
            hidden.update(word)
            boxed = boxed or sum(flat) / len(flat) < DARK
    bitmap.close()
    return Hidden(frozenset(hidden), boxed)


def _overlap(one: Box, other: Box) -> bool:
    """Return whether two boxes have a place in common."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A drawn page in grey, one byte a pixel."""

    pixels: bytes
    width: int
    height: int
    stride: int

    def grey(self, corner: tuple[int, int], opposite: tuple[int, int]) -> int | None:
        """Return the grey of a box, and of two pixels around it, that has one colour all over.

        None where it has not.
        """
        (x0, y0), (x1, y1) = corner, opposite
        left, right = max(min(x0, x1) - 2, 0), min(max(x0, x1) + 2, self.width)
        rows = range(max(min(y0, y1) - 2, 0), min(max(y0, y1) + 2, self.height))
        pixels = b"".join(self.pixels[y * self.stride + left : y * self.stride + right] for y in rows)
        if not pixels:
            return 255  # off the page: nothing is drawn there
        low, high = min(pixels), max(pixels)
        return (low + high) // 2 if high - low <= FLAT else None


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
