"""Whom a report is for and who took a decision alone: labels and titles over several lines, officers, the council's
name alone.
"""

from __future__ import annotations

from datetime import date

import pytest
from made_up import pdf, sections

from indexer.findings.minutes import decisions_of
from indexer.sections.boundaries import SectionKind

LETTERHEAD = "WEATHERLEY DISTRICT COUNCIL"
RECOMMENDS = "12 June 2031\nSubject: Crane hire\nRecommendations\n1. That the charges be approved."
RECORD = """WEATHERLEY DISTRICT COUNCIL
RECORD OF DELEGATED OFFICER DECISION
Decision made by: Ona Pell, Chief Executive
Date of decision: 12 June 2031
Title: Crane at Ropewalk
"""


@pytest.mark.parametrize(
    ("address", "body"),
    [
        ("REPORT TO THE HARBOUR PANEL - 12 JUNE 2031\nREPORT OF THE HEAD OF HARBOURS", "Harbour Panel"),
        ("REPORT TO THE\nHARBOUR PANEL\nREPORT OF THE HEAD OF HARBOURS", "Harbour Panel"),
        (
            "Report to: OVERVIEW AND SCRUTINY\nCOMMITTEE\nReport of the Head of Harbours",
            "Overview and Scrutiny Committee",
        ),
        ("OVERVIEW AND SCRUTINY\nCOMMITTEE\nReport of the Head of Harbours", "Overview and Scrutiny Committee"),
        ("REPORT OF THE HEAD OF HARBOURS TO COUNCIL", "Council"),
        ("REPORT OF THE HEAD OF COMMUNITY PARTNERSHIP", ""),
    ],
)
def test_a_report_is_for_the_body_that_it_names(address: str, body: str) -> None:
    (report,) = sections(pdf(f"{LETTERHEAD}\n{address}\n{RECOMMENDS}"))

    assert report.section.meeting.body == body


@pytest.mark.parametrize(
    ("who", "body"),
    [
        ("Decision maker: Head of Estates", "Head of Estates"),
        ("Officer: Mona Tidd, Director of Place", "Director of Place"),
        ("Decision taken by: Councillor Una Ash, Cabinet Member for Ferries", "Cabinet Member for Ferries"),
        ("Ward: Quay", ""),
    ],
)
def test_the_record_of_a_decision_is_of_whoever_took_it(who: str, body: str) -> None:
    record = (
        f"{LETTERHEAD}\nRecord of Officer Decision\n{who}\nDate of decision: 12 June 2031\nDecision: To let unit 4."
    )
    (part,) = sections(pdf(record))

    meeting = part.section.meeting
    assert (part.section.kind, meeting.body, meeting.held_on) == (
        SectionKind.DECISION_RECORD,
        body,
        date(2031, 6, 12),
    )


def test_a_dated_notice_of_what_an_officer_decided_needs_no_signature() -> None:
    notice = f"{LETTERHEAD}\nDELEGATED DECISION NOTICE\nDate: 12 June 2031\nTitle: Quay Street\nDecision\nTo close it."
    (part,) = sections(pdf(notice))

    assert part.section.kind is SectionKind.DECISION_RECORD


@pytest.mark.parametrize(
    ("fields", "decided"),
    [
        ("Decision: That it be hired out at\n£350 a month\nReason for decision: It stands idle", "£350 a month"),
        ("Details of decision\tTo hire it out at £350.\nReason(s)\tIt stands idle", "To hire it out at £350."),
        ("The Decision:\tTo hire it out at\n\t£350 a month.\nConflicts of Interest:\tNone", "£350 a month."),
        ("Summary of decision\nTo hire it out.\nReasons for decision\nThe report was noted.", "To hire it out."),
    ],
)
def test_a_decision_in_a_form_ends_where_the_next_field_begins(fields: str, decided: str) -> None:
    (part,) = sections(pdf(f"{RECORD}{fields}\nSigned: O. Pell"))

    (decision,) = decisions_of(part)
    assert decision.text.endswith(decided)


def test_the_title_of_a_record_ends_where_the_decision_begins() -> None:
    (part,) = sections(pdf(f"{RECORD}Decision\nTo hire it out.\nSigned: O. Pell"))

    assert part.section.title == "Crane at Ropewalk"


def test_the_title_of_a_report_is_not_the_letterhead_above_it() -> None:
    (part,) = sections(
        pdf(f"{LETTERHEAD}\nHARBOUR PANEL\n12 June 2031\nREPORT OF THE HEAD OF HARBOURS\nCrane hire\n1. It is cheap.")
    )

    assert part.section.title == "Crane hire"


def test_the_title_of_a_record_without_one_is_what_it_calls_itself() -> None:
    (part,) = sections(
        pdf(f"{LETTERHEAD}\nRECORD OF AN OFFICER DECISION\nDate of decision: 12 June 2031\nDecision: No.")
    )

    assert part.section.title == "RECORD OF AN OFFICER DECISION"
