"""The actions of a meeting, and those of a person, come whole and counted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.compose.lists.listing import listing
from app.compose.records import Records
from corpus.papers import Meeting, Paper
from indexer.findings.actions import Action
from indexer.findings.attendance import Attendance, Capacity
from indexer.findings.minutes import Decision
from indexer.linking.followed_actions import LogRow
from indexer.sections.section import Section, SectionKind
from retriever.questions import understand
from retriever.register import Ruling
from retriever.vocabulary import Vocabulary

WORDS = Vocabulary([], {}, passages=100)
PAPER = Paper("a.pdf", "0" * 64, 1, 1)
BOARD = "Port Board"
MARCH = Section(PAPER, SectionKind.MINUTES, Meeting("Wexbridge District Council", BOARD, date(2024, 3, 4)))
MAY = replace(MARCH, paper=Paper("b.pdf", "1" * 64, 1, 1), meeting=replace(MARCH.meeting, held_on=date(2024, 5, 6)))
LOG = replace(MAY, kind=SectionKind.ACTION_LOG, paper=Paper("c.pdf", "2" * 64, 1, 1))

REQUEST = Decision(MARCH, 1, "4", "Quay", "That the Head of Quays be asked to report in June.", "requested")
ACTIONS = (
    Action(MARCH, "Ivo Kerr to price a buoy", "Ivo Kerr", item="3"),
    LogRow(LOG, "Write to the pilots", "Peg Moss", status="Open", raised="4 March 2024"),
    LogRow(LOG, "Mend the slip", "Peg Moss", status="Done", raised="9 January 2024"),
    Action(MAY, "Peg Moss to sweep the quay", "Peg Moss"),
)
PEOPLE = (
    Attendance(MARCH, "Jo Fir", Capacity.IN_ATTENDANCE, "Head of Quays"),
    Attendance(MARCH, "Al Oak", Capacity.PRESENT),
)
HELD = Records(
    actions=ACTIONS,
    rulings=(Ruling(MARCH, "4", "Quay", (REQUEST,)),),
    sections=(MARCH, MAY, LOG),
    attendance=PEOPLE,
)


def said(question: str) -> list[tuple[str, str]]:
    draft = listing(understand(question, vocabulary=WORDS), [], [], HELD, WORDS.rarity)
    return [(s.text, s.evidence.sentence if s.evidence else "") for s in draft.statements] if draft else []


def test_the_actions_of_a_meeting_are_those_of_minutes_and_of_later_logs_and_what_was_asked_for() -> None:
    assert said("What actions came out of the Port Board on 4 March 2024?") == [
        ("The papers record 3 actions of the Wexbridge District Council Port Board of 4 March 2024:", ""),
        ("Ivo Kerr:", "Ivo Kerr to price a buoy"),
        ("Action:", "That the Head of Quays be asked to report in June."),
        ("Peg Moss:", "Write to the pilots"),
    ]


def test_the_actions_of_a_time_are_told_by_meeting() -> None:
    assert said("Which actions came from 2024?")[0] == ("The papers record 4 actions of 2 meetings:", "")


def test_what_somebody_is_supposed_to_do_is_told_with_how_far_it_is_the_newest_first() -> None:
    assert said("What is Peg Moss supposed to do?") == [
        ("The papers record 3 actions for Peg Moss:", ""),
        ("6 May 2024, Port Board, Open:", "Write to the pilots"),
        ("6 May 2024, Port Board, Done:", "Mend the slip"),
        ("6 May 2024, Port Board:", "Peg Moss to sweep the quay"),
    ]


def test_a_person_is_known_by_the_post_as_well() -> None:
    assert said("What is Jo Fir supposed to do?")[1] == (
        "4 March 2024, Port Board:",
        "That the Head of Quays be asked to report in June.",
    )


def test_the_actions_of_a_meeting_are_not_told_for_somebody_who_has_none() -> None:
    assert said("What actions does Al Oak have?") == []


def test_a_post_that_every_meeting_has_means_nobody_in_particular() -> None:
    chair = (Attendance(MARCH, "Ivo Kerr", Capacity.PRESENT, "Chair"),)
    asked = Action(MAY, "The Chair to open the quay", "The Chair")
    held = replace(HELD, actions=(*ACTIONS, asked), attendance=chair)
    draft = listing(understand("What is Ivo Kerr supposed to do?", vocabulary=WORDS), [], [], held, WORDS.rarity)
    assert draft is not None
    assert [s.evidence.sentence for s in draft.statements if s.evidence] == ["Ivo Kerr to price a buoy"]


def test_that_minutes_went_round_is_no_action() -> None:
    sent = replace(REQUEST, text="The minutes of the meeting of 9 January had been circulated.")
    held = replace(HELD, rulings=(Ruling(MARCH, "4", "Minutes", (sent,)),))
    question = understand("What actions came out of the Port Board on 4 March 2024?", vocabulary=WORDS)
    draft = listing(question, [], [], held, WORDS.rarity)
    assert draft is not None
    assert "circulated" not in " ".join(s.evidence.sentence for s in draft.statements if s.evidence)
