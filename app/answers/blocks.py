"""Blocks: the text of an answer as it is laid out - our own words, and each longer quote set apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

QUOTED = re.compile(r"(?P<lead>[^“”]*)“(?P<quote>.+)”(?P<marks>(?:\s*\[\d+\])+)\s*")
"""A line that ends in a quote and the numbers of its sources."""

MARK = re.compile(r"\[(\d+)\]")
SHORTEST = 25
"""Characters of a quote that is set apart; a shorter one reads better inside its sentence."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of an answer: `text` with markers [n] in it; of a quote, its words without their quotation marks.

    `numbers` are the sources named in it.
    """

    text: str
    is_quote: bool = False
    numbers: tuple[int, ...] = ()

    @property
    def pieces(self) -> list[str | int]:
        """The text and the numbers of sources in their order, without the brackets."""
        parts = MARK.split(self.text)
        return [int(part) if place % 2 else part for place, part in enumerate(parts) if part]


def blocks_of(text: str) -> list[Block]:
    """The blocks of an answer, in order."""
    return [block for line in text.split("\n") if line.strip() for block in _of_line(line.strip())]


def _of_line(line: str) -> Iterator[Block]:
    found = QUOTED.fullmatch(line)
    if found is None or (len(found["quote"]) < SHORTEST and found["lead"]):
        yield Block(line, numbers=_numbers(line))
        return
    if lead := found["lead"].strip():
        yield Block(lead)
    yield Block(found["quote"], is_quote=True, numbers=_numbers(found["marks"]))


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(int(number) for number in MARK.findall(text))
