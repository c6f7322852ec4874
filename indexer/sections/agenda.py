"""The items of a front sheet: number, title and the pages on which the pack prints them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from indexer.reading.lines import Line

# The longest agenda entry; what is longer is a paragraph of guidance.
MAX_ENTRY = 400
_ENTRY = re.compile(
    r"^[\s*#-]*(?:item\s+(?:no\.?\s*)?)?(\d{1,2}[A-Za-z]?(?:\.\d{1,2})?)\s*[.):]?\**(?:\s+|\t)\**\s*(\S.*)", re.I
)
_PAGES = re.compile(r"\(\s*p(?:age|p|g)?s?\.?\s*(\d{1,4})(?:\s*(?:-|–|—|to)\s*(\d{1,4}))?\s*\)", re.I)
_PAGES_CELL = re.compile(r"^(\d{1,4})(?:\s*[-–]\s*(\d{1,4}))?$")
_PRESENTER = re.compile(
    r"\s*(?:<i>|(?<!\*)\*(?!\*)|[–—-]\s*\*).*$|\s[–—-]\s(?:[A-Z][\w’' ]*\s)?(?:Directors?|Officers?|"
    r"Heads?|Chief|Managers?|Councillor|Cllr|Chair|Leader|Lead)\b[^–—]*$|"
    r"(?<!\bof)(?<!\bthe)(?<!\bby)(?<!\bto)(?<!\bfrom)\s(?:(?:Interim|Assistant|Deputy|Corporate|"
    r"Executive|Managing) )*(?:Director|Head|Chief \w+) (?:of|for) [A-Z].*$"
)
# What ends the list of items on a front sheet
_AFTER = re.compile(
    r"^\W*(?:(?:un)?restricted items|exempt items|queries|for further|for information|published|"
    r"agenda published|enquiries|date of (?:the )?next|"
    r"contact|note\b|information for|membership|yours|any other|distribution|chief executive|clerk|quorum)",
    re.I,
)


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """An item of a front sheet; `first` and `last` are the printed page numbers of its papers, None where not given."""

    number: str
    title: str
    first: int | None = None
    last: int | None = None


def agenda_items(lines: Sequence[Line]) -> tuple[AgendaItem, ...]:
    """The numbered items of a front sheet in order; an entry that wraps is put together."""
    return tuple(_item(number, text) for number, text in _entries(lines))


def item_on(items: Sequence[AgendaItem], printed: str) -> str:
    """The number of the item whose papers the agenda puts on a printed page; "" where none is."""
    if not printed:
        return ""
    return next((one.number for one in items if one.first and one.first <= int(printed) <= (one.last or one.first)), "")


def _entries(lines: Sequence[Line]) -> Iterator[tuple[str, str]]:
    """Each entry's number and its whole text."""
    number, text = "", ""
    for line in lines:
        match = _ENTRY.match(line.text)
        if match and len(line.text) <= MAX_ENTRY and re.search(r"[A-Za-z]{3}", match[2]):
            if number:
                yield number, text
            number, text = match[1], match[2]
        elif number and line.text.strip() and not _AFTER.match(line.text) and len(text) + len(line.text) < MAX_ENTRY:
            if "\t" not in line.text and line.page is not None:
                text = f"{text} {line.text.strip()}"
        elif number and line.text.strip():
            yield number, text
            number, text = "", ""
    if number:
        yield number, text


def _item(number: str, text: str) -> AgendaItem:
    """An entry taken apart: title, presenter left out, pages."""
    pages = _PAGES.search(text)
    cells = [cell.strip() for cell in text.split("\t")]
    if pages is None:
        pages = next((match for cell in cells[1:][::-1] if (match := _PAGES_CELL.match(cell))), None)
    title = _PRESENTER.sub("", _PAGES.split(cells[0])[0]).strip(" *–-:")
    first = int(pages[1]) if pages else None
    last = int(pages[2]) if pages and pages[2] else first
    return AgendaItem(number, re.sub(r"\s+", " ", title), first, last)
