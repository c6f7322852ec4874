"""Minutes are known for minutes by what all minutes share, and an agenda is none whatever its file is called."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.papers import Paper
from indexer.reading.pages import Page, PageState, Reading
from indexer.sections.boundaries import SectionKind
from indexer.sections.section import Section, understand

PARISH = """Gorsley Parish Council

Mrs Una Thole took us through the evening. Present: Cllrs Una Thole, Ben Ashby and Ivo Kerr

Apologies for absence were received from Cllr Ada Finch.

The minutes of the meeting of 3rd March 2031 were confirmed as a true record and signed.

Cllr Ashby reported that the pump had been mended and that the bill was still to come. Cllr Kerr thanked him.

Cllr Kerr proposed that the seat be painted, Cllr Ashby seconded and all were in favour.

The meeting closed at 9.10 pm."""
AGENDA = """Gorsley Parish Council

You are summoned to the meeting of the Council on Tuesday 6th May 2031 at 7.30 pm in the Reading Room.

1. To receive apologies for absence
2. To receive declarations of interest
3. To approve the minutes of the meeting of 8th April 2031
4. To consider the quotation for the seat
5. To agree the date of the next meeting"""
STORY = """The tide was out and the mud was grey. The boats lay over on it and the gulls walked between them. My father said that
it had been so when he was a boy, and his father had told him the same. We went home along the wall and had our tea."""
HEARINGS = """Harbour Dues

Meeting: 14/07/2031 - Council (Item 9)

9 Harbour Dues pdf icon PDF 1 MB

Minutes:

Councillor Ashby moved the report and Councillor Kerr seconded it.

RESOLVED that the dues be raised by two per cent.

Meeting: 02/06/2031 - Harbour Committee (Item 4)

4 Harbour Dues pdf icon PDF 1 MB

Minutes:

The Harbour Master introduced the report.

RESOLVED that the Council be asked to raise the dues."""
IN_A_PACK = """MARROWDALE BOROUGH COUNCIL
CABINET
Minutes of the meeting of the Cabinet held on Monday, 4 August 2031
Present: Councillors Una Thole (Chair), Ben Ashby and Ivo Kerr
1. Apologies for absence
None.
2. Winter dredging
Peg Moss said that the channel had lost a fathom since the spring.
RESOLVED that the contract be let.
3. Ferry fares
Ben Ashby asked why the fares had gone up twice in a year. Peg Moss said that fuel had.
The report was noted.
4. Any other business
There was none.
The meeting closed at 7.20 pm.

PLAYGROUND PANEL - 7 June 2031

Councillors Ada Finch and Joan Kerr attended. Apologies were received from Councillor Ben Ashby.

Minutes of the meeting held on 3 May 2031
(Item 1)
The minutes were agreed as a correct record and signed.

Swings
(Item 2)
Councillor Finch reported that two swings had been taken down. The Panel noted the report.
RESOLVED that the swings be replaced."""


def sections(text: str, file: str = "a/paper.txt") -> list[Section]:
    reading = Reading((Page(None, text, PageState.TEXT),))
    return [part.section for part in understand(Paper(file, "", 0, 0), reading)]


def test_minutes_that_never_say_so_are_known() -> None:
    (only,) = sections(PARISH)
    assert only.kind is SectionKind.MINUTES


def test_an_agenda_is_no_minutes_though_its_file_says_so() -> None:
    assert [one.kind for one in sections(AGENDA, "a/minutes 2031-05-06.txt")] == [SectionKind.FRONT_SHEET]


def test_a_story_told_in_the_past_is_no_meeting() -> None:
    assert [one.kind for one in sections(STORY)] == [SectionKind.UNKNOWN]


def test_each_hearing_on_the_page_of_an_item_is_minutes_of_its_own_body_and_day() -> None:
    heard = [(one.meeting.body, one.meeting.held_on) for one in sections(HEARINGS) if one.kind is SectionKind.MINUTES]
    assert heard == [("Council", date(2031, 7, 14)), ("Harbour Committee", date(2031, 6, 2))]


def test_a_body_and_a_day_open_minutes_inside_a_pack_and_the_approval_of_earlier_ones_does_not() -> None:
    recorded = [(one.meeting.body, one.meeting.held_on) for one in sections(IN_A_PACK)]
    assert recorded == [("Cabinet", date(2031, 8, 4)), ("Playground Panel", date(2031, 6, 7))]


def test_what_stands_under_minutes_on_a_saved_page_is_minuted() -> None:
    page = """Marrowdale Council

Agenda and minutes

Ferry Committee - Thursday, 5th June, 2031 6.00 pm

No.	Item
4	Fares PDF 131 KB
To approve the fares.
Minutes:
The fares were approved."""
    (only,) = sections(page)
    assert (only.kind, only.meeting.body, only.meeting.held_on) == (
        SectionKind.MINUTES,
        "Ferry Committee",
        date(2031, 6, 5),
    )


def test_a_letterhead_over_minutes_is_part_of_them() -> None:
    text = "12 Quay Street\n\nMarrow\n\nTelephone 01632 960000\n\n" + PARISH.replace(
        "\n\nMrs", " held on 4 April 2031\n\nMrs"
    )
    assert len(sections(text)) == 1


@pytest.mark.parametrize(
    ("heading", "day"),
    [
        ("Minutes of the meeting held on the third of May two thousand and thirty-one", date(2031, 5, 3)),
        ("Minutes of the meeting held on Saturday 3rd\n\nMay 2031", date(2031, 5, 3)),
        ("Minutes of the meeting\n\nDate\n\n3 May 2031", date(2031, 5, 3)),
        ("Saturday 3rd May | 7 pm", date(2031, 5, 3)),
        ('Minutes of the meeting held on 3" May 2031', date(2031, 5, 3)),
        ("Minutes of the meeting of 3 May 2031. Moved from 26 April 2031.", date(2031, 5, 3)),
    ],
)
def test_the_day_of_a_meeting_is_found_in_every_form(heading: str, day: date) -> None:
    text = PARISH.replace("Mrs Una", f"{heading}\n\nMrs Una")
    assert [one.meeting.held_on for one in sections(text, "a/2031 gorsley.txt")] == [day]
