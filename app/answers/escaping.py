"""plain: text from outside as a Markdown string that shows exactly that text and does nothing."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

JOINER = "\u2060"
"""WORD JOINER: seen by nobody, but it keeps what stands on its two sides from being read as one address or name."""

MARKDOWN = frozenset("\\`*_{}[]()<>#+-.!|~$:@/&\"'=^%,;?")
"""Every ASCII punctuation mark; CommonMark lets each of them be escaped by a backslash."""

_BREAK_AFTER = frozenset(":@/<>=")
"""Marks after which the page would go on to read an address, a directive, an icon or an arrow."""

_WWW = re.compile(r"(?i)\b(www)(?=\.)")


def plain(text: str, *, most: int = 0) -> str:
    """One line of Markdown that displays `text` as it stands: no link, picture, formula, icon or markup in it works.

    Control and direction-changing characters are dropped and white space is folded. With `most`, text longer than that
    many characters is cut at a word, with an ellipsis. Use it for labels, where only Markdown is taken; text that
    a person reads or copies goes through st.text.
    """
    shown = shorten(visible(text), most) if most else visible(text)
    shown = _WWW.sub(rf"\1{JOINER}", shown)
    return "".join(_escaped(character, following) for character, following in pairwise(f"{shown} "))


def visible(text: str) -> str:
    """`text` on one line, without control, format and direction-changing characters."""
    return " ".join("".join(" " if c.isspace() else c for c in text if c.isspace() or _is_seen(c)).split())


def readable(text: str) -> str:
    """`text` with its lines, without control, format and direction-changing characters; for inert elements."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", "    ")
    return "".join(c for c in lines if c == "\n" or _is_seen(c))


def shorten(text: str, most: int) -> str:
    """`text` when it has at most `most` characters, else its first words and an ellipsis, no longer than that."""
    if len(text) <= most:
        return text
    cut = text[: most - 1]
    at_word = cut.rfind(" ")
    return (cut[:at_word] if at_word > most // 2 else cut).rstrip(" ,;:-") + "\u2026"


def _is_seen(character: str) -> bool:
    """False for control, format, private and broken characters, among them those that turn the direction of text."""
    return unicodedata.category(character) not in {"Cc", "Cf", "Co", "Cs"}


def _escaped(character: str, following: str) -> str:
    if character not in MARKDOWN:
        return character
    joined = character in _BREAK_AFTER or (character == "-" and following in {"-", ">"})
    return f"\\{character}{JOINER if joined else ''}"
