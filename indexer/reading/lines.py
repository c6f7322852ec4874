"""Page furniture out of the running text: repeating headers and footers, page numbers, pages left blank.

Nothing here knows a council: a line is furniture because it repeats at the same edge of many pages, or because the
number in it runs in step with the pages.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise, repeat

from indexer.forms.pages.page_numbers import (
    BARE_NUMBER,
    BETWEEN_DASHES,
    BLANK_PAGE,
    NAME_AND_NUMBER,
    NUMBERED_LINE,
    OWN_NUMBER,
    PAGE_STAMP,
    STAMP_CELL,
    STAMP_RUN_IN,
)
from indexer.reading.looks import PLAIN, Looks
from indexer.reading.pages import Page, Reading

# Lines looked at from each edge of a page; more repeating lines than this in a row are the head of a table.
EDGE_LINES = 3
# A header repeats on at least this many pages ...
MIN_REPEATS = 3
# ... and on at least this share of the pages between its first and its last.
MIN_DENSITY = 0.5
# The share of a page's height, at its head and at its foot, in which headers and footers stand.
MARGIN = 0.1
# Fewer letters than this are a row of figures, which may repeat without being a header.
MIN_LETTERS = 6
# No paragraph of a paper is longer than this many characters; what is longer is no prose, and slow to look through.
MAX_LINE = 4000
# More blanks than this in a row part no columns that fewer would not.
MAX_BLANKS = 24
# Some PDFs set a row with thousands of blanks: patterns that look for gaps would try each of them.
_MANY_BLANKS = re.compile(rf"[^\S\t]{{{MAX_BLANKS + 1},}}")
# How far apart two numbered pages may lie and still prove each other's numbering (pages without a number between).
STEP_WINDOW = 4

_ENDS_SENTENCE = re.compile(r"[.:;!?)\]”’\"'*]\s*$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of verbatim text without page furniture; `page` physical from 1 or None, `printed` the pack's own number.

    An empty `text` stands for one or more blank lines, which part paragraphs in papers that have them. `looks` is how
    the line is set on its page; lines with the same words are equal however they are set.
    """

    text: str
    page: int | None = None
    printed: str = ""
    looks: Looks = field(default=PLAIN, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class _Number:
    """A page number found at an edge: which line, the number, and how it was written (lower rank: trusted more)."""

    index: int
    value: int
    rank: int
    keep: str = ""  # what remains of the line without the number
    total: int = 0  # of how many pages, where the line says so


def clean(reading: Reading) -> tuple[Line, ...]:
    """The lines of a paper in order, without furniture; printed page numbers are kept beside the text they number.

    A line of more than `MAX_LINE` characters comes in pieces, and a long run of blanks is shortened.
    """
    paged = any(page.number is not None for page in reading.pages)
    stretches = _pages_without_edges(reading.pages) if paged else (_without_stamps(page) for page in reading.pages)
    return tuple(piece for line in _one_blank(stretches) for piece in _bearable(line))


def _bearable(line: Line) -> Iterator[Line]:
    """A line as it is, or cut where it is too long for any paragraph, at the end of a sentence or between words."""
    text = _MANY_BLANKS.sub(" " * MAX_BLANKS, line.text)
    if text != line.text:
        line = replace(line, text=text, looks=replace(line.looks, cells=()))
    while len(text) > MAX_LINE:
        end = text.rfind(". ", MAX_LINE // 2, MAX_LINE) + 1 or text.rfind(" ", MAX_LINE // 2, MAX_LINE) or MAX_LINE
        end = end if end > 0 else MAX_LINE
        yield replace(line, text=text[:end].rstrip())
        text = text[end:].lstrip()
        line = replace(line, looks=replace(line.looks, cells=()))
    yield replace(line, text=text)


def _one_blank(stretches: Iterator[Iterator[Line]]) -> Iterator[Line]:
    """The lines of all stretches with no two blank ones in a row."""
    blank = True
    for lines in stretches:
        for line in lines:
            if line.text or not blank:
                yield line
            blank = not line.text


def _without_stamps(page: Page) -> Iterator[Line]:
    """The lines of a text without pages, stamps taken out wherever they stand."""
    for raw, looks in _with_looks(page):
        text = raw.rstrip()
        if not text:
            yield Line("")
            continue
        stamp = PAGE_STAMP.fullmatch(text)
        if stamp or BETWEEN_DASHES.fullmatch(text) or BLANK_PAGE.fullmatch(text):
            if stamp and stamp[2]:
                yield Line(stamp[2], looks=looks)
            continue
        text = STAMP_CELL.sub("", text, count=1) if STAMP_CELL.match(text) else text
        yield Line(STAMP_RUN_IN.sub("", text, count=1) if STAMP_RUN_IN.match(text) else text, looks=looks)


def _with_looks(page: Page) -> Iterator[tuple[str, Looks]]:
    """The lines of a page with their looks, plain ones where the page came without."""
    texts = page.text.split("\n")
    yield from zip(texts, page.looks if len(page.looks) == len(texts) else repeat(PLAIN), strict=False)


def _pages_without_edges(pages: tuple[Page, ...]) -> Iterator[Iterator[Line]]:
    """For each page its lines, with headers, footers and page numbers out."""
    texts = [[raw.rstrip() for raw in page.text.split("\n")] for page in pages]
    numbers = _numbers_in_step(pages, texts)
    headers = _repeating(texts, numbers, [_margins(page) for page in pages])
    for index, page in enumerate(pages):
        kept = {n.index: n.keep for n in numbers[index]}
        printed = next((str(n.value) for n in sorted(numbers[index], key=lambda n: n.rank)), "")
        yield _page_lines(page, texts[index], kept, headers[index], printed)


def _page_lines(page: Page, texts: list[str], kept: dict[int, str], headers: set[int], printed: str) -> Iterator[Line]:
    """The lines of one page that are not furniture."""
    for at, (text, (_, looks)) in enumerate(zip(texts, _with_looks(page), strict=True)):
        if at in kept:
            text = kept[at]
            if not text:
                continue
        elif at in headers or BLANK_PAGE.fullmatch(text):
            continue
        yield Line(text, page.number, printed, looks)


def _edges(texts: list[str], skip: set[int]) -> tuple[list[int], list[int]]:
    """The places of the first and last written lines of a page, from the edge inward."""
    written = [i for i, text in enumerate(texts) if text and i not in skip]
    return written[: EDGE_LINES + 1], written[::-1][: EDGE_LINES + 1]


def _numbers_in_step(pages: tuple[Page, ...], texts: list[list[str]]) -> list[list[_Number]]:
    """For each page the edge lines that are page numbers: stamps, and numbers that run in step with the pages."""
    found = [_candidates(lines) for lines in texts]
    offsets: dict[tuple[int, int], list[int]] = defaultdict(list)
    for at, numbers in enumerate(found):
        for number in numbers:
            offsets[number.rank, number.value - at].append(at)
    return [[n for n in numbers if _proved(n, at, offsets, pages)] for at, numbers in enumerate(found)]


def _proved(number: _Number, at: int, offsets: dict[tuple[int, int], list[int]], pages: tuple[Page, ...]) -> bool:
    """True where a neighbouring page carries the number that this one promises, or the words leave no doubt."""
    near = [other for other in offsets[number.rank, number.value - at] if 0 < abs(other - at) <= STEP_WINDOW]
    # "Page 1 of 1" of a paper that has one page; a number in the margin that is the page's own
    itself = number.value == at + 1 and (number.total == len(pages) or number.index in _margins(pages[at]))
    return bool(near) or itself or number.rank < _RANKS.index(NAME_AND_NUMBER)


_RANKS = (PAGE_STAMP, OWN_NUMBER, NAME_AND_NUMBER, BARE_NUMBER)


def _candidates(texts: list[str]) -> list[_Number]:
    """The lines near the edges of a page that could be page numbers."""
    top, bottom = _edges(texts, set())
    found = []
    for index in dict.fromkeys(top + bottom):
        for rank, pattern in enumerate(_RANKS):
            if match := pattern.fullmatch(texts[index].strip()):
                groups = [group for group in match.groups() if group]
                if pattern is NAME_AND_NUMBER:
                    name = groups.pop(0)
                    keep = name if index == top[0] and groups[0] == "1" else ""  # once, as the heading it may be
                else:
                    keep = groups[1] if pattern is PAGE_STAMP and len(groups) > 1 else ""
                total = int(groups[1]) if pattern is NAME_AND_NUMBER and len(groups) > 1 else 0
                found.append(_Number(index, int(groups[0]), rank, keep, total))
                break
    return found


def _margins(page: Page) -> dict[int, int]:
    """How high the lines in the margins of a page stand, in hundredths of its height; empty where that is not known."""
    heights = {at: looks.top for at, (_, looks) in enumerate(_with_looks(page)) if looks.top}
    return {at: round(top * 100) for at, top in heights.items() if not MARGIN < top < 1 - MARGIN}


def _repeating(texts: list[list[str]], numbers: list[list[_Number]], margins: list[dict[int, int]]) -> list[set[int]]:
    """For each page the places of the header and footer lines that other pages carry at the same edge."""
    edges = [_edges(lines, {n.index for n in found}) for lines, found in zip(texts, numbers, strict=True)]
    drop: list[set[int]] = [set() for _ in texts]
    for side in (0, 1):
        pages_of: dict[str, list[int]] = defaultdict(list)
        heights: dict[str, list[int | None]] = defaultdict(list)
        for page, sides in enumerate(edges):
            for key, index in {_key(texts[page][index]): index for index in sides[side]}.items():
                pages_of[key].append(page)
                heights[key].append(margins[page].get(index))
        runs = {
            key: at
            for key, at in pages_of.items()
            if (_is_run(at) or _in_one_place(at, heights[key])) and sum(map(str.isalpha, key)) >= MIN_LETTERS
        }
        for page, sides in enumerate(edges):
            drop[page] |= _inward(texts, page, sides[side], runs, at_foot=side == 1)
    return drop


def _key(text: str) -> str:
    """A line with its numbers made alike, so that "3 January, page 4" and "3 January, page 5" are one header.

    A line that ends a sentence or is numbered must repeat to the letter.
    """
    bare = text.strip().casefold()
    said = bare.endswith((".", ";", ":", ",")) or NUMBERED_LINE.match(bare)
    return bare if said else re.sub(r"\d+", "#", bare)


def _is_run(pages: list[int]) -> bool:
    """True where a line repeats often and closely enough to be a header or footer."""
    return len(pages) >= MIN_REPEATS and len(pages) / (pages[-1] - pages[0] + 1) >= MIN_DENSITY


def _in_one_place(pages: list[int], heights: list[int | None]) -> bool:
    """True where a line stands at the same height in the margin of two pages that follow each other."""
    return any(
        after - before == 1 and high is not None and high == height
        for (before, high), (after, height) in pairwise(zip(pages, heights, strict=True))
    )


def _inward(
    texts: list[list[str]], page: int, edge: list[int], runs: dict[str, list[int]], *, at_foot: bool
) -> set[int]:
    """The lines from one edge inward that repeat, up to the first that does not; none where it is a table's head.

    The first of a run stays where it does not cut a sentence in two: there it is a heading ("Appendix K").
    """
    places = []
    for index in edge:
        pages = runs.get(_key(texts[page][index]))
        if pages is None or _ends_a_sentence_begun_above(texts[page][index]):
            break
        first = page == pages[0]
        if not first or not (_ends_before(texts[page], index) if at_foot else _new_start(texts, page)):
            places.append(index)
    return set(places) if len(places) <= EDGE_LINES else set()


def _ends_a_sentence_begun_above(text: str) -> bool:
    """True for "closed to lorries for three weeks.", which resolutions in the same words may bring to two page ends."""
    said = text.strip()
    return said[:1].islower() and said.endswith(".") and len(said.split()) >= 3


def _ends_before(texts: list[str], index: int) -> bool:
    """True where what stands above a line at the foot of a page ends its sentence there."""
    before = [text for text in texts[:index] if text.strip()]
    return bool(before) and bool(_ENDS_SENTENCE.search(before[-1]))


def _new_start(texts: list[list[str]], page: int) -> bool:
    """True where the page before ended its sentence, so that a heading can stand on this one."""
    if page == 0:
        return True
    before = [text for text in texts[page - 1] if text.strip()]
    return not before or bool(_ENDS_SENTENCE.search(before[-1])) or BLANK_PAGE.fullmatch(before[-1]) is not None
