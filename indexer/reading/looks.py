"""Looks: how a line is set on its page, which often says what the line is before its words do.

A PDF says it by the boxes and fonts of its letters, a Word paper by its styles, a web page by its tags; plain text
says nothing, and its lines have `PLAIN` looks.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Looks:
    """How one line is set. The defaults mean "not known", so that a rule by looks never fires on plain text.

    `size` is the height of its letters over that of the paper's body text: 1.0 is body text, 0.0 not known.
    `indent` is how far it starts to the right of its column's edge, in heights of the body text.
    `column` counts the columns of a page from the left, from 1; 0 where the page has only one.
    `right` is true of a line that starts beyond the middle of its column and ends at the column's right edge.
    `heading` is the level that the file gives it (h2, "Heading 2"), 0 where it gives none.
    `top` is where on the page it stands, from 0.0 at the upper edge to 1.0; 0.0 where there are no pages.
    `cells` are the places in the text before which a wide gap stands: the cells of a table, an owner at the right.
    """

    size: float = 0.0
    bold: bool = False
    italic: bool = False
    indent: float = 0.0
    column: int = 0
    right: bool = False
    heading: int = 0
    top: float = 0.0
    cells: tuple[int, ...] = ()

    @property
    def known(self) -> bool:
        """True where the file said how the line is set."""
        return self.size > 0


PLAIN = Looks()
"""The looks of a line of which nothing is known."""


def in_proportion(pages: Sequence[tuple[str, Sequence[Looks]]]) -> list[tuple[Looks, ...]]:
    """Return the looks of all pages, given with their texts, with sizes and indents as multiples of the body text's
    size.

    The body text's size is the one in which most letters of the paper are set.
    """
    letters: Counter[float] = Counter()
    for text, page in pages:
        for line, looks in zip(text.split("\n"), page, strict=False):
            letters[looks.size] += len(line) if looks.known else 0
    body = max(letters, key=lambda size: (letters[size], size), default=0.0)
    return [tuple(_over(looks, body) for looks in page) if body else tuple(page) for _, page in pages]


def _over(looks: Looks, body: float) -> Looks:
    if not looks.known:
        return looks
    return replace(looks, size=round(looks.size / body, 2), indent=round(looks.indent / body, 1))
