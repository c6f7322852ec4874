"""The figures of a PDF page that stand small and raised behind other characters, told by their boxes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from ctypes import byref

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from indexer.reading.superscripts import FIGURES, superscript

Box = tuple[float, float, float, float]
"""Left, bottom, right and top in points. With the ascent and descent of its font, boxes compare as sizes do."""

LARGEST = 0.85
"""The greatest height of a superscript; this and the next three are shares of the height of what it stands behind.

Word processors set 0.58 to 0.67, browsers 0.83."""

LOWEST_FOOT = 0.15
"""How far its foot is raised at least: word processors raise it by a third."""

LOWEST_HEAD = 0.9
"""How high its head reaches at least: small print that is centred beside a large figure ends lower."""

WIDEST_GAP = 0.5
"""How far it stands off at most: behind a wider gap stands another column."""

_WORD = re.compile(r"\S+")
_FIGURE = re.compile(f"[{FIGURES}]")


def with_superscripts(textpage: pdfium.PdfTextPage, text: str, ranged: str) -> str:
    """Return the text of a page with its small raised figures as superscripts; nothing else of it changes.

    `ranged` is all the text as pdfium counts it; `text` may lack what lies off the edges of the page. On a page that
    is turned pdfium ends the line before what is raised, so that nothing is joined there.
    """
    raised = set() if textpage.page.get_rotation() else set(_raised(textpage, ranged))
    if not raised:
        return text
    places = [found.start() for found in _FIGURE.finditer(ranged)]
    own = [found.start() for found in _FIGURE.finditer(text)]
    if len(places) != len(own):
        places = [place for place in places if _is_on_the_page(textpage, place)]
    if [ranged[place] for place in places] != [text[at] for at in own]:
        return text
    characters = list(text)
    for place, at in zip(places, own, strict=True):
        if place in raised:
            characters[at] = superscript(text[at])
    return "".join(characters)


def _raised(textpage: pdfium.PdfTextPage, ranged: str) -> Iterator[int]:
    """Yield the places of the figures that are raised above the characters before them in the same word."""
    rect, same = raw.FS_RECTF(), textpage.count_chars() == len(ranged)

    def box_of(place: int) -> Box:
        index = place if same else raw.FPDFText_GetCharIndexFromTextIndex(textpage, place)
        raw.FPDFText_GetLooseCharBox(textpage, index, byref(rect))
        return rect.left, rect.bottom, rect.right, rect.top

    for word in _WORD.finditer(ranged):
        if not _FIGURE.search(word[0], 1):
            continue
        base = before = box_of(word.start())
        for place in range(word.start() + 1, word.end()):
            box = box_of(place)
            if not _stands_above(box, base, before):
                base = box
            elif ranged[place] in FIGURES:
                yield place
            before = box


def _stands_above(box: Box, base: Box, before: Box) -> bool:
    """Return whether a character is smaller than the last one on the line, ends as high, and joins the one before
    it.
    """
    height = base[3] - base[1]
    return (
        box[3] - box[1] <= LARGEST * height
        and box[1] - base[1] >= LOWEST_FOOT * height
        and box[3] - base[1] >= LOWEST_HEAD * height
        and box[1] < base[3]
        and abs(box[0] - before[2]) <= WIDEST_GAP * height
    )


def _is_on_the_page(textpage: pdfium.PdfTextPage, place: int) -> bool:
    """Return whether a character is within the edges of the page, as pdfium takes it."""
    box: Box = textpage.get_charbox(raw.FPDFText_GetCharIndexFromTextIndex(textpage, place))
    edges: Box = textpage.page.get_bbox()
    return box[0] < edges[2] and box[2] > edges[0] and box[1] < edges[3] and box[3] > edges[1]
