"""The lines of a PDF page with where and how each is set, told by the boxes and fonts of their letters.

Boxes are in points on the page as it is read, turned if the page is turned. Only a few letters of each line are looked
at: asking pdfium about every letter would take as long again as reading the page.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from ctypes import byref, c_double, c_int, create_string_buffer
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from indexer.reading.looks import PLAIN, Looks

Box = tuple[float, float, float, float]
"""Left, bottom, right and top in points."""

LINE_END = re.compile("\r\n|[\r\n\f]|[\x02\ufffe] *(?:\r?\n)?")
"""Where pdfium ends a line; it puts one of the last two in place of a hyphen and the line end behind it."""

HYPHENS = "\x02\ufffe"

THIN = 3.0
"""Points across which a drawn shape is a rule; a thicker one is a box, and its four sides are rules."""

WIDE_GAP = 1.0
"""From how many heights of its letters on a gap parts cells or columns: a justified line has gaps of up to 0.8."""

BEARING = 3.0
"""Points by which what is drawn of a letter may begin behind its place in the line: a 1 is narrower than its place."""

FULL_RIGHT = 0.03
"""How near to the right edge of the text, as a share of its width, a line set at the right ends."""

BOLD_WEIGHT = 600
BOLD_NAME = re.compile(r"bold|black|heavy|demi", re.I)
ITALIC_NAME = re.compile(r"italic|oblique", re.I)
ITALIC_FLAG = 1 << 6


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line without a wide gap in it: its text with the hyphen at its end, and its box."""

    text: str
    box: Box


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line as pdfium gives it, in pieces and the box around them; `looks` has its size and indent in points.

    `starts` are the places of the pieces in the text of the page.
    """

    text: str
    pieces: tuple[Piece, ...] = ()
    looks: Looks = PLAIN
    box: Box = (0.0, 0.0, 0.0, 0.0)
    starts: tuple[int, ...] = ()


class Letters:
    """The letters of one page: their boxes and fonts, asked for by their places in the page's text."""

    def __init__(self, textpage: pdfium.PdfTextPage, length: int) -> None:
        self._textpage = textpage
        self._same = textpage.count_chars() == length
        self._fonts: dict[bytes, tuple[bool, bool]] = {}
        self._rotation = textpage.page.get_rotation() // 90
        self._left, self._bottom, right, top = textpage.page.get_bbox()
        self._width, self._height = right - self._left, top - self._bottom
        self._name = create_string_buffer(128)
        self._four = (c_double(), c_double(), c_double(), c_double())
        self._flags = c_int()
        self._rect = raw.FS_RECTF()

    @property
    def height(self) -> float:
        """The height of the page as it is read."""
        return float(self._width if self._rotation % 2 else self._height)

    def index(self, place: int) -> int:
        """Return pdfium's number of the character at a place in the text."""
        return place if self._same else int(raw.FPDFText_GetCharIndexFromTextIndex(self._textpage, place))

    def left_of(self, index: int) -> float:
        """Return where a character begins."""
        return self.box(index)[0]

    def height_of(self, index: int) -> float:
        """Return the height of a character with the ascent and descent of its font."""
        _, bottom, _, top = self.box(index)
        return top - bottom

    def box(self, index: int) -> Box:
        """Return the box of a character with the ascent and descent of its font."""
        raw.FPDFText_GetLooseCharBox(self._textpage, index, byref(self._rect))
        return self.turned(self._rect.left, self._rect.bottom, self._rect.right, self._rect.top)

    def runs(self, first: int, last: int) -> list[Box]:
        """Return the boxes of the runs of letters between two characters, from left to right."""
        left, top, right, bottom = self._four
        boxes = []
        for at in range(raw.FPDFText_CountRects(self._textpage, first, last - first + 1)):
            raw.FPDFText_GetRect(self._textpage, at, byref(left), byref(top), byref(right), byref(bottom))
            boxes.append(self.turned(left.value, bottom.value, right.value, top.value))
        return sorted(boxes)

    def font(self, index: int) -> tuple[bool, bool]:
        """Return whether a character is bold, and whether it is italic."""
        raw.FPDFText_GetFontInfo(self._textpage, index, self._name, 128, byref(self._flags))
        name = self._name.value
        if name not in self._fonts:
            named = name.decode("utf-8", "replace")
            bold = bool(BOLD_NAME.search(named)) or raw.FPDFText_GetFontWeight(self._textpage, index) >= BOLD_WEIGHT
            self._fonts[name] = bold, bool(ITALIC_NAME.search(named)) or bool(self._flags.value & ITALIC_FLAG)
        return self._fonts[name]

    def turned(self, left: float, bottom: float, right: float, top: float) -> Box:
        """Return a box on the sheet as a box on the page that is turned for reading, from its lower left corner."""
        left, right = left - self._left, right - self._left
        bottom, top = bottom - self._bottom, top - self._bottom
        match self._rotation:
            case 1:
                return bottom, self._width - right, top, self._width - left
            case 2:
                return self._width - right, self._height - top, self._width - left, self._height - bottom
            case 3:
                return self._height - top, left, self._height - bottom, right
        return left, bottom, right, top


def set_lines(letters: Letters, text: str, places: Sequence[int]) -> list[SetLine]:
    """Return the lines of a page's text; `places` has for each character of it its place in pdfium's own text."""
    lines = [_set_line(letters, text, places, first, behind, end) for first, behind, end in _line_ends(text)]
    return _with_edges(lines, letters.height)


def _line_ends(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield for each line its first character, the one behind its last, and the hyphen that stands at its end or ""."""
    first = 0
    for end in LINE_END.finditer(text):
        yield first, end.start(), "-" if end[0][0] in HYPHENS else ""
        first = end.end()
    yield first, len(text), ""


def _set_line(letters: Letters, text: str, places: Sequence[int], first: int, behind: int, hyphen: str) -> SetLine:
    """Return one line; without pieces where there is nothing on it or pdfium does not know where it stands."""
    shown = text[first:behind]
    whole = shown + hyphen
    start = first + len(shown) - len(shown.lstrip())
    stop = first + len(shown.rstrip())
    if start >= stop or places[start] < 0 or places[stop - 1] < 0:
        return SetLine(whole)
    begin, finish = letters.index(places[start]), letters.index(places[stop - 1])
    runs = letters.runs(begin, finish) if 0 <= begin <= finish else []
    if not runs:
        return SetLine(whole)
    bold, italic = letters.font(begin)
    if bold or italic:  # the whole line is, where its last letter is as well
        bold, italic = (one and other for one, other in zip((bold, italic), letters.font(finish), strict=True))
    height = letters.height_of(begin if text[start].isalnum() else finish)  # a bullet is no measure
    stretches = _stretches(runs, WIDE_GAP * height) if len(runs) > 1 else runs
    cuts = (
        []
        if len(stretches) == 1
        else _cuts(letters, text, places, (start, stop), [stretch[0] for stretch in stretches[1:]])
    )
    if len(cuts) != len(stretches) - 1:
        stretches, cuts = [_around(runs)], []
    ends = [*cuts, behind]
    texts = [text[at:end].strip() for at, end in zip([start, *cuts], ends, strict=True)]
    texts[-1] += hyphen
    looks = Looks(round(height, 1), bold, italic, cells=tuple(cut - first for cut in cuts))
    pieces = tuple(Piece(piece, box) for piece, box in zip(texts, stretches, strict=True))
    return SetLine(whole, pieces, looks, _around(stretches), (start, *cuts))


def _stretches(runs: Sequence[Box], gap: float) -> list[Box]:
    """Return the boxes of the stretches of a line that wide gaps part."""
    found: list[Box] = [runs[0]]
    for run in runs[1:]:
        last = found[-1]
        if run[0] - last[2] > gap:
            found.append(run)
        else:
            found[-1] = last[0], min(last[1], run[1]), max(last[2], run[2]), max(last[3], run[3])
    return found


def _around(boxes: Sequence[Box]) -> Box:
    if len(boxes) == 1:
        return boxes[0]
    left, bottom, right, top = zip(*boxes, strict=True)
    return min(left), min(bottom), max(right), max(top)


def _cuts(
    letters: Letters, text: str, places: Sequence[int], span: tuple[int, int], edges: Sequence[float]
) -> list[int]:
    """Return the places in the text at which the stretches begin whose left edges are given."""
    cuts: list[int] = []
    first, stop = span
    for edge in edges:
        for at in range(first + 1, stop):
            if (
                text[at - 1].isspace()
                and places[at] >= 0
                and letters.left_of(letters.index(places[at])) >= edge - BEARING
            ):
                cuts.append(at)
                first = at
                break
    return cuts


def _with_edges(lines: Sequence[SetLine], height: float) -> list[SetLine]:
    """Return the lines with what only the page as a whole tells: indents, which stand at the right, and how high."""
    boxes = [line.box for line in lines if line.pieces]
    if not boxes:
        return list(lines)
    left, right = edges(boxes)
    width = max(right - left, 1.0)
    done = []
    for line in lines:
        if line.pieces:
            x0, _, x1, top = line.box
            size, bold, italic, cells = line.looks.size, line.looks.bold, line.looks.italic, line.looks.cells
            at_right = x0 > left + width / 2 and x1 > right - FULL_RIGHT * width
            share = round(min(max((height - top) / height, 0.001), 1.0), 3)
            looks = Looks(size, bold, italic, max(round(x0 - left, 1), 0.0), 0, at_right, 0, share, cells)
            line = SetLine(line.text, line.pieces, looks, line.box, line.starts)
        done.append(line)
    return done


def edges(boxes: Sequence[Box]) -> tuple[float, float]:
    """Return where the text of a page begins and ends: the leftmost edge that several lines share, and the
    rightmost.
    """
    shared = Counter(round(box[0] / 2) for box in boxes)
    lefts = [place for place, lines in shared.items() if lines > 1] or list(shared)
    return min(lefts) * 2.0, max(box[2] for box in boxes)
