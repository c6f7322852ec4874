"""The child's side of drawing: a PDF page as PNG with the words of a quote marked. Knows pdfium and Pillow."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as raw
from PIL import Image, ImageChops

from indexer.reading.formats.format import Unreadable
from indexer.reading.formats.pdf import page_with_fields
from indexer.reading.formats.pdf_text import upright_textpage
from indexer.reading.highlight import spans
from indexer.reading.messages import Drawn, DrawTask

MARKER = (255, 236, 90)
"""The yellow that is laid over the words, as a marker pen would: black stays black."""

MOST_HEIGHT = 3.0
"""The greatest height of a picture, as a multiple of its width."""

PNG_EFFORT = 3
"""How hard the PNG is packed, from 1 to 9: 6 took three times as long for a tenth less."""


@dataclass(slots=True)
class _Open:
    """The document opened last, kept since one answer often cites several pages of it."""

    key: tuple[str, int, int, int, str] = ("", 0, 0, 0, "")
    document: pdfium.PdfDocument | None = None


_open = _Open()


def draw(task: DrawTask) -> Drawn:
    """Return the drawn page; raises Unreadable when there is no such page or it cannot be drawn."""
    document = _document(Path(task.path), task.sha256)
    if not 1 <= task.page <= len(document):
        raise Unreadable(f"the paper has no page {task.page}.")
    page = page_with_fields(document, task.page - 1)
    try:
        rectangles = _rectangles(page, task.highlight) if task.highlight else []
        width, height = page.get_size()
        bitmap = page.render(scale=min(task.width / width, task.width * MOST_HEIGHT / height), rev_byteorder=True)
        picture = bitmap.to_pil().convert("RGB")
        place = bitmap.get_posconv(page).to_bitmap
        boxes = [_box(place(left, bottom), place(right, top)) for left, bottom, right, top in rectangles]
    finally:
        page.close()
    if boxes:
        picture = _marked(picture, boxes)
    png = BytesIO()
    picture.save(png, "PNG", compress_level=PNG_EFFORT)
    return Drawn(base64.b64encode(png.getvalue()).decode(), picture.width, picture.height, bool(boxes))


def _marked(picture: Image.Image, boxes: list[tuple[int, int, int, int]]) -> Image.Image:
    """Return the picture with the marker laid over the boxes, once where they overlap."""
    mask = Image.new("L", picture.size)
    for box in boxes:
        mask.paste(255, box)
    return Image.composite(ImageChops.multiply(picture, Image.new("RGB", picture.size, MARKER)), picture, mask)


def _document(path: Path, sha256: str) -> pdfium.PdfDocument:
    """Return the opened document; raises Unreadable, also where its bytes do not have this hash ("" for any)."""
    try:
        status = path.stat()
        key = (str(path), status.st_size, status.st_mtime_ns, status.st_ctime_ns, sha256)
        if _open.document is None or _open.key != key:
            _open.document = None
            content = path.read_bytes()
            if sha256 and hashlib.sha256(content).hexdigest() != sha256:
                raise Unreadable("the paper has changed since it was read.")
            _open.document = pdfium.PdfDocument(content)
            _open.key = key
    except OSError as exc:
        raise Unreadable("the file is not there or cannot be opened.") from exc
    except pdfium.PdfiumError as exc:
        raise Unreadable("the file is not a PDF that can be drawn.") from exc
    return _open.document


def _rectangles(page: pdfium.PdfPage, quote: str) -> list[tuple[float, float, float, float]]:
    """Return the rectangles (left, bottom, right, top) over the words of the quote, on the sheet as it lies."""
    rotation = page.get_rotation()
    textpage = upright_textpage(page)
    try:
        found = spans([_character(textpage, at) for at in range(textpage.count_chars())], quote)
        return [
            textpage.get_rect(at)
            for first, behind in found
            for at in range(textpage.count_rects(first, behind - first))
        ]
    finally:
        textpage.close()
        page.set_rotation(rotation)


def _box(one: tuple[int, int], other: tuple[int, int]) -> tuple[int, int, int, int]:
    """Return the box between two corners in pixels, a little larger so that no letter sticks out."""
    (x0, y0), (x1, y1) = one, other
    return min(x0, x1) - 1, min(y0, y1) - 2, max(x0, x1) + 1, max(y0, y1) + 2


def _character(textpage: pdfium.PdfTextPage, at: int) -> str:
    """Return one character of the page, a space for what is none."""
    code = raw.FPDFText_GetUnicode(textpage, at)
    return chr(code) if 0 < code < 0xD800 or 0xDFFF < code < 0x110000 else " "
