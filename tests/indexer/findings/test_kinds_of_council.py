"""Minutes as other kinds of council write them: what each decides, in whose words, and how the votes fell."""

from __future__ import annotations

import pytest
from made_up import minutes_of

from indexer.findings.minutes import Decision, decisions_of


def decided(text: str) -> list[Decision]:
    return list(decisions_of(minutes_of(text)))


def rows(text: str) -> list[tuple[str, str, str]]:
    """Item, outcome and words of each decision."""
    return [(one.item, one.outcome, one.text) for one in decided(text)]


PARISH = """19/31 Apologies
Cllr Ada Finch. RESOLVED to accept the apologies.
19/32 Minutes of the last meeting
It was RESOLVED that the minutes of 4 February be approved and signed. Proposed Cllr Ashby, seconded Cllr Kerr.
19/33 Finance
RESOLVED to approve the following payments:
Clerk's salary £412.50
Hall hire £30.00
19/34 Grass cutting
It was proposed by Cllr Kerr, seconded by Cllr Ashby and RESOLVED (unanimously) to accept the quotation of £1,250.
19/35 Bus shelter
Proposed: Cllr Ashby Seconded: Cllr Kerr All in favour
Resolved that the shelter be repaired at a cost of up to £600."""

TOWN = """1. Apologies
None.
2. Market
It was moved by Cllr Ashby, seconded by Cllr Kerr and RESOLVED (unanimously) that the market be moved to the square.
3. Lamps
It was PROPOSED by Councillor Kerr, SECONDED by Councillor Ashby and AGREED that the lamps be mended.
4. Fair
Moved by Cllr Kerr, seconded by Cllr Ashby: That the fair be held in May. CARRIED.
5. Bells
On the motion of Councillor Kerr, seconded by Councillor Ashby, it was RESOLVED that the bells be rung.
6. Well
Following a vote it was unanimously RESOLVED that the well be capped."""

SCOTTISH = """1. APOLOGIES
None.
2. FERRY TERMINAL
There had been circulated a report by the Head of Ferries.
The Committee agreed to:-
(i) note the report;
(ii) approve the terms of the lease; and
(iii) delegate authority to the Head of Ferries to conclude it.
3. PIER DUES
The Committee, having considered the report, agreed:
(a) to note the terms of the report; and
(b) that a review be carried out.
4. HARBOUR WALL
Councillor Kerr, seconded by Councillor Ashby, moved that the wall be rebuilt.
As an amendment, Councillor Thole, seconded by Councillor Finch, moved that the wall be left.
On a division there voted:-
For the motion (3) - Councillors Kerr, Ashby and Moss.
For the amendment (2) - Councillors Thole and Finch.
The motion was accordingly declared carried and became the finding of the meeting.
DECISION
To rebuild the wall."""

DECISION_LIST = """1 Apologies for Absence
Apologies were received from Councillor Finch.
2 Winter Dredging
Decision:
That the contract be let for three winters; and that the Harbour Master report each spring.
3 Ferry Fares
Decision:
RESOLVED:
1. That the fares be raised by 3 per cent.
2. That the rise take effect from 1 May 2019.
Reason for decision:
The fares had not been raised since 2015.
4 Oysters
DECISION: The report was noted.
5 Buoys
The Cabinet Member decided to:
1) approve the purchase of buoys;
2) delegate the placing to the Harbour Master."""

AGREED = """1. APOLOGIES
None.
2. FERRY FARES
Members discussed fares at length. The Head of Ferries said they had not been raised for years.
AGREED: to raise fares by 3 per cent.
3. DREDGING
IT WAS AGREED - that the dredger be hired.
4. MOORINGS
It was AGREED that:
a. the list be closed;
b. a report be brought in May.
5. MAST
IT WAS RESOLVED THAT:
• the mast be painted
• the cost of £300 be approved
6. FLAG
The officer recommendation was put to the vote and carried with 5 in favour, 2 against and 1 abstention.
7. PEAS
Cabinet agreed the recommendations as set out in the report:
1. To approve the bed.
2. To note the yield."""

COMBINED = """23/19 Transport fund
Resolved (unanimously):
The Combined Authority:
1. Approved the release of £2m from the transport fund.
2. Agreed to delegate authority to the Executive Director.
23/20 Skills
The Authority resolved:
1. To note the report.
2. To approve the grant to the college.
23/21 Trams
RESOLVED/-
1. That the tram report be noted.
2. That the line be extended.
23/22 Fish
The Executive:
(1) APPROVED the plan;
(2) NOTED the costs."""

CARE_BOARD = """Item\tDiscussion and decisions\tAction
1.\tWelcome and apologies
The Chair welcomed members to the meeting.
2.\tMinutes of the previous meeting
The minutes of the meeting held on 4 March 2019 were approved as an accurate record.
3.\tJoint forward plan
The Integrated Care Board APPROVED the joint forward plan and DELEGATED authority to the Chief Executive.\tPM
4.\tAnnual plan
Decision: The Board:
• Approved the annual plan
• Noted the risks"""

LICENSING = """1. APOLOGIES
None.
2. APPLICATION FOR A PREMISES LICENCE - THE ANCHOR
The police had withdrawn their representation.
The Sub-Committee retired to consider its decision.
RESOLVED: That the licence be granted subject to the following conditions:
1. CCTV be installed.
2. Doors be closed at 11 pm.
Reasons for decision
The Sub-Committee was satisfied that the objectives would be met.
3. REVIEW OF LICENCE
DECISION
The Sub-Committee determined to revoke the licence.
REASONS
There had been three breaches.
4. DRIVER
The Sub-Committee decided that the driver was a fit and proper person and that the licence be renewed."""

BILINGUAL = """1 YMDDIHEURIADAU / APOLOGIES
Dim / None.
2 TREFNIADAU'R HARBWR / HARBOUR ARRANGEMENTS
PENDERFYNWYD / RESOLVED:
(1) bod y trefniadau yn cael eu nodi / that the arrangements be noted
(2) that the fee be raised.
3 CYLLIDEB / BUDGET
Penderfyniad / Decision: That the budget be approved."""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            PARISH,
            [
                ("19/31", "approved", "to accept the apologies."),
                ("19/32", "approved", "that the minutes of 4 February be approved and signed."),
                ("19/33", "approved", "to approve the following payments:"),
                ("19/34", "approved", "to accept the quotation of £1,250."),
                ("19/35", "agreed", "that the shelter be repaired at a cost of up to £600."),
            ],
        ),
        (
            TOWN,
            [
                ("2", "agreed", "that the market be moved to the square."),
                ("3", "agreed", "that the lamps be mended."),
                ("4", "carried", "That the fair be held in May."),
                ("5", "agreed", "that the bells be rung."),
                ("6", "agreed", "that the well be capped."),
            ],
        ),
        (
            SCOTTISH,
            [
                ("2", "noted", "note the report;"),
                ("2", "approved", "approve the terms of the lease; and"),
                ("2", "delegated", "delegate authority to the Head of Ferries to conclude it."),
                ("3", "noted", "to note the terms of the report; and"),
                ("3", "agreed", "that a review be carried out."),
                ("4", "other", "To rebuild the wall."),
            ],
        ),
        (
            DECISION_LIST,
            [
                (
                    "2",
                    "other",
                    "That the contract be let for three winters; and that the Harbour Master report each spring.",
                ),
                ("3", "agreed", "That the fares be raised by 3 per cent."),
                ("3", "agreed", "That the rise take effect from 1 May 2019."),
                ("4", "noted", "The report was noted."),
                ("5", "approved", "approve the purchase of buoys;"),
                ("5", "delegated", "delegate the placing to the Harbour Master."),
            ],
        ),
        (
            AGREED,
            [
                ("2", "agreed", "to raise fares by 3 per cent."),
                ("3", "agreed", "that the dredger be hired."),
                ("4", "agreed", "the list be closed;"),
                ("4", "requested", "a report be brought in May."),
                ("5", "agreed", "the mast be painted"),
                ("5", "approved", "the cost of £300 be approved"),
                (
                    "6",
                    "carried",
                    "The officer recommendation was put to the vote and carried with 5 in favour, 2 against and 1 "
                    "abstention.",
                ),
                ("7", "approved", "To approve the bed."),
                ("7", "noted", "To note the yield."),
            ],
        ),
        (
            COMBINED,
            [
                ("23/19", "approved", "Approved the release of £2m from the transport fund."),
                ("23/19", "agreed", "Agreed to delegate authority to the Executive Director."),
                ("23/20", "noted", "To note the report."),
                ("23/20", "approved", "To approve the grant to the college."),
                ("23/21", "noted", "That the tram report be noted."),
                ("23/21", "agreed", "That the line be extended."),
                ("23/22", "approved", "APPROVED the plan;"),
                ("23/22", "noted", "NOTED the costs."),
            ],
        ),
        (
            CARE_BOARD,
            [
                (
                    "2",
                    "approved",
                    "The minutes of the meeting held on 4 March 2019 were approved as an accurate record.",
                ),
                (
                    "3",
                    "approved",
                    "The Integrated Care Board APPROVED the joint forward plan and DELEGATED authority to the Chief "
                    "Executive.",
                ),
                ("4", "approved", "Approved the annual plan"),
                ("4", "noted", "Noted the risks"),
            ],
        ),
        (
            LICENSING,
            [
                (
                    "2",
                    "approved",
                    "That the licence be granted subject to the following conditions: 1. CCTV be installed. 2. Doors "
                    "be closed at 11 pm.",
                ),
                ("3", "agreed", "The Sub-Committee determined to revoke the licence."),
                (
                    "4",
                    "agreed",
                    "The Sub-Committee decided that the driver was a fit and proper person and that the licence be "
                    "renewed.",
                ),
            ],
        ),
        (
            BILINGUAL,
            [
                ("2", "noted", "bod y trefniadau yn cael eu nodi / that the arrangements be noted"),
                ("2", "agreed", "that the fee be raised."),
                ("3", "approved", "That the budget be approved."),
            ],
        ),
    ],
    ids="parish town scottish decision-list agreed combined-authority care-board licensing bilingual".split(),
)
def test_what_each_kind_of_council_decides(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert rows(text) == expected


def test_movers_and_seconders_in_notes_and_in_sentences() -> None:
    named = [(one.item, one.mover, one.seconder) for one in decided(PARISH) if one.mover]
    assert named == [
        ("19/32", "Cllr Ashby", "Cllr Kerr"),
        ("19/34", "Cllr Kerr", "Cllr Ashby"),
        ("19/35", "Cllr Ashby", "Cllr Kerr"),
    ]
    assert [(one.mover, one.seconder) for one in decided(SCOTTISH)][-1] == ("Councillor Kerr", "Councillor Ashby")


def test_of_a_motion_carried_in_a_word_the_words_moved_are_the_decision() -> None:
    fair = next(one for one in decided(TOWN) if one.item == "4")
    assert (fair.mover, fair.seconder, fair.motion) == ("Cllr Kerr", "Cllr Ashby", "")


def test_a_division_is_the_vote_on_the_decision_below_it() -> None:
    assert decided(SCOTTISH)[-1].votes == (
        "For the motion (3) - Councillors Kerr, Ashby and Moss.; For the amendment (2) - Councillors Thole and Finch."
    )


COUNCIL = """1. APOLOGIES
None.
2. BUDGET
It was moved by Councillor Ashby and seconded by Councillor Kerr that the budget be approved.

An amendment was moved by Councillor Finch and seconded by Councillor Thole that the toll be cut by 5 per cent.

A recorded vote was taken on the amendment as follows:
FOR AGAINST ABSTAIN
Finch Ashby Moss
Thole Kerr

The amendment was declared LOST.
The substantive motion was then put and, on a recorded vote:
For: Councillors Ashby, Kerr, Moss and Rowe (4)
Against: Councillors Finch and Thole (2)
Abstentions: Councillor Pell (1)
it was CARRIED and
RESOLVED – That the budget be approved.
3. MOTIONS ON NOTICE
(a) Sea walls
Councillor Kerr moved and Councillor Ashby seconded the following motion:
"This Council calls for a sea wall."
Upon being put to the vote, the motion was CARRIED.
(b) Gulls
Councillor Finch moved and Councillor Thole seconded the following motion:
"This Council bans gulls."
Upon being put to the vote, the motion was LOST.
(c) Tides
Councillor Rowe moved, Councillor Pell seconded. The motion was withdrawn."""


def test_motions_and_amendments_of_a_full_council() -> None:
    assert [(one.item, one.outcome, one.mover, one.seconder, one.amendment) for one in decided(COUNCIL)] == [
        ("2", "lost", "Councillor Finch", "Councillor Thole", True),
        ("2", "approved", "Councillor Ashby", "Councillor Kerr", False),
        ("3", "carried", "Councillor Kerr", "Councillor Ashby", False),
        ("3", "lost", "Councillor Finch", "Councillor Thole", False),
        ("3", "withdrawn", "Councillor Rowe", "Councillor Pell", False),
    ]


def test_votes_in_columns_and_with_the_count_behind_the_names() -> None:
    amendment, budget, *_ = decided(COUNCIL)
    assert amendment.votes == "FOR AGAINST ABSTAIN Finch Ashby Moss Thole Kerr"
    assert budget.votes == (
        "For: Councillors Ashby, Kerr, Moss and Rowe (4); Against: Councillors Finch and Thole (2); "
        "Abstentions: Councillor Pell (1)"
    )


def test_a_full_council_with_forty_items_loses_none() -> None:
    items = [f"{n}. MATTER NUMBER {n}\nRESOLVED that matter {n} be approved." for n in range(1, 41)]
    assert [one.item for one in decided("\n".join(items))] == [str(n) for n in range(1, 41)]


@pytest.mark.parametrize(
    ("sentence", "kept"),
    [
        ("RESOLVED that the lamp be lit. The minute is exempt and is kept apart.", "that the lamp be lit."),
        ("RESOLVED that the lamp be lit. Reasons: it was dark.", "that the lamp be lit."),
        ("RESOLVED that the lamp be lit. Councillor Kerr left the meeting.", "that the lamp be lit."),
        ("RESOLVED that the lamp be lit. It is to burn all night.", "that the lamp be lit. It is to burn all night."),
    ],
)
def test_what_closes_a_decision_is_no_part_of_it(sentence: str, kept: str) -> None:
    assert [text for *_, text in rows(f"1. Lamps\nNone.\n2. The north mole\n{sentence}")] == [kept]


@pytest.mark.parametrize(
    "sentence",
    [
        "Members:\n- Councillor Kerr\n- Councillor Ashby",
        "The Director agreed to:\n- write to the pilots\n- report back",
        "Members asked what had been decided. The Head of Harbours said that the Council had decided to wait.",
    ],
)
def test_what_only_looks_like_a_body_s_act_is_none(sentence: str) -> None:
    assert rows(f"1. Lamps\nNone.\n2. The north mole\n{sentence}\n3. Any other business\nThere was none.") == []
