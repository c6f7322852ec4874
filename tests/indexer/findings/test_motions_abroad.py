"""Minutes that record motion by motion - mover, seconder, words, CARRIED or LOST - as councils outside Britain write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_up import minutes_of, sections, text_file

from indexer.findings.minutes import Decision, decisions_of, read_minutes
from indexer.items.item import items_of
from indexer.sections.section import SectionKind


def decided(text: str) -> list[Decision]:
    return list(decisions_of(minutes_of(text)))


def rows(text: str) -> list[tuple[str, str, str, str, str]]:
    """Item, outcome, words, mover and seconder of each decision."""
    return [(one.item, one.outcome, one.text, one.mover, one.seconder) for one in decided(text)]


BOARD = """1 Welcome
The Chairperson opened the meeting.
2 Apologies
Resolution number MB/2021/117
MOVED by Chairperson M Tarn, seconded by Member T Grace:
That the Marrow Community Board:
a) accept the apology from Member Sayle.
CARRIED
3 Grants
Resolution number MB/2021/118
MOVED by Deputy Chairperson S Hall, seconded by Member J Colt:
That the Marrow Community Board:
a) decline the application of the Rowing Club; and
b) note that $11,250 remains in the fund.
The motion was declared CARRIED by 3 votes to 1."""

SHIRE = """1. OPENING
The President opened the meeting.
9. CONFIRMATION OF MINUTES
9.1 Ordinary Meeting of Council
Council Resolution 20191101
Moved: Cr Strick Seconded: Cr Low
That the minutes of 16 October 2019 be confirmed.
CARRIED BY SIMPLE MAJORITY 5/0
10. REPORTS
10.1 Brigade Shed
OFFICER'S RECOMMENDATION
That Council:
1. Approves the shed; and
2. Waives the fee.
Amendment
Moved: Cr Low Seconded: Cr Bowman
That point 2 be deleted.
LOST 2/3
Council Resolution 20191103
Moved: Cr Strick Seconded: Cr Wardle
That Council:
1. Approves the shed; and
2. Waives the fee.
CARRIED 3/2
10.2 Old Depot
RESOLUTION:
That Council lease the depot for three years.
MOVED: Cr Wardle SECONDED: Cr Low
CARRIED
RESOLUTION NO. 2018/GM2113 4/1"""

TOWNSHIP = """1. CALL TO ORDER
The Mayor called the meeting to order.
2. ADOPTION OF AGENDA
a) Motion to Adopt the Agenda.
Motion No. C140625-1
Moved by Evans, Seconded by Crane
Be it resolved that the agenda be received and adopted.
Carried.
3. ROADS
Moved by: Councillor K. Wilkes
Seconded by: Councillor S. Crane
THAT Report 15 be received for information; and further,
THAT Council approve the closing of Quay Road.
For (4): Mayor Salter, Councillor Crane, Councillor Wilkes and Councillor Dunn
Against (1): Councillor Siddle
Motion Carried (4 to 1)
4. PARKING
188/25 MOVED by Councillor Siddle, SECONDED by Councillor Dunn, THAT parking be free on Sundays.
DEFEATED."""

CITY = """1. CALL TO ORDER
The Mayor called the meeting to order.
2. APPROVAL OF AGENDA
Councilmember Rye moved and Councilmember Lawson seconded to approve the agenda as amended.
Motion passed unanimously.
3. REZONING
Commissioner Dunn made a motion to deny Case Z-22. Commissioner Whit seconded the motion. The motion passed by a vote of 3-2.
4. VEHICLES
On a motion by Commissioner Adler, seconded by Commissioner Pruitt, the Board voted 4-1 to approve the purchase.
5. GRANT
MOTION: Council Member Barth moved to adopt Resolution No. 14. The motion was seconded by Council Member Addey and carried 5-0 by roll call vote.
6. ADJOURN
Motion by Adler, second by Dunn, to adjourn at 10:31 a.m. Motion carried unanimously."""


def test_a_board_s_resolutions_are_decided_limb_by_limb() -> None:
    assert rows(BOARD) == [
        ("2", "approved", "accept the apology from Member Sayle.", "Chairperson M Tarn", "Member T Grace"),
        (
            "3",
            "rejected",
            "decline the application of the Rowing Club; and",
            "Deputy Chairperson S Hall",
            "Member J Colt",
        ),
        ("3", "noted", "note that $11,250 remains in the fund.", "Deputy Chairperson S Hall", "Member J Colt"),
    ]


def test_a_shire_s_motions_are_decided_and_its_officers_recommendations_are_not() -> None:
    assert rows(SHIRE) == [
        ("9.1", "confirmed", "That the minutes of 16 October 2019 be confirmed.", "Cr Strick", "Cr Low"),
        ("10.1", "lost", "That point 2 be deleted.", "Cr Low", "Cr Bowman"),
        ("10.1", "approved", "Approves the shed; and", "Cr Strick", "Cr Wardle"),
        ("10.1", "carried", "Waives the fee.", "Cr Strick", "Cr Wardle"),
        ("10.2", "carried", "That Council lease the depot for three years.", "Cr Wardle", "Cr Low"),
    ]


def test_what_is_lost_as_an_amendment_is_said_to_be_one_and_votes_are_kept() -> None:
    assert [(one.amendment, one.votes) for one in decided(SHIRE)] == [
        (False, "CARRIED BY SIMPLE MAJORITY 5/0"),
        (True, "LOST 2/3"),
        (False, "CARRIED 3/2"),
        (False, "CARRIED 3/2"),
        (False, "RESOLUTION NO. 2018/GM2113 4/1"),
    ]


def test_a_township_s_motions_keep_every_paragraph_that_was_moved() -> None:
    assert rows(TOWNSHIP) == [
        ("2", "adopted", "that the agenda be received and adopted.", "Evans", "Crane"),
        (
            "3",
            "noted",
            "THAT Report 15 be received for information; and further,",
            "Councillor K. Wilkes",
            "Councillor S. Crane",
        ),
        (
            "3",
            "approved",
            "THAT Council approve the closing of Quay Road.",
            "Councillor K. Wilkes",
            "Councillor S. Crane",
        ),
        ("4", "lost", "THAT parking be free on Sundays.", "Councillor Siddle", "Councillor Dunn"),
    ]


def test_a_city_s_motions_are_decided_in_the_words_behind_the_mover() -> None:
    assert rows(CITY) == [
        ("2", "approved", "to approve the agenda as amended.", "Councilmember Rye", "Councilmember Lawson"),
        ("3", "rejected", "to deny Case Z-22.", "Commissioner Dunn", "Commissioner Whit"),
        ("4", "approved", "to approve the purchase.", "Commissioner Adler", "Commissioner Pruitt"),
        ("5", "adopted", "to adopt Resolution No. 14.", "Council Member Barth", "Council Member Addey"),
        ("6", "carried", "to adjourn at 10:31 a.m.", "Adler", "Dunn"),
    ]


def test_a_motion_that_nothing_says_was_voted_on_is_no_decision() -> None:
    assert rows("1. LAMPS\nNone.\n2. BUOYS\nMoved by Cr Ash, seconded by Cr Elm, that the buoys be painted.") == []


@given(
    st.lists(
        st.sampled_from(["CARRIED", "Carried.", "Motion carried unanimously.", "LOST 2/3", "DEFEATED"]),
        min_size=1,
        max_size=6,
    )
)
def test_there_are_as_many_decisions_as_motions_whatever_became_of_them(fates: list[str]) -> None:
    text = "1. OPENING\nThe Mayor opened the meeting.\n" + "\n".join(
        f"{n}. MATTER {n}\nMoved by Cr Ash, seconded by Cr Elm, That matter {n} be taken up.\n{fate}"
        for n, fate in enumerate(fates, 2)
    )
    assert [one.item for one in decided(text)] == [str(n) for n in range(2, len(fates) + 2)]


ROLL_CALL = """CITY OF MARROW BAY
CITY COUNCIL REGULAR MEETING MINUTES
Tuesday, March 9, 2021 - 6:00 P.M.
Mayor Head called the meeting to order at 6:00 p.m.
1. ROLL CALL
All were there.
2. APPROVAL OF MINUTES
Motion by Adler, second by Dunn, to approve the minutes of February 23, 2021. Motion carried.
3. ADJOURNMENT
The meeting adjourned."""

SCOTTISH = """FINANCE COMMITTEE
MARROW, 26 September 2013. Minute of Meeting of the FINANCE COMMITTEE. Present:- Councillor Young, Convener; and
Councillors Allan and Grant.
EXEMPT BUSINESS
1. The Committee was requested to take item 9 in private.
The Committee resolved:-
to exclude the public.
CONFERENCE
2. The Committee had before it details of a conference, to be held on 7 and 8 November 2013.
The Committee resolved:-
to send two members."""

LISTED = """Agenda and minutes
Council, Marrowdale Borough Council - Wednesday, 27th January, 2021 6.00 pm
Venue: Quay House
Items
No. Item
66.
Apologies for absence
Minutes:
None.
67.
Minutes of meeting Wednesday, 25 November 2020 of Council PDF 423 KB
To be signed as a correct record by the Mayor.
Minutes:
RESOLVED: (Unanimously)
That the minutes of 25 November 2020 be approved."""


@pytest.mark.parametrize(
    ("text", "day", "body"),
    [
        (ROLL_CALL, "2021-03-09", "City Council"),
        (SCOTTISH, "2013-09-26", "Finance Committee"),
        (LISTED, "2021-01-27", "Council"),
    ],
    ids="roll-call minute-of-meeting agenda-and-minutes".split(),
)
def test_minutes_are_known_by_how_they_open_and_dated_above_their_first_item(text: str, day: str, body: str) -> None:
    (only,) = sections(text_file(text))
    meeting = only.section.meeting
    assert (only.section.kind, str(meeting.held_on), meeting.body) == (SectionKind.MINUTES, day, body)


def test_a_heading_above_a_numbered_paragraph_is_the_item_s_title() -> None:
    (only,) = sections(text_file(SCOTTISH))
    assert [(item.number, item.title) for item in items_of(only)][1:] == [("1", "EXEMPT BUSINESS"), ("2", "CONFERENCE")]


def test_what_the_agenda_said_of_an_item_is_not_minuted() -> None:
    (only,) = sections(text_file(LISTED))
    assert [(one.item, one.title, one.text) for one in decisions_of(only)] == [
        (
            "67",
            "Minutes of meeting Wednesday, 25 November 2020 of Council",
            "That the minutes of 25 November 2020 be approved.",
        )
    ]


def test_a_report_printed_in_minutes_stays_a_part_of_them() -> None:
    (only,) = sections(
        text_file(
            "MARROW SHIRE COUNCIL\nMinutes of the Ordinary Meeting held on 23 April 2019\nPresent: Cr Ash, Cr Elm\n"
            "1 OPENING\nThe Mayor opened the meeting.\n2 APOLOGIES\nNil.\n3 SUBDIVISION\nFile Number: P18\nAuthor: Sam Barb, Planner\n"
            "Date: 23 April 2019\nRECOMMENDATION\nThat Council refuse.\nRESOLUTION 19-53\nMoved: Cr Ash\nSeconded: Cr Elm\n"
            "That Council grant a permit.\nCARRIED"
        )
    )
    assert [one.text for one in decisions_of(only)] == ["That Council grant a permit."]


def test_people_are_listed_with_the_titles_of_their_councils() -> None:
    found = read_minutes(
        minutes_of(
            "1. RECORD OF ATTENDANCE\nPresent\nCr M Ister (President)\nCrs Ash, Low and Crow\nStaff:\nMr V Pic, Clerk\n2. REPORTS\nNil."
        )
    ).attendance
    assert [(one.name, one.capacity.value) for one in found] == [
        ("Cr M Ister", "present"),
        ("Cr Ash", "present"),
        ("Cr Low", "present"),
        ("Cr Crow", "present"),
        ("Mr V Pic", "in attendance"),
    ]


REGIONAL = """1. CALL TO ORDER
The Chair called the meeting to order.
2. APPROVAL OF AGENDA
A. Rebane / M. Ander
THAT the agenda be approved.
MOTION CARRIED UNANIMOUSLY.
3. LETTERS
That the letter from the Society be received.
CARRIED"""

PARISH = """1. APOLOGIES FOR ABSENCE. There were none.
2. ELECTION OF CHAIRMAN. Cllr Mrs Pen proposed and Cllr Mrs Pat seconded that Cllr Wil be Chairman. He was willing to stand. There were no other nominations, Cllr Wil was elected unanimously.
3. VIRTUAL MEETING. It was proposed by Cllr Dep and seconded by Cllr Camp that this meeting continues on a screen. All agreed, the Resolution was passed.
4. Allotments: 2 applications have been received. Proposed by BD and seconded by JH that plot 1 be let. Carried 4 for and 1 against."""


def test_a_motion_that_was_carried_is_a_decision_also_where_nobody_is_named() -> None:
    assert rows(REGIONAL) == [
        ("2", "approved", "THAT the agenda be approved.", "A. Rebane", "M. Ander"),
        ("3", "noted", "That the letter from the Society be received.", "", ""),
    ]


def test_titles_that_run_into_their_text_are_told_from_it() -> None:
    assert [(one.title, one.outcome, one.text) for one in decided(PARISH)] == [
        ("ELECTION OF CHAIRMAN", "appointed", "that Cllr Wil be Chairman."),
        ("VIRTUAL MEETING", "carried", "that this meeting continues on a screen."),
        ("Allotments", "carried", "that plot 1 be let."),
    ]


def test_the_mover_of_a_resolution_may_be_named_below_it() -> None:
    text = "1. APOLOGIES\nNone.\n2. CHAIR\nIt was RESOLVED that Cllr Ash be elected Chair.\nProposed by: Cllr Elm Seconded by: Cllr Oak"
    assert [(one.mover, one.seconder) for one in decided(text)] == [("Cllr Elm", "Cllr Oak")]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("(26)\nAPOLOGIES\nNone came.\n(27)\nMINUTES\nThe minutes of 30 May were approved as a correct record.", "27"),
        (
            "APOLOGIES\nPLA26/14\nNone came.\nMINUTES\nPLA27/14\nThe minutes of 30 May were approved as a correct record.",
            "PLA27/14",
        ),
    ],
    ids=["brackets", "below"],
)
def test_numbers_in_brackets_or_below_their_headings_are_those_of_items(text: str, number: str) -> None:
    assert [(one.item, one.title) for one in decided(text)] == [(number, "MINUTES")]


def test_money_is_approved_and_people_are_given_authority() -> None:
    text = "1. APOLOGIES\nNone.\n2. GRADER\nRESOLVED that the payments be authorised.\n3. CLERK\nRESOLVED that the Clerk be authorised to sign."
    assert [one.outcome for one in decided(text)] == ["approved", "delegated"]


def test_to_adjourn_a_meeting_defers_no_business() -> None:
    text = "1. OPENING\nThe Mayor opened the meeting.\n2. ADJOURNMENT\nMoved by Cr Ash, seconded by Cr Elm, that the meeting be adjourned at 8:41 p.m.\nCARRIED"
    assert [one.outcome for one in decided(text)] == ["carried"]
