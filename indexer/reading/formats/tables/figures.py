"""Whether rows of cells have a column of figures, as a table that says something has; loads no library."""

from __future__ import annotations

from collections.abc import Sequence

from indexer.forms.pages.tables import is_figure

LONGEST_HEAD = 7
"""Levels over the first row of figures that its head has at most."""


def has_figures(rows: Sequence[Sequence[str]]) -> bool:
    """Return whether a column after the first has figures in most of the rows that have anything there."""
    for column in list(zip(*rows, strict=True))[1:]:
        texts = [text for text in column if text]
        if sum(map(is_figure, texts)) >= max(0.5 * len(texts), 1):
            return True
    return False
