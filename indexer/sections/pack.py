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
        # An agenda lists "Apologies" once; a second front sheet so close behind is the same one.
        if at - found < 200:
            continue
        titled = _titles_agenda(line.text, on_top=at < TOP_LINES)
        openings = _openings_at(lines, at, titled=titled) if titled or AGENDA_OPENING.match(line.text) else None
        if openings is not None and (titled or openings >= 2):
            # Without pages the sheet begins with the paper, unless it stands well inside it.
            start = pages[at] if line.page is not None else (0 if at < 80 else heading_above(lines, at, 6, 0))
            yield Head(start, SectionKind.FRONT_SHEET, 3.0 + min(openings, 3))
            found = at


def _openings_at(lines: Sequence[Line], at: int, *, titled: bool) -> int | None:
    """How many of the items with which agendas open stand below a line on its page; None where it is in minutes."""
    page = lines[at].page
    ahead = [entry.text for entry in lines[at : at + 60] if entry.page == page]
    if titled:  # minutes may follow close behind a short agenda
        ahead = list(takewhile(lambda text: not PRESENT.match(text), ahead))
    above = [entry.text for entry in lines[max(0, at - 30) : at] if entry.page == page]
    return None if _are_minutes(above, ahead, titled=titled) else sum(map(bool, map(AGENDA_OPENING.match, ahead)))


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
        if not _opens_report(line.text):
            continue
        paged = line.page is not None
        # Two short reports may follow each other page by page; two labels on one page are of one report.
        turned = paged and last >= 0 and pages[at] > pages[last]
        if at - last < 2 * LABELS_WITHIN and not turned:
            continue
        start = heading_above(lines, at, REPORT_HEAD, pages[at] if paged else 0)
        weight = _weight(lines, start, at, on_top=paged and at - pages[at] <= REPORT_HEAD // 2)
        if weight >= 3:
            yield Head(start, SectionKind.REPORT, weight, _item_in(lines[start:at]))
            last = at


def _item_in(head: Sequence[Line]) -> str:
    """The item that the label over a report names."""
    labels = (ITEM_LABEL.search(entry.text) for entry in head)
    return next((label[1] for label in labels if label), "")


def _opens_report(text: str) -> bool:
    """True for a label that only reports have, and for "Report of the Director"."""
    return bool(STRONG_LABEL.match(text) or (REPORT_OF.match(text) and len(text) < 2 * MAX_HEADING))


def _weight(lines: Sequence[Line], start: int, at: int, *, on_top: bool) -> float:
    """How surely a report begins above a strong label: by the labels below it, a date and its place on the page."""
    near = list(written_on(lines, at + 1, LABELS_WITHIN))
    labels = sum(bool(REPORT_LABEL.match(text) or STRONG_LABEL.match(text)) for text in near)
    dated = any(find_dates(text) for text in [*(entry.text for entry in lines[start : at + 1]), *near[:6]])
    return 1.5 + min(labels, 4) * 0.8 + 0.7 * dated + 0.8 * on_top


def stamps(lines: Sequence[Line], pages: Sequence[int]) -> Iterator[Head]:
    """Stamps "Agenda Item 6": the page opens the papers of that item, whatever their kind."""
    for at, line in enumerate(lines):
        if match := STAMP.match(line.text):
            start = pages[at] if line.page is not None else heading_above(lines, at, STAMP_HEAD, 0)
            yield Head(start, SectionKind.UNKNOWN, 2.0, match[1])
