"""Where a matter stands: what decided it last, what came since, what is to come - and what never counts as decided."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.matters.ledger import Ledger
from app.matters.position import Position, position_of
from app.matters.turns import TurnKind
from corpus.papers import Meeting, Paper
from indexer.findings.minutes import Decision
from indexer.findings.recommendations import Recommendation
from indexer.linking.matters import ItemKind, Matter, MatterItem, matter_of
from indexer.passages.passage import Passage
from indexer.sections.section import Section, SectionKind
from retriever.register import proposals, rulings

JANUARY, MARCH, MAY, JULY = date(2031, 1, 7), date(2031, 3, 4), date(2031, 5, 6), date(2031, 7, 1)


def section(day: date, body: str = "Cabinet", kind: SectionKind = SectionKind.MINUTES) -> Section:
    paper = Paper(f"{body} {kind.value} {day}.pdf", "0", 1, 1)
    return Section(paper, kind, Meeting("Saltby Town Council", body, day), "Tide Mill", "7")


def item(of: Section, kind: ItemKind = ItemKind.MINUTES, title: str = "Tide Mill") -> MatterItem:
    return MatterItem(of, kind, "7", title, 1, f"{of.paper.file} {title}")


def limb(of: Section, text: str, outcome: str, title: str = "Tide Mill", number: str = "7") -> Decision:
    return Decision(of, 1, number, title, text, outcome)


def stands(matter: Matter, *limbs: Decision, until: date | None = None, **more: object) -> Position:
    ledger = Ledger(rulings(limbs), **more)  # type: ignore[arg-type]
    return position_of(matter, ledger, until=until)


LEASED, PUT_OFF = section(MARCH), section(JANUARY)
MILL = matter_of([item(PUT_OFF), item(LEASED)])
LEASE = limb(LEASED, "that the mill be leased for ten years.", "approved")
LATER = limb(PUT_OFF, "that the lease be deferred to March.", "deferred")


def test_the_latest_decision_is_the_position() -> None:
    found = stands(MILL, LATER, LEASE)
    assert found.sentence == "On 4 March 2031 the Cabinet agreed: “that the mill be leased for ten years.”"
    assert [turn.kind for turn in found.turns] == [TurnKind.DECIDED, TurnKind.DEFERRED]


def test_a_matter_stood_as_the_papers_of_the_day_say() -> None:
    found = stands(MILL, LATER, LEASE, until=JANUARY)
    assert found.sentence == "On 7 January 2031 the Cabinet put it off: “that the lease be deferred to March.”"


def test_what_scrutiny_agrees_is_told_after_what_the_cabinet_decided() -> None:
    scrutiny = section(MAY, "Scrutiny Committee")
    view = limb(scrutiny, "that the lease be looked at again.", "agreed")
    found = stands(matter_of([item(LEASED), item(scrutiny)]), LEASE, view)
    assert found.decisive is not None
    assert found.decisive.meeting.body == "Cabinet"
    assert [piece.text for piece in found.pieces] == [
        "On 4 March 2031 the Cabinet agreed:",
        "Then, on 6 May 2031 the Scrutiny Committee agreed:",
    ]


def test_where_only_one_body_met_it_decides_whatever_it_is_called() -> None:
    panel = section(MAY, "Advisory Panel")
    found = stands(matter_of([item(panel)]), limb(panel, "that the mill be painted.", "agreed"))
    assert found.decisive is not None


@pytest.mark.parametrize("outcome", ["noted", "requested", "deferred", "referred", "other"])
def test_what_does_not_decide_is_no_position_while_a_decision_stands(outcome: str) -> None:
    later = section(MAY)
    found = stands(matter_of([item(LEASED), item(later)]), LEASE, limb(later, "that the report be so.", outcome))
    assert found.decisive is not None
    assert found.decisive.held_on == MARCH


def test_a_recommendation_to_another_body_decides_nothing() -> None:
    found = stands(matter_of([item(LEASED)]), limb(LEASED, "that the Council be recommended to sell it.", "approved"))
    assert found.decisive is None
    assert found.turns[0].kind is TurnKind.RECOMMENDED


def test_what_a_report_asks_for_is_told_as_asked_and_that_minutes_are_missing() -> None:
    report = section(MAY, kind=SectionKind.REPORT)
    asked = proposals([Recommendation(report, "1", "That the mill be sold.", 1)])
    found = stands(matter_of([item(LEASED), item(report, ItemKind.REPORT)]), LEASE, proposals=asked)
    assert found.pieces[1].text == "Then a report to the Cabinet for 6 May 2031 asks it to:"
    assert found.pieces[2].text == "We have no minutes of that meeting."
    assert [meeting.held_on for meeting in found.without_minutes] == [MAY]


def test_an_agenda_of_a_meeting_that_is_still_to_come_is_no_gap() -> None:
    agenda = section(JULY, kind=SectionKind.FRONT_SHEET)
    assert stands(matter_of([item(LEASED), item(agenda, ItemKind.AGENDA)]), LEASE).without_minutes == ()


def test_an_agenda_says_when_it_is_due() -> None:
    agenda = section(JULY, kind=SectionKind.FRONT_SHEET)
    found = stands(matter_of([item(LEASED), item(agenda, ItemKind.AGENDA)]), LEASE)
    assert [(piece.text, piece.ahead) for piece in found.pieces][1] == (
        "It is on the agenda of the Cabinet for 1 July 2031:",
        True,
    )


def test_what_was_asked_for_by_a_month_to_come_is_still_to_come() -> None:
    asked = limb(LEASED, "that a report be brought by October 2031.", "requested")
    found = stands(MILL, LATER, LEASE, asked)
    ahead = [piece for piece in found.pieces if piece.ahead]
    assert [piece.quotes[0].text for piece in ahead] == ["that a report be brought by October 2031."]


def test_a_month_that_is_over_is_not_to_come() -> None:
    asked = limb(LEASED, "that a report be brought by February 2031.", "requested")
    assert not [piece for piece in stands(MILL, LATER, LEASE, asked).pieces if piece.ahead]


def test_a_decision_under_another_item_that_names_the_matter_is_a_step_aside() -> None:
    budget = section(MAY, "Council")
    kept = limb(budget, "that the Tide Mill be kept open by the Council.", "approved", "Budget", "9")
    found = stands(MILL, LATER, LEASE, kept)
    assert (found.turns[0].aside, found.turns[0].meeting.body) == (True, "Council")
    assert found.decisive is not None
    assert found.decisive.held_on == MARCH


def amendment(of: Section, text: str, title: str = "Tide Mill", number: str = "7") -> Decision:
    """An amendment that was lost, as the register has it."""
    own = limb(of, "The amendment was lost.", "lost", title, number)
    return replace(own, amendment=True, motion=text, proposal=text)


def test_an_amendment_to_another_item_that_names_the_matter_is_no_position() -> None:
    lost = amendment(section(MAY, "Council"), "that £9,000 be kept for the Tide Mill.", "Budget", "9")
    found = stands(MILL, LATER, LEASE, lost)
    assert (found.turns[0].kind, found.turns[0].aside) == (TurnKind.DISCUSSED, True)
    assert found.status == "decided"
    assert found.decisive is not None
    assert found.decisive.held_on == MARCH
    assert "Then, on 6 May 2031 the Council voted on an amendment:" in found.sentence
    assert "The amendment was lost." in found.sentence


def test_where_only_an_amendment_fell_the_matter_is_not_rejected() -> None:
    found = stands(matter_of([item(LEASED)]), amendment(LEASED, "that the rent be doubled."))
    assert (found.decisive, found.status) == (None, "discussed")


def test_that_the_public_withdrew_is_not_what_was_decided_on_a_matter() -> None:
    text = "The Clerk set out what the two tenders for the mill would cost the Council."
    read = Passage(LEASED, text, text, 1, 1, item="7", title="Tide Mill")
    private = limb(LEASED, "That the public be asked to withdraw for this item.", "agreed")
    found = stands(matter_of([item(LEASED)]), private, read=lambda one: [read])
    assert (found.decisive, found.sentence) == (None, f"On 4 March 2031 the Cabinet discussed it: “{text}”")


def test_a_motion_that_was_withdrawn_was_not_put_off() -> None:
    found = stands(matter_of([item(LEASED)]), limb(LEASED, "the motion was withdrawn.", "withdrawn"))
    assert found.sentence == ("On 4 March 2031 the Cabinet recorded that it was withdrawn: “the motion was withdrawn.”")


def test_a_sentence_that_names_the_matter_is_quoted_word_for_word() -> None:
    minutes = section(MAY, "Council")
    text = "The Leader spoke. The Tide Mill is open. It will stay open until the frost comes."
    passage = Passage(minutes, text, text, 1, 1, item="3", title="Questions")
    found = stands(MILL, LATER, LEASE, find=lambda matter, names: [passage])
    assert found.turns[0].quotes[0].text == "The Tide Mill is open. It will stay open until the frost comes."


def test_a_minute_that_only_notes_is_told_with_what_it_says() -> None:
    text = "The roof was mended at a cost of £4,000 in the autumn. Noted."
    passage = Passage(LEASED, text, text, 1, 1, item="7", title="Tide Mill")
    found = stands(matter_of([item(LEASED)]), limb(LEASED, "Noted.", "noted"), read=lambda item: [passage])
    assert [quote.text for quote in found.turns[0].quotes] == [
        "Noted.",
        "The roof was mended at a cost of £4,000 in the autumn.",
    ]


def test_a_motion_that_was_lost_is_said_beside_what_the_same_meeting_did() -> None:
    lost = limb(LEASED, "that the mill be kept for ever.", "lost")
    found = stands(
        matter_of([item(LEASED)]), lost, limb(LEASED, "that the petition be passed to the Board.", "referred")
    )
    assert [quote.text for quote in found.pieces[0].quotes] == [
        "that the petition be passed to the Board.",
        "that the mill be kept for ever.",
    ]


def test_a_meeting_that_only_asked_for_a_report_says_how_things_are() -> None:
    text = "The Clerk said that 87 people were waiting for the mill to open. A further report was asked for."
    read = Passage(LEASED, text, text, 1, 1, item="7", title="Tide Mill")
    asked = limb(LEASED, "that a further report be brought in six months.", "requested")
    found = stands(matter_of([item(LEASED)]), asked, read=lambda one: [read])
    assert "The Clerk said that 87 people were waiting for the mill to open." in found.sentence


@pytest.mark.parametrize(
    "changed",
    [
        {"outcome": "lost", "amendment": True, "kind": "amendment"},
        {"outcome": "carried", "text": "that the meeting be adjourned."},
        {"outcome": "confirmed", "text": "that the minutes of the January meeting be confirmed as a correct record."},
    ],
)
def test_a_lost_amendment_and_a_vote_on_the_meeting_itself_are_no_position(changed: dict[str, object]) -> None:
    later = section(MAY)
    aside = replace(limb(later, "that the mill grant be struck out.", "lost"), **changed)  # type: ignore[arg-type]
    found = stands(matter_of([item(LEASED), item(later)]), LEASE, aside)
    assert found.pieces[0].text == "On 4 March 2031 the Cabinet agreed:"
    assert all("rejected" not in piece.text for piece in found.pieces)


def test_a_decision_that_only_waits_for_the_matter_decides_nothing_about_it() -> None:
    other = section(MAY, "Council")
    waits = limb(
        other, "that the quay be put off until the Tide Mill has been let.", "deferred", title="Quay", number="9"
    )
    assert "Council" not in [turn.meeting.body for turn in stands(MILL, LEASE, waits).turns]


def test_what_is_only_mentioned_later_is_a_step_and_not_the_position() -> None:
    budget = section(JULY)
    passage = Passage(
        budget, "The Tide Mill was open on every day of the spring holiday.", "", 1, 1, item="8", title="Budget"
    )
    found = stands(MILL, LEASE, find=lambda matter, names: [passage])
    assert [piece.text for piece in found.pieces] == ["On 4 March 2031 the Cabinet agreed:"]
    assert found.turns[0].kind is TurnKind.DISCUSSED


def test_a_short_minute_is_quoted_where_it_has_no_longer_sentence() -> None:
    passage = Passage(LEASED, "Tide Mill\nA decision was taken in private.", "", 1, 1, item="7", title="Tide Mill")
    found = stands(matter_of([item(LEASED)]), read=lambda _: [passage])
    assert [quote.text for quote in found.pieces[0].quotes] == ["A decision was taken in private."]
