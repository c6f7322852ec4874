"""Vote events: kinds, voters, amendments with their motion; and saved pages, margin numbers and planning outcomes."""

from __future__ import annotations

import pytest
from made_up import minutes_of

from indexer.findings.events import EventKind, kind_of, voters
from indexer.findings.minutes import decisions_of, events_of
from indexer.findings.register import rows_of
from indexer.forms.labeller import using
from indexer.items.item import items_of


def put(minutes: str) -> list[tuple[str, str]]:
    """What was put and what became of it, row by row."""
    return [(row["text"], row["outcome"]) for row in rows_of(decisions_of(minutes_of(minutes)))]


@pytest.mark.parametrize(
    ("text", "title", "amendment", "moved", "kind"),
    [
        ("that the pump be painted", "Pump", False, False, EventKind.RESOLUTION),
        ("that the pump be painted", "Pump", False, True, EventKind.MOTION),
        ("that the word green be struck out", "Pump", True, True, EventKind.AMENDMENT),
        ("that the question be now put", "Pump", False, True, EventKind.PROCEDURAL),
        ("that the public be asked to withdraw", "Lease", False, False, EventKind.PROCEDURAL),
        ("that the press and public, who had come by boat, be excluded", "Lease", False, False, EventKind.PROCEDURAL),
        ("that this part of the meeting be closed to the public", "Lease", False, False, EventKind.PROCEDURAL),
        ("that the Board move into closed session", "Lease", False, False, EventKind.PROCEDURAL),
        ("that we resume to an open meeting", "Lease", False, False, EventKind.PROCEDURAL),
        ("that the pump house be closed to the public", "Pump", False, False, EventKind.RESOLUTION),
        ("that we extend the time frame of the lease", "Lease", False, False, EventKind.RESOLUTION),
        ("that the public be asked what it thinks of the pump", "Pump", False, False, EventKind.RESOLUTION),
        ("that Councillor Ash be elected Chair", "Chair", False, True, EventKind.ELECTION),
        ("to approve items A to D", "Consent agenda", False, True, EventKind.CONSENT),
        ("part 3 put separately", "Pump", False, False, EventKind.PART),
    ],
)
def test_an_event_is_of_the_kind_that_its_words_say(
    text: str, title: str, amendment: bool, moved: bool, kind: EventKind
) -> None:
    assert kind_of(text, title, amendment=amendment, moved=moved) is kind


def test_the_names_of_voters_are_given_by_side() -> None:
    votes = "For (2): Councillors Ash and Birch; Against (1): Councillor Cole; Abstained (1): Councillor Elm"
    assert voters(votes) == (("Ash", "Birch"), ("Cole",), ("Elm",))


def test_those_who_were_away_were_on_no_side() -> None:
    votes = "Aye: Ash, Birch No: Cole Absent: Elm Student Trustee: Aye; Motion carried; 2:1"
    assert voters(votes) == (("Ash", "Birch"), ("Cole",), ())


def test_a_count_without_names_gives_no_voters() -> None:
    assert voters("For (12) Against (3)") == ((), (), ())


BUDGET = """8. Budget
Councillor Ash moved and Councillor Dyer seconded the budget as printed.
Amendment 1
Moved by Councillor Gower, seconded by Councillor Hobb: that the youth grant be put back.
The amendment was LOST.
RESOLVED that the net budget be approved.
9. Close
At nine."""


def test_an_amendment_knows_its_motion_and_keeps_its_words() -> None:
    amendment, resolution = events_of(minutes_of(BUDGET))
    assert (amendment.kind, amendment.proposal, amendment.outcome, amendment.mover) == (
        EventKind.AMENDMENT,
        "that the youth grant be put back.",
        "lost",
        "Councillor Gower",
    )
    assert resolution.kind is not EventKind.AMENDMENT
    assert amendment.amends == resolution.paragraph


def test_the_words_of_a_lost_motion_are_never_a_decision() -> None:
    minutes = """3. Verges
Mr Cobb proposed and Mr Hext seconded that
"This Council resolves to cut no verge before July."
Motion lost.
4. Close
At nine."""
    assert [outcome for _, outcome in put(minutes)] == ["lost"]


SAVED = """No.\tItem
14.\tElection of Vice-Chair Minutes: Councillor Purkis was elected Vice-Chair for the year.
15.\tForward plan PDF 75 KB Minutes: RESOLVED that an extra meeting be held in January.
16.\tTask group  PDF 98 KB
To agree the draft report.
Minutes:
RESOLVED that the report be held over to December."""


def test_the_labels_of_a_saved_page_part_its_titles_from_what_was_minuted() -> None:
    assert [(item.number, item.title) for item in items_of(minutes_of(SAVED)) if item.number] == [
        ("14", "Election of Vice-Chair"),
        ("15", "Forward plan"),
        ("16", "Task group"),
    ]
    assert put(SAVED)[-2:] == [
        ("that an extra meeting be held in January.", "agreed"),
        ("that the report be held over to December.", "deferred"),
    ]


def test_numbers_in_the_margin_are_no_part_of_the_text() -> None:
    lines = ["1. Apologies", "None.", "2. Pump", "RESOLVED that the pump be", "painted green."] + [
        f"{number}. Matter {number}\nNothing was said of it." for number in range(3, 12)
    ]
    counted = "\n".join(f" {n}  {text}" for n, text in enumerate("\n".join(lines).split("\n"), 1))
    assert put(counted) == [("that the pump be painted green.", "agreed")]


def test_an_application_is_put_and_the_line_below_it_says_what_became_of_it() -> None:
    minutes = "4. Planning\n31/02247/TCA Barn House, Mill Lane\nworks to trees\nNO OBJECTION\n5. Close\nAt nine."
    (row,) = rows_of(decisions_of(minutes_of(minutes)))
    assert "31/02247/TCA Barn House" in row["text"]
    assert row["result"] == "NO OBJECTION"


def test_other_weights_decide_while_they_are_in_use() -> None:
    minutes = "2. Pump\nMiss Ash was thanked and the handle was established.\n3. Close\nAt nine."
    with using({"": 20.0}):
        assert put(minutes)
    with using({"": -20.0}):
        assert put(minutes) == []
