"""What became of a recommendation, read off the decisions of the meeting that its report was laid before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from corpus.papers import Meeting, Paper
from indexer.findings.minutes import Decision
from indexer.findings.recommendations import Recommendation
from indexer.linking.fates import FateKind, fate_of, fates_of
from indexer.sections.section import Section, SectionKind

MEETING = Meeting("Marrowdale Borough Council", "Harbour Committee", date(2019, 5, 6))
REPORT = Section(Paper("may.pdf", "1", 0, 0), SectionKind.REPORT, MEETING, "Winter dredging", "4")
MINUTES = Section(Paper("july.pdf", "2", 0, 0), SectionKind.MINUTES, MEETING, "Minutes of 6 May 2019")


def asked(text: str, number: str = "3.1") -> Recommendation:
    return Recommendation(REPORT, number, text, 2)


def decided(text: str, outcome: str, *, title: str = "WINTER DREDGING", motion: str = "") -> Decision:
    return Decision(MINUTES, 1, "34", title, text, outcome, motion=motion)


LET = asked("That the dredging contract be let for three years at a cost of £40,000.")


@pytest.mark.parametrize(
    ("limb", "text", "outcome", "kind"),
    [
        (LET, "the contract be let for three years at £40,000;", "approved", "approved as recommended"),
        (LET, "the contract be let for two years at £40,000;", "approved", "amended"),
        (LET, "the contract be let for three years at £36,000;", "approved", "amended"),
        (LET, "the contract be let, save that the middle reach be left alone;", "approved", "amended"),
        (LET, "the letting of the contract be deferred to July;", "deferred", "deferred"),
        (LET, "the letting of the contract be referred to the Council;", "referred", "referred"),
        (LET, "the proposal to let the contract be refused;", "rejected", "rejected"),
        (LET, "Recommendation 3.1 was agreed.", "agreed", "approved as recommended"),
        (
            asked("That the soundings be taken yearly.", "R3."),
            "recommendations 1 to 6 be referred to the Council",
            "referred",
            "referred",
        ),
        (asked("That the soundings be noted."), "the report was noted.", "noted", "noted"),
        (
            asked("rule out the use of the old barge"),
            "the old barge be rejected;",
            "rejected",
            "approved as recommended",
        ),
        (
            asked("send the soundings to the Council"),
            "the soundings be referred to the Council",
            "referred",
            "approved as recommended",
        ),
    ],
)
def test_the_fates(limb: Recommendation, text: str, outcome: str, kind: str) -> None:
    decision = decided(text, outcome)
    fate = fate_of(limb, [decision])
    assert (fate.kind.value, fate.decision) == (kind, decision)


@pytest.mark.parametrize(
    ("limb", "text"),
    [
        (asked("That the soundings be taken yearly.", "R7."), "recommendations 1 to 6 be referred to the Council"),
        (asked("That the barge be sold."), "the public be excluded from the meeting"),
    ],
)
def test_a_decision_on_other_recommendations_or_on_who_may_listen_is_no_fate(limb: Recommendation, text: str) -> None:
    assert fate_of(limb, [decided(text, "agreed")]).kind is FateKind.NOT_FOUND


@pytest.mark.parametrize(
    ("text", "outcome", "kind"),
    [
        ("choose between the tenders, or say whether there should be others", "approved", "amended"),
        ("approve, vary or refuse the tender", "approved", "amended"),
        ("decide which of the tenders is to be taken", "deferred", "deferred"),
    ],
)
def test_a_choice_left_to_the_body_is_answered_in_its_own_words(text: str, outcome: str, kind: str) -> None:
    decision = decided("the barge be hired for the summer.", outcome)
    assert fate_of(asked(text), [decision]).kind.value == kind


def test_what_a_deferral_waits_for_is_not_deferred() -> None:
    survey = asked("That the soundings of the river mouth be paid for.")
    decisions = [
        decided("the letting of the contract be deferred until the soundings of the river mouth are in;", "deferred"),
        decided("soundings of the mouth be paid for from the reserve.", "approved"),
    ]
    assert fate_of(survey, decisions).decision == decisions[1]


def test_a_sole_decision_answers_only_what_it_does_not_contradict_with_a_matter_of_its_own() -> None:
    assert fate_of(LET, [decided("Agreed.", "agreed")]).kind is FateKind.APPROVED
    assert fate_of(LET, [decided("the barge at Saltby be scrapped.", "agreed")]).kind is FateKind.NOT_FOUND


def test_each_fate_is_that_of_its_own_meeting() -> None:
    elsewhere = replace(LET, section=replace(REPORT, meeting=replace(MEETING, body="Ferry Committee")))
    decision = decided("the contract be let for three years at £40,000;", "approved")
    found = [(one.recommendation, one.decision) for one in fates_of([elsewhere, LET], [decision])]
    assert found == [(elsewhere, None), (LET, decision)]


def test_the_limb_is_the_one_about_the_same_matter() -> None:
    decisions = [
        decided("the harbour dues be frozen;", "approved"),
        decided("the contract be let for three years at £40,000.", "deferred"),
    ]
    assert fate_of(LET, decisions).decision == decisions[1]


def test_what_is_approved_in_part_is_amended() -> None:
    limb = asked("That buoys be laid off the Mole, the Slipway and the Oyster Beds.")
    decisions = [
        decided("buoys be laid off the Mole and the Slipway;", "approved"),
        decided("the buoys off the Oyster Beds be deferred.", "deferred"),
    ]
    assert fate_of(limb, decisions).kind is FateKind.AMENDED


def test_a_motion_that_there_be_none_turns_it_down() -> None:
    limb = asked("That the harbour dues be raised by a penny.")
    motion = "Cllr Ash moved that there be no rise in the harbour dues."
    assert fate_of(limb, [decided("The motion was carried.", "carried", motion=motion)]).kind is FateKind.REJECTED


@pytest.mark.parametrize(
    "meeting",
    [
        replace(MEETING, held_on=date(2019, 7, 1)),
        replace(MEETING, body="Ferry Committee"),
        replace(MEETING, organisation="Saltby Town Council"),
        replace(MEETING, held_on=None),
    ],
)
def test_another_meeting_says_nothing(meeting: Meeting) -> None:
    decision = decided("the contract be let for three years at £40,000;", "approved")
    other = replace(decision, section=replace(MINUTES, meeting=meeting))
    assert fate_of(LET, [other]).kind is FateKind.NOT_FOUND


def test_another_item_says_nothing() -> None:
    assert (
        fate_of(LET, [decided("the ferry contract be let.", "approved", title="Ferry fares")]).kind
        is FateKind.NOT_FOUND
    )


def test_an_amendment_is_not_yet_a_decision() -> None:
    decision = replace(decided("the contract be let for three years at £40,000;", "carried"), amendment=True)
    assert fate_of(LET, [decision]).kind is FateKind.NOT_FOUND
