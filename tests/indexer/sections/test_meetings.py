"""Which meeting a stretch of text belongs to, and what papers of one folder tell about each other."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from corpus.access import PageLabel
from corpus.papers import Meeting, Paper
from indexer.forms.dates import find_dates, first_date
from indexer.forms.names import body_in, organisations_in, tidy_body, titled
from indexer.linking.missing_meetings import said_of, settle
from indexer.reading.lines import Line
from indexer.sections.boundaries import SectionKind
from indexer.sections.meetings.dates import Trust
from indexer.sections.meetings.meeting import find_meeting
from indexer.sections.section import Section, SectionText


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("9 December 2013", date(2013, 12, 9)),
        ("Tuesday 10th January, 2023", date(2023, 1, 10)),
        ("17 th July 2014", date(2014, 7, 17)),
        ("09/01/2025", date(2025, 1, 9)),
        ("30th-Jan-2025", date(2025, 1, 30)),
        ("MONDAY, 18th JULY, 2005", date(2005, 7, 18)),
        ("December 9, 2013", date(2013, 12, 9)),
        ("2025-01-30 papers", date(2025, 1, 30)),
        ("the 3rd of May, 2019", date(2019, 5, 3)),
        ("27.11.24", date(2024, 11, 27)),
        ("14ú Aibreán, 2008", date(2008, 4, 14)),
        ("31 June 2020", None),
        ("2014/15 and 10.00 am", None),
        ("£1,234.56", None),
    ],
)
def test_dates_in_every_usual_form(text: str, day: date | None) -> None:
    assert first_date(text) == day


def test_a_misprinted_weekday_is_noted_and_not_repaired() -> None:
    (found,) = find_dates("Monday 10th January, 2023")
    assert (found.day, "was a Tuesday" in found.slip) == (date(2023, 1, 10), True)


@pytest.mark.parametrize("lines", [[], [""], ["", " "]])
def test_a_paper_of_blank_lines_names_no_meeting(lines: list[str]) -> None:
    assert find_meeting(lines, trust=Trust.MINUTES).meeting == Meeting()


def test_minutes_belong_to_the_meeting_they_record() -> None:
    head = """MARROWDALE BOROUGH COUNCIL
    HARBOUR COMMITTEE
    Minutes of a meeting of the Harbour Committee held in the Tide Room, Quay House, on Monday,
    4 March 2019 at 6.30 pm.
    Present: Councillor Una Thole (Chair), Councillor Ben Ashby
    12. Minutes of the meeting held on 7 January 2019""".split("\n")
    meeting = find_meeting(head, trust=Trust.MINUTES).meeting
    assert (meeting.organisation, meeting.body, meeting.held_on) == (
        "Marrowdale Borough Council",
        "Harbour Committee",
        date(2019, 3, 4),
    )
    assert (meeting.time, meeting.chair) == ("6.30 pm", "Councillor Una Thole")


def test_an_agenda_is_for_its_own_meeting_and_not_for_the_one_whose_minutes_it_lists() -> None:
    head = [
        "Meeting: Marrowdale Wellbeing Board",
        "Date: 18th June 2024",
        "Time: 4:15 pm",
        "Venue: Lantern Hall, Marrow",
        "4. Minutes of the meeting held on 12 March 2024",
        "Published on 10 June 2024",
    ]
    meeting = find_meeting(head).meeting
    assert (meeting.held_on, meeting.venue) == (date(2024, 6, 18), "Lantern Hall, Marrow")


def test_a_letter_with_late_papers_is_dated_by_the_meeting() -> None:
    head = ["Date: 3 May 2019", "Dear Member", "CABINET - MONDAY, 6 MAY 2019", "I enclose"]
    assert find_meeting(head).meeting.held_on == date(2019, 5, 6)


def test_the_day_on_which_the_clerk_signed_a_summons_is_not_the_meetings() -> None:
    head = [
        "You are summoned to a meeting of the Parish Council on Tuesday 14",
        "May 2019 at 7.15 pm",
        "U Ash, Clerk, 7 May 2019",
    ]
    assert find_meeting(head).meeting.held_on == date(2019, 5, 14)


def test_a_record_of_a_decision_has_its_day_behind_a_label_without_a_colon() -> None:
    head = ["RECORD OF OFFICER DECISION", "Date of decision 8 May 2019", "Subject Second ferry, from 18 May 2019"]
    assert find_meeting(head, trust=Trust.LABEL).meeting.held_on == date(2019, 5, 8)


def test_a_report_takes_no_date_from_its_text() -> None:
    head = ["Report of: Head of Ferries", "Subject: Fares", "The service began on 1 May 2011 and has grown since."]
    assert find_meeting(head, trust=Trust.LABEL).meeting.held_on is None


def test_two_councils_named_alike_often_leave_the_organisation_open() -> None:
    head = ["Twin Rivers Board", "Leader of Marrow Council", "Leader of Dale Council", "Marrow Council", "Dale Council"]
    found = find_meeting(head)
    assert (found.meeting.organisation, found.shared, found.meeting.body) == ("", True, "Twin Rivers Board")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Chief Executive, Marrowdale Borough Council", "Marrowdale Borough Council"),
        ("KINGSMARROW COUNTY COUNCIL", "Kingsmarrow County Council"),
        ("Leader of Marrow & Dale Council", "Marrow & Dale Council"),
        ("the London Borough of Marrow", "London Borough of Marrow"),
        ("the County Council agreed", None),
        ("Marrowdale Council Tax", None),
        ("General Medical Council", None),
    ],
)
def test_organisations_by_the_words_they_are_made_of(text: str, name: str | None) -> None:
    assert next(organisations_in(text), None) == name


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("HEALTH AND WELLBEING BOARD", "Health and Wellbeing Board"),
        ("To: Cabinet – 30 January 2025", "Cabinet"),
        ("SAFER MARROWDALE PARTNERSHIP MINUTES AND DECISION RECORD", "Safer Marrowdale Partnership"),
        ("A meeting of the Bright Shores Board was held on Monday 26 September 2022.", "Bright Shores Board"),
        ("Decision taken by: Councillor Una Thole, Cabinet Member for Ferries", "Cabinet Member for Ferries"),
        ("To:\tBright Shores Board\tDate:\t2 May 2019", "Bright Shores Board"),
        ("Committee: Bright Shores Board Date: 2 May 2019", "Bright Shores Board"),
        ("TIDES AND GOVERNANCE COMMITTEE - Minutes of the meeting held on Friday", "Tides and Governance Committee"),
        ("Ferry Committee - notes and actions", "Ferry Committee"),
        ("Minutes of Cabinet, Wednesday 11 September 2019, 6.00 pm, Corn Hall", "Cabinet"),
        ("Board of Trustees (public) - unconfirmed minutes", "Board of Trustees"),
        ("Minutes of the meeting of 12 June 2019", ""),
        ("Contact: the Harbour Board", ""),
        ("Andrea Kell, Chief Executive", ""),
    ],
)
def test_bodies_by_heading_label_or_sentence(text: str, body: str) -> None:
    assert body_in(text) == body


def test_a_body_loses_the_place_that_its_organisation_names() -> None:
    assert tidy_body("Marrowdale Health Board", "Marrowdale Borough Council") == "Health Board"
    assert tidy_body("Safer Marrowdale Partnership", "Marrowdale Borough Council") == "Safer Marrowdale Partnership"
    assert tidy_body("Kingsmarrow County Council", "Kingsmarrow County Council") == "County Council"


def test_capitals_become_a_title() -> None:
    assert titled("OVERVIEW AND SCRUTINY COMMITTEE") == "Overview and Scrutiny Committee"


def part(file: str, kind: SectionKind, meeting: Meeting, text: str = "", title: str = "") -> SectionText:
    lines = tuple(Line(line, 1) for line in text.split("\n"))
    return SectionText(Section(Paper(file, "", 0, 0), kind, meeting, title), lines)


def together(*parts: SectionText) -> tuple[tuple[Section, ...], ...]:
    """The sections of papers of one part each, settled beside each other."""
    return settle([[said_of(one)] for one in parts])


FRONT = Meeting("Marrowdale Council", "Cabinet", date(2025, 1, 30))


def test_an_appendix_takes_the_meeting_of_its_folder() -> None:
    agenda = part("a/2025/agenda.pdf", SectionKind.FRONT_SHEET, FRONT, "1. Apologies\n2. Minutes\n5. 24/00108 - Tolls")
    appendix = part("a/2025/24-00108 - Appendix.pdf", SectionKind.APPENDIX, Meeting())
    _, (settled,) = together(agenda, appendix)
    assert settled.meeting == FRONT
    assert settled.item == "5"


def test_what_a_text_says_itself_is_not_overruled() -> None:
    own = Meeting("Dale Council", "Cabinet", date(2020, 1, 1))
    agenda = part("a/agenda.pdf", SectionKind.FRONT_SHEET, FRONT)
    (settled,) = together(agenda, part("a/report.pdf", SectionKind.REPORT, own))[1]
    assert settled.meeting == own


def test_a_folder_whose_papers_disagree_gives_nothing() -> None:
    other = part("a/other.pdf", SectionKind.FRONT_SHEET, Meeting("Dale Council", "Cabinet", date(2020, 1, 1)))
    agenda = part("a/agenda.pdf", SectionKind.FRONT_SHEET, FRONT)
    lone = together(agenda, other, part("a/x.pdf", SectionKind.APPENDIX, Meeting()))[2][0]
    assert (lone.meeting.organisation, lone.meeting.held_on) == ("", None)


def test_a_folder_of_many_meetings_lends_its_day_to_no_paper() -> None:
    agenda = part("a/agenda.pdf", SectionKind.FRONT_SHEET, FRONT)
    minutes = [
        part(f"a/{month}.pdf", SectionKind.MINUTES, replace(FRONT, held_on=date(2024, month, 2))) for month in (9, 11)
    ]
    plan = part("a/plan.pdf", SectionKind.UNKNOWN, Meeting())
    assert together(agenda, minutes[0], plan)[2][0].meeting.held_on == FRONT.held_on  # its agenda, what it confirms
    settled = together(agenda, *minutes, plan)[3][0].meeting
    assert (settled.held_on, settled.organisation) == (None, "Marrowdale Council")


def test_the_name_of_a_folder_is_the_last_resort() -> None:
    lone = together(part("a/30th-Jan-2025/x.pdf", SectionKind.APPENDIX, Meeting()))[0][0]
    assert lone.meeting.held_on == date(2025, 1, 30)


def test_minutes_take_no_date_from_their_folder() -> None:
    agenda = part("a/agenda.pdf", SectionKind.FRONT_SHEET, FRONT)
    minutes = together(agenda, part("a/minutes.pdf", SectionKind.MINUTES, Meeting()))[1][0]
    assert (minutes.meeting.body, minutes.meeting.held_on) == ("Cabinet", None)


def test_what_is_not_for_the_public_gives_nothing_to_what_is() -> None:
    agenda, late = (
        part("a/agenda.pdf", SectionKind.FRONT_SHEET, FRONT),
        part("a/x.pdf", SectionKind.APPENDIX, Meeting()),
    )
    private = replace(agenda, section=replace(agenda.section, access="exempt"))
    assert together(private, late)[1][0].meeting == Meeting()
    labelled = said_of(agenda, [PageLabel(1, 1, "exempt")])
    assert settle([[labelled], [said_of(late)]])[1][0].meeting == Meeting()


def test_the_order_in_which_papers_come_does_not_matter() -> None:
    first = part("a/agenda.pdf", SectionKind.FRONT_SHEET, FRONT, "4. Tolls of the bridge\n5. Other things")
    second = part("a/more.pdf", SectionKind.FRONT_SHEET, FRONT, "6. Tolls of the bridge\n7. Other things")
    report = part("a/x.pdf", SectionKind.REPORT, Meeting(), title="Tolls of the bridge")
    assert together(first, second, report)[2] == together(report, second, first)[0]


def test_one_agenda_lends_its_day_to_no_other_agenda() -> None:
    dated = part("b/one.pdf", SectionKind.FRONT_SHEET, FRONT)
    other = part("b/two.pdf", SectionKind.FRONT_SHEET, Meeting())
    assert together(dated, other)[1][0].meeting.held_on is None


def test_a_day_shortly_before_the_meeting_says_which_version_a_paper_is() -> None:
    agenda = part("b/agenda.pdf", SectionKind.FRONT_SHEET, FRONT)
    assert together(agenda, part("b/Tolls 21.01.25.pdf", SectionKind.REPORT, Meeting()))[1][0].meeting == FRONT


def test_minutes_without_a_day_take_the_one_that_their_own_file_names() -> None:
    (alone,) = together(part("b/minutes 2025-03-04.pdf", SectionKind.MINUTES, Meeting()))[0]
    assert alone.meeting.held_on == date(2025, 3, 4)


def test_a_body_has_the_council_of_the_place_in_its_name() -> None:
    council = part("b/agenda.pdf", SectionKind.FRONT_SHEET, FRONT)
    board = part("c/agenda.pdf", SectionKind.FRONT_SHEET, Meeting("", "Marrowdale Health Board", date(2025, 2, 1)))
    assert together(council, board)[1][0].meeting.sitting == ("Marrowdale Council", "Health Board", date(2025, 2, 1))


def test_one_name_in_two_spellings_is_one_body() -> None:
    often = [part(f"{n}/agenda.pdf", SectionKind.FRONT_SHEET, Meeting("", "Ferries and Tolls Board")) for n in "ab"]
    once = part("c/agenda.pdf", SectionKind.FRONT_SHEET, Meeting("", "FERRIES & TOLLS BOARD"))
    assert together(*often, once)[2][0].meeting.body == "Ferries and Tolls Board"


@pytest.mark.parametrize(
    "prose",
    [
        "Apologies were also received from Cllr Ada Finch, Wenshire County Council",
        "Mrs Thole thanked the Parish Council",
        "Joan Kerr addressed the Board of Trustees regarding",
        "Chancellor and Secretary to the Board of Trustees",
        "Councillors had a query regarding this, as the Parish Council",
    ],
)
def test_no_name_is_taken_from_prose(prose: str) -> None:
    head = ["Gorsley Parish Council", "Minutes of the meeting held on 3 May 2031", "Present: Cllr Una Thole", prose]
    meeting = find_meeting(head, trust=Trust.MINUTES).meeting
    assert (meeting.organisation, meeting.body) == ("Gorsley Parish Council", "Council")
    assert body_in(prose) == ""


def test_a_body_that_meets_in_the_chamber_of_another_keeps_its_own_name() -> None:
    head = [
        "Saltby Fire District",
        "Minutes of the Board of Directors",
        "held in the chamber of Saltby City Council on 3 May 2031",
    ]
    meeting = find_meeting(head, trust=Trust.MINUTES).meeting
    assert (meeting.organisation, meeting.body) == ("Saltby Fire District", "Board of Directors")


def test_the_two_ways_to_name_a_parish_are_one() -> None:
    names = [
        find_meeting([line], trust=Trust.MINUTES).meeting.organisation
        for line in ("Parish Council of Gorsley", "Gorsley Parish Council")
    ]
    assert names == ["Gorsley Parish Council"] * 2
