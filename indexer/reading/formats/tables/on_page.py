"""Tables on a PDF page, told by the places of its lines: rows by level or by rules, columns by what stands in between.

Everything needed is there from reading the page: lines in pieces, with their boxes. Only where a page has enough lines
in pieces to hold a table is pdfium asked for more: where its rules are, and where single figures stand.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from indexer.forms.pages.tables import CAPTIONS, IN_A_ROW, PARAGRAPH_NUMBER
from indexer.reading.formats.pdf_lines import THIN, Box, SetLine
from indexer.reading.formats.tables.figures import has_figures
from indexer.reading.formats.tables.heads import PROSE_WORDS, head_from, heads_of, is_sentence, spread
from indexer.reading.formats.tables.levels import FEWEST_ROWS, Columns, Cutter, Level, column_of, columns_of, levels_of
from indexer.reading.tables import PageTable

FARTHEST = 3.5
"""A gap of more than this many heights of a line ends a table that no rules hold together."""

FEWEST_RULES = 3
"""Upright rules at the same places beside two levels that make them rows of one table, however far apart they are."""

ABOVE = 4
"""Lines over a table that are kept with it: its caption, its unit."""


def may_hold_tables(lines: Sequence[SetLine]) -> bool:
    """Return whether a page has enough lines in pieces, or with figures in a row, for a table."""
    tabular = (line for line in lines if len(line.pieces) > 1 or IN_A_ROW.search(line.text))
    return len(list(islice(tabular, FEWEST_ROWS))) == FEWEST_ROWS


def tables_on(lines: Sequence[SetLine], texts: Sequence[str], rules: Sequence[Box], cut: Cutter) -> list[PageTable]:
    """Return the tables among the lines of a page, whose texts are given as the page will have them.

    `rules` are the thin lines that are drawn on it.
    """
    levels = levels_of(lines, cut)
    upright = [box for box in rules if box[2] - box[0] < THIN <= box[3] - box[1]]
    found = []
    for start, end in _stretches(levels, upright):
        table = _table(levels, start, _end_of_box(levels, end, rules, upright), texts, rules)
        if table is not None:
            found.append(table)
    return found


def _stretches(levels: Sequence[Level], upright: Sequence[Box]) -> Iterator[tuple[int, int]]:
    """Yield the first level of each stretch that may be a table and the one behind its last."""
    start: int | None = None
    last = 0
    for at, level in enumerate(levels):
        if start is not None and (_parted(levels, last, at, upright) or _heads_again(levels[start], levels[at])):
            yield start, last + 1
            start = None
        if len(level.pieces) > 1 and not _is_paragraph(level):
            start = at if start is None else start
            last = at
    if start is not None:
        yield start, last + 1


def _end_of_box(levels: Sequence[Level], end: int, rules: Sequence[Box], upright: Sequence[Box]) -> int:
    """Return the level behind the last line of the last row, of which one cell may wrap further than all others."""
    last = _beside(levels[end - 1], upright)
    while (
        len(last) >= FEWEST_RULES
        and end < len(levels)
        and len(levels[end].pieces) == 1
        and _beside(levels[end], upright) == last
        and not _ruled_apart(levels[end - 1], levels[end], rules)
    ):
        end += 1
    return end


def _ruled_apart(upper: Level, lower: Level, rules: Sequence[Box]) -> bool:
    """Return whether a rule that lies flat parts two levels, so that they are of two rows."""
    left = lower.pieces[0].box[0]
    flat = (box for box in rules if box[3] - box[1] < THIN and box[0] - 2 <= left <= box[2])
    return any(lower.top - THIN <= box[1] and box[3] <= upper.bottom + THIN for box in flat)


def _parted(levels: Sequence[Level], last: int, at: int, upright: Sequence[Box]) -> bool:
    """Return whether the table begun above ends before this level: a wide gap, prose, or too much without columns."""
    if len(levels[at].pieces) == 1 and CAPTIONS[0].match(levels[at].pieces[0].text):
        return True
    if _is_paragraph(levels[at]) and not _ruled_off(levels[at], upright):
        return True
    between = levels[last + 1 : at + 1] if len(levels[at].pieces) == 1 else levels[last + 1 : at]
    before = levels[at - 1]
    if before.bottom - levels[at].top > FARTHEST * before.height and not _ruled(before, levels[at], upright):
        return True
    prose = [one for one in between if len(one.pieces[0].text.split()) >= PROSE_WORDS]
    if prose and not any(_ruled_off(one, upright) for one in prose):
        return len(prose) > 1 or prose[0].pieces[0].text.rstrip().endswith((".", ":", ";"))
    return len(between) > 5 and not any(_ruled_off(one, upright) for one in between)


def _heads_again(head: Level, level: Level) -> bool:
    """Return whether a level repeats most of the words at the head of the table above it: another table begins."""
    words = {piece.text for piece in head.pieces} & {piece.text for piece in level.pieces}
    return level is not head and not level.figures and len(words) > 1 and 2 * len(words) >= len(level.pieces)


def _is_paragraph(level: Level) -> bool:
    """Return whether a level is the first line of a numbered paragraph: its number, a gap, and prose."""
    if len(level.pieces) != 2:
        return False
    number, text = level.pieces
    return PARAGRAPH_NUMBER.fullmatch(number.text) is not None and len(text.text.split()) >= PROSE_WORDS


def _ruled(upper: Level, lower: Level, rules: Sequence[Box]) -> bool:
    """Return whether a rule that stands upright runs from one level to another, or the same rules stand beside both."""
    if any(box[3] >= upper.bottom and box[1] <= lower.top and box[3] - box[1] > 4 for box in rules):
        return True
    return len(_beside(upper, rules) & _beside(lower, rules)) >= FEWEST_RULES


def _beside(level: Level, rules: Sequence[Box]) -> set[int]:
    """Return where upright rules stand beside a level, in points."""
    middle = (level.top + level.bottom) / 2
    return {round(box[0]) for box in rules if box[1] <= middle <= box[3]}


def _ruled_off(level: Level, rules: Sequence[Box]) -> bool:
    """Return whether a level lies between upright rules: it is in a cell."""
    middle = (level.top + level.bottom) / 2
    return sum(box[1] <= middle <= box[3] and box[2] - box[0] < 3 for box in rules) > 1


def _table(
    levels: Sequence[Level], start: int, end: int, texts: Sequence[str], rules: Sequence[Box]
) -> PageTable | None:
    """Return the table on these levels, None where they turn out to be none."""
    inside = levels[start:end]
    columns = columns_of(inside)
    full = [level for level in inside if len({column_of(piece.box, columns) for piece in level.pieces}) > 1]
    if len(columns) < 2 or len(full) < FEWEST_ROWS:
        return None
    start = head_from(levels, start, columns)
    inside = levels[start:end]
    rows = _rows(inside, columns, rules)
    heads = heads_of(rows, columns)
    upright = [box for box in rules if box[2] - box[0] < THIN <= box[3] - box[1]]
    crossing = sum(_ruled_off(level, upright) for level in inside)
    while heads > 1 and is_sentence(rows[0]):
        start, rows, heads = start + len(rows[0]), rows[1:], heads - 1
    cells = [spread(row, columns, upright, top=at < heads) for at, row in enumerate(rows)]
    if heads >= len(rows) or (2 * crossing < len(inside) and not has_figures(cells[heads:])):
        return None
    lines = [tuple(texts[at] for at in sorted({at for level in row for at in level.lines})) for row in rows]
    above = [texts[at] for level in levels[max(start - ABOVE, 0) : start] for at in level.lines]
    return PageTable(tuple(cells), tuple(lines), heads, tuple(above))


def _rows(levels: Sequence[Level], columns: Columns, rules: Sequence[Box]) -> list[list[Level]]:
    """Return the levels in rows: those between two rules, else each with the lines that its cells wrap to."""
    cuts = _cuts(levels, columns, rules)
    rows: list[list[Level]] = []
    bands: list[int] = []
    for level in levels:
        middle = (level.top + level.bottom) / 2
        band = sum(cut > middle for cut in cuts)
        same = bool(rows) and (not cuts or bands[-1] == band)
        if same and ((cuts and not _a_row_too(rows[-1], level, columns)) or _goes_on(rows[-1], level, columns)):
            rows[-1].append(level)
        else:
            rows.append([level])
            bands.append(band)
    return rows if cuts else _with_first_lines(rows, columns)


def _a_row_too(row: Sequence[Level], level: Level, columns: Columns) -> bool:
    """Return whether a level within the same rules is a row by itself: both have figures, or the other is a title."""
    if any(one.figures for one in row):
        return bool(level.figures)
    if not level.figures or any(column_of(piece.box, columns) > 0 for one in row for piece in one.pieces):
        return False
    return (row[0].bold and not level.bold) or row[-1].bottom - level.top > 0.9 * level.height


def _goes_on(row: Sequence[Level], level: Level, columns: Columns) -> bool:
    """Return whether a level without figures is the wrapped rest of the row above it."""
    text = level.pieces[0].text
    near = row[-1].bottom - level.top < 0.35 * level.height
    wrapped = text[:1].islower() or text[:1] in "(&/" or column_of(level.pieces[0].box, columns) > 0
    return near and not level.figures and any(one.figures for one in row) and wrapped


def _with_first_lines(rows: Sequence[list[Level]], columns: Columns) -> list[list[Level]]:
    """Return the rows with the first lines of a label put to the row below whose figures have no label beside them."""
    done: list[list[Level]] = []
    for row in rows:
        first = row[0]
        unlabelled = bool(first.figures) and all(column_of(piece.box, columns) > 0 for piece in first.pieces)
        above = done[-1][0] if done and len(done[-1]) == 1 else first
        if unlabelled and above is not first and len(above.pieces) == 1 and above.bottom - first.top < first.height / 2:
            done[-1].extend(row)
        else:
            done.append(list(row))
    return done


def _cuts(levels: Sequence[Level], columns: Columns, rules: Sequence[Box]) -> list[float]:
    """Return how high the rules lie that run over most of a table, from the top, where they part most of its rows."""
    left, right = columns[0][0], columns[-1][1]
    flat = sorted(
        (box for box in rules if box[3] - box[1] < 3 and box[2] > left and box[0] < right), key=lambda b: -b[1]
    )
    groups: list[list[Box]] = []
    for box in flat:
        if groups and groups[-1][-1][1] - box[1] < 2.5:
            groups[-1].append(box)
        else:
            groups.append([box])
    wide = [group for group in groups if _covered(group, left, right) > 0.6 * (right - left)]
    cuts = [sum(box[1] + box[3] for box in group) / (2 * len(group)) for group in wide]
    top, bottom = levels[0].top + 4, levels[-1].bottom - 4
    inner = [cut for cut in cuts if bottom - 20 < cut < top + 20]
    rows = sum(level.figures > 0 or len(level.pieces) > 1 for level in levels)
    return inner if len(inner) >= max(3, rows / 4) else []


def _covered(boxes: Sequence[Box], left: float, right: float) -> float:
    """Return how much of a stretch from left to right lies under the boxes."""
    done, end = 0.0, left
    for box in sorted(boxes):
        begin = max(box[0], end)
        if box[2] > begin:
            done += min(box[2], right) - begin
            end = box[2]
    return done
