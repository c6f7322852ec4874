"""Every quote is checked against the text of its page before it is shown."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

PageText = Callable[[str, int | None], str]


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a quote stands: its page, and the page after it where the quote runs over the turn of the page."""

    quote: str
    page: int | None
    page_end: int | None


@lru_cache(maxsize=1024)
def bare(text: str) -> str:
    """Letters, digits and the points within figures, folded: what is left whatever the line ends and quotation marks.

    Kept for the texts met last: the quotes of an answer stand on few pages, and each is looked for on all of them.
    """
    folded = unicodedata.normalize("NFKC", text).lower()
    return re.sub(r"(?!(?<=[0-9])\.(?=[0-9]))[^a-z0-9£%]", "", folded)


def stands_on(quote: str, page_text: str) -> bool:
    """True where the quote stands in the page's text word for word."""
    return bool(wanted := bare(quote)) and wanted in bare(page_text)


def locate(quote: str, file: str, page: int | None, page_end: int | None, page_text: PageText) -> Standing | None:
    """The page on which a quote stands, or the two that it runs over; None where it stands on none.

    `page`..`page_end` is where its passage stands; both None in a file without pages.
    """
    if page is None:
        return Standing(quote, None, None) if stands_on(quote, page_text(file, None)) else None
    pages = range(page, (page_end or page) + 1)
    for number in pages:
        if stands_on(quote, page_text(file, number)):
            return Standing(quote, number, number)
    for number in pages[:-1]:
        if _runs_over_the_turn(quote, page_text(file, number), page_text(file, number + 1)):
            return Standing(quote, number, number + 1)
    return None


def _runs_over_the_turn(quote: str, before: str, after: str) -> bool:
    """True where a quote begins on one page and ends on the next, whatever furniture stands between."""
    pieces = quote.split()
    first, second = bare(before), bare(after)
    for at in range(1, len(pieces)):
        start, end = bare(" ".join(pieces[:at])), bare(" ".join(pieces[at:]))
        if start and start not in first:
            return False
        if start and end and end in second:
            return True
    return False
