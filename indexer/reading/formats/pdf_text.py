"""The text of a PDF page in reading order, with the looks of its lines, and cleaned of what no reader sees."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from indexer.reading.formats.pdf_columns import in_reading_order
from indexer.reading.formats.pdf_drawn import drawn_once, put_together
from indexer.reading.formats.pdf_lines import HYPHENS, LINE_END, Letters, set_lines
from indexer.reading.formats.pdf_superscripts import with_superscripts
from indexer.reading.formats.pdf_typed import Typed, with_typed
from indexer.reading.formats.tables.on_page import may_hold_tables, tables_on
from indexer.reading.formats.tables.places import with_empty_cells
from indexer.reading.formats.tables.rules import Cutter, rules_on
from indexer.reading.looks import Looks
from indexer.reading.tables import PageTable

SAMPLED_CHARACTERS = 8
"""Characters of a page that are looked at to tell which way its lines run, and whether they are drawn at all."""

UNSEEN: dict[int, str | None] = dict.fromkeys([*range(9), *range(11, 32), 0x7F, 0x200B, 0x200C, 0x200D, 0x2060])
UNSEEN |= dict.fromkeys([0xFEFF, 0xFFFF, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])
UNSEEN |= {0x0C: "\n", 0xAD: "-"}
"""What no reader of a page sees (control characters, zero-width ones, directions of writing); and a soft hyphen that
is drawn on a page, which is a hyphen."""


FARTHEST = 2000
"""Characters that may lie off the page between two that are on it."""


def cleaned(text: str) -> str:
    """Return the text with "\\n" for every line end and without what no reader sees; line-end hyphens stay."""
    return LINE_END.sub(lambda end: "-\n" if end[0][0] in HYPHENS else "\n", text).translate(UNSEEN)


class ReadText(NamedTuple):
    """The text of a page in reading order, the looks of each of its lines, and the tables on it."""

    text: str
    looks: tuple[Looks, ...]
    tables: tuple[PageTable, ...]


def text_of(
    page: pdfium.PdfPage, textpage: pdfium.PdfTextPage, hidden: Collection[int] = (), typed: Sequence[Typed] = ()
) -> ReadText:
    """Return what stands on a page, without hidden characters, and what was typed on it beside its labels."""
    ranged = textpage.get_text_range()
    bounded = _joined(textpage.get_text_bounded(), ranged)
    places = _places(bounded, ranged)
    text = with_superscripts(textpage, bounded, ranged)
    letters = Letters(textpage, len(ranged))
    if hidden:
        seen = [at for at, place in enumerate(places) if place < 0 or letters.index(place) not in hidden]
        text, places = "".join(text[at] for at in seen), [places[at] for at in seen]
    text, places = put_together(letters, text, places)
    set_out = drawn_once(set_lines(letters, text, places))
    tabular = may_hold_tables(set_out)
    rules = rules_on(page, letters) if tabular else []
    lines = in_reading_order(with_empty_cells(set_out), rules)
    tables: list[PageTable] = []
    if tabular and not any(line.looks.column for line in lines):
        tables = tables_on(set_out, [cleaned(line.text) for line in set_out], rules, Cutter(letters, places, rules))
    lines = with_typed(lines, typed, letters) if typed else lines
    texts = [cleaned(line.text) for line in lines]
    return ReadText("\n".join(texts), tuple(line.looks for line in lines), tuple(tables))


def _places(text: str, ranged: str) -> Sequence[int]:
    """Return for each character of the text its place in all that pdfium reads on the page, -1 where it has none."""
    ranged = ranged.replace("\ufffe", "\x02")
    if len(text) == len(ranged):
        return range(len(text))
    places: list[int] = []
    at = 0
    for character in text:
        found = ranged.find(character, at, at + FARTHEST) if not character.isspace() else -1
        places.append(found)
        at = found + 1 if found >= 0 else at
    return places


def upright_textpage(page: pdfium.PdfPage) -> pdfium.PdfTextPage:
    """Return the text of a page; one whose lines run up, down or upside down on the sheet is turned for it.

    pdfium puts lines in the order in which they are seen, and so gives those of a sideways table last line first.
    """
    textpage = page.get_textpage()
    angles = [round(math.degrees(raw.FPDFText_GetCharAngle(textpage, at)) / 90) % 4 for at in sampled(textpage)]
    angle = max(set(angles), key=angles.count, default=0) * 90
    if not angles or angle == page.get_rotation():
        return textpage
    textpage.close()
    page.set_rotation(angle)
    return page.get_textpage()


def sampled(textpage: pdfium.PdfTextPage) -> Iterator[int]:
    """Yield the places of a few characters drawn on the page, evenly spread."""
    count = textpage.count_chars()
    for at in range(0, count, count // SAMPLED_CHARACTERS + 1):
        if raw.FPDFText_IsGenerated(textpage, at) == 0:
            yield at


def _joined(bounded: str, ranged: str) -> str:
    """Return the text within the bounds of the page with every space and line end that either way of asking gives.

    pdfium gives a page in two ways, and on one page in eight they differ: the one within bounds keeps off the page
    what lies off it and keeps each hyphen, but glues words at some line ends; the other does not glue but loses
    hyphens. Where they differ by more than that, the one within bounds stands.
    """
    ranged = ranged.replace("\ufffe", "\x02")
    if bounded == ranged:
        return bounded
    parts: list[str] = []
    at = 0
    for character in bounded:
        while at < len(ranged) and ranged[at] != character and ranged[at].isspace():
            parts.append(ranged[at])
            at += 1
        if at < len(ranged) and ranged[at] == character:
            at += 1
        elif not (character.isspace() or character == "\x02"):
            return bounded
        parts.append(character)
    return "".join(parts) if not ranged[at:].strip() else bounded
