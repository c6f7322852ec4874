"""Due: the day by which something is to be done, where a paper prints it well enough to be sure.

due_day(text, said_on)  -> date | None
due_in(sentence)        -> the words of a sentence that name the day, "" for none
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from indexer.forms.dates import find_dates
from indexer.forms.form import cased, form
from indexer.forms.words import MONTH_NAMES

MONTH = cased(
    "month that is due",
    rf"(?:\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?)?\b(?P<month>{MONTH_NAMES})\b(?:,? (?P<year>(?:19|20)\d\d)\b)?",
    "the end of May 2031",
    "it may be late",
)
NO_END = form(
    "a day that ends nothing",
    r"\b(?:from|after|since|onwards?|not before|raised|begin\w*|start\w*|commenc\w*)\b",
    "from 1 June 2031",
    "by 1 June 2031",
)
"""Beside a date: the day on which something begins, or was raised."""

BY = form(
    "by when",
    rf"\b(?:by|before|(?:no|not) later than) (?P<when>(?:the )?(?:end of )?(?:\d{{1,2}}(?:st|nd|rd|th)? (?:of )?)?(?:{MONTH_NAMES})\b(?:,? (?:19|20)\d\d\b)?)",
    "Jo Ash to write by the end of May 2031",
    "Jo Ash to write in her own time",
)
BROUGHT = form(
    "when it is brought",
    r"\b(?:brought|submitted|presented|reported|provided|come|return(?:ed)?|requ(?:ire|est)(?:s|ed)?)\b[^.;:]{0,60}?\b(?:in|at|by|for) "
    rf"(?P<when>(?:the )?(?:end of )?(?:{MONTH_NAMES}) (?:19|20)\d\d\b)",
    "a report be brought to the Cabinet in May 2031",
    "the report on May 2031 was brought",
)
"""Only with its year: "in May" may be said of the past."""

_NUMBERS = {name: number for number, name in enumerate(MONTH_NAMES.split("|"), 1)}


def due_in(sentence: str) -> str:
    """The words of a sentence that name the day by which something is to be done, "" for none."""
    match = BY.search(sentence) or BROUGHT.search(sentence)
    return match["when"] if match else ""


def due_day(text: str, said_on: date | None) -> date | None:
    """The last day that the words of a deadline allow, None where they name none for sure.

    A month is allowed to its end. A day without a year is the first after `said_on` that it can be; of several days
    the last counts.
    """
    if said_on is None or NO_END.search(text):
        return None
    return max([*(one.day for one in find_dates(text)), *_of_months(text, said_on)], default=None)


def _of_months(text: str, said_on: date) -> Iterator[date]:
    for match in MONTH.finditer(text):
        month = _NUMBERS[match["month"]]
        # "by March", said in March, may mean the next one: the later day makes nobody late who is not.
        year = int(match["year"]) if match["year"] else said_on.year + (month <= said_on.month)
        last = monthrange(year, month)[1]
        yield date(year, month, min(int(match["day"] or last), last))
