"""Values: dates, times, yes and no, and text in HTML, as councils' systems write them."""

from __future__ import annotations

import html
from datetime import date, datetime
from html.parser import HTMLParser

UNESCAPED = 2
"""How often text may have been written for HTML: an apostrophe comes as &amp;#39; where two programs did it."""

NOT_SEEN = ("script", "style")


class _Text(HTMLParser):
    """Keeps the text of a piece of HTML that a reader would see."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._hidden += tag in NOT_SEEN
        self.parts.append(" ")

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in NOT_SEEN and self._hidden > 0
        self.parts.append(" ")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.parts.append(data)


def plain(text: str | None) -> str:
    """The words of a text on one line: without HTML, entities written out however often they were escaped."""
    words = text or ""
    for _ in range(UNESCAPED):
        words = html.unescape(words)
    if "<" in words:
        reader = _Text()
        reader.feed(words)
        reader.close()
        words = "".join(reader.parts)
    return " ".join(words.split())


def is_true(text: str | None) -> bool:
    """True for "True", "true", "1" and "yes"; everything else, nothing among it, is False."""
    return (text or "").strip().casefold() in ("true", "1", "yes")


def is_false(text: str | None) -> bool:
    """True only where it is said: "False", "false", "0", "no"."""
    return (text or "").strip().casefold() in ("false", "0", "no")


def number(text: str | None) -> int | None:
    """A count, which may have spaces around it; None for what is no number."""
    stripped = (text or "").strip()
    return int(stripped) if stripped.isascii() and stripped.isdigit() else None


def day(text: str | None) -> date | None:
    """A date written 16/09/2025 or 2025-09-16, with or without a time behind it; None for anything else."""
    first = (text or "").strip()[:10]
    for form in ("%d/%m/%Y", "%Y-%m-%d"):
        try:
            return datetime.strptime(first, form).date()
        except ValueError:
            continue
    return None


def british(when: date) -> str:
    """The date as these services ask for it: 16/09/2025."""
    return f"{when:%d/%m/%Y}"
