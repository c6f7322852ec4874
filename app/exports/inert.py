"""inert: text of a paper as it may enter a file that another program opens."""

from __future__ import annotations

import unicodedata

UNSEEN = frozenset({"Cc", "Cf", "Co", "Cs", "Cn"})
"""Unicode's control, format, private, broken and unassigned characters: files break over some, readers see none."""


def inert(text: str) -> str:
    """The text on one line, without characters that nobody sees, among them those that turn its direction."""
    seen = (" " if c.isspace() else c for c in text if c.isspace() or unicodedata.category(c) not in UNSEEN)
    return " ".join("".join(seen).split())
