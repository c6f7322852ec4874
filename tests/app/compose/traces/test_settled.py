"""Yes, no or not yet: what the own words of a decision say to a question, and what they leave open."""

from __future__ import annotations

from datetime import date

import pytest

from app.compose.traces.settled import sense_of, settled
from app.matters.ledger import Ledger
from app.matters.position import position_of
from corpus.papers import Meeting, Paper
from indexer.findings.minutes import Decision
from indexer.findings.recommendations import Recommendation
from indexer.linking.matters import ItemKind, MatterItem, matter_of
from indexer.sections.section import Section, SectionKind
from retriever.question_forms.ends import end_asked
from retriever.register import proposals, rulings

MILL = frozenset({"tide", "mill"})
FIRST, SECOND = date(2031, 1, 7), date(2031, 3, 4)


def section(day: date, body: str = "Cabinet", kind: SectionKind = SectionKind.MINUTES) -> Section:
    return Section(Paper(f"{day}{body}.pdf", "0", 1, 1), kind, Meeting("Saltby Council", body, day), "Tide Mill", "7")


def limb(day: date, text: str, outcome: str = "agreed", body: str = "Cabinet") -> Decision:
    return Decision(section(day, body), 1, "7", "Tide Mill", text, outcome)


def said(question: str, *limbs: Decision, asked: str = "") -> str:
    """What is said first to a question, where these limbs were decided and a last report asks for something."""
    items = [
        MatterItem(one.section, ItemKind.MINUTES, "7", "Tide Mill", 1, str(one.section.paper.file)) for one in limbs
    ]
    report = section(date(2031, 5, 6), kind=SectionKind.REPORT)
    wishes = [Recommendation(report, "1", asked, 1)] if asked else []
    if asked:
        items.append(MatterItem(report, ItemKind.REPORT, "", "Tide Mill", 1, "r"))
    ledger = Ledger(rulings(limbs), proposals(wishes))
    end = end_asked(question)
    found = settled(end, position_of(matter_of(items), ledger)) if end else None
    return found.words if found else ""


@pytest.mark.parametrize(
    ("question", "text", "words"),
    [
        ("Is the Tide Mill closing?", "that the Tide Mill be closed on 1 May 2031.", "Yes."),
        ("Is the Tide Mill closing?", "the Council cease to operate the Tide Mill unless it is let by then", "Yes, on conditions."),
        ("Is the Tide Mill closing?", "agrees that the Tide Mill remain open until 31 May 2031", "No, not before 31 May 2031."),
        ("Is the Tide Mill closing?", "that the mill be not closed", "No."),
        ("Is the Tide Mill closing?", "approves the closure of the Tide Mill.", "Yes."),
        ("Is the Tide Mill still open?", "that the closure of the Tide Mill be approved.", "No."),
        ("Has the Tide Mill scheme been approved?", "that the scheme be approved.", "Yes."),
        ("Was the Tide Mill refused?", "that the application be approved.", "No."),
        ("Is the Tide Mill being sold?", "approves the sale of the Tide Mill to the Friends.", "Yes."),
        ("Is the Tide Mill being sold?", "that the Tide Mill be retained by the Council.", "No."),
        ("Is the Tide Mill being let?", "approves the grant to the Friends of a lease of the Tide Mill for ten years", "Yes."),
        ("Will the Tide Mill be demolished?", "that the Tide Mill be demolished.", "Yes."),
        ("Is the Tide Mill going ahead?", "that the introduction of the Tide Mill scheme be agreed.", "Yes."),
        ("Is the Tide Mill going ahead?", "that the scheme not proceed.", "No."),
    ],
)  # fmt: skip
def test_a_decision_whose_own_words_say_it_gives_yes_or_no(question: str, text: str, words: str) -> None:
    assert said(question, limb(FIRST, text)) == words


@pytest.mark.parametrize(
    "text",
    [
        "that the road to the Tide Mill be closed for the works.",
        "that a consultation on the closure of the Tide Mill be approved.",
        "that the Director be asked whether the Tide Mill be closed.",
        "that the Tide Mill Leisure and Community Trust be closed.",
        "that the report on the Tide Mill be agreed.",
        "that the working group be kept open until the lease of the mill is signed.",
    ],
)
def test_words_about_another_thing_say_nothing(text: str) -> None:
    assert said("Is the Tide Mill closing?", limb(FIRST, text)) == ""


@pytest.mark.parametrize("text", ["This was agreed and accepted.", "to mill on, timetable yet to be agreed."])
def test_words_that_only_point_to_others_or_wait_approve_nothing(text: str) -> None:
    assert said("Has the Tide Mill been approved?", limb(FIRST, text)) == ""


def test_a_lease_of_a_thing_does_not_approve_the_thing() -> None:
    assert said("Has the Tide Mill been approved?", limb(FIRST, "approves the grant of a lease of the Tide Mill")) == ""


def test_the_newest_decision_answers() -> None:
    closed, kept = limb(FIRST, "that the Tide Mill be closed."), limb(SECOND, "that the Tide Mill remain open.")
    assert said("Is the Tide Mill closing?", closed, kept) == "No."


def test_what_only_a_report_asks_for_is_not_decided() -> None:
    noted = limb(FIRST, "that the report be noted.", "noted")
    assert said("Is the Tide Mill closing?", noted, asked="that the Tide Mill be closed.") == (
        "Not yet decided in the papers we have."
    )


def test_a_report_that_asks_for_approval_leaves_open_whether_it_is_approved() -> None:
    noted = limb(FIRST, "that the report be noted.", "noted")
    text = "that the Cabinet review and approve the draft."
    assert said("Has the Tide Mill plan been signed off yet?", noted, asked=text).startswith("Not yet decided")
    assert said("Is the Tide Mill closing?", noted, asked=text) == ""


def test_what_was_put_off_is_not_decided() -> None:
    text = "that the scheme be deferred to March."
    assert said("Is the Tide Mill going ahead?", limb(FIRST, text, "deferred")).startswith("Not yet decided")
    assert said("Was the Tide Mill deferred?", limb(FIRST, text, "deferred")) == "Yes."


def test_what_was_put_off_is_not_open_any_more_once_it_came_back() -> None:
    open_until = limb(date(2030, 5, 7), "agrees that the Tide Mill remain open until 31 May 2031")
    put_off = limb(FIRST, "that consideration of the Tide Mill be deferred to March.", "deferred")
    let = limb(SECOND, "approves a grant of £4,000 to the Friends, who are to take it over")
    assert said("Is the Tide Mill closing?", open_until, put_off, let) == "No, not before 31 May 2031."
    assert said("Is the Tide Mill closing?", open_until, put_off) == "Not yet decided in the papers we have."


def test_what_one_meeting_approved_and_put_off_is_so_in_part() -> None:
    limbs = (
        limb(FIRST, "that the scheme be approved;"),
        limb(FIRST, "that the scheme at the weir be deferred.", "deferred"),
    )
    assert said("Is the Tide Mill going ahead?", *limbs) == "In part."


def test_a_motion_that_was_lost_answers_for_what_it_wanted_and_not_for_the_opposite() -> None:
    assert said("Is the Tide Mill closing?", limb(FIRST, "that the Tide Mill be closed.", "lost")) == "No."
    assert said("Is the Tide Mill closing?", limb(FIRST, "that the Tide Mill remain open.", "lost")) == ""


def test_a_refusal_that_is_filed_as_rejected_is_a_refusal() -> None:
    assert said("Was the Tide Mill approved?", limb(FIRST, "that the application be refused.", "rejected")) == "No."


def test_a_decision_that_was_sent_back_is_not_settled() -> None:
    closed = limb(FIRST, "that the Tide Mill be closed.")
    back = limb(SECOND, "that the decision be referred back to the Cabinet.", "referred", "Scrutiny Committee")
    assert said("Is the Tide Mill closing?", closed, back) == "Not settled in the papers we have."


def test_what_scrutiny_thinks_settles_nothing() -> None:
    view = limb(SECOND, "that the Tide Mill remain open.", body="Scrutiny Committee")
    assert said("Is the Tide Mill closing?", limb(FIRST, "that the Tide Mill be closed."), view) == "Yes."
    noted = limb(FIRST, "that the report be noted.", "noted")
    assert said("Is the Tide Mill closing?", noted, view) == "Not yet decided in the papers we have."


def test_a_question_for_no_end_has_none() -> None:
    assert end_asked("How much does the Tide Mill cost to heat?") is None


def test_a_generic_word_means_the_matter_only_under_its_own_item() -> None:
    end = end_asked("Is it approved?")
    assert end is not None
    assert sense_of(end, "that the application be approved", MILL, own=True) is True
    assert sense_of(end, "that the application be approved", MILL, own=False) is None
