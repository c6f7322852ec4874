"""Form: a row of a table of wordings - a name, a pattern, a line that it must match and one that it must not.

form(name, pattern, example, not_this)    -> Form that takes no notice of capitals
cased(name, pattern, example, not_this)   -> Form that does

tests/indexer/forms/test_every_form.py runs every example and counter-example, wherever the row stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Form:
    """One wording. Its methods are those of the pattern, so that a row can be used where a pattern could."""

    name: str
    pattern: re.Pattern[str]
    example: str
    not_this: str = ""

    def search(self, text: str) -> re.Match[str] | None:
        """The first place in a text that has this form."""
        return self.pattern.search(text)

    def match(self, text: str) -> re.Match[str] | None:
        """The beginning of a text, where it has this form."""
        return self.pattern.match(text)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """The whole text, where it has this form."""
        return self.pattern.fullmatch(text)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Every place in a text that has this form."""
        return self.pattern.finditer(text)

    def findall(self, text: str) -> list[Any]:
        """The words of every such place, or of the groups in it."""
        return self.pattern.findall(text)

    def split(self, text: str, maxsplit: int = 0) -> list[str | Any]:
        """The text cut at every such place."""
        return self.pattern.split(text, maxsplit)

    def sub(self, new: str | Callable[[re.Match[str]], str], text: str, count: int = 0) -> str:
        """The text with every such place replaced, or with the first ones where they are counted."""
        return self.pattern.sub(new, text, count)


def form(name: str, pattern: str, example: str, not_this: str, flags: int = 0) -> Form:
    """A form whose pattern takes no notice of capitals."""
    return Form(name, re.compile(pattern, re.IGNORECASE | flags), example, not_this)


def cased(name: str, pattern: str, example: str, not_this: str, flags: int = 0) -> Form:
    """A form whose pattern tells capitals from small letters: most of these need them to tell a name from a word."""
    return Form(name, re.compile(pattern, flags), example, not_this)
