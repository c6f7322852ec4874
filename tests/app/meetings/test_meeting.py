"""A meeting shows its business with papers and decisions, and says what is missing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.holdings.library import Missing
from app.meetings.meeting import NO_MINUTES, NO_PAPERS, address_of, sessions_of
from corpus.papers import Meeting, Paper
from indexer.findings.attendance import Attendance, Capacity
from indexer.findings.minutes import Decision
from indexer.sections.section import Section, SectionKind

MAY = Meeting("Saltby Town Council", "Harbour Committee", date(2031, 5, 4))
JUNE = replace(MAY, held_on=date(2031, 6, 1))
NOBODY: frozenset[Section] = frozenset()


def section(kind: SectionKind, meeting: Meeting = MAY, item: str = "", title: str = "") -> Section:
    return Section(Paper(f"{kind.value}.pdf", "0", 1, 1), kind, meeting, title=title, item=item, page=1, page_end=2)


MINUTES = section(SectionKind.MINUTES)
MILL = section(SectionKind.REPORT, item="4", title="The tide mill")


def test_papers_and_decisions_under_one_title_are_one_item_whatever_their_numbers() -> None:
    ruled = Decision(MINUTES, 1, "HC 12", "THE TIDE MILL", "the mill be leased.", "agreed")
    (found,) = sessions_of([MINUTES, MILL], [ruled], (), (), NOBODY)
    (item,) = found.business
    assert (item.item, item.title, item.papers, item.decisions) == ("4", "The tide mill", (MILL,), (ruled,))
    assert found.missing == ()


def test_what_was_decided_without_a_paper_comes_after_the_items() -> None:
    ruled = Decision(MINUTES, 1, "HC 9", "Dues", "the dues be raised.", "agreed")
    (found,) = sessions_of([MINUTES, MILL], [ruled], (), (), NOBODY)
    assert [one.item for one in found.business] == ["4", "minute HC 9"]


def test_a_meeting_says_what_it_lacks() -> None:
    later = section(SectionKind.REPORT, JUNE, title="Dues")
    june, may = sessions_of([MINUTES, later], (), (), (), NOBODY)
    assert (june.missing, may.missing) == ((NO_MINUTES,), (NO_PAPERS,))


def test_minutes_that_were_approved_later_are_named_only_for_their_own_committee() -> None:
    mine = Missing("Saltby Town Council", "Harbour Committee", "Approved on 1 June.", date(2031, 5, 4))
    other = replace(mine, organisation="Elmshire", why="Of another council.")
    (found,) = sessions_of([MILL], (), (), (other, mine), NOBODY)
    assert found.missing == ("Approved on 1 June.",)


def test_draft_minutes_that_were_replaced_and_people_named_twice_count_once() -> None:
    draft = section(SectionKind.MINUTES, title="Draft")
    ash = Attendance(MINUTES, "Councillor Ash", Capacity.PRESENT)
    (found,) = sessions_of([MINUTES, draft], (), (ash, replace(ash, section=draft)), (), frozenset({draft}))
    assert found.minutes == (MINUTES,)
    assert [one.name for one in found.attendance] == ["Councillor Ash"]


def test_an_address_depends_on_whose_meeting_it_was_and_its_day_alone() -> None:
    assert address_of(MAY) == address_of(replace(MAY, venue="Guildhall"))
    assert len({address_of(one) for one in (MAY, JUNE, replace(MAY, body="Council"))}) == 3
