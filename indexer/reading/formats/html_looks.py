"""The looks of a web page's lines, told by its tags: headings, bold, italics, lists.

While a page is read, a character that no page holds stands before each stretch of text and says how it is set; so the
looks go wherever the text goes, through cells and tables, and are read off each line at the end.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from indexer.reading.looks import Looks

FIRST = 0xF0000
"""The first of the private characters used: they have no meaning, and are taken out of what is read."""

MARKS = re.compile(f"[{chr(FIRST)}-{chr(FIRST + 0x3FF)}]")

SIZES = (1.0, 2.0, 1.5, 1.17, 1.0, 0.83, 0.67)
"""How large browsers set headings of each level over the text; the first is text."""

HEADINGS = {f"h{level}": level for level in range(1, 7)}
BOLD = frozenset(("b", "strong", "th"))
ITALIC = frozenset(("i", "em", "cite"))
SET_IN = frozenset(("ul", "ol", "blockquote", "dd"))
LINKED = 512
"""What the mark of a text has in it that is a link."""

LEAST_OF_A_MENU = 3
"""Links in a row, over all that a page says, that are the site's menu."""

INDENT = 2.5
"""How far browsers set in a list, in heights of the text."""


@dataclass(slots=True)
class Tone:
    """How the text that comes next is set: what is open, by name, and how many of each."""

    _open: dict[str, int] = field(default_factory=dict)

    def open(self, tag: str) -> None:
        """Note a tag that is opened; a heading ends one that was left open."""
        if tag in HEADINGS:
            for name in HEADINGS:
                self._open.pop(name, None)
        if tag in HEADINGS or tag in BOLD or tag in ITALIC or tag in SET_IN or tag == "a":
            self._open[tag] = self._open.get(tag, 0) + 1

    def close(self, tag: str) -> None:
        """Note a tag that is closed; what closes nothing counts for nothing. A row ends its head cells."""
        if tag in ("tr", "table"):
            self._open.pop("th", None)
        if self._open.get(tag, 0) > 0:
            self._open[tag] -= 1

    def mark(self) -> str:
        """Return the character that says how text is set now."""
        is_open = {tag for tag, count in self._open.items() if count > 0}
        level = max((HEADINGS[tag] for tag in is_open if tag in HEADINGS), default=0)
        depth = min(sum(count for tag, count in self._open.items() if tag in SET_IN), 15)
        bold, italic = bool(is_open & BOLD) or level > 0, bool(is_open & ITALIC)
        return chr(FIRST + level + 8 * bold + 16 * italic + 32 * depth + LINKED * ("a" in is_open))


def marked(text: str, tone: Tone) -> str:
    """Return the text with the mark of its setting in front, as it is where there is nothing to see in it."""
    return tone.mark() + text if text.strip() else text


def bare(text: str) -> str:
    """Return the text without marks."""
    return MARKS.sub("", text)


def looks_of(line: str) -> Looks:
    """Return the looks of a line with its marks in it: what all stretches of it share."""
    codes = [ord(mark) - FIRST for mark in MARKS.findall(line)]
    if not codes:
        return Looks()
    level = codes[0] % 8 if all(code % 8 == codes[0] % 8 for code in codes) else 0
    words = [(code, text) for code, text in zip(codes, MARKS.split(line)[1:], strict=True) if re.search(r"\w", text)]
    return Looks(
        size=SIZES[level],
        bold=bool(words) and all(code & 8 for code, _ in words),
        italic=bool(words) and all(code & 16 for code, _ in words),
        indent=INDENT * (codes[0] % LINKED // 32),
        heading=level,
        cells=tuple(tab.end() for tab in re.finditer("\t", bare(line))),
    )


def without_menu(lines: list[str]) -> list[str]:
    """Return the lines of a page, with their marks, without the links over all that it says; headings stay."""
    links = 0
    for at, line in enumerate(lines):
        codes = [ord(mark) - FIRST for mark in MARKS.findall(line)]
        if any(code < LINKED or code % 8 for code in codes):
            return lines[at:] if links >= LEAST_OF_A_MENU else lines
        links += len(codes)
    return lines
