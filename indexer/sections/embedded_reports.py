"""Parts that belong to the minutes before them or after them: reports that they print, their letterhead, their end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from indexer.forms.dates import find_dates
from indexer.forms.papers.minutes import MINUTED_LABEL, MOTION_FATE, MOVED, PAGE_LABEL, PEOPLE_LINE, WHOLE_SENTENCE
from indexer.forms.words import HEARING
from indexer.reading.lines import Line
from indexer.sections.agenda import agenda_items
from indexer.sections.boundaries import Part, SectionKind, written_on

# A letterhead has no more written lines than this, and a running head with the date under it fewer still.
LETTERHEAD = 30
TITLE_LINES = 8
# An agenda has at least this many items.
MIN_ITEMS = 3


def inside_minutes(parts: Iterable[Part]) -> Iterator[Part]:
    """The parts, with a report that is printed in minutes joined to them: what was moved and carried on it stands below
    it.
    """
    open_part: Part | None = None
    for part in parts:
        # "Report of the Engineer" in minutes of a town meeting, with "Moved by Ash: that ... CARRIED" below it, would
        # cut the minutes in two, and the second half would be a report.
        if open_part and open_part.kind is SectionKind.MINUTES and _is_minuted(part):
            open_part = replace(open_part, lines=(*open_part.lines, *part.lines))
            continue
        if open_part:
            yield open_part
        open_part = part
    if open_part:
        yield open_part


def _is_minuted(part: Part) -> bool:
    """True for a report below which its motion and the fate of that are printed: "Moved by A: that ... CARRIED"."""
    return part.kind is SectionKind.REPORT and all(
        any(form.match(line.text) for line in part.lines) for form in (MOVED, MOTION_FATE)
    )


def whole_minutes(parts: Iterable[Part]) -> Iterator[Part]:
    """The parts, with minutes that came in pieces put together: a letterhead, the pages behind a running head, the
    end.
    """
    open_part: Part | None = None
    for part in parts:
        if open_part is None:
            open_part = part
        # "Town Hall, Anyport, tel. 01234" over the minutes would be a paper that says nothing.
        elif _letterhead(open_part, part):
            open_part = replace(part, lines=(*open_part.lines, *part.lines), at=open_part.at)
        # "Harbour Board - 4 June 2031" on the second page of minutes looks like the title of others.
        elif open_part.kind is SectionKind.MINUTES and (_same_sitting(open_part, part) or _end_of(part)):
            open_part = replace(open_part, lines=(*open_part.lines, *part.lines))
        else:
            yield open_part
            open_part = part
    if open_part:
        yield open_part


def minuted_page(lines: Sequence[Line]) -> bool:
    """True for a saved web page that says under "Minutes:" or "Decision:" what came of an item of its agenda."""
    written = [line.text for line in lines if line.text.strip()]
    return any(
        MINUTED_LABEL.match(text) and not PAGE_LABEL.match(after) and not HEARING.match(after)
        for text, after in pairwise(written)
    )


def _letterhead(part: Part, minutes: Part) -> bool:
    """True for the few unfinished lines over minutes: names, an address, a telephone number, a title; no business."""
    written = [line.text for line in part.lines if line.text.strip()]
    # A cover page is a paper: only what stands on the page of the minutes can be their letterhead.
    same_page = {line.page for line in part.lines} == {minutes.lines[0].page}
    return (
        part.kind is SectionKind.UNKNOWN
        and minutes.kind is SectionKind.MINUTES
        and same_page
        and not part.mark
        and len(written) <= LETTERHEAD
        and sum(bool(WHOLE_SENTENCE.search(text)) for text in written) <= 2
    )


def _same_sitting(minutes: Part, part: Part) -> bool:
    """True for minutes that only go on behind a running head: they name the day that runs already, and nobody
    present.
    """
    if part.kind is not SectionKind.MINUTES or part.mark or minutes.mark:
        return False
    head = list(written_on(part.lines, 0, TITLE_LINES))
    days = {found.day for text in head for found in find_dates(text)}
    # Minutes of the same day of another body begin with who was present at it.
    return bool(days & _days(minutes.lines)) and not any(PEOPLE_LINE.match(text) for text in head)


def _days(lines: Sequence[Line]) -> set[object]:
    """The days named in the head of minutes."""
    return {found.day for text in written_on(lines, 0, 2 * TITLE_LINES) for found in find_dates(text)}


def _end_of(part: Part) -> bool:
    """True for what was taken for an agenda behind minutes and lists hardly an item: their last lines."""
    few = sum(bool(line.text.strip()) for line in part.lines) <= LETTERHEAD
    return part.kind is SectionKind.FRONT_SHEET and few and not part.mark and len(agenda_items(part.lines)) < MIN_ITEMS
