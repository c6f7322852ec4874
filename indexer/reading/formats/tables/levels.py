"""Levels: what stands side by side on a page, and the columns that levels have between them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from indexer.forms.pages.tables import is_figure
from indexer.reading.formats.pdf_lines import Box, Piece, SetLine

FEWEST_ROWS = 2
"""Rows with something in two columns that make a table."""

SAME_LEVEL = 0.45
"""How far the middles of two pieces on one level lie apart at most, in heights of a line."""

MOST_OVER = 0.08
"""The share of a table's rows that may run over the gap between two of its columns: a title, a note."""

NARROWEST = 1.5
"""Points between two columns at least."""

Cutter = Callable[[SetLine], tuple[Piece, ...]]
"""Gives the pieces of a line with figures that stand close to their neighbours cut off."""

Columns = Sequence[tuple[float, float]]
"""Where each column begins and ends."""


@dataclass(frozen=True, slots=True)
class Level:
    """What stands side by side: the pieces from left to right, and the lines they are of in the page's order."""

    pieces: tuple[Piece, ...]
    lines: tuple[int, ...]
    top: float
    bottom: float
    bold: bool

    @property
    def height(self) -> float:
        return max(self.top - self.bottom, 1.0)

    @property
    def figures(self) -> int:
        return sum(is_figure(piece.text) for piece in self.pieces)


def levels_of(lines: Sequence[SetLine], cut: Cutter) -> list[Level]:
    """Return the pieces of a page by level, from the top."""
    pieces = [(piece, at) for at, line in enumerate(lines) for piece in (cut(line) if line.pieces else ())]
    pieces.sort(key=lambda one: -(one[0].box[1] + one[0].box[3]))
    groups: list[list[tuple[Piece, int]]] = []
    for piece, at in pieces:
        if groups and _is_level_with(groups[-1][0][0].box, piece.box):
            groups[-1].append((piece, at))
        else:
            groups.append([(piece, at)])
    return [_level(group, lines) for group in groups]


def _level(group: Sequence[tuple[Piece, int]], of_page: Sequence[SetLine]) -> Level:
    pieces = sorted((piece for piece, _ in group), key=lambda piece: piece.box[0])
    boxes = [piece.box for piece in pieces]
    lines = tuple(sorted({at for _, at in group}))
    bold = all(of_page[at].looks.bold for at in lines)
    return Level(tuple(pieces), lines, max(box[3] for box in boxes), min(box[1] for box in boxes), bold)


def _is_level_with(one: Box, other: Box) -> bool:
    height = max(min(one[3] - one[1], other[3] - other[1]), 1.0)
    return abs(one[1] + one[3] - other[1] - other[3]) / 2 <= SAME_LEVEL * height


def columns_of(levels: Sequence[Level]) -> list[tuple[float, float]]:
    """Return where the columns begin and end: between two of them next to no row has anything."""
    telling = [level for level in levels if len(level.pieces) > 1 and level.figures]
    if len(telling) < FEWEST_ROWS or len(telling) * 3 < sum(len(level.pieces) > 1 for level in levels):
        telling = [level for level in levels if len(level.pieces) > 1]
    edges = sorted(
        edge for level in telling for piece in level.pieces for edge in ((piece.box[0], 1), (piece.box[2], -1))
    )
    most = int(MOST_OVER * len(telling))
    columns: list[tuple[float, float]] = []
    depth, begun = 0, 0.0
    for place, step in edges:
        before, depth = depth, depth + step
        if before <= most < depth:
            begun = place
        elif depth <= most < before:
            if columns and begun - columns[-1][1] < NARROWEST:
                columns[-1] = columns[-1][0], place
            else:
                columns.append((begun, place))
    return columns


def column_of(box: Box, columns: Columns) -> int:
    """Return the column in which most of a box stands, the nearest where it stands in none."""
    left, right = box[0], box[2]
    found, most = 0, -1e9
    for at, (begin, end) in enumerate(columns):
        shared = (right if right < end else end) - (left if left > begin else begin)
        if shared > most:
            found, most = at, shared
        elif begin > right:
            break
    return found
