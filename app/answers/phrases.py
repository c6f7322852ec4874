"""Small phrases that several rooms word alike: a number with its noun, a title inside a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

REFERENCE = re.compile(r"^\W*\d[\w/.-]*\s*[-–:]\s+")  # "24/00108 - " in front of a title


def counted(number: int, one: str, more: str = "") -> str:
    """A number with its noun: "one action", "4 actions"."""
    return f"one {one}" if number == 1 else f"{number} {more or one + 's'}"


def in_a_sentence(title: str) -> str:
    """A title as it stands inside a sentence: capitals calmed down where all of it is in capitals."""
    said = REFERENCE.sub("", title).strip(" .:*")
    return said.capitalize() if said.isupper() else said


def in_a_row(names: Sequence[str]) -> str:
    """The names as a sentence has them: "Ash, Elm and Yew"; "" for none."""
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))
