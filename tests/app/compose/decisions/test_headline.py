from datetime import date

from app.compose.decisions.headline import fate, headline
from corpus.papers import Meeting, Paper
from indexer.findings.decisions import Decision
from indexer.findings.events import EventKind, VoteEvent
from indexer.sections.section import Section, SectionKind
from retriever.questions import Question, understand
from retriever.vocabulary import Vocabulary

MINUTES = Section(
    Paper("a.pdf", "0" * 64, 1, 1), SectionKind.MINUTES, Meeting("Marlham Town Council", "Council", date(2031, 3, 4))
)
LOST = Decision(
    MINUTES, 1, "7", "Lamps", "The amendment was lost.", "lost", amendment=True, paragraph=4,
    votes="For 3, Against 9", mover="Councillor Ash", seconder="Councillor Elm",
)  # fmt: skip
EVENT = VoteEvent(
    MINUTES, 1, "7", "Lamps", 4, EventKind.AMENDMENT, "That the lamps be lit.", (), "lost", noes=("Oak", "Yew")
)


def asked(text: str) -> Question:
    return understand(text, vocabulary=Vocabulary([], {}, passages=200, holding=lambda _: 5))


def test_who_moved_is_answered_with_mover_and_seconder() -> None:
    found = headline(asked("Who moved the amendment on lamps?"), LOST, [EVENT])
    assert found.text == "The amendment was moved by Councillor Ash, seconded by Councillor Elm."
    assert found.spans == ("Councillor Ash", "Councillor Elm")


def test_who_voted_against_is_answered_by_the_names_of_that_vote_only() -> None:
    other = VoteEvent(MINUTES, 1, "7", "Lamps", 9, EventKind.MOTION, "That it be so.", (), "carried", noes=("Fir",))
    assert headline(asked("Which councillors voted against it?"), LOST, [other, EVENT]).text == (
        "2 voted against: Oak and Yew."
    )


def test_how_many_voted_is_answered_by_the_words_of_the_vote() -> None:
    assert headline(asked("How many voted for the amendment?"), LOST, []).spans == ("For 3, Against 9",)


def test_without_a_record_there_is_no_headline() -> None:
    bare = Decision(MINUTES, 1, "7", "Lamps", "RESOLVED that the lamps be lit.", "agreed")
    assert headline(asked("Who moved the motion on lamps?"), bare, []).text == ""
    assert fate(bare).text == ""


def test_what_was_lost_is_said_to_be_lost() -> None:
    assert fate(LOST).text == (
        "The amendment (moved by Councillor Ash, seconded by Councillor Elm) was lost (For 3, Against 9)."
    )
