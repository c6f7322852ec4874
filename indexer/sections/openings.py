"""Where minutes open: an attendance list, a title with a date, a body and its day, a hearing on the page of an item."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from indexer.forms.dates import find_dates
from indexer.forms.papers.minutes import (
    BODY_AND_DAY,
    BODY_MET,
    BUSINESS,
    HEARING_OF,
    IN_CHAIR,
    MINUTED_LABEL_ALONE,
    MINUTES_IN_ANY_FORM,
    MINUTES_TITLE,
    NUMBER_ALONE,
    PRESENT,
)
from indexer.reading.lines import Line
from indexer.sections.boundaries import MAX_HEADING, Head, SectionKind, heading_above, written_on
from indexer.sections.manner import likely_kind

# How far above an attendance list its heading can begin (written lines).
MINUTES_HEAD = 14
# The title of minutes runs over this many written lines behind its first: whose meeting, of what kind, when.
TITLE_LINES = 5
# So many lines behind a title show in what manner it goes on, and how sure that must be.
MANNER_LINES = 80
SURE = 0.6
# Who was there stands this many written lines below the title of minutes.
PEOPLE_WITHIN = 12
# Signals that add up to this open minutes.
ENOUGH = 4.0
HEARING_WEIGHT = 6.0


def minutes(lines: Sequence[Line], pages: Sequence[int]) -> Iterator[Head]:
    """Minutes: an attendance list under a heading with a date, or a title that the manner of what follows supports."""
    last, days = -100, set[date]()
    for at, line in enumerate(lines):
        present = _names_people(line.text)
        if HEARING_OF.match(line.text):
            opening = _hearing(lines, at)
        # Most lines are neither, and are passed over before anything dear is looked at.
        elif not present and not _titled(lines, at):
            continue
        elif at - last < 3 * MINUTES_HEAD and not _done_since(lines, last, at):
            # "Present:" below the title is of the same minutes
            last = at if present else last
            continue
        else:
            opening = _opening(lines, pages, at, days, present=present)
        if opening:
            head, days = opening
            yield head
            last = at


def _hearing(lines: Sequence[Line], at: int) -> tuple[Head, set[date]] | None:
    """The beginning of the minutes of a hearing, with its days; None where only its title stands."""
    if not _heard(lines, at):
        return None
    return Head(at, SectionKind.MINUTES, HEARING_WEIGHT), {found.day for found in find_dates(lines[at].text)}


def _opening(
    lines: Sequence[Line], pages: Sequence[int], at: int, days: set[date], *, present: bool
) -> tuple[Head, set[date]] | None:
    """The beginning of minutes at a title or a list of those present, with their days; None without a date."""
    start = heading_above(lines, at, MINUTES_HEAD, pages[at] if lines[at].page is not None else 0)
    head = [entry.text for entry in lines[start : at + 1]]
    near = [*head, *written_on(lines, at + 1, 3 if present else TITLE_LINES)]
    named = {found.day for found in find_dates(" ".join(near))}
    # "Minutes of 4 June, continued" at the top of page 2 opens no second minutes.
    if not named or (not present and _of_open_minutes(lines, at, named, days)):
        return None
    weight = _weight(lines, at, head, present)
    # "Minutes of 4 June (Pages 3 - 8)" is the entry of an agenda
    if weight < ENOUGH or "(pages" in "\n".join(near).lower():
        return None
    return Head(start, SectionKind.MINUTES, weight), named


def _names_people(text: str) -> bool:
    """True for a line that opens the list of who was there, or says who took the chair."""
    return bool(PRESENT.match(text) or (IN_CHAIR.search(text) and len(text) < MAX_HEADING) or BODY_MET.match(text))


def _titled(lines: Sequence[Line], at: int) -> bool:
    """True for a line that can be the title of minutes, and is not the title of an item in some."""
    text = lines[at].text
    titled = MINUTES_TITLE.search(text) or BODY_AND_DAY.match(text)
    return (
        bool(titled)
        and len(text) < 2 * MAX_HEADING
        and not MINUTED_LABEL_ALONE.match(text)
        and not _under_number(lines, at)
    )


def _heard(lines: Sequence[Line], at: int) -> bool:
    """True where what a page tells of a hearing was minuted, and does not only stand on its agenda."""
    until = next((i for i in range(at + 1, len(lines)) if HEARING_OF.match(lines[i].text)), len(lines))
    return any(MINUTED_LABEL_ALONE.match(line.text) for line in lines[at:until]) or _told(lines[at:until])


def _told(lines: Sequence[Line]) -> bool:
    """True for lines that are surely written like minutes."""
    kind, share = likely_kind(lines[:MANNER_LINES])
    return kind is SectionKind.MINUTES and share >= SURE


def _of_open_minutes(lines: Sequence[Line], at: int, named: set[date], days: set[date]) -> bool:
    """True for a title that minutes which are open print themselves: their running head, the approval of earlier
    ones.
    """
    if named <= days or BODY_AND_DAY.match(lines[at].text):
        return named <= days
    people = any(PRESENT.match(text) for text in written_on(lines, at + 1, PEOPLE_WITHIN))
    return bool(days) and max(named) < min(days) and not people


def _weight(lines: Sequence[Line], at: int, head: Sequence[str], present: bool) -> float:
    """What the signals around a line that may open minutes add up to; a date is always among them."""
    business = sum(bool(BUSINESS.match(part)) for part in written_on(lines, at + 1, 60))
    says_minutes = any(MINUTES_IN_ANY_FORM.search(part) for part in head)
    told = not present and _told(lines[at:])
    return 2.0 * present + 1.5 + 1.5 * says_minutes + min(business, 3) * 0.5 + 2.0 * told


def _under_number(lines: Sequence[Line], at: int) -> bool:
    """True for a line right under a number alone on its own: the title of an item, not of minutes."""
    above = next((line.text for line in reversed(lines[max(0, at - 3) : at]) if line.text.strip()), "")
    return NUMBER_ALONE.fullmatch(above) is not None


def _done_since(lines: Sequence[Line], last: int, at: int) -> bool:
    """True where business was done between two attendance lists, so that the second opens further minutes."""
    return sum(bool(BUSINESS.match(line.text) and not PRESENT.match(line.text)) for line in lines[last + 1 : at]) >= 2
