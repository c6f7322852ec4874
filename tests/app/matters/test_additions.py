"""What was added since a moment: by committee, with its matters, and nothing that was there before."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from app.holdings.library import Sitting
from app.matters.additions import additions_of
from app.views.widgets.visit import moment_of
from corpus.papers import Meeting, Paper
from indexer.linking.matters import ItemKind, MatterItem, matter_of
from indexer.sections.section import Section, SectionKind
from indexer.store import StoredPaper

MAY = date(2031, 5, 6)


def stored(file: str, added: str) -> StoredPaper:
    return StoredPaper(Paper(file, "0", 1, 1), "", "", 1, added)


def sitting(body: str, *papers: StoredPaper) -> Sitting:
    return Sitting(Meeting("Saltby Town Council", body, MAY), papers)


OLD, NEW = stored("old.pdf", "2031-05-01T23:59:59+00:00"), stored("new.pdf", "2031-05-02T00:00:00+00:00")
LATE = stored("late.pdf", "2031-05-02T12:00:00+00:00")
SECTION = Section(NEW.paper, SectionKind.REPORT, Meeting("Saltby Town Council", "Cabinet", MAY), "Tide Mill")
MILL = matter_of([MatterItem(SECTION, ItemKind.REPORT, "7", "Tide Mill", 1, "a")])
SITTINGS = [sitting("Cabinet", OLD, NEW), sitting("Board", LATE), sitting("Panel", OLD)]


def test_what_was_added_on_or_after_a_day_is_listed_by_committee_with_its_matters() -> None:
    found = additions_of(SITTINGS, [MILL], date(2031, 5, 2))
    assert [(one.body, [added.paper.paper.file for added in one.added]) for one in found] == [
        ("Board", ["late.pdf"]),
        ("Cabinet", ["new.pdf"]),
    ]
    assert [one.matters for one in found] == [[], [MILL]]


def test_what_was_added_since_a_moment_leaves_out_what_came_earlier_that_day() -> None:
    found = additions_of(SITTINGS, [MILL], datetime(2031, 5, 2, 9, tzinfo=UTC))
    assert [one.body for one in found] == ["Board"]


def test_nothing_is_new_after_the_last_paper() -> None:
    assert additions_of(SITTINGS, [MILL], date(2031, 5, 3)) == []


def test_a_browser_s_moment_is_taken_only_where_it_is_one_of_the_past() -> None:
    assert moment_of("2026-05-02T09:30:00.000Z") == datetime(2026, 5, 2, 9, 30, tzinfo=UTC)


@pytest.mark.parametrize("said", ["", "yesterday", None, 7, "2026-05-02T09:30:00", "9031-05-02T09:30:00Z"])
def test_anything_else_that_a_browser_sends_is_no_last_visit(said: object) -> None:
    assert moment_of(said) is None
