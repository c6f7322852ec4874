from datetime import date

from app.compose.traces.gaps import not_held
from app.holdings.library import Missing
from corpus.papers import Meeting, Paper
from indexer.sections.section import Section, SectionKind


def section(month: int, kind: SectionKind, body: str = "Cabinet") -> Section:
    return Section(Paper(f"{month}.pdf", "0" * 64, 1, 1), kind, Meeting("Wexbridge", body, date(2024, month, 4)))


MARCH = section(3, SectionKind.MINUTES)
REPORT = section(5, SectionKind.REPORT)


def approved(month: int, body: str = "Cabinet") -> Missing:
    return Missing("Wexbridge", body, "", date(2024, month, 4))


def test_a_report_without_minutes_of_its_meeting_is_said() -> None:
    assert not_held([MARCH, REPORT], [MARCH, REPORT], []) == "We have no minutes of the Cabinet of 4 May 2024."


def test_nothing_is_said_where_the_minutes_are_held() -> None:
    assert not_held([MARCH, REPORT], [MARCH, REPORT, section(5, SectionKind.MINUTES)], []) == ""


def test_approved_minutes_within_the_course_are_missed() -> None:
    course = [MARCH, section(6, SectionKind.MINUTES)]
    assert not_held(course, course, [approved(4)]) == "We have no minutes of the Cabinet of 4 April 2024."


def test_approved_minutes_outside_of_the_course_are_not_missed() -> None:
    course = [MARCH, section(6, SectionKind.MINUTES)]
    assert not_held(course, course, [approved(1), approved(4, "Planning Committee")]) == ""


def test_no_more_than_the_last_two_are_named() -> None:
    course = [MARCH, section(8, SectionKind.MINUTES)]
    assert not_held(course, course, [approved(4), approved(6), approved(7)]) == (
        "We have no minutes of the Cabinet of 4 June 2024 or of the Cabinet of 4 July 2024."
    )
