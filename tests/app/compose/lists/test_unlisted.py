from dataclasses import replace
from datetime import date

import pytest

from app.compose.lists.people import apologies_said
from app.compose.lists.unlisted import unlisted
from app.compose.records import Records
from corpus.papers import Meeting, Paper
from indexer.findings.attendance import Attendance, Capacity
from indexer.findings.minutes import Decision
from indexer.passages.passage import Passage
from indexer.sections.section import Section, SectionKind
from retriever.questions import understand
from retriever.register import Ruling
from retriever.search import Hit
from retriever.vocabulary import Place, Vocabulary

COUNCIL = "Wexbridge District Council"
WORDS = Vocabulary([Place(COUNCIL, "Cabinet")], {}, passages=100)
MARCH = Section(
    Paper("a.pdf", "0" * 64, 1, 1), SectionKind.MINUTES, Meeting(COUNCIL, "Cabinet", date(2024, 3, 4)), page=1
)
LIMB = Decision(MARCH, 1, "7", "Lido", "that the lido be closed", "agreed")
HELD = Records(rulings=(Ruling(MARCH, "7", "Lido", (LIMB,)),), sections=(MARCH,))
VOTED = Records(rulings=(Ruling(MARCH, "7", "Lido", (replace(LIMB, votes="For (4): Ash, Elm"),)),), sections=(MARCH,))
NO_VOTE = "The papers do not record who voted how."


def why(question: str, records: Records = HELD, text: str = "The lido was closed.") -> str | None:
    hits = [Hit(Passage(MARCH, text, text), 1.0)]
    return unlisted(understand(question, vocabulary=WORDS), hits, records)


@pytest.mark.parametrize(
    "question", ["any votes recorded in 2024?", "Which recorded votes were there?", "Who voted against it?"]
)
def test_without_a_vote_by_name_none_is_guessed(question: str) -> None:
    assert why(question) == NO_VOTE


def test_votes_that_are_recorded_can_be_listed() -> None:
    assert why("any votes recorded in 2024?", VOTED) is None
    assert why("any votes recorded in 2023?", VOTED) == NO_VOTE
    assert why("Who voted against it?", text="Councillors Ash and Elm voted against.") is None


def test_who_was_at_a_meeting_of_a_time_without_papers_is_not_said() -> None:
    assert why("who chaired the Cabinet in June 2023?") == ""
    assert why("who chaired the Cabinet in March 2024?") is None


@pytest.mark.parametrize("question", ["next meeting of the planning committee", "When does the Cabinet meet next?"])
def test_a_next_meeting_that_no_paper_gives_is_not_found(question: str) -> None:
    assert why(question) == "The papers do not give the date of the next meeting."


def test_what_comes_to_a_next_meeting_may_be_answered() -> None:
    assert why("Which reports come to the next meeting of the Cabinet?") is None


def test_apologies_that_name_nobody_in_the_record_are_quoted_as_said() -> None:
    there = (Attendance(MARCH, "Ash", Capacity.PRESENT),)
    said = Passage(MARCH, "Apologies were received from Mrs Elm.", "", 1, 1, item="1")
    held = Records(attendance=there, sections=(MARCH,), passages_of=lambda _: [said])
    asked = understand("who was absent from the Cabinet on 4 March 2024?", vocabulary=WORDS)
    assert [s.evidence.sentence for s in apologies_said(asked, held) if s.evidence] == [said.text]
    named = replace(held, attendance=(*there, Attendance(MARCH, "Elm", Capacity.APOLOGIES)))
    assert apologies_said(asked, named) == []
