"""Columns of prose that were drawn row by row, put one after the other as they are to be read.

pdfium gives a page in the order in which it was drawn. Columns that were drawn one after the other come out right;
drawn row by row, each line of the left column is followed by a line of the right one, and together they make sentences
that nobody wrote. Tables look like that too and stay as they are: their cells do not go on in the row below.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

from indexer.forms.pages.prose_lines import ENDS, GOES_ON, SMALL_LETTER
from indexer.reading.formats.pdf_lines import THIN, Box, Piece, SetLine

FEWEST_ROWS = 4
"""Rows that have text in both columns; fewer are no columns but a line or two side by side."""

FEWEST_OF_A_TAIL, LONG_COLUMN = 2, 6
"""So few rows of a second column are enough where the first is so long: the text ends soon after it turned over."""

WRAPPED = 0.25
"""The share of the lines of such a first column, at least, that end within a sentence."""

FIRST_ROWS = 4
"""Rows of a page in which such columns begin: the text turns over to its top."""

NEAR_THE_SECOND, AS_WIDE = 0.75, 1.2
"""How far the first of two columns reaches towards the second, and how wide the second is at most beside the first."""

MOST_OF_THE_FIRST = 0.5
"""How far down the first column such a short second one reaches at most; cells of a table reach to its end."""

FOOT = 5.0
"""A gap of so many heights of a row parts what stands at the foot of a page from its columns."""

FEWEST_RULES = 2
"""Rules across both columns that make them a table."""

SAME_EDGE = 4.0
"""Points by which the lines of a column may begin to the left or right of each other."""

WORDS_OF_PROSE = 3.0
"""Words that a line of a column has on average at least: cells of figures and names have fewer."""

GOING_ON = 0.2
"""The share of a column's lines that begin with a small letter at least, which shows sentences that run on."""

GOING_ON_TOGETHER = 0.15
"""The share in both columns together that is enough where one of them has many short paragraphs."""

LEADING = 2.2
"""A gap below a row of more than this many heights of a row ends the columns, unless both go on below it."""

MOST_PARTED = 0.15
"""The share of a column's lines that may have a wide gap in them; with more it is several cells."""


@dataclass(frozen=True, slots=True)
class _Row:
    """What stands on one level: one line of pdfium's, or several that follow each other from left to right."""

    lines: tuple[SetLine, ...]
    pieces: tuple[Piece, ...]
    bottom: float
    top: float


def in_reading_order(lines: Sequence[SetLine], rules: Sequence[Box] = ()) -> list[SetLine]:
    """Return the lines of a page with columns that were drawn row by row read one after the other.

    `rules` are the thin lines drawn on the page: where several lie across two columns, these are a table.
    """
    if not any(len(line.pieces) > 1 for line in lines):
        return list(lines)
    ordered: list[SetLine] = []
    rows = _rows(lines)
    at = 0
    while at < len(rows):
        found = _columns_from(rows, at, tails=at < FIRST_ROWS)
        if found is None or _is_ruled(rows[at : found.end], found, rules):
            ordered.extend(rows[at].lines)
            at += 1
            continue
        ordered.extend(_column_by_column(rows[at : found.end], found.edge, 1))
        at = found.end
    return ordered


def _is_ruled(rows: Sequence[_Row], columns: _Columns, rules: Sequence[Box]) -> bool:
    """True where rules lie between rows on both sides of the edge between columns; of a short rest, where any does."""
    top, bottom, edge = rows[0].bottom, rows[-1].top, columns.edge
    if columns.tail:
        return any(box[1] < rows[0].top and box[3] > rows[-1].bottom for box in rules)
    within = [box for box in rules if bottom < box[1] < top and box[3] - box[1] < THIN <= box[2] - box[0]]
    left = {round(box[1] / THIN) for box in within if box[0] < edge - SAME_EDGE}
    right = {round(box[1] / THIN) for box in within if box[2] > edge + SAME_EDGE}
    return len(left & right) >= FEWEST_RULES


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


class _Columns(NamedTuple):
    """The row after the last of two columns, the left edge of the second, and whether that is only a short rest."""

    end: int
    edge: float
    tail: bool = False


def _columns_from(rows: Sequence[_Row], start: int, *, tails: bool = False) -> _Columns | None:
    """Return the columns that begin at a row, if any do; with `tails` also one that only a short rest follows."""
    if len(rows[start].pieces) < 2:
        return None
    for edge in _edges_of(rows, start, 1 if tails else FEWEST_ROWS):
        end = _end_of(rows, start, edge)
        left, right = _parted(rows[start:end], edge)
        both = sum(bool(one and other) for one, other in zip(left, right, strict=True))
        if both >= FEWEST_ROWS and (
            _are_prose(left, right) or (_is_prose(left) and _columns_within(rows[start:end], edge))
        ):
            return _Columns(end, edge)
        if tails and both and _is_tail(left, right) and _are_as_wide(left, right, edge):
            return _Columns(end, edge, tail=True)
    return None


def _are_prose(left: Sequence[Sequence[Piece]], right: Sequence[Sequence[Piece]]) -> bool:
    """True where both columns run on; or together they do as often, where one has many short paragraphs."""
    one, other = _prose(left), _prose(right)
    if one.broken or other.broken or not (one.going_on and other.going_on):
        return False
    alone = all(column.going_on >= GOING_ON * (column.lines - 1) for column in (one, other))
    return alone or one.going_on + other.going_on >= GOING_ON_TOGETHER * (one.lines + other.lines)


def _is_tail(left: Sequence[Sequence[Piece]], right: Sequence[Sequence[Piece]]) -> bool:
    """True where the right column is the short rest of what the left one, which is long, says: it begins at the top."""
    written = [at for at, pieces in enumerate(right) if pieces]
    texts = [pieces[-1].text.rstrip() for pieces in left if pieces]
    unbroken = all(after - before <= 2 for before, after in pairwise(written))  # an empty line between paragraphs
    wrapped = sum(len(text.split()) > WORDS_OF_PROSE and not text.endswith(ENDS) for text in texts[:-1])
    if _prose(left).broken or wrapped < WRAPPED * len(texts):
        return False
    if len(texts) < LONG_COLUMN or written[0] > 1 or not unbroken or written[-1] >= MOST_OF_THE_FIRST * len(left):
        return False
    if len(written) > 1 and _prose(right).broken:
        return False
    first = right[written[0]][0].text
    goes_on = not texts[-1].endswith(ENDS) and (GOES_ON.match(first) or len(first.split()) > WORDS_OF_PROSE)
    return len(written) >= FEWEST_OF_A_TAIL or bool(goes_on)


def _are_as_wide(left: Sequence[Sequence[Piece]], right: Sequence[Sequence[Piece]], edge: float) -> bool:
    """True where the lines of the first column reach near the second one, and those of the second are no longer."""
    begin = min(pieces[0].box[0] for pieces in left if pieces)
    width = max(pieces[-1].box[2] for pieces in left if pieces) - begin
    other = max(pieces[-1].box[2] - pieces[0].box[0] for pieces in right if pieces)
    return width >= NEAR_THE_SECOND * (edge - begin) and other <= AS_WIDE * width


def _edges_of(rows: Sequence[_Row], start: int, fewest: int) -> list[float]:
    """Return the left edges that second pieces share in the rows that follow, the most frequent first."""
    starts = [piece.box[0] for row in rows[start : start + 12] for piece in row.pieces[1:]]
    near = Counter({edge: sum(abs(edge - other) <= SAME_EDGE / 2 for other in starts) for edge in starts})
    return [edge - SAME_EDGE for edge, lines in near.most_common(2) if lines >= fewest]


def _end_of(rows: Sequence[_Row], start: int, edge: float) -> int:
    """Return the row after the last one of which no piece crosses the edge of the second column."""
    height = max(rows[start].top - rows[start].bottom, 1.0)
    end = start
    while end < len(rows):
        row = rows[end]
        if not row.pieces or any(piece.box[0] < edge < piece.box[2] for piece in row.pieces):
            break
        if end > start and rows[end - 1].bottom < row.bottom:
            break  # drawn further up: not row by row
        far = end > start and rows[end - 1].bottom - row.top > LEADING * height
        right = any(piece.box[0] >= edge for piece in row.pieces)
        beside = right and any(piece.box[0] < edge for piece in row.pieces)
        if far and not beside and not _stays_left(rows, end, edge):
            break
        end += 1
    return end


def _stays_left(rows: Sequence[_Row], at: int, edge: float) -> bool:
    """True where nothing crosses the edge from a row down to the foot of the page: the first column goes on alone."""
    for above, row in pairwise(rows[at - 1 :]):
        if above.bottom - row.top > FOOT * max(row.top - row.bottom, 1.0) or not row.pieces:
            return above is not rows[at - 1]
        if any(piece.box[0] < edge < piece.box[2] for piece in row.pieces):
            return False
    return True


def _parted(rows: Sequence[_Row], edge: float) -> tuple[list[list[Piece]], list[list[Piece]]]:
    """Return for each row the pieces left of the edge, and for each those right of it."""
    left = [[piece for piece in row.pieces if piece.box[0] < edge] for row in rows]
    right = [[piece for piece in row.pieces if piece.box[0] >= edge] for row in rows]
    return left, right


@dataclass(frozen=True, slots=True)
class _Prose:
    """How far a column looks like prose: its lines, how many of them go on, whether they are too short or parted."""

    lines: int
    going_on: int
    broken: bool


def _prose(column: Sequence[Sequence[Piece]]) -> _Prose:
    texts = [" ".join(piece.text for piece in pieces) for pieces in column if pieces]
    words = sum(len(text.split()) for text in texts)
    going_on = sum(SMALL_LETTER.match(text) is not None for text in texts[1:])
    parted = sum(len(pieces) > 1 for pieces in column)
    return _Prose(len(texts), going_on, parted > MOST_PARTED * len(texts) or words < WORDS_OF_PROSE * len(texts))


def _is_prose(column: Sequence[Sequence[Piece]]) -> bool:
    """True where the lines of a column are long enough and run on from one to the next."""
    found = _prose(column)
    return not found.broken and found.going_on >= GOING_ON * (found.lines - 1) and found.going_on > 0


def _columns_within(rows: Sequence[_Row], edge: float) -> bool:
    """True where what stands right of the edge is columns again."""
    right = [[piece for piece in row.pieces if piece.box[0] >= edge] for row in rows]
    lines = [SetLine(piece.text, (piece,), box=piece.box) for pieces in right for piece in pieces]
    again = _rows(lines)
    found = _columns_from(again, 0) if again else None
    return found is not None and found.end == len(again)


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
        _column_by_column(again, found.edge, number + 1)
        if found and found.end == len(again)
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
