"""Every quote is checked against the text of its page before it is shown."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

PageText = Callable[[str, int | None], str]

SHORTEST = 3  # words; a shorter quote proves nothing


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a quote stands: the part of it that one page holds, and that page."""

    quote: str
    page: int | None


def bare(text: str) -> str:
    """Letters and digits only, folded: what is left of a text whatever its line ends, hyphens and quotation marks."""
    return re.sub(r"[^a-z0-9£%]+", "", unicodedata.normalize("NFKC", text).lower())


def stands_on(quote: str, page_text: str) -> bool:
    """True where the quote stands in the page's text word for word."""
    return bool(wanted := bare(quote)) and wanted in bare(page_text)


def locate(quote: str, file: str, page: int | None, page_end: int | None, page_text: PageText) -> Standing | None:
    """The page on which a quote stands, with the quote cut at a page turn to its longer part; None where it does not.

    `page`..`page_end` is where its passage stands; both None in a file without pages.
    """
    if page is None:
        return Standing(quote, None) if stands_on(quote, page_text(file, None)) else None
    pages = range(page, (page_end or page) + 1)
    for number in pages:
        if stands_on(quote, page_text(file, number)):
            return Standing(quote, number)
    parts = [part for number in pages if (part := _part_on(quote, page_text(file, number), number))]
    return max(parts, key=lambda part: len(part.quote), default=None)


def _part_on(quote: str, page_text: str, number: int) -> Standing | None:
    """The longest beginning or end of a quote that stands on a page, where that is most of a statement."""
    pieces = quote.split(" ")
    text = bare(page_text)
    for left_out in range(1, len(pieces) - SHORTEST):
        for part in (pieces[:-left_out], pieces[left_out:]):
            if bare(" ".join(part)) in text and len(part) * 2 >= len(pieces):
                return Standing(" ".join(part), number)
    return None
