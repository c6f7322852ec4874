"""Logs: what logs and later minutes say of an action, and the row of a log that is of a request."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from app.matters.ledger import Quote
from app.matters.undertakings.own_words import own_words
from app.matters.undertakings.tracked import Status
from corpus.papers import Meeting
from indexer.findings.actions import Action
from indexer.forms.dates import find_dates
from indexer.forms.minutes.actions import BROUGHT_BACK, FINISHED, FINISHED_LATE, SAID_FINISHED
from indexer.forms.subjects import MONTH
from indexer.linking.due import due_day
from indexer.linking.followed_actions import Followed, LogRow, followed

SAME_ACTION = 0.75
"""Share of telling words from which on a later mention is of the same action, and not of one much like it."""

HALF, SEVERAL = 0.5, 2
"""What a row of a log must share of its words with what was raised on that day; fewest words where the row gives
only the month."""


def quote_of(action: Action) -> Quote:
    """The words of an action and where they stand."""
    return Quote(action.section, action.text, action.page, action.item)


def chains(actions: Iterable[Action]) -> Iterator[Followed]:
    """Each action with the later mentions that are surely of it; those that are only like it follow by themselves."""
    for chain in followed(actions):
        same = [one for one in chain.later if _same(chain.action, one)]
        yield Followed(chain.action, tuple(same))
        if rest := [one for one in chain.later if one not in same]:
            yield from chains(rest)


def _same(first: Action, later: Action) -> bool:
    """True for nearly the same own words, and no other owner."""
    mine, theirs = own_words(first.text), own_words(later.text)
    owners = own_words(first.owner), own_words(later.owner)
    alike = 2 * len(mine & theirs) >= SAME_ACTION * (len(mine) + len(theirs)) > 0
    return alike and (not all(owners) or bool(owners[0] & owners[1]))


def became_in(mentions: Sequence[Action]) -> tuple[Status, Quote] | None:
    """What the last mention that says something makes of an action, with its words; None where none does."""
    first = mentions[0]
    after = [one for one in mentions[::-1] if _day(one) > _day(first)]
    for one in after:
        if SAID_FINISHED.search(one.text):
            return Status.DONE, quote_of(one)
    for one in mentions[::-1]:
        if one.status:
            return _status_of(one.status), replace(quote_of(one), text=one.status)
    return (Status.RAISED, quote_of(after[0])) if after else None


def _status_of(status: str) -> Status:
    """What the words of a log say of an action; whatever does not surely say that it is finished leaves it open."""
    if FINISHED.search(status) or FINISHED_LATE.search(status):
        return Status.DONE
    return Status.REPORTED if BROUGHT_BACK.search(status) else Status.RAISED


def _day(one: Action) -> date:
    return one.section.meeting.held_on or date.min


def rows_of(asked: Quote, due_on: date | None, rows: Iterable[LogRow]) -> list[LogRow]:
    """The rows of later logs that are surely of something: raised when it was, in its words; the earliest log first.

    Of several rows of one log only the most like it, and none where two are equally like it.
    """
    by_log: dict[date, list[tuple[float, LogRow]]] = {}
    for row in rows:
        if fit := _fit(asked, due_on, row):
            by_log.setdefault(_day(row), []).append((fit, row))
    return [row for _, fits in sorted(by_log.items()) for row in _best_of(fits)]


def _best_of(fits: Sequence[tuple[float, LogRow]]) -> list[LogRow]:
    best = max(fit for fit, _ in fits)
    same = [row for fit, row in fits if fit == best]
    return same if len({row.text for row in same}) == 1 else []


def _fit(asked: Quote, due_on: date | None, row: LogRow) -> float:
    """How much of the words of a row are those of something that was raised when the row says, 0 to 1."""
    made = asked.section.meeting
    if not _may_follow(row, made):
        return 0.0
    mine, theirs = own_words(asked.text), own_words(row.text)
    share, least = len(mine & theirs) / (len(theirs) or 1), HALF
    if not _says_the_meeting(row, made):
        least = 1.0 if len(theirs) >= SEVERAL and _says_the_month(row, made) else 2.0
    elif not theirs and due_on and due_day(row.deadline, made.held_on) == due_on:
        # "Further report" has no words to tell it by: the day by which it is due does
        share = HALF
    return share if share >= least else 0.0


def _may_follow(row: LogRow, made: Meeting) -> bool:
    """True for a row with a state and a beginning, in a log of the same organisation after a meeting."""
    log = row.section.meeting
    later = made.held_on is not None and log.organisation == made.organisation and _day(row) > made.held_on
    return bool(row.raised and row.status and later)


def _says_the_month(row: LogRow, made: Meeting) -> bool:
    """True where a row names the month of a meeting, and no day."""
    months = [f"{month} {year}" for month, year in MONTH.findall(row.raised)]
    return f"{made.held_on:%B %Y}" in months and not find_dates(row.raised)


def _says_the_meeting(row: LogRow, made: Meeting) -> bool:
    """True where a row names the day of a meeting, and no other body."""
    dates = [one for one in find_dates(row.raised) if one.day == made.held_on]
    if not dates:
        return False
    rest = f"{row.raised[: dates[0].start]}{row.raised[dates[0].end :]}".strip(" ,;:–-()").casefold()
    return made.body.casefold() in rest if rest else row.section.meeting.body == made.body
