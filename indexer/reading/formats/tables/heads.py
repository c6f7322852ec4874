"""The head of a table: how many of its rows it has, and which columns its words stand over."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial

from indexer.forms.pages.tables import is_figure, is_time, unit_in
from indexer.reading.formats.pdf_lines import THIN, Box, Piece
from indexer.reading.formats.tables.figures import LONGEST_HEAD, has_figures
from indexer.reading.formats.tables.levels import Columns, Level, column_of

PROSE_WORDS = 9
"""Words from which a line alone on its level is taken for prose."""


def head_from(levels: Sequence[Level], start: int, columns: Columns) -> int:
    """Return the level at which the head of a table begins that was known for one from `start` on."""
    left = columns[0][1]
    while start > 0 and not levels[start].figures:
        upper = levels[start - 1]
        near = upper.bottom - levels[start].top <= 0.9 * upper.height
        over_columns = all(piece.box[0] > left and len(piece.text.split()) <= 5 for piece in upper.pieces)
        if not (near and over_columns):
            break
        start -= 1
    return start


def heads_of(rows: Sequence[Sequence[Level]], columns: Columns) -> int:
    """Return how many rows are the head: those before the first with a figure beside its label, else the first."""
    bare = [spread(row, columns, (), top=False) for row in rows]
    if not has_figures(bare):
        return 1
    for at, cells in enumerate(bare[: LONGEST_HEAD + 1]):
        if any(map(is_figure, cells[1:])):
            return at if at or sum(map(is_time, cells)) < 2 else 1
        # what goes on in a column of words from the page before names no column
        if at and _is_prose(rows[at], columns):
            return at
    return 1


def is_sentence(row: Sequence[Level]) -> bool:
    """Return whether a row at the top is words over the table rather than a part of its head."""
    words = sum(len(piece.text.split()) for level in row for piece in level.pieces)
    return sum(len(level.pieces) for level in row) <= 2 and words >= PROSE_WORDS


def spread(row: Sequence[Level], columns: Columns, upright: Sequence[Box], *, top: bool) -> tuple[str, ...]:
    """Return the cells of a row; in the head, what stands over several columns is put into each of them."""
    cells = [""] * len(columns)
    for level in map(partial(_in_boxes, upright, columns[0][1]), row) if top else row:
        own = [""] * len(columns)
        for piece in level.pieces:
            column = column_of(piece.box, columns)
            own[column] = f"{own[column]} {piece.text}".strip()
        if top and not any(cells[1:]):
            own = _over_all(own, level, columns, upright)
        cells = [f"{cell} {text}".strip() for cell, text in zip(cells, own, strict=True)]
    return tuple(cells)


def _in_boxes(upright: Sequence[Box], labels: float, level: Level) -> Level:
    """Return a level of the head with the words put together that stand far apart in one box of its rules.

    Rules that part the rows below run up to such a box, and not through it. What stands left of `labels` heads the
    names of the rows, and is left alone.
    """
    middle = (level.top + level.bottom) / 2
    rules = {box[0] for box in upright}
    beside = {box[0] for box in upright if box[1] - THIN <= middle <= box[3] + THIN}
    if len(beside) < 3:
        return level
    groups: list[list[Piece]] = []
    for piece in level.pieces:
        before = groups[-1][-1].box if groups else piece.box
        gap = before[2] - 2, piece.box[0] + 2
        if before[0] >= labels and _between(gap, rules) and not _between(gap, beside):
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return replace(level, pieces=tuple(map(_together, groups)))


def _between(gap: tuple[float, float], rules: Iterable[float]) -> bool:
    return any(gap[0] <= rule <= gap[1] for rule in rules)


def _together(pieces: Sequence[Piece]) -> Piece:
    left, bottom, right, top = zip(*(piece.box for piece in pieces), strict=True)
    return Piece(" ".join(piece.text for piece in pieces), (min(left), min(bottom), max(right), max(top)))


def _over_all(own: Sequence[str], level: Level, columns: Columns, upright: Sequence[Box]) -> list[str]:
    """Return the texts of a level of the head with empty columns filled by the text that is set over them.

    How far a text reaches is said by the upright rules beside it. Without any it reaches halfway to its neighbours; one
    alone reaches over its own columns, but the unit of all figures over all.
    """
    filled = list(own)
    spans = [piece for piece in level.pieces if piece.box[0] > columns[0][1]]
    if not spans or (len(spans) > 1 and len(spans) * 1.8 > len(columns) - 1):
        return filled  # each stands over its own column
    middle = (level.top + level.bottom) / 2
    rules = [box[0] for box in upright if box[1] <= middle <= box[3]]
    for at, (left, right) in enumerate(columns):
        if own[at] or at == 0:
            continue
        place = (left + right) / 2
        nearest = min(spans, key=lambda piece: abs((piece.box[0] + piece.box[2]) / 2 - place))
        begin = max((rule for rule in rules if rule <= nearest.box[0] + 2), default=None)
        end = min((rule for rule in rules if rule >= nearest.box[2] - 2), default=None)
        if begin is not None and end is not None:
            reaches = begin <= place <= end
        elif len(spans) == 1:
            reaches = _names_unit(nearest.text) or nearest.box[0] <= place <= nearest.box[2]
        else:
            reaches = True
        filled[at] = nearest.text if reaches else ""
    return filled


def _is_prose(row: Sequence[Level], columns: Columns) -> bool:
    """Return whether a row is many words in one column, and nothing beside them."""
    pieces = [piece for level in row for piece in level.pieces]
    words = sum(len(piece.text.split()) for piece in pieces)
    return words >= PROSE_WORDS and len({column_of(piece.box, columns) for piece in pieces}) == 1


def _names_unit(text: str) -> bool:
    """Return whether a text of the head is the unit of all figures below it, and no sentence with an amount in it."""
    return bool(unit_in(text)) and len(text.split()) < PROSE_WORDS
