"""Who voted which way, and by how many, is told of the vote that is meant."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.compose.lists.listing import listing
from app.compose.records import Records
from corpus.papers import Meeting, Paper
from indexer.findings.events import EventKind, VoteEvent, voters
from indexer.passages.passage import Passage
from indexer.sections.section import Section, SectionKind
from retriever.questions import understand
from retriever.search import Hit
from retriever.vocabulary import Vocabulary

WORDS = Vocabulary([], {}, passages=100)
PAPER = Paper("a.pdf", "0" * 64, 1, 1)
MARCH = Section(PAPER, SectionKind.MINUTES, Meeting("Wexbridge District Council", "Council", date(2024, 3, 4)))
HERE = "Wexbridge District Council minutes, 4 March 2024 (minute 5):"

ON_AMENDMENT = "For (1): Councillor Elm; Against (3): Councillors Ash, Oak and Yew"
ON_BUDGET = "For (3): Councillors Ash, Oak and Yew; Against (1): Councillor Elm"


def event(kind: EventKind, paragraph: int, proposal: str, votes: str, outcome: str, result: str = "") -> VoteEvent:
    ayes, noes, abstained = voters(votes)
    made = VoteEvent(MARCH, 1, "5", "Budget for 2024/25", paragraph, kind, proposal, (), outcome, votes=votes)
    return replace(made, mover="Councillor Ash", ayes=ayes, noes=noes, abstained=abstained, result=result)


AMENDMENT = event(EventKind.AMENDMENT, 2, "that the lido grant be put back", ON_AMENDMENT, "lost")
BUDGET = event(EventKind.MOTION, 4, "that a budget of £3m be approved", ON_BUDGET, "approved")


def said(question: str, *events: VoteEvent, hits: list[Hit] | None = None) -> list[tuple[str, str]]:
    held = Records(events=events or (AMENDMENT, BUDGET), sections=(MARCH,))
    draft = listing(understand(question, vocabulary=WORDS), hits or [], [], held, WORDS.rarity)
    return (
        [(s.headline or s.text, s.evidence.sentence if s.evidence else "") for s in draft.statements] if draft else []
    )


def test_who_voted_against_is_told_of_the_motion_and_not_of_a_lost_amendment() -> None:
    assert said("Who voted against the budget?") == [
        (
            "On the motion itself, not the amendment: One voted against the motion under “Budget for 2024/25”, which was "
            f"carried. {HERE}",
            "Against (1): Councillor Elm",
        ),
        ("What was decided:", "that a budget of £3m be approved"),
    ]


def test_the_amendment_is_told_of_where_it_is_named() -> None:
    assert said("Who voted against the amendment to the budget?")[0] == (
        f"3 voted against the amendment under “Budget for 2024/25”, which was lost. {HERE}",
        "Against (3): Councillors Ash, Oak and Yew",
    )


@pytest.mark.parametrize("question", ["How did the vote on the budget go?", "Was the vote on the budget close?"])
def test_how_a_vote_fell_is_counted_with_the_votes_on_amendments_behind(question: str) -> None:
    assert [text for text, _ in said(question)] == [
        f"The motion under “Budget for 2024/25” was carried: 3 for, 1 against. {HERE}",
        "What was decided:",
        f"The amendment under “Budget for 2024/25” was lost: 1 for, 3 against. {HERE}",
    ]


def test_where_no_names_are_recorded_the_first_line_says_so_with_the_count() -> None:
    lost = event(
        EventKind.MOTION,
        1,
        "that the budget be halved",
        "9 for, 17 against",
        "lost",
        result="Lost (9 for, 17 against).",
    )
    assert said("Who voted against the budget?", lost)[0] == (
        "The minutes do not name who voted against the motion under “Budget for 2024/25”, which was lost: they say only "
        f"“9 for, 17 against”. {HERE}",
        "Lost (9 for, 17 against).",
    )


def test_where_no_vote_is_recorded_the_first_line_says_so() -> None:
    agreed = event(EventKind.MOTION, 1, "that the budget be approved", "", "approved")
    assert said("Who voted against the budget?", agreed) == [
        (
            f"The minutes record no vote on the motion under “Budget for 2024/25”, only what was decided. {HERE}",
            "that the budget be approved",
        )
    ]


def test_nobody_voted_against_what_was_unanimous() -> None:
    agreed = event(EventKind.MOTION, 1, "The budget was agreed unanimously.", "unanimously", "agreed")
    assert said("Who voted against the budget?", agreed)[0] == (
        f"Nobody voted against the motion under “Budget for 2024/25”. {HERE}",
        "The budget was agreed unanimously.",
    )


def test_nobody_is_not_said_where_a_side_is_printed_in_a_way_that_was_not_understood() -> None:
    odd = event(EventKind.MOTION, 1, "that the budget be approved", "Aye: Ash, Oak. Contrary minded: Elm", "approved")
    assert said("Who voted against the budget?", odd)[0] == (
        f"The minutes give the vote on the motion under “Budget for 2024/25”, which was carried, as follows. {HERE}",
        "Aye: Ash, Oak. Contrary minded: Elm",
    )


def test_those_on_a_side_without_a_count_are_named() -> None:
    roll = event(
        EventKind.MOTION, 1, "that the budget be approved", "Aye: Ash, Oak No: Elm, Yew Absent: Fir", "approved"
    )
    assert said("Who voted against the budget?", roll)[0] == (
        f"Elm and Yew voted against the motion under “Budget for 2024/25”, which was carried. {HERE}",
        "Aye: Ash, Oak No: Elm, Yew Absent: Fir",
    )


def test_a_vote_on_something_else_is_not_told() -> None:
    assert said("Who voted against the ferry?") == []


def test_a_motion_is_known_by_what_was_said_under_it() -> None:
    spoken = Passage(MARCH, "The lido motion: that 1 per cent be spent", "", item="5", title="Budget for 2024/25")
    assert (
        said("Who voted against the lido budget?", BUDGET, hits=[Hit(spoken, 1.0)])[0][1]
        == "Against (1): Councillor Elm"
    )


def test_the_amended_motion_is_the_motion() -> None:
    assert said("Who voted against the amended budget?")[0][1] == "Against (1): Councillor Elm"


def test_whether_a_vote_was_unanimous_is_said_first() -> None:
    assert said("Was the vote on the budget unanimous?")[0][0].startswith("No. The motion under")


def test_anybody_is_asked_for_as_a_side_is() -> None:
    assert said("Did anyone vote against the budget?")[0][1] == "Against (1): Councillor Elm"


def test_an_amendment_is_meant_where_only_it_has_the_words() -> None:
    assert said("How did the vote on the lido grant go?")[0][0].startswith("The amendment under")


def test_a_side_that_is_printed_as_empty_had_nobody() -> None:
    roll = event(EventKind.MOTION, 1, "that the budget be approved", "Aye: Ash, Oak No: None Absent: Fir", "approved")
    assert said("Who voted against the budget?", roll)[0][0].startswith("Nobody voted against the motion")


def test_a_count_in_words_is_not_unanimous() -> None:
    split = event(
        EventKind.MOTION,
        1,
        "that the budget be cut",
        "seven votes to three",
        "lost",
        result="Lost by seven votes to three.",
    )
    assert said("Was the vote on the budget unanimous?", split)[0][0].startswith("No. The motion under")


@pytest.mark.parametrize(
    "question", ["Did the amendment to the budget pass?", "Was the budget amendment carried or lost?"]
)
def test_whether_an_amendment_passed_is_not_answered_by_the_motion(question: str) -> None:
    assert said(question)[0][0].startswith("The amendment under “Budget for 2024/25” was lost")


def test_minutes_that_tell_of_a_ballot_are_not_said_to_record_no_vote() -> None:
    silent = replace(BUDGET, votes="", ayes=(), noes=(), abstained=())
    assert said("How did the vote on the budget go?", silent)
    text = "On a ballot the budget had four votes."
    passage = Passage(MARCH, text, text, 1, 1, item="5", title="Budget for 2024/25")
    held = Records(events=(silent,), sections=(MARCH,), passages_of=lambda _: [passage])
    assert (
        listing(understand("How did the vote on the budget go?", vocabulary=WORDS), [], [], held, WORDS.rarity) is None
    )
