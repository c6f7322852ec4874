"""The date of a meeting: every date at the head of a stretch is a candidate, and what stands beside it is its
evidence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from enum import IntEnum

from indexer.forms.dates import FoundDate, day_without_year, find_dates
from indexer.forms.papers.meeting_dates import (
    AGAINST,
    CUT_IN_A_DATE,
    DATE_LABEL_ALONE,
    FIRST_ITEM,
    FOR,
    FOUR_WORDS,
    NEXT_MEETING_ALONE,
    OF_A_MEETING,
    OTHER_DATE,
    PEOPLE,
    PREVIOUS,
    SIGNED,
    Evidence,
)
from indexer.forms.papers.meeting_heads import LABEL_WITH_COLON

# A line longer than this without a full stop may run on into the next.
RUNS_ON = 30
# Words this many characters after a date still say what the date is.
NEAR = 40
# Words this many characters before a date say so in a line that holds a whole paragraph.
BEFORE = 160
# A date must score more than this to be taken; in a report, where many dates are not the meeting's, more than LABELLED.
LEAST = -2.0
LABELLED = 0.9
# A date loses this much for every line that it stands further down.
DEPTH_COST = 0.1
# What a date gains if its line has little besides, and loses if it is another's, an item's or inside a sentence.
ONLY_DATE_WORTH = 3.0
OTHER_DATE_COST = 4.0
ITEM_DATE_COST = 4.0
SENTENCE_COST = 4.0


class Trust(IntEnum):
    """How far the head of a stretch can be trusted to name its own meeting."""

    NAME = 0  # only for the organisation: an appendix is full of other people's dates
    LABEL = 1  # a report: dates behind a label, or alone on a line
    HEADING = 2  # a front sheet: any date that fits
    MINUTES = 3  # minutes: their own heading, which calls itself minutes


def date_of(head: Sequence[str], trust: Trust, years: Sequence[int] = ()) -> date | None:
    """The date of the meeting, chosen among the dates of a head by what stands beside them.

    None where none is good enough.

    `years` are those that the paper's name gives, for a heading that leaves the year out.
    """
    weights = (*FOR, *AGAINST, SIGNED, *(() if trust is Trust.MINUTES else (PREVIOUS,)))
    begun = _begun(head) if trust is Trust.MINUTES else len(head)
    best: tuple[float, date | None] = (LABELLED if trust is Trust.LABEL else LEAST, None)
    for at, text in enumerate(head):
        before = _line_before(head, at)
        for found in _candidates(before, text, years):
            worth = _worth(before, text, found, weights) - at * DEPTH_COST - (ITEM_DATE_COST if at >= begun else 0)
            worth -= SENTENCE_COST if trust is Trust.LABEL and _of_another_day(before, text, found) else 0
            if worth > best[0]:
                best = (worth, found.day)
    return best[1]


def _begun(head: Sequence[str]) -> int:
    """Where the heading of minutes has ended: at their first item, or after the first line on who was there."""
    return next(
        (at for at, text in enumerate(head) if FIRST_ITEM.match(text) or (at and PEOPLE.search(text))), len(head)
    )


def _line_before(head: Sequence[str], at: int) -> str:
    """The line above one, where the two belong together: a sentence that runs on, a date cut in two, a label alone."""
    above = head[at - 1] if at else ""
    if not above and at > 1 and _waits_for_date(head[at - 2]):
        # "Date:" over an empty line over "4 June 2024"
        above = head[at - 2]
    # "The next meeting of the Harbour Board will be held in the Town Hall on" over "4 June 2031": the date is the next
    # one.
    runs_on = len(above) > RUNS_ON and not above.endswith((".", ":")) and not LABEL_WITH_COLON.match(head[at])
    return above if runs_on or _waits_for_date(above) or NEXT_MEETING_ALONE.match(above) else ""


def _waits_for_date(text: str) -> bool:
    """True for "Date of meeting:" and for "Tuesday 4 June": the line below ends what it begins."""
    return bool(CUT_IN_A_DATE.search(text) or DATE_LABEL_ALONE.match(text))


def _candidates(before: str, text: str, years: Sequence[int]) -> Iterator[FoundDate]:
    """The dates that end in a line, also where they begin in the line before.

    One without a year where there is no other.
    """
    found = [one for one in find_dates(f"{before} {text}".strip()) if one.end > len(before)]
    yield from found
    if (
        not found
        and years
        and (guess := day_without_year(f"{before} {text}".strip(), years))
        and guess.end > len(before)
    ):
        yield guess


def _worth(before: str, text: str, found: FoundDate, weights: Sequence[Evidence]) -> float:
    """What the evidence beside a date adds up to."""
    whole = f"{before} {text}".strip()
    near = whole[max(0, found.start - BEFORE) if found.start > 2 * BEFORE else 0 : found.end + NEAR]
    worth = sum(evidence.worth for evidence in weights if evidence.form.search(near))
    worth -= OTHER_DATE_COST if OTHER_DATE.search(whole[: found.start]) else 0
    line = whole if found.start < len(before) else text
    if len(line) - (found.end - found.start) <= NEAR and not FOUR_WORDS.search(line):
        worth += ONLY_DATE_WORTH
    return worth


def _of_another_day(before: str, text: str, found: FoundDate) -> bool:
    """True for a day in a sentence of a report that says nothing of a meeting: "be opened on 1 May"."""
    whole = f"{before} {text}".strip()
    return bool(FOUR_WORDS.search(whole[: found.start])) and not OF_A_MEETING.search(whole[: found.end + NEAR])
