"""Clause: a paragraph of minutes with the mark of a list in front of it taken off - "(ii)", "3.", a bullet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from indexer.forms.lists.marks import (
    AFTER_VOTE,
    ANNOUNCED,
    ANNOUNCES,
    BROKEN_LINE,
    CODED,
    DAY_ENDS,
    DECIMAL,
    DIGITS,
    ENDED_LINE,
    LETTER,
    MARK,
    MONTH_OPENS,
    NEW_PARAGRAPH,
    NO_END,
    NO_OWNER,
    NOT_OF_A_MARK,
    NUMBER_AND_POINT,
    NUMBER_EXPECTED,
    OPENERS,
    ROMAN,
    SENTENCE_GOES_ON,
    SENTENCES,
    VOTE_LINE,
)
from indexer.forms.own import DECISION, own
from indexer.reading.lines import Line

__all__ = ["SENTENCES", "Clause", "clauses", "sort_of"]

# A page prints no lines longer than this; where most lines are longer the text came unwrapped, a paragraph a line.
WRAPPED_WIDTH = 130
# No clause of minutes is longer than this many characters.
MAX_CLAUSE = 8000
# "RESOLVED" or "DECISION" alone on its line is shorter than this.
LONGEST_LABEL = 30
# A page prints lines at least about this long, however short those of one item are.
USUAL_WIDTH = 84
# A line with a full stop was ended by its writer where it stays, with the word that begins the next, below this
# share of a full line; one without a full stop must stay below a smaller share.
ENDED_EARLY = 0.9
FITTED = 0.75


@dataclass(frozen=True, slots=True)
class Clause:
    """A paragraph: its verbatim text without the mark in front, the mark, and the page on which it begins.

    `sort` of a mark: digit, decimal, coded ("R1."), alpha, roman, bullet, or "" for none. `owner` is the last cell of a
    table row.
    """

    text: str
    mark: str = ""
    sort: str = ""
    page: int | None = None
    owner: str = ""


def clauses(lines: Sequence[Line]) -> tuple[Clause, ...]:
    """The paragraphs of a run of lines in order, wrapped lines and page turns joined."""
    wide = _full_width(lines)
    columns = _column_widths(lines)
    runs: list[list[Line]] = []
    gap = False
    for line in lines:
        if not line.text.strip():
            gap = True
            continue
        width = columns.get((line.page, line.looks.column), wide)
        if not runs or _begins(runs[-1], line, gap=gap, wide=width):
            runs.append([line])
        else:
            runs[-1].append(line)
        gap = False
    return tuple(_clause(part) for run in runs for part in _parted(run))


def _column_widths(lines: Sequence[Line]) -> dict[tuple[int | None, int], int]:
    """Characters in the longest line of each narrow column, by page and column: there a full line is a short one."""
    widths: dict[tuple[int | None, int], int] = {}
    for line in lines:
        if line.looks.column:
            key = line.page, line.looks.column
            widths[key] = max(widths.get(key, 0), len(line.text))
    return widths


def _parted(run: Sequence[Line]) -> Iterator[list[Line]]:
    """A paragraph cut in front of each sentence in it that opens with the word which announces a decision."""
    part: list[Line] = []
    for line in run:
        for at, piece in enumerate(ANNOUNCED.split(line.text)):
            if at:
                yield part
                part = []
            part.append(Line(piece, line.page, line.printed))
    yield part


def _full_width(lines: Sequence[Line]) -> int:
    """Characters in a full line where the text is wrapped; 0 where each line is a paragraph."""
    lengths = sorted(len(line.text) for line in lines if line.text.strip())
    if not lengths:
        return 0
    top = lengths[int(len(lengths) * 0.9)]
    top = max(top, USUAL_WIDTH)
    return top if lengths[-1] <= WRAPPED_WIDTH or (lines[0].page is not None and top <= WRAPPED_WIDTH) else 0


def _begins(run: Sequence[Line], line: Line, *, gap: bool, wide: int) -> bool:
    """True where a line begins its own paragraph."""
    # A text without any end would be one clause, and each pattern would be tried on all of it.
    if sum(len(entry.text) for entry in run) > MAX_CLAUSE:
        return True
    text, before = line.text, run[-1].text.rstrip()
    unfinished = not ENDED_LINE.search(before)
    if _is_marked(text) or _opens(text):
        return not (unfinished and _is_rest(before, text, gap=gap))
    return _begins_unmarked(run, text, unfinished=unfinished, gap=gap, wide=wide)


def _begins_unmarked(run: Sequence[Line], text: str, *, unfinished: bool, gap: bool, wide: int) -> bool:
    """True where a line without the mark of a limb begins its own paragraph."""
    before = run[-1].text.rstrip()
    if "\t" in before:
        return not (unfinished and text[:1].islower())
    # the names below "For (5):" are of that vote, whatever capitals they have
    if VOTE_LINE.match(run[0].text) and not gap:
        return bool(AFTER_VOTE.match(text))
    if unfinished and _cuts_a_date(before, text):
        return False
    if gap or not wide:
        return not (unfinished and _goes_on(before, text))
    return _begins_close(run, text, before, unfinished=unfinished, wide=wide)


def _is_rest(before: str, text: str, *, gap: bool) -> bool:
    """True for the rest of a sentence that opens like a limb: "... at a fee of" over "(5) pounds"."""
    small = text.lstrip()[:1].islower() and _opens(text) and not gap
    return small or _runs_on(before, text)


def _cuts_a_date(before: str, text: str) -> bool:
    """True for "... on Tuesday 4" over "June 2024": a month has a capital, and begins nothing here."""
    return DAY_ENDS.search(before) is not None and MONTH_OPENS.match(text) is not None


def _goes_on(before: str, text: str) -> bool:
    """True for the rest of a sentence across an empty line: it begins small, or what stands before it is no end."""
    return text.lstrip(" *")[:1].islower() or NO_END.search(before) is not None


def _begins_close(run: Sequence[Line], text: str, before: str, *, unfinished: bool, wide: int) -> bool:
    """True where a line without a mark begins a paragraph right below another line, by how full that one is."""
    if text.isupper() and not unfinished and len(text) < WRAPPED_WIDTH // 2:
        return True
    reach = len(before) + 1 + len(text.split()[0])
    if not unfinished or _is_label(run):
        capital = text.lstrip(' *“"‘(')[:1].isupper()
        return capital and (reach < ENDED_EARLY * wide or bool(NEW_PARAGRAPH.match(text)))
    # the next word would have fitted: whoever wrote this line ended it
    return reach < FITTED * wide and text[:1].isupper() and not _is_broken(before)


def _is_broken(before: str) -> bool:
    """True for a line that was broken off: no paragraph ends with its last word."""
    return BROKEN_LINE.search(before) is not None or NO_END.search(before) is not None


def _is_label(run: Sequence[Line]) -> bool:
    """True for "RESOLVED" alone on its line: what stands below it is what was resolved."""
    before = run[-1].text.rstrip()
    return len(run) == 1 and _opens(before) and len(before) < LONGEST_LABEL


def _opens(text: str) -> bool:
    """True for a line that begins something new even where the line before has no full stop."""
    return bool(OPENERS.match(text)) or _own(text)


def _own(text: str) -> bool:
    """True where a line opens with a word that a council added for its decisions."""
    return any(form.match(text) for form in own(DECISION))


def _is_marked(text: str) -> bool:
    match = MARK.match(text)
    return bool(match and (match["mark"] or match["bullet"]) and match.end() < len(text))


def _runs_on(before: str, text: str) -> bool:
    """True where what looks like a mark is the rest of a sentence: "from 1 / April 2025", "dated / 9. It"."""
    if SENTENCE_GOES_ON.search(before) and _opens(text):
        return not (ANNOUNCES.match(text) or _own(text))
    match = MARK.match(text)
    if match is None or not NUMBER_AND_POINT.fullmatch(match["mark"] or ""):
        return False
    return NUMBER_EXPECTED.search(before) is not None


def _clause(run: Sequence[Line]) -> Clause:
    """A run of lines as one clause."""
    pieces = [line.text.strip() for line in run]
    owner = ""
    if "\t" in pieces[-1] and not NO_OWNER.match(pieces[-1].rpartition("\t")[2]):
        pieces[-1], _, owner = pieces[-1].rpartition("\t")
    text = " ".join(piece.strip() for piece in pieces)
    match = MARK.match(text)
    if match is None or not (match["mark"] or match["bullet"]):
        return Clause(text.strip(), page=run[0].page, owner=owner.strip())
    mark = (match["mark"] or "").strip()
    return Clause(text[match.end() :].strip(), mark or match["bullet"], sort_of(mark), run[0].page, owner.strip())


def sort_of(mark: str) -> str:
    """What kind of list a mark belongs to.

    "bullet" for none of the counted ones. A lone i, v or x is taken as roman.
    """
    bare = NOT_OF_A_MARK.sub("", mark).strip(".")
    if DIGITS.fullmatch(bare):
        return "digit"
    if DECIMAL.fullmatch(bare):
        return "decimal"
    if CODED.fullmatch(bare):
        return "coded"
    if ROMAN.fullmatch(bare):
        return "roman"
    if LETTER.fullmatch(bare):
        return "alpha"
    return "bullet"
