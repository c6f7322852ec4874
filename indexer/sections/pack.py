"""Where the frame of a pack begins: its front sheet, minutes, reports, and the stamps that number its items."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from indexer.forms.dates import find_dates
from indexer.forms.papers.headings import AGENDA_OPENING
from indexer.forms.papers.minutes import PRESENT
from indexer.forms.papers.packs import (
    AGENDA_TABLE_HEAD,
    AGENDA_TITLE,
    DECIDED_LINE,
    ITEM_LABEL,
    NAMED_AGENDA,
    REPORT_LABEL,
    REPORT_OF,
    STRONG_LABEL,
)
from indexer.forms.words import STAMP
from indexer.reading.lines import Line
from indexer.sections.boundaries import MAX_HEADING, Head, SectionKind, heading_above, written_on

# How far above the labels of a report or a stamp its heading can begin (written lines).
REPORT_HEAD = 8
STAMP_HEAD = 5
# Labels of a report stand within this many written lines of each other.
LABELS_WITHIN = 14
# The lines at the top of a file in which its own title stands.
TOP_LINES = 8


def front_sheets(lines: Sequence[Line], pages: Sequence[int]) -> Iterator[Head]:
    """Front sheets: the word "Agenda" over, or two of, the items with which every agenda opens."""
    found = -1000
    for at, line in enumerate(lines):
        if at - found < 200:
            continue
        titled = _titles_agenda(line.text, on_top=at < TOP_LINES)
        if not titled and not AGENDA_OPENING.match(line.text):
            continue
        ahead = [entry.text for entry in lines[at : at + 60] if entry.page == line.page]
        if titled:  # minutes may follow close behind a short agenda
            ahead = list(takewhile(lambda text: not PRESENT.match(text), ahead))
        above = [entry.text for entry in lines[max(0, at - 30) : at] if entry.page == line.page]
        openings = sum(bool(AGENDA_OPENING.match(text)) for text in ahead)
        if (titled or openings >= 2) and not _are_minutes(above, ahead, titled=titled):
            start = pages[at] if line.page is not None else (0 if at < 80 else heading_above(lines, at, 6, 0))
            yield Head(start, SectionKind.FRONT_SHEET, 3.0 + min(openings, 3))
            found = at


def _titles_agenda(text: str, *, on_top: bool) -> bool:
    """True for the title of an agenda (with its body only at the top of a file), or the head of its table."""
    named = on_top and NAMED_AGENDA.match(text)
    return bool(AGENDA_TITLE.match(text) or AGENDA_TABLE_HEAD.match(text) or named)


def _are_minutes(above: Sequence[str], ahead: Sequence[str], *, titled: bool) -> bool:
    """True where what looks like an agenda decides or discusses something, or says who was there."""
    if any(DECIDED_LINE.match(text) for text in ahead[:25]):
        return True
    if titled:
        return False
    here = any(PRESENT.match(text) or DECIDED_LINE.match(text) for text in [*above, *ahead])
    return here or any(len(text) > 300 for text in ahead[:25])


def reports(lines: Sequence[Line], pages: Sequence[int]) -> Iterator[Head]:
    """Reports: two labels or more of the usual front page, one of them a strong one."""
    last = -100
    for at, line in enumerate(lines):
        strong = STRONG_LABEL.match(line.text) or (REPORT_OF.match(line.text) and len(line.text) < 2 * MAX_HEADING)
        turned = line.page is not None and last >= 0 and pages[at] > pages[last]
        if not strong or (at - last < 2 * LABELS_WITHIN and not turned):
            continue
        near = list(written_on(lines, at + 1, LABELS_WITHIN))
        labels = sum(bool(REPORT_LABEL.match(text) or STRONG_LABEL.match(text)) for text in near)
        floor = pages[at] if line.page is not None else 0
        start = heading_above(lines, at, REPORT_HEAD, floor)
        head = [entry.text for entry in lines[start:at]]
        dated = any(find_dates(text) for text in [*head, line.text, *near[:6]])
        on_top = line.page is not None and at - pages[at] <= REPORT_HEAD // 2
        weight = 1.5 + min(labels, 4) * 0.8 + 0.7 * dated + 0.8 * on_top
        if weight >= 3:
            item = next((m[1] for text in head if (m := ITEM_LABEL.search(text))), "")
            yield Head(start, SectionKind.REPORT, weight, item)
            last = at


def stamps(lines: Sequence[Line], pages: Sequence[int]) -> Iterator[Head]:
    """Stamps "Agenda Item 6": the page opens the papers of that item, whatever their kind."""
    for at, line in enumerate(lines):
        if match := STAMP.match(line.text):
            start = pages[at] if line.page is not None else heading_above(lines, at, STAMP_HEAD, 0)
            yield Head(start, SectionKind.UNKNOWN, 2.0, match[1])
