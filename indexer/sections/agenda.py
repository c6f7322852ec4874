"""The items of a front sheet: number, title and the pages on which the pack prints them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from indexer.forms.dates import find_dates
from indexer.forms.papers.agendas import AFTER_ENTRIES, ENTRY, ENTRY_PAGES, ENTRY_PRESENTER, PAGES_CELL, THREE_LETTERS
from indexer.forms.words import SPACES
from indexer.reading.lines import Line

# The longest agenda entry; what is longer is a paragraph of guidance.
MAX_ENTRY = 400


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
    for line in filter(lambda line: line.text.strip(), lines):
        if match := _entry_in(line.text):
            if number:
                yield number, text
            number, text = match[1], match[2]
        # "Contact: Jo Ash" below the last entry is no part of its title.
        elif AFTER_ENTRIES.match(line.text) or len(text) + len(line.text) >= MAX_ENTRY:
            if number:
                yield number, text
            number, text = "", ""
        elif number:
            text += _rest_of_entry(line)
    if number:
        yield number, text


def _rest_of_entry(line: Line) -> str:
    """What a line adds to the entry above it: only a line of a page wraps, no row of a table and no Word paragraph."""
    return f" {line.text.strip()}" if "\t" not in line.text and line.page is not None else ""


def _entry_in(text: str) -> re.Match[str] | None:
    """The number and title of an entry; None for a line without words, with more than a title has, or with a date.

    "11 June 2031, 10.00 am, Market Hall" over the list says when the meeting is, and is not its item 11.
    """
    match = ENTRY.match(text)
    if not match or len(text) > MAX_ENTRY or not THREE_LETTERS.search(match[2]):
        return None
    return None if any(one.start == match.start(1) for one in find_dates(text)) else match


def _item(number: str, text: str) -> AgendaItem:
    """An entry taken apart: title, presenter left out, pages."""
    pages = ENTRY_PAGES.search(text)
    cells = [cell.strip() for cell in text.split("\t")]
    if pages is None:
        pages = next((match for cell in cells[1:][::-1] if (match := PAGES_CELL.match(cell))), None)
    title = ENTRY_PRESENTER.sub("", ENTRY_PAGES.split(cells[0])[0]).strip(" *–-:")
    first = int(pages[1]) if pages else None
    last = int(pages[2]) if pages and pages[2] else first
    return AgendaItem(number, SPACES.sub(" ", title), first, last)
