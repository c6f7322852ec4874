"""Head: a signal that a section begins at a line of a paper, and how the lines around it are looked at.

Part: what begins.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from indexer.forms.dates import find_dates
from indexer.forms.papers.headings import AGENDA_OPENING, CLOSING_LINE, ENDED, LABEL_CELL, TITLE_OF_MINUTES
from indexer.reading.lines import Line

# A heading is no longer than this.
MAX_HEADING = 100


# A line of a heading is no longer than this, where it wraps: what is longer is prose.
LONGEST_HEADING = 160


class SectionKind(StrEnum):
    """What a stretch of a paper is; UNKNOWN when the signals do not agree."""

    FRONT_SHEET = "front_sheet"
    MINUTES = "minutes"
    REPORT = "report"
    APPENDIX = "appendix"
    ACTION_LOG = "action_log"
    FORWARD_PLAN = "forward_plan"
    PRESENTATION = "presentation"
    DECISION_RECORD = "decision_record"
    PROPOSED_DECISION_RECORD = "proposed_decision_record"
    EXEMPT = "exempt"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Head:
    """A signal that a section of a kind begins at the line with index `at`; heads close together add their weights."""

    at: int
    kind: SectionKind
    weight: float
    item: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of lines with what its signals say, before its meeting is known.

    `at` is the index of its first line, `natural` the kind that it would have without a mark on it, `stamp` the item
    that is printed on it, `mark` the form of the mark under which it stands ("" for none).
    """

    lines: tuple[Line, ...]
    kind: SectionKind
    item: str
    at: int = 0
    natural: SectionKind = SectionKind.UNKNOWN
    stamp: str = ""
    mark: str = ""


def page_starts(lines: Sequence[Line]) -> list[int]:
    """For each line the index of the first line of its page; 0 everywhere in a text without pages."""
    starts: list[int] = []
    for at, line in enumerate(lines):
        same = at > 0 and line.page == lines[at - 1].page
        starts.append(starts[-1] if same else at)
    return starts


def written_back(lines: Sequence[Line], at: int, count: int, floor: int) -> Iterator[int]:
    """The indexes of up to `count` written lines above a line, nearest first, not below `floor`."""
    for index in range(at - 1, floor - 1, -1):
        if lines[index].text.strip():
            yield index
            count -= 1
            if not count:
                return


def written_on(lines: Sequence[Line], at: int, count: int) -> Iterator[str]:
    """Up to `count` written lines from a line on."""
    for line in lines[at : at + 3 * count]:
        if line.text.strip():
            yield line.text
            count -= 1
            if not count:
                return


def heading_above(lines: Sequence[Line], at: int, count: int, floor: int) -> int:
    """The index where the run of short, unfinished lines above a line begins."""
    start = at
    for index in written_back(lines, at, count, floor):
        if not _may_head(lines, index, floor):
            break
        start = index
    return start


def _may_head(lines: Sequence[Line], at: int, floor: int) -> bool:
    """True for a line that can belong to a heading: short, unfinished, no entry of a list and no row of a table."""
    text = lines[at].text.strip()
    # "Minutes of the meeting of the Harbour Board held at the Town Hall ..." runs on longer than any other heading.
    if (len(text) > LONGEST_HEADING and not TITLE_OF_MINUTES.match(text)) or _closing(text):
        return False
    # "1. Apologies" above a report on the same page belongs to the agenda that ends there.
    if text[:1] in "-•·" or AGENDA_OPENING.match(text) or _is_row(lines[at].text):
        return False
    # "Tuesday 4 June 2024." ends in a full stop, and heads the minutes below it nevertheless
    return not (ENDED.search(text) or text.endswith("]")) or _is_dated(lines, at, floor)


def _is_dated(lines: Sequence[Line], at: int, floor: int) -> bool:
    """True for a line with a date in it, or with the end of one that begins in the line above."""
    text = lines[at].text.strip()
    # "Tuesday 4 June" over "2031." is one date, and its second line the end of a heading.
    return bool(find_dates(text) or (at > floor and find_dates(f"{lines[at - 1].text} {text}")))


def _is_row(text: str) -> bool:
    """True for a row of a table: an empty first cell, a number alone in it, or more cells than a heading is laid out
    in.
    """
    cells = text.split("\t")
    written = sum(bool(cell.strip()) for cell in cells)
    return (
        len(cells) > 1
        and written > 0
        and not LABEL_CELL.match(text)
        and (not cells[0].strip() or cells[0].strip().isdigit() or written > 2)
    )


def _closing(text: str) -> bool:
    """True for the last words of the section before: who signed, when the next meeting is, whom to ask."""
    return bool(CLOSING_LINE.search(text))
