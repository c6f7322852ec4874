"""Claim: one sentence of a language model's reply, with the numbers of the passages that it cites."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from indexer.items.sentences import sentences
from indexer.reading.superscripts import compatible

LONGEST = 1200  # characters of a sentence; what goes on for longer without an end is cut off there

MARKER = re.compile(r"\[\s*(\d{1,4}(?:\s*[,;]\s*\d{1,4})*)\s*\]")
# "... is closed. [2][3]": models set the marker after the full stop, where it would open the next sentence
BEHIND_THE_STOP = re.compile(rf"(?<![.!?])([.!?]+[\"”’)]*)\s*((?:{MARKER.pattern}\s*)+)")
DRESS = re.compile(r"^[\s>#*•▪◦-]+(?=\S)|\*{1,3}|_{2,3}|`+")  # a model's bullets, headings and emphasis
NOT_SEEN = {"Cc", "Cf", "Co", "Cs", "Cn"}  # Unicode's control, format, private, broken and unassigned characters


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence without its markers, the numbers in them, and whether it opens a paragraph."""

    text: str
    numbers: tuple[int, ...]
    opens: bool = False


def claims_in(chunks: Iterable[str]) -> Iterator[Claim]:
    """The sentences of a reply that comes in chunks, each as soon as the next one has begun."""
    rest, opens = "", True
    for chunk in chunks:
        lines = (rest + chunk.replace("\r", "\n")).split("\n")
        for line in lines[:-1]:
            yield from _claims(_sentences(line), opens)
            opens = True
        pieces = _sentences(lines[-1])
        yield from _claims(pieces[:-1], opens)
        opens = opens and len(pieces) < 2
        rest = pieces[-1] if pieces else ""
        if len(rest) > LONGEST:
            yield from _claims([rest], opens)
            rest = ""
    yield from _claims(_sentences(rest), opens)


def _sentences(line: str) -> list[str]:
    """The sentences of a line, the markers of each in it; the last one keeps the white space at its end."""
    if not re.search(r"[.!?;:]", line):
        return [line]
    found: list[str] = []
    for piece in sentences(_markers_inside(line)):
        if found and piece.startswith("["):
            found[-1] += f" {piece}"
        else:
            found.append(piece)
    if found:
        found[-1] += line[len(line.rstrip()) :]
    return found


def _markers_inside(line: str) -> str:
    return BEHIND_THE_STOP.sub(lambda match: f" {match[2].strip()}{match[1]} ", line)


def _claims(pieces: Iterable[str], opens: bool) -> Iterator[Claim]:
    for piece in pieces:
        said = _plain(piece)
        numbers = [int(n) for group in MARKER.findall(said) for n in re.findall(r"\d+", group)]
        text = re.sub(r" ([.,;:!?])", r"\1", " ".join(MARKER.sub(" ", said).split()))
        if re.search(r"\w", text):
            yield Claim(text, tuple(dict.fromkeys(numbers)), opens)
            opens = False


def _plain(text: str) -> str:
    """The text as it will be shown: compatibility characters made plain but for superscripts, nothing unseen, no
    bullets.
    """
    folded = compatible(text)
    seen = "".join(" " if c.isspace() else c for c in folded if c.isspace() or unicodedata.category(c) not in NOT_SEEN)
    return DRESS.sub("", seen).strip()
