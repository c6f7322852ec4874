"""Due: the day by which something is to be done, where a paper prints it well enough to be sure.

due_day(text, said_on)  -> the day, None where there is none
due_in(sentence)        -> the words of a sentence that name the day, "" for none
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from indexer.forms.dates import find_dates
from indexer.forms.minutes.actions import DUE_BY, DUE_MONTH, DUE_WHEN_BROUGHT, NO_END
from indexer.forms.words import MONTH_NAMES

_NUMBERS = {name: number for number, name in enumerate(MONTH_NAMES.split("|"), 1)}


def due_in(sentence: str) -> str:
    """The words of a sentence that name the day by which something is to be done, "" for none."""
    match = DUE_BY.search(sentence) or DUE_WHEN_BROUGHT.search(sentence)
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
    for match in DUE_MONTH.finditer(text):
        month = _NUMBERS[match["month"]]
        # "by March", said in March, may mean the next one: the later day makes nobody late who is not.
        year = int(match["year"]) if match["year"] else said_on.year + (month <= said_on.month)
        last = monthrange(year, month)[1]
        yield date(year, month, min(int(match["day"] or last), last))
