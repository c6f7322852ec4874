"""inert: text of a paper made safe for a file that another program opens."""

from __future__ import annotations

import unicodedata

UNSEEN = frozenset({"Cc", "Cf", "Co", "Cs", "Cn"})
"""Unicode's control, format, private, surrogate and unassigned characters: invisible, and some break a file."""


def inert(text: str) -> str:
    """The text on one line, without invisible characters such as those that reverse its direction."""
    seen = (" " if c.isspace() else c for c in text if c.isspace() or unicodedata.category(c) not in UNSEEN)
    return " ".join("".join(seen).split())
