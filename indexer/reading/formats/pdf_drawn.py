"""Words of a PDF page that were drawn in an unusual way: letter by letter with gaps between, or twice to look bold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from indexer.forms.pages.setting import APART
from indexer.reading.formats.pdf_lines import Box, Letters, SetLine
from indexer.reading.spelt import are_spelt

WIDER, FARTHER = 1.5, 1.2
"""How much wider than the usual one a gap between two words is, and how much farther the next letter begins."""

SAME_PLACE = 2.0
"""Points by which a line lies aside that was drawn once more to look bold."""


def put_together(letters: Letters, text: str, places: Sequence[int]) -> tuple[str, Sequence[int]]:
    """Return the text of a page and the places of its characters without the spaces within words set apart."""
    spaces = {
        at
        for found in APART.finditer(text)
        if are_spelt(found[0].replace(" ", "").replace("\u00a0", ""))
        for at in _within_words(letters, found[0], places[found.start() : found.end()], found.start())
    }
    if not spaces:
        return text, places
    kept = [at for at in range(len(text)) if at not in spaces]
    return "".join(text[at] for at in kept), [places[at] for at in kept]


def _within_words(letters: Letters, apart: str, places: Sequence[int], start: int) -> Iterator[int]:
    """Yield the places in the page's text of the spaces that stand within words."""
    written = [at for at, letter in enumerate(apart) if not letter.isspace()]
    if any(places[at] < 0 for at in written):
        return
    boxes = [letters.box(letters.index(places[at])) for at in written]
    parted = _parted(boxes)
    for (first, second), apart_here in zip(pairwise(written), parted, strict=True):
        if not apart_here:
            yield from range(start + first + 1, start + second)


def _parted(boxes: Sequence[Box]) -> list[bool]:
    """Return for each letter but the last whether a word ends with it."""
    gaps = [right[0] - left[2] for left, right in pairwise(boxes)]
    steps = [right[0] - left[0] for left, right in pairwise(boxes)]
    wide, far = WIDER * median(gaps), FARTHER * median(steps)
    return [gap > wide and step > far for gap, step in zip(gaps, steps, strict=True)]


def drawn_once(lines: Sequence[SetLine]) -> list[SetLine]:
    """Return the lines without those that were drawn a second time in the same place."""
    known: dict[str, list[SetLine]] = {}
    kept = []
    for line in lines:
        before = known.setdefault(line.text.strip(), []) if line.pieces else []
        if any(_in_one_place(line, other) for other in before):
            continue
        before.append(line)
        kept.append(line)
    return kept


def _in_one_place(one: SetLine, other: SetLine) -> bool:
    return all(abs(side - beside) <= SAME_PLACE for side, beside in zip(one.box, other.box, strict=True))
