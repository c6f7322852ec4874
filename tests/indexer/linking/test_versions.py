"""Which section took the place of another, and which meeting confirmed minutes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from corpus.papers import Meeting, Paper
from indexer.findings.minutes import Decision
from indexer.linking.versions import versions_of
from indexer.sections.section import Section, SectionKind

MARCH = Meeting("Marrowdale Borough Council", "Harbour Committee", date(2019, 3, 4))
MAY = replace(MARCH, held_on=date(2019, 5, 6))
JULY = replace(MARCH, held_on=date(2019, 7, 1))
TEXT = "The channel has lost a fathom since the last contract ended, and 412 boats a year touch the ground in it."
CHANGED = TEXT.replace("412", "438")


def report(file: str, title: str = "Winter dredging", item: str = "4", *, of: Meeting = MAY) -> Section:
    return Section(Paper(file, file, 0, 0), SectionKind.REPORT, of, title, item, 3)


def minutes(file: str, of: Meeting = MARCH) -> Section:
    return Section(Paper(file, file, 0, 0), SectionKind.MINUTES, of, "Minutes", "", 1)


def successors(texts: dict[Section, str]) -> list[tuple[str, str]]:
    found = versions_of(list(texts), [], texts.__getitem__)
    return [(one.section.paper.file, one.successor.paper.file) for one in found if one.successor]


@pytest.mark.parametrize(
    ("file", "words"),
    [
        ("Supplement 1.pdf", CHANGED),
        ("Item 4 REVISED.pdf", CHANGED),
        ("report_v2.pdf", CHANGED),
        ("b.pdf", f"This report replaces the one published on 1 May. {CHANGED}"),
        ("b.pdf", f"Version 2\n{CHANGED}"),
    ],
)
def test_a_later_version_takes_the_place_of_the_report(file: str, words: str) -> None:
    assert successors({report("pack.pdf"): TEXT, report(file): words}) == [("pack.pdf", file)]


def test_the_last_of_several_versions_is_the_successor_of_each() -> None:
    texts = {
        report("pack.pdf"): TEXT,
        report("Supplement 1.pdf"): CHANGED,
        report("Supplement 2.pdf"): CHANGED + " More.",
    }
    assert successors(texts) == [("pack.pdf", "Supplement 2.pdf"), ("Supplement 1.pdf", "Supplement 2.pdf")]


@pytest.mark.parametrize(
    ("other", "words"),
    [
        (report("Supplement 1.pdf"), TEXT.replace(". ", ".\n").upper()),  # printed again
        (report("Supplement 1.pdf"), "The pilots write that they were not asked."),  # adds to it
        (report("Supplement 1.pdf", item="5"), CHANGED),
        (report("Supplement 1.pdf", "Oyster beds"), CHANGED),
        (report("Supplement 1.pdf", of=JULY), CHANGED),
        (report("other.pdf"), CHANGED),  # nothing says which is the later
    ],
)
def test_what_is_no_later_version_takes_no_place(other: Section, words: str) -> None:
    assert successors({report("pack.pdf"): TEXT, other: words}) == []


def test_draft_minutes_give_way_to_the_others() -> None:
    texts = {minutes("a.pdf"): f"DRAFT\n{TEXT}", minutes("b.pdf"): CHANGED}
    assert successors(texts) == [("a.pdf", "b.pdf")]


def confirmed(
    text: str, *sections: Section, title: str = "Minutes", of: Meeting = MAY, outcome: str = "confirmed"
) -> list[str]:
    decision = Decision(minutes("later.pdf", of), 1, "30", title, text, outcome)
    return [one.section.paper.file for one in versions_of(sections, [decision], lambda _: "") if one.confirmed_by]


def test_minutes_are_confirmed_by_the_meeting_that_names_their_day() -> None:
    said = "that the minutes of the meeting held on 4 March 2019 be agreed as a correct record"
    assert confirmed(said, minutes("a.pdf")) == ["a.pdf"]
    assert confirmed("Confirmed.", minutes("a.pdf"), title="Minutes of 4 March 2019") == ["a.pdf"]


def test_minutes_laid_before_a_meeting_need_no_day() -> None:
    said = "that the minutes be agreed as a correct record"
    pack = report("pack.pdf")
    assert confirmed(said, replace(minutes("pack.pdf"), paper=pack.paper), pack) == ["pack.pdf"]
    assert confirmed(said, minutes("a.pdf")) == []


@pytest.mark.parametrize(
    ("said", "of", "outcome"),
    [
        ("that the minutes of 7 January 2019 be agreed as a correct record", MAY, "confirmed"),
        (
            "that the minutes of 4 March 2019 be agreed as a correct record",
            replace(MAY, body="Ferry Committee"),
            "confirmed",
        ),
        ("that the minutes of 4 March 2019 be agreed as a correct record", replace(MAY, held_on=None), "confirmed"),
        ("that agreement of the minutes of 4 March 2019 be deferred until they are agreed", MAY, "deferred"),
        ("that the lease of 4 March 2019 be agreed", MAY, "agreed"),
    ],
)
def test_nothing_else_confirms_minutes(said: str, of: Meeting, outcome: str) -> None:
    title = "Minutes" if "minutes" in said else "Leases"
    assert confirmed(said, minutes("a.pdf"), title=title, of=of, outcome=outcome) == []
