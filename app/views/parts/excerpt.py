"""Excerpt: a quote between the words before and after it."""

from __future__ import annotations

import re
from dataclasses import dataclass

AROUND = 900
"""Characters shown before and after the quote: about two paragraphs each."""

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Three consecutive stretches of a text; `before` and `after` are cut at a line or a word."""

    before: str
    quote: str
    after: str


def excerpt(text: str, quote: str, passage: str) -> Excerpt:
    """The place of `quote` in `text`, looked for inside `passage` first; the bare quote when it is not found."""
    outer = locate(text, passage) or (0, len(text))
    inner = locate(text[outer[0] : outer[1]], quote)
    if inner is None:
        return Excerpt("", quote, "")
    start, end = outer[0] + inner[0], outer[0] + inner[1]
    return Excerpt(_tail(text[:start]), text[start:end], _head(text[end:]))


def locate(text: str, wanted: str) -> tuple[int, int] | None:
    """The place of `wanted` in `text`, compared by its words alone; None if it is not there or has no words."""
    words = _WORD.findall(wanted)
    if not words:
        return None
    match = re.search(r"\W+".join(map(re.escape, words)) + r"[.!?)\u201d\"\u2019']*", text, re.IGNORECASE)
    return match.span() if match else None


def _tail(text: str) -> str:
    if len(text) <= AROUND:
        return text.strip()
    cut = text[-AROUND:]
    return "\u2026" + cut[cut.find(" ") :].rstrip()


def _head(text: str) -> str:
    if len(text) <= AROUND:
        return text.strip()
    cut = text[:AROUND]
    return cut[: cut.rfind(" ")].lstrip() + "\u2026"
