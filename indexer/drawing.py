"""The child's side of drawing: a PDF page as PNG with the words of a quote marked. Knows pdfium and Pillow."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as raw
from PIL import Image, ImageChops

from indexer.formats import Unreadable
from indexer.highlight import spans
from indexer.messages import Drawn, DrawTask

MARKER = (255, 236, 90)
"""The yellow that is laid over the words, as a marker pen would: black stays black."""

MOST_HEIGHT = 3.0
"""The greatest height of a picture, as a multiple of its width."""

PNG_EFFORT = 3
"""How hard the PNG is packed, from 1 to 9: 6 took three times as long for a tenth less."""


@dataclass(slots=True)
class _Open:
    """The document opened last, kept since one answer often cites several pages of it."""

    key: tuple[str, int, int] = ("", 0, 0)
    document: pdfium.PdfDocument | None = None


_open = _Open()


def draw(task: DrawTask) -> Drawn:
    """Return the drawn page; raises Unreadable when there is no such page or it cannot be drawn."""
    document = _document(Path(task.path))
    if not 1 <= task.page <= len(document):
        raise Unreadable(f"the paper has no page {task.page}.")
    page = document[task.page - 1]
    try:
        width, height = page.get_size()
        scale = min(task.width / width, task.width * MOST_HEIGHT / height)
        bitmap = page.render(scale=scale, rev_byteorder=True)
        picture = bitmap.to_pil().convert("RGB")
        boxes = _boxes(page, bitmap, task.highlight) if task.highlight else []
        for box in boxes:
            area = picture.crop(box)
            picture.paste(ImageChops.multiply(area, Image.new("RGB", area.size, MARKER)), box)
    finally:
        page.close()
    png = BytesIO()
    picture.save(png, "PNG", compress_level=PNG_EFFORT)
    return Drawn(base64.b64encode(png.getvalue()).decode(), picture.width, picture.height, bool(boxes))


def _document(path: Path) -> pdfium.PdfDocument:
    """Return the opened document; raises Unreadable."""
    try:
        status = path.stat()
        key = (str(path), status.st_size, status.st_mtime_ns)
        if _open.document is None or _open.key != key:
            _open.document = None
            _open.document = pdfium.PdfDocument(path.read_bytes())
            _open.key = key
    except OSError as exc:
        raise Unreadable("the file is not there or cannot be opened.") from exc
    except pdfium.PdfiumError as exc:
        raise Unreadable("the file is not a PDF that can be drawn.") from exc
    return _open.document


def _boxes(page: pdfium.PdfPage, bitmap: pdfium.PdfBitmap, quote: str) -> list[tuple[int, int, int, int]]:
    """Return the boxes in pixels over the words of the quote, one for each line."""
    textpage = page.get_textpage()
    place = bitmap.get_posconv(page).to_bitmap
    boxes = []
    try:
        characters = [_character(textpage, at) for at in range(textpage.count_chars())]
        for first, behind in spans(characters, quote):
            for at in range(textpage.count_rects(first, behind - first)):
                left, bottom, right, top = textpage.get_rect(at)
                (x0, y0), (x1, y1) = place(left, bottom), place(right, top)
                x0, x1, y0, y1 = min(x0, x1), max(x0, x1), min(y0, y1), max(y0, y1)
                x0, y0, x1, y1 = max(x0 - 1, 0), max(y0 - 2, 0), min(x1 + 1, bitmap.width), min(y1 + 2, bitmap.height)
                if x0 < x1 and y0 < y1:
                    boxes.append((x0, y0, x1, y1))
    finally:
        textpage.close()
    return boxes


def _character(textpage: pdfium.PdfTextPage, at: int) -> str:
    """Return one character of the page, a space for what is none."""
    code = raw.FPDFText_GetUnicode(textpage, at)
    return chr(code) if 0 < code < 0xD800 or 0xDFFF < code < 0x110000 else " "
