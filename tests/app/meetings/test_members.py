"""A member is one person however minutes write the name, with what they moved, seconded, declared and attended."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.meetings.meeting import sessions_of
from app.meetings.members import Member, key_of, members_of
from corpus.papers import Meeting, Paper
from indexer.findings.attendance import Attendance, Capacity
from indexer.findings.events import EventKind, VoteEvent
from indexer.findings.members.interests import Interest
from indexer.sections.section import Section, SectionKind

MEETING = Meeting("Saltby Town Council", "Harbour Committee", date(2031, 5, 4))
MAY = Section(Paper("may.pdf", "0", 1, 1), SectionKind.MINUTES, MEETING)
JUNE = replace(MAY, meeting=replace(MEETING, held_on=date(2031, 6, 1)))


def there(section: Section, name: str, capacity: Capacity = Capacity.PRESENT) -> Attendance:
    return Attendance(section, name, capacity)


def event(mover: str, seconder: str = "") -> VoteEvent:
    said = "that the mill be leased."
    return VoteEvent(MAY, 1, "4", "Mill", 1, EventKind.MOTION, said, (), "carried", mover=mover, seconder=seconder)


def members(
    *attendance: Attendance, events: tuple[VoteEvent, ...] = (), interests: tuple[Interest, ...] = ()
) -> list[Member]:
    return members_of(sessions_of([MAY, JUNE], (), attendance, (), frozenset()), events, interests)


def test_a_surname_alone_is_the_only_member_of_that_name() -> None:
    (elm,) = members(
        there(MAY, "The Mayor, Councillor Joan Elm"), there(JUNE, "Cllr Elm"), events=(event("Councillor Elm"),)
    )
    assert (elm.name, elm.attended, len(elm.moved)) == ("Councillor Joan Elm", 2, 1)


def test_a_surname_that_two_members_have_is_given_to_neither() -> None:
    found = members(
        there(MAY, "Councillor Joan Elm"), there(MAY, "Councillor Tom Elm"), events=(event("Councillor Elm"),)
    )
    assert [(one.name, len(one.moved)) for one in found] == [("Councillor Joan Elm", 0), ("Councillor Tom Elm", 0)]


def test_apologies_are_not_attendance_and_officers_are_no_members() -> None:
    ash, officer = there(MAY, "Councillor Ash", Capacity.APOLOGIES), there(MAY, "Ann Orr", Capacity.IN_ATTENDANCE)
    (only,) = members(ash, there(JUNE, "Councillor Ash"), officer)
    assert (only.name, only.attended, len(only.attendance)) == ("Councillor Ash", 1, 2)


def test_what_is_printed_in_two_minutes_counts_once() -> None:
    declared = Interest(MAY, "Councillor Ash", "Councillor Ash declared that she fishes there.")
    moved = event("Councillor Ash", "Councillor Ash")
    (ash,) = members(there(MAY, "Councillor Ash"), events=(moved, moved), interests=(declared, declared))
    assert (len(ash.moved), len(ash.seconded), len(ash.declared)) == (1, 1, 1)


@pytest.mark.parametrize("name", ["Councillor Joan Elm", "The Deputy Mayor, Councillor Joan Elm", "Cllr. Joan ELM"])
def test_how_a_person_is_addressed_is_no_part_of_the_name(name: str) -> None:
    assert key_of(name) == ("joan", "elm")


@pytest.mark.parametrize("name", ["Elm, Mrs", "Joan Elm, Mayor"])
def test_what_stands_behind_a_name_does_not_take_its_place(name: str) -> None:
    (only,) = members(there(MAY, name))
    assert only.name == name
