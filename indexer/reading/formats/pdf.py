"""PDF files: their text page by page, read by pdfium, by pypdf where pdfium fails (pdf_second.py).

Runs in a child process (see reading.py), since a PDF can bring pdfium down.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from indexer.reading.formats.format import Unreadable
from indexer.reading.formats.ocr import DPI, Unrecognised, can_recognise, recognised
from indexer.reading.formats.pdf_hidden import hidden_on, switches_layers_off
from indexer.reading.formats.pdf_second import SecondReader
from indexer.reading.formats.pdf_text import cleaned, sampled, text_of, upright_textpage
from indexer.reading.formats.pdf_typed import attached_on, typed_on
from indexer.reading.legible import is_legible, word_count
from indexer.reading.looks import PLAIN
from indexer.reading.messages import Answer, FileSeen, Note, ReadTask, Recognising, attached
from indexer.reading.pages import Page, PageState

A_PICTURE = "a picture without text"

FEW_CHARACTERS = 50
"""A page with less text than this is looked at as a picture too: it may be a scan with nothing but a stamp on it."""

MUCH_OF_A_PAGE = 0.3
"""The share of a page from which a picture counts as its content, not as a crest or a logo beside a title."""

UNDER_A_HEADER = 1500
"""A page with less text than this may be a scan with a typed header, footer or stamp around it."""

FEWEST_RECOGNISED = 12
"""Words that a picture beside typed text must hold: fewer are a logo, a map or specks."""

THUMBNAIL_PIXELS = 400
"""The longer side of the small picture in which is looked whether there is anything on a page."""

MOST_PIXELS = 6000
"""The longer side of the largest picture drawn for recognition: an A3 page at 200 dots per inch has 3,300."""


@dataclass(slots=True)
class _Found:
    """What is known of a file while its pages are read: whether layers may be off, the pages with boxed words, and
    the names of files that are pinned to its pages."""

    layers_off: bool
    leaks: list[int] = field(default_factory=list)
    pinned: list[str] = field(default_factory=list)


def read_pdf(data: bytes, task: ReadTask) -> Iterator[Answer]:
    """Yield what is known of the PDF, then its pages from `task.first` on; raises Unreadable when it does not open."""
    second = SecondReader(data)
    document = None if 0 in task.second else _opened(data)
    count = len(document) if document is not None else second.count()
    if count > task.limits.pages:
        raise Unreadable(f"It has more than {task.limits.pages:,} pages.")
    title = document.get_metadata_value("Title") if document is not None else second.title()
    if document is not None and document.get_formtype() != raw.FORMTYPE_NONE:
        document.init_forms()
    yield FileSeen(count, True, " ".join(cleaned(title).split()))
    left, recognitions = task.limits.characters, task.limits.ocr_pages - task.recognised
    found = _Found(switches_layers_off(data))
    for number in range(task.first, count + 1):
        by_second = document is None or number in task.second
        page = second.page(number) if by_second else _page(document, number, second, found)
        if page.reason == A_PICTURE and can_recognise():
            if recognitions > 0:
                yield Recognising(number)
                page = _recognised(document, page, task.limits.ocr_seconds)
            else:
                page = replace(page, reason="a picture without text, after many others in this file")
            recognitions -= 1
        if len(page.text) > min(task.limits.page_characters, left):
            page = Page(number, "", PageState.UNREADABLE, "more text than a page or a file may hold", page.label)
        left -= len(page.text)
        yield page
    if b"%%EOF" not in data[-4096:]:
        yield Note("The end of the file is missing, and pages may be missing with it.")
    if document is not None and (names := [*_attached(document), *dict.fromkeys(found.pinned)]):
        yield Note(attached(names))
    if found.leaks:
        yield Note(_leaking(found.leaks))


def _attached(document: pdfium.PdfDocument) -> Iterator[str]:
    """Yield the names of the files that are attached to a PDF, or that make up a portfolio."""
    for at in range(document.count_attachments()):
        try:
            yield cleaned(document.get_attachment(at).get_name())
        except pdfium.PdfiumError:
            yield "a file without a name"


def _leaking(pages: list[int]) -> str:
    """Return the sentence that warns of words which black boxes only seem to hide."""
    shown = ", ".join(map(str, pages[:10])) + (", ..." if len(pages) > 10 else "")
    where = f"page {shown}" if len(pages) == 1 else f"pages {shown}"
    return f"On {where} words lie under black boxes: they are left out here, but anyone can copy them out of the file."


def page_with_fields(document: pdfium.PdfDocument, index: int) -> pdfium.PdfPage:
    """Return a page with what was filled into its form fields and typed on it, which else is no part of its text."""
    return _flattened(document, document[index], index)


def _flattened(document: pdfium.PdfDocument, page: pdfium.PdfPage, index: int) -> pdfium.PdfPage:
    """Return the page with its form fields and notes drawn on it, those left out that are hidden."""
    subtypes = set()
    for at in range(raw.FPDFPage_GetAnnotCount(page)):
        annotation = raw.FPDFPage_GetAnnot(page, at)
        subtypes.add(raw.FPDFAnnot_GetSubtype(annotation))
        raw.FPDFPage_CloseAnnot(annotation)
    if subtypes & {raw.FPDF_ANNOT_WIDGET, raw.FPDF_ANNOT_FREETEXT}:
        raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY)
        page.close()
        page = document[index]
    return page


def _opened(data: bytes) -> pdfium.PdfDocument | None:
    """Return the document opened by pdfium, None when it cannot; raises Unreadable when a password is needed."""
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as exc:
        if exc.err_code == raw.FPDF_ERR_PASSWORD:
            raise Unreadable("It is protected by a password.") from exc
        return None


def _page(document: pdfium.PdfDocument, number: int, second: SecondReader, found: _Found) -> Page:
    """Return one page as pdfium reads it, as the second library does where pdfium fails.

    A page with words under a black box is noted in `found`.
    """
    try:
        bare = document[number - 1]
        typed = typed_on(document, bare)
        found.pinned.extend(attached_on(bare))
        page = _flattened(document, bare, number - 1)
        textpage = upright_textpage(page)
        try:
            label = cleaned(document.get_page_label(number - 1))
            hidden = hidden_on(page, textpage, layers_off=found.layers_off)
            read = text_of(page, textpage, hidden.characters, typed)
            if hidden.boxed:
                found.leaks.append(number)
            return _judged(page, textpage, Page(number, read.text, PageState.TEXT, "", label, read.looks, read.tables))
        finally:
            textpage.close()
            page.close()
    except Exception:  # a page that cannot be decoded must not cost the other pages
        return second.page(number)


def _judged(page: pdfium.PdfPage, textpage: pdfium.PdfTextPage, read: Page) -> Page:
    """Return the page as read with the state that it is in."""
    letters = len(read.text.strip())
    if not is_legible(read.text):
        return replace(read, text="", looks=(), state=PageState.UNREADABLE, reason=A_PICTURE)
    if letters >= FEW_CHARACTERS:
        scanned = _is_invisible(textpage) and _picture_share(page) >= MUCH_OF_A_PAGE
        if not scanned and letters < UNDER_A_HEADER and _bare_picture(page, textpage):
            return replace(read, state=PageState.UNREADABLE, reason=A_PICTURE)
        return replace(read, state=PageState.OCR) if scanned else read
    if _picture_share(page) >= MUCH_OF_A_PAGE:
        return replace(read, state=PageState.UNREADABLE, reason=A_PICTURE)
    if letters:
        return read
    if _is_blank(page):
        return replace(read, text="", state=PageState.EMPTY)
    return replace(read, text="", state=PageState.UNREADABLE, reason=A_PICTURE)


def _bare_picture(page: pdfium.PdfPage, textpage: pdfium.PdfTextPage) -> bool:
    """Return whether much of the page is a picture with next to no text over it: a scan under a header or a stamp."""
    if _picture_share(page) < MUCH_OF_A_PAGE:
        return False
    left, bottom, right, top = page.get_bbox()
    middle = (top - bottom) / 4
    return len(textpage.get_text_bounded(left, bottom + middle, right, top - middle).strip()) < FEW_CHARACTERS


def _picture_share(page: pdfium.PdfPage) -> float:
    """Return the share of the page under its largest picture, from 0 to 1."""
    left, bottom, right, top = page.get_bbox()
    area = max((right - left) * (top - bottom), 1.0)
    shares = [0.0]
    pictures = [raw.FPDF_PAGEOBJ_IMAGE]
    for thing in page.get_objects(max_depth=1):
        within = thing.type == raw.FPDF_PAGEOBJ_FORM and page.get_objects(pictures, max_depth=5, form=thing, level=1)
        if thing.type in pictures or (within and any(True for _ in within)):
            x0, y0, x1, y1 = thing.get_bounds()
            width, height = min(x1, right) - max(x0, left), min(y1, top) - max(y0, bottom)
            shares.append(max(width, 0) * max(height, 0) / area)
    return max(shares)


def _is_invisible(textpage: pdfium.PdfTextPage) -> bool:
    """Return whether the text is not drawn but lies unseen on the page, as recognition puts it under a scan."""
    things = [raw.FPDFText_GetTextObject(textpage, at) for at in sampled(textpage)]
    return {raw.FPDFTextObj_GetTextRenderMode(thing) for thing in things} == {raw.FPDF_TEXTRENDERMODE_INVISIBLE}


def _grey(page: pdfium.PdfPage, scale: float, most: int) -> tuple[bytes, int, int]:
    """Return the page drawn in grey, one byte a pixel, with width and height; no side longer than `most`."""
    scale = min(scale, most / max(page.get_size()))
    bitmap = page.render(scale=scale, grayscale=True)
    width, height, stride, rows = bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer)
    bitmap.close()
    return b"".join(rows[at : at + width] for at in range(0, stride * height, stride)), width, height


def _is_blank(page: pdfium.PdfPage) -> bool:
    """Return whether the drawn page has one colour all over."""
    return len(set(_grey(page, 1.0, THUMBNAIL_PIXELS)[0])) == 1


def _recognised(document: pdfium.PdfDocument, read: Page, seconds: float) -> Page:
    """Return the page with the text that was recognised in its picture."""
    page = document[(read.number or 1) - 1]
    try:
        text = recognised(*_grey(page, DPI / 72, MOST_PIXELS), seconds)
    except Unrecognised as exc:
        return replace(read, reason=f"a picture without text: {exc}")
    except Exception:  # a picture that cannot be drawn must not cost the other pages
        return replace(read, reason="a picture that could not be drawn to recognise its text")
    finally:
        page.close()
    typed = read.text.strip()
    if len(typed) >= FEW_CHARACTERS:
        return _with_recognised(read, text)
    if len(text) > len(typed):
        return replace(read, text=text, looks=(), state=PageState.OCR, reason="")
    if typed:
        return replace(read, state=PageState.TEXT, reason="")
    return replace(read, reason="a picture in which no words were found")


def _with_recognised(read: Page, text: str) -> Page:
    """Return a page with typed text on it and, below, what was recognised in its picture and is not typed as well."""
    known = _letters(read.text)
    lines = [line for line in text.split("\n") if not _letters(line) or _letters(line) not in known]
    if word_count(" ".join(lines)) < FEWEST_RECOGNISED:
        return replace(read, state=PageState.TEXT, reason="")
    looks = (*read.looks, *[PLAIN] * len(lines)) if read.looks else ()
    return replace(read, text="\n".join([read.text, *lines]), looks=looks, state=PageState.OCR, reason="")


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).lower()
