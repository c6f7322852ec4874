"""Timeline: steps in; where each stands on a drawing that is to scale by date, one lane a body, out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.matters.steps import Step

NEAREST = 0.035
"""Share of the width that two marks of one row must be apart, or they would cover each other."""

MOST_TICKS = 8
MARGIN = timedelta(days=20)
"""What the scale shows before the first step and after the last, so that no mark stands on its edge."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A step: its number among the steps, its place from left to right (0 to 1), and the row of its lane."""

    step: int
    at: float
    row: int


@dataclass(frozen=True, slots=True)
class Lane:
    """A body with its marks, and into how many rows they had to be parted."""

    organisation: str
    body: str
    marks: tuple[Mark, ...]
    rows: int


@dataclass(frozen=True, slots=True)
class Tick:
    """A date on the scale: where it is, and what is written there."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """The lanes, in the order in which the bodies first took the matter up, and the ticks of their common scale."""

    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]


def timeline_of(steps: Sequence[Step]) -> Timeline:
    """The timeline of steps in the order of their dates; steps without a date are left out."""
    days = [step.held_on for step in steps if step.held_on]
    if not days:
        return Timeline((), ())
    first, last = min(days) - MARGIN, max(days) + MARGIN
    placed: dict[tuple[str, str], list[tuple[int, float]]] = {}
    for number, step in enumerate(steps):
        if step.held_on:
            key = (step.meeting.organisation, step.meeting.body)
            placed.setdefault(key, []).append((number, _at(step.held_on, first, last)))
    lanes = tuple(_lane(*key, marks) for key, marks in placed.items())
    return Timeline(lanes, tuple(_ticks(first, last)))


def _lane(organisation: str, body: str, placed: Sequence[tuple[int, float]]) -> Lane:
    """The marks of a body, each in the first row in which it covers none before it."""
    ends: list[float] = []
    marks = []
    for number, at in placed:
        row = next((n for n, end in enumerate(ends) if at - end >= NEAREST), len(ends))
        ends[row : row + 1] = [at]
        marks.append(Mark(number, at, row))
    return Lane(organisation, body, tuple(marks), len(ends))


def _at(day: date, first: date, last: date) -> float:
    return round((day - first).days / (last - first).days, 4)


def _ticks(first: date, last: date) -> list[Tick]:
    """The first days of months at an even distance, as many as can be read beside each other."""
    months = range(first.year * 12 + first.month, last.year * 12 + last.month)
    step = next(n for n in (1, 2, 3, 6, 12, 24, 60, 120, 1200) if len(months) <= n * MOST_TICKS)
    starts = [date(m // 12, m % 12 + 1, 1) for m in months if m % 12 % min(step, 12) == 0]
    if step > 12:
        starts = [day for day in starts if day.year % (step // 12) == 0]
    return [Tick(_at(day, first, last), f"{day:%b %Y}") for day in starts]
