"""The timeline: to scale by date, a lane a body, no mark over another."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from app.matters.steps import Step, StepKind
from app.matters.timeline import NEAREST, timeline_of
from corpus.papers import Meeting


def step(day: date | None, body: str = "Cabinet") -> Step:
    return Step(StepKind.DECIDED, Meeting("Brambleford Borough Council", body, day), "Ferry House", ())


def test_a_step_halfway_between_two_stands_halfway() -> None:
    (lane,) = timeline_of([step(date(2024, 1, 1)), step(date(2024, 7, 1)), step(date(2024, 12, 30))]).lanes
    first, middle, last = (mark.at for mark in lane.marks)
    assert abs((first + last) / 2 - middle) < 0.001
    assert 0 < first < last < 1


def test_steps_of_one_day_stand_below_each_other() -> None:
    (lane,) = timeline_of([step(date(2024, 1, 1)), step(date(2024, 1, 1)), step(date(2024, 12, 1))]).lanes
    assert [mark.row for mark in lane.marks] == [0, 1, 0]
    assert lane.rows == 2


def test_marks_of_one_row_never_touch() -> None:
    steps = [step(date(2024, month, day)) for month in range(1, 13) for day in (1, 9, 17)]
    (lane,) = timeline_of(steps).lanes
    for row in range(lane.rows):
        places = [mark.at for mark in lane.marks if mark.row == row]
        assert all(after - before >= NEAREST for before, after in pairwise(places))


def test_each_body_has_a_lane_in_the_order_in_which_it_took_the_matter_up() -> None:
    lanes = timeline_of([step(date(2024, 1, 1), "Council"), step(date(2024, 2, 1)), step(None, "Panel")]).lanes
    assert [lane.body for lane in lanes] == ["Council", "Cabinet"]


def test_the_scale_names_few_dates_in_a_short_time_and_in_a_long_one() -> None:
    short = timeline_of([step(date(2024, 1, 10)), step(date(2024, 3, 10))]).ticks
    assert [tick.label for tick in short] == ["Jan 2024", "Feb 2024", "Mar 2024"]
    long = timeline_of([step(date(1990, 1, 10)), step(date(2024, 3, 10))]).ticks
    assert 3 <= len(long) <= 9


def test_nothing_dated_gives_an_empty_timeline() -> None:
    assert timeline_of([step(None)]).lanes == ()
