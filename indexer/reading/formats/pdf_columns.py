"""Columns of prose that were drawn row by row, put one behind the other as they are to be read.

pdfium gives a page in the order in which it was drawn. Columns that were drawn one after the other come out right;
drawn row by row, each line of the left column is followed by a line of the right one, and together they make sentences
that nobody wrote. Tables look like that too and stay as they are: their cells do not go on in the row below.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from indexer.reading.formats.pdf_lines import Piece, SetLine

FEWEST_ROWS = 4
"""Rows that have text in both columns; fewer are no columns but a line or two side by side."""

SAME_EDGE = 4.0
"""Points by which the lines of a column may begin to the left or right of each other."""

WORDS_OF_PROSE = 3.0
"""Words that a line of a column has on average at least: cells of figures and names have fewer."""

GOING_ON = 0.2
"""The share of a column's lines that begin with a small letter at least, which shows sentences that run on."""

LEADING = 2.2
"""A gap below a row of more than this many heights of a row ends the columns, unless both go on below it."""

MOST_PARTED = 0.15
"""The share of a column's lines that may have a wide gap in them; with more it is several cells."""

SMALL_LETTER = re.compile(r"[^\w£$€]*[a-z]")


@dataclass(frozen=True, slots=True)
class _Row:
    """What stands on one level: one line of pdfium's, or several that follow each other from left to right."""

    lines: tuple[SetLine, ...]
    pieces: tuple[Piece, ...]
    bottom: float
    top: float


def in_reading_order(lines: Sequence[SetLine]) -> list[SetLine]:
    """Return the lines of a page with columns that were drawn row by row read one after the other."""
    if sum(len(line.pieces) > 1 for line in lines) < FEWEST_ROWS:
        return list(lines)
    ordered: list[SetLine] = []
    rows = _rows(lines)
    at = 0
    while at < len(rows):
        found = _columns_from(rows, at)
        if found is None:
            ordered.extend(rows[at].lines)
            at += 1
            continue
        end, edge = found
        ordered.extend(_column_by_column(rows[at:end], edge, 1))
        at = end
    return ordered


def _rows(lines: Sequence[SetLine]) -> list[_Row]:
    """Return the lines in rows; a line that pdfium cut at a hyphen goes on in the same row."""
    groups: list[list[SetLine]] = []
    for line in lines:
        if groups and line.pieces and groups[-1][-1].pieces and _beside(groups[-1][-1].pieces[-1], line.pieces[0]):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [_row(group) for group in groups]


def _row(lines: Sequence[SetLine]) -> _Row:
    pieces = tuple(piece for line in lines for piece in line.pieces)
    bottom = min((line.box[1] for line in lines), default=0.0)
    return _Row(tuple(lines), pieces, bottom, max((line.box[3] for line in lines), default=0.0))


def _beside(left: Piece, right: Piece) -> bool:
    """True where a piece goes on to the right of another on the same level."""
    overlap = min(left.box[3], right.box[3]) - max(left.box[1], right.box[1])
    return overlap > 0.5 * (right.box[3] - right.box[1]) and right.box[0] >= left.box[2]


def _columns_from(rows: Sequence[_Row], start: int) -> tuple[int, float] | None:
    """Return (the row behind the last, the left edge of the second column) of columns beginning at a row, if any do."""
    if len(rows[start].pieces) < 2:
        return None
    for edge in _edges_of(rows, start):
        end = _end_of(rows, start, edge)
        left, right = _parted(rows[start:end], edge)
        both = sum(bool(one and other) for one, other in zip(left, right, strict=True))
        if both >= FEWEST_ROWS and _is_prose(left) and (_is_prose(right) or _columns_within(rows[start:end], edge)):
            return end, edge
    return None


def _edges_of(rows: Sequence[_Row], start: int) -> list[float]:
    """Return the left edges that second pieces share in the rows that follow, the most frequent first."""
    starts = [piece.box[0] for row in rows[start : start + 12] for piece in row.pieces[1:]]
    near = Counter({edge: sum(abs(edge - other) <= SAME_EDGE / 2 for other in starts) for edge in starts})
    return [edge - SAME_EDGE for edge, lines in near.most_common(2) if lines >= FEWEST_ROWS]


def _end_of(rows: Sequence[_Row], start: int, edge: float) -> int:
    """Return the row behind the last one of which no piece crosses the edge of the second column."""
    height = max(rows[start].top - rows[start].bottom, 1.0)
    end, last_right = start, start
    while end < len(rows):
        row = rows[end]
        if not row.pieces or any(piece.box[0] < edge < piece.box[2] for piece in row.pieces):
            break
        if end > start and rows[end - 1].bottom < row.bottom:
            break  # drawn further up: not row by row
        far = end > start and rows[end - 1].bottom - row.top > LEADING * height
        right = any(piece.box[0] >= edge for piece in row.pieces)
        if far and not (right and any(piece.box[0] < edge for piece in row.pieces)):
            break
        last_right = end if right else last_right
        end += 1
    return end if last_right > start else start


def _parted(rows: Sequence[_Row], edge: float) -> tuple[list[list[Piece]], list[list[Piece]]]:
    """Return for each row the pieces left of the edge, and for each those right of it."""
    left = [[piece for piece in row.pieces if piece.box[0] < edge] for row in rows]
    right = [[piece for piece in row.pieces if piece.box[0] >= edge] for row in rows]
    return left, right


def _is_prose(column: Sequence[Sequence[Piece]]) -> bool:
    """True where the lines of a column are long enough and run on from one to the next."""
    texts = [" ".join(piece.text for piece in pieces) for pieces in column if pieces]
    words = sum(len(text.split()) for text in texts)
    going_on = sum(SMALL_LETTER.match(text) is not None for text in texts[1:])
    parted = sum(len(pieces) > 1 for pieces in column)
    if parted > MOST_PARTED * len(texts):
        return False
    return words >= WORDS_OF_PROSE * len(texts) and going_on >= GOING_ON * (len(texts) - 1) and going_on > 0


def _columns_within(rows: Sequence[_Row], edge: float) -> bool:
    """True where what stands right of the edge is columns again."""
    right = [[piece for piece in row.pieces if piece.box[0] >= edge] for row in rows]
    lines = [SetLine(piece.text, (piece,), box=piece.box) for pieces in right for piece in pieces]
    again = _rows(lines)
    found = _columns_from(again, 0) if again else None
    return found is not None and found[0] == len(again)


def _column_by_column(rows: Sequence[_Row], edge: float, number: int) -> list[SetLine]:
    """Return the lines of the left column, then those of the right one, which may be two columns again."""
    left: list[SetLine] = []
    right: list[SetLine] = []
    for row in rows:
        for line in row.lines:
            for piece in line.pieces:
                (left if piece.box[0] < edge else right).append(SetLine(piece.text, (piece,), line.looks, piece.box))
    second = min(line.box[0] for line in right)
    again = _rows(right)
    found = _columns_from(again, 0) if again else None
    behind = (
        _column_by_column(again, found[1], number + 1)
        if found and found[0] == len(again)
        else _numbered(_joined(right), number + 1, second)
    )
    return [*_numbered(_joined(left), number, min(line.box[0] for line in left)), *behind]


def _joined(lines: Sequence[SetLine]) -> list[SetLine]:
    """Return the lines of a column with pieces on one level put together again."""
    joined = []
    for row in _rows(lines):
        text = " ".join(piece.text for piece in row.pieces)
        joined.append(replace(row.lines[0], text=text, pieces=row.pieces))
    return joined


def _numbered(lines: Sequence[SetLine], number: int, left: float) -> list[SetLine]:
    """Return the lines with the column that they stand in; indents are counted from its edge."""
    looks = [
        replace(line.looks, column=number, indent=max(round(line.box[0] - left, 1), 0.0), right=False, cells=())
        for line in lines
    ]
    return [replace(line, looks=one) for line, one in zip(lines, looks, strict=True)]
