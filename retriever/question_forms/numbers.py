"""Numbers that a question names: of a minute, an item, a decision."""

from __future__ import annotations

import re

NUMBERED = re.compile(
    r"\b(?:minutes?|min\.?|items?|decisions?|resolutions?|record)\s+(?:no\.?\s*|numbers?\s+|refs?\.?\s*|under\s+)?"
    r"((?:(?!of|on|at|in|to|by|and|for|from)[A-Z]{1,5}[ -]?)?\d{1,5}(?:[/.]\d{1,5}){0,2})\b(?![./-]\d|(?i:st|nd|rd|th)\b)",
    re.IGNORECASE,
)
CODED = re.compile(r"\b([A-Z]{2,5} ?\d{1,4}|[A-Z]{1,4}/\d{1,4}(?:/\d{2,4})?|\d{2,4}/\d{2,6})\b(?![/\d])")
YEAR = re.compile(r"(?:19|20)\d\d(?:/\d\d)?")


def references_in(text: str) -> tuple[str, ...]:
    """The numbers of minutes, items or decisions that a text names, as `reference` spells them; years are none."""
    named = [*NUMBERED.findall(text), *CODED.findall(text)]
    return tuple(dict.fromkeys(reference(one) for one in named if not YEAR.fullmatch(one)))


def reference(number: str) -> str:
    """A number as it is compared: without spaces, hyphens and the point behind it, in capitals."""
    return re.sub(r"[\s-]+", "", number).strip(".").upper()
