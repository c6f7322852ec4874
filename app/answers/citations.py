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
    """Where a quote stands: the part of it that one page holds, and that page."""

    quote: str
    page: int | None


@lru_cache(maxsize=1024)
def bare(text: str) -> str:
    """Letters and digits only, folded: what is left of a text whatever its line ends, hyphens and quotation marks.

    Kept for the texts met last: the quotes of an answer stand on few pages, and each is looked for on all of them.
    """
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
    for number in pages[:-1]:
        if parts := _over_the_turn(quote, number, page_text(file, number), page_text(file, number + 1)):
            return max(parts, key=lambda part: len(part.quote))
    return None


def _over_the_turn(quote: str, number: int, before: str, after: str) -> tuple[Standing, Standing] | None:
    """The two parts of a quote that begins on one page and ends on the next, whatever furniture stands between."""
    pieces = quote.split()
    first, second = bare(before), bare(after)
    for at in range(1, len(pieces)):
        start, end = " ".join(pieces[:at]), " ".join(pieces[at:])
        if bare(start) in first and bare(end) in second and (bare(" ".join(pieces[: at + 1])) not in first):
            return Standing(start, number), Standing(end, number + 1)
    return None
