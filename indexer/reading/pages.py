"""Page: the text of one page of a paper, and how it was got."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum

from indexer.reading.looks import Looks, in_proportion
from indexer.reading.tables import PageTable


class PageState(StrEnum):
    """The one state in which every page ends."""

    TEXT = "text"  # a text layer, or a text file
    OCR = "ocr"  # read off the picture by a machine: figures may be wrong
    EMPTY = "empty"  # nothing on it
    UNREADABLE = "unreadable"  # something is on it that could not be read; `reason` says why


@dataclass(frozen=True, slots=True)
class Page:
    """A page as read: `number` is the physical page from 1, None for a file without pages; text is verbatim.

    An unreadable page may hold text: what stands beside the picture that could not be read. `looks` has one entry for
    each line of the text, or none at all. Looks and `tables` are not stored with the page, and two pages with the same
    words are the same page.
    """

    number: int | None
    text: str
    state: PageState
    reason: str = ""
    label: str = ""  # the PDF's own page label, where it has one
    looks: tuple[Looks, ...] = field(default=(), compare=False, repr=False)
    tables: tuple[PageTable, ...] = field(default=(), compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Reading:
    """All pages of one paper in order; `problem` says in a sentence what could not be read ("" when all was)."""

    pages: tuple[Page, ...]
    title: str = ""
    problem: str = ""


def with_sizes_in_proportion(pages: Iterable[Page]) -> tuple[Page, ...]:
    """Return the pages with the sizes of their lines given over that of the paper's body text, not in points."""
    pages = tuple(pages)
    looks = in_proportion([(page.text, page.looks) for page in pages])
    return tuple(replace(page, looks=own) if own else page for page, own in zip(pages, looks, strict=True))


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one file may cost. A file within them is read whole; beyond them the reading says so.

    The figures come from crafted and mutated files: the worst honest page took 0.2 s, the worst attack on one
    library 12 s, and 1.5 GB holds every real paper many times over.
    """

    memory_bytes: int = 1_500_000_000  # address space of the reading process
    seconds: float = 60  # for the file as a whole ...
    seconds_a_page: float = 1  # ... and for each of its pages on top
    page_seconds: float = 20  # for any one page
    ocr_seconds: float = 30  # for the recognition of one scanned page, on top of all the above
    ocr_pages: int = 500  # scanned pages recognised in one file; 500 take about half an hour
    file_bytes: int = 200_000_000
    pages: int = 5_000
    page_characters: int = 1_000_000  # the fullest real page has about 10,000
    characters: int = 20_000_000  # in the whole file
