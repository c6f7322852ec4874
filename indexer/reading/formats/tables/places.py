"""Where the cells of lines without figures stand: under which piece of a head of several pieces each of them begins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from indexer.reading.formats.pdf_lines import Piece, SetLine

NEAR = 6.0
"""Points by which a cell may begin, or have its middle, beside those of the head of its column."""


def with_empty_cells(lines: Sequence[SetLine]) -> list[SetLine]:
    """Return the lines with an empty cell for each piece of their head under which they have nothing, up to their last.

    "Cllr Pike" alone under "For   Against" says nothing unless one knows that it stands under "Against".
    """
    done: list[SetLine] = []
    head: tuple[Piece, ...] = ()
    for line in lines:
        columns = [_column(piece, head) for piece in line.pieces] if head else []
        if columns and -1 not in columns:
            line = _placed(line, columns)
        else:
            head = line.pieces if len(line.pieces) > 1 else ()
        done.append(line)
    return done


def _column(piece: Piece, head: Sequence[Piece]) -> int:
    """Return under which piece of a head another one stands, by its left edge or its middle; -1 for under none."""
    left, _, right, _ = piece.box
    for at, above in enumerate(head):
        begin, _, end, _ = above.box
        if abs(left - begin) < NEAR or abs(left + right - begin - end) < 2 * NEAR:
            return at
    return -1


def _placed(line: SetLine, columns: Sequence[int]) -> SetLine:
    """Return a line with a cell for each column up to its last, where it leaves one out."""
    if columns[-1] == len(columns) - 1 or list(columns) != sorted(set(columns)):
        return line
    starts = dict(zip(columns, (0, *line.looks.cells), strict=True))
    cells: list[int] = []
    for column in range(columns[-1], 0, -1):
        cells.append(starts.get(column, cells[-1] if cells else 0))
    return replace(line, looks=replace(line.looks, cells=tuple(reversed(cells))))
