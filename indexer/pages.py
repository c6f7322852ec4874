"""Page: the text of one page of a paper, and how it was got."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class PageState(StrEnum):
    """The one state in which every page ends."""

    TEXT = "text"  # a text layer, or a text file
    OCR = "ocr"  # read off the picture by a machine: figures may be wrong
    EMPTY = "empty"  # nothing on it
    UNREADABLE = "unreadable"  # something is on it that could not be read; `reason` says why


@dataclass(frozen=True, slots=True)
class Page:
    """A page as read: `number` is the physical page from 1, None for a file without pages; text is verbatim."""

    number: int | None
    text: str
    state: PageState
    reason: str = ""
    label: str = ""  # the PDF's own page label, where it has one


@dataclass(frozen=True, slots=True)
class Reading:
    """All pages of one paper in order; `problem` says in a sentence what could not be read ("" when all was)."""

    pages: tuple[Page, ...]
    title: str = ""
    problem: str = ""
