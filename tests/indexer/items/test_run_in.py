"""Minutes that came as a few long lines are cut in front of each number that counts on."""

from __future__ import annotations

from indexer.items.run_in import LONG_LINE, cut_long_lines
from indexer.reading.lines import Line

TALK = (
    "The members looked at the slip and the oak for it and asked what it would cost to have it done before the spring. "
)


def test_numbers_of_minutes_that_count_on_are_cut_apart() -> None:
    text = f"Present: all. 94/31 Welcome {TALK}95/31 Minutes {TALK}96/31 Slip {TALK}97/31 Oak {TALK}"
    assert len(text) > LONG_LINE
    cut = [line.text[:13] for line in cut_long_lines([Line(text)]) if line.text]
    assert cut == ["Present: all.", "94/31 Welcome", "95/31 Minutes", "96/31 Slip Th", "97/31 Oak The"]


def test_a_few_numbers_of_papers_cut_nothing() -> None:
    text = f"The paper 94/31 Slip was read. {TALK}{TALK}{TALK}Then 12/30 Oak came. {TALK}"
    assert len([line for line in cut_long_lines([Line(text)]) if line.text]) == 1
