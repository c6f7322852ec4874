"""Superscripts: figures that a page sets small and raised, a footnote's number or a power, as separate characters.

Read as plain figures they would join what stands before them: "46" with note 1 would be 461.
"""

from __future__ import annotations

import re
import unicodedata

FIGURES = "0123456789"
SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
RAISED = re.compile(f"[{SUPERSCRIPTS}]+")

_NOT_RAISED = re.compile(f"[^{SUPERSCRIPTS}]+")
_UP = str.maketrans(FIGURES, SUPERSCRIPTS)


def superscript(text: str) -> str:
    """The text with its figures as superscripts; a raised "st" or "th" stays as it is."""
    return text.translate(_UP)


def compatible(text: str) -> str:
    """The text with compatibility characters made plain (NFKC), all but superscripts."""
    return _NOT_RAISED.sub(lambda run: unicodedata.normalize("NFKC", run[0]), text)
