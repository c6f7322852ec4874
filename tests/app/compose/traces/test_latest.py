"""Which quote stands in front of a course."""

from __future__ import annotations

from datetime import date

from app.compose.evidence import Evidence
from app.compose.traces.latest import latest
from app.compose.traces.matter import Matter
from app.compose.traces.stages import Stage
from app.matters.steps import StepKind
from corpus.papers import Meeting, Paper
from indexer.passages.passage import Passage
from indexer.sections.section import Section, SectionKind

WALL = Matter({"flood": 1.0, "wall": 1.0}, frozenset())
MARCH, MAY = date(2024, 3, 4), date(2024, 5, 6)


def stage(day: date | None, sentence: str, kind: StepKind | None = None, score: float = 0.0) -> Stage:
    section = Section(Paper(f"{day}.pdf", "0" * 64, 1, 1), SectionKind.MINUTES, Meeting("Wexbridge", "Cabinet", day))
    return Stage(Evidence(sentence, Passage(section, sentence, sentence), score, coverage=1.0), kind)


CRACKED = stage(MARCH, "The flood wall had cracked.")
BUILT = stage(MAY, "that the flood wall be built.", StepKind.DECIDED)


def test_it_is_of_the_last_meeting() -> None:
    assert latest([CRACKED, BUILT], WALL) is BUILT


def test_a_single_meeting_has_none() -> None:
    assert latest([BUILT, stage(MAY, "The flood wall was old.")], WALL) is None


def test_a_report_that_was_noted_gives_way_to_what_it_said() -> None:
    noted = stage(MAY, "that the report on the flood wall be noted.", StepKind.NOTED, score=1.0)
    told = stage(MAY, "The flood wall is finished.")
    assert latest([CRACKED, noted, told], WALL) is told


def test_a_line_of_a_table_gives_way_to_a_sentence() -> None:
    row = stage(MAY, "Flood wall 5 March 31 March", score=1.0)
    told = stage(MAY, "The flood wall is finished.")
    assert latest([CRACKED, row, told], WALL) is told


def test_nothing_is_the_latest_where_the_last_meeting_hardly_spoke_of_it() -> None:
    assert latest([CRACKED, stage(MAY, "Members thanked the engineer.", score=-2.0)], WALL) is None


def test_nothing_is_the_latest_where_its_quote_has_not_half_of_the_words() -> None:
    assert latest([CRACKED, stage(MAY, "The cycle lane is to be widened.", score=2.0)], WALL) is None


def test_papers_without_a_day_come_after_nothing() -> None:
    undated = stage(None, "The flood wall was drawn.")
    assert latest([undated, BUILT], WALL) is BUILT
