"""PageTable: a table as it is set on one page, in rows and cells, before anything is known of what it says."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PageTable:
    """A table on a page. Each row has one cell a column; a cell that nothing stands in is "".

    The first `heads` rows are its head, where a cell that spans several columns stands in each of them. `lines` has for
    each row the lines of the page that it was read from. `above` is what stands over the table, the nearest line last.
    """

    rows: tuple[tuple[str, ...], ...]
    lines: tuple[tuple[str, ...], ...]
    heads: int = 0
    above: tuple[str, ...] = ()
