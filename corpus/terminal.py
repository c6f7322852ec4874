"""Terminal: text from papers and names of files as they may be printed - nothing in them steers a terminal or a sheet.

It stands in the first room because every command line needs it.
"""

from __future__ import annotations

import json
import re
import unicodedata
from typing import Any

STEERING = {"Cc", "Cf", "Cs", "Zl", "Zp"}
"""Categories of characters that steer: control, direction of text, halves of characters, other ends of lines."""


FORMULA = re.compile(r"\s*[=+\-@\t\r]")
"""What a spreadsheet would run as a formula, also after leading blanks."""


def as_cell(text: str) -> str:
    """The text as a cell of CSV: an apostrophe in front keeps a spreadsheet from running it as a formula."""
    return f"'{text}" if FORMULA.match(text) else text


def counted(number: int, one: str, more: str = "") -> str:
    """A number with its noun: "1 paper", "2,400 papers", "0 copies"."""
    return f"{number:,} {one if number == 1 else more or one + 's'}"


def printable(text: str) -> str:
    """`text` with its lines; characters that steer are written as in source code, \\x1b, those nobody sees left out."""
    return "\n".join(map(on_one_line, text.split("\n")))


def on_one_line(text: str) -> str:
    """The same where a line of the text could be taken for one of ours: its ends of lines are written out too."""
    return "".join(_shown(character) for character in text)


def json_text(record: Any, *, indent: int | None = None) -> str:
    """The record as JSON that says the same, with every character that steers a terminal escaped."""
    text = json.dumps(record, ensure_ascii=False, indent=indent)
    return "".join(_escaped(c) if _steers(c) and c != "\n" else c for c in text)


def _shown(character: str) -> str:
    if not _steers(character) or character == "\t":
        return character
    return "" if unicodedata.category(character) == "Cf" else character.encode("unicode_escape").decode()


def _escaped(character: str) -> str:
    return "\\u007f" if character == "\x7f" else json.dumps(character)[1:-1]


def _steers(character: str) -> bool:
    return not " " <= character <= "~" and unicodedata.category(character) in STEERING
