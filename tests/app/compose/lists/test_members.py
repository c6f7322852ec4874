"""Lists of what members did come whole from the records."""

from __future__ import annotations

from datetime import date

from app.compose.lists.listing import listing
from app.compose.records import Records
from corpus.papers import Meeting, Paper
from indexer.findings.actions import Action
from indexer.findings.events import EventKind, VoteEvent
from indexer.findings.members.interests import Interest
from indexer.passages.passage import Passage
from indexer.sections.section import Section, SectionKind
from retriever.questions import understand
from retriever.search import Hit
from retriever.vocabulary import Vocabulary

WORDS = Vocabulary([], {}, passages=100)
PAPER = Paper("a.pdf", "0" * 64, 1, 1)
MARCH = Section(PAPER, SectionKind.MINUTES, Meeting("Wexbridge District Council", "Cabinet", date(2024, 3, 4)))
MAY = Section(PAPER, SectionKind.MINUTES, Meeting("Wexbridge District Council", "Cabinet", date(2024, 5, 6)))
LOG = Section(PAPER, SectionKind.ACTION_LOG, Meeting("Wexbridge District Council", "Cabinet", date(2024, 5, 6)))

INTERESTS = (
    Interest(
        MARCH, "Cllr Ash", "Cllr Ash declared a personal interest in the barn.", "the barn", "personal", "left", "2"
    ),
    Interest(MAY, "Cllr Elm", "Cllr Elm declared an interest in item 7.", "item 7", item="2"),
)
EVENTS = (
    VoteEvent(MARCH, 1, "5", "Barn", 0, EventKind.MOTION, "that the barn be let", (), "lost", mover="Cllr Ash"),
    VoteEvent(MAY, 1, "6", "Slip", 0, EventKind.MOTION, "that it be relaid", (), "carried", "", "Cllr Elm", "Cllr Ash"),
)
ACTIONS = (
    Action(MARCH, "Write to the pilots about the slip", "Peg Moss", "June"),
    Action(MARCH, "Price a new buoy for the bar", "Ivo Kerr"),
    Action(LOG, "Price a new buoy for the bar", "Ivo Kerr", status="Completed 2 May"),
)


def said(question: str) -> list[tuple[str, str]]:
    held = Records(interests=INTERESTS, events=EVENTS, actions=ACTIONS, sections=(MARCH, MAY))
    draft = listing(understand(question, vocabulary=WORDS), [], [], held, WORDS.rarity)
    return [(s.text, s.evidence.sentence if s.evidence else "") for s in draft.statements] if draft else []


def test_who_declared_an_interest_in_a_thing() -> None:
    assert said("Who declared an interest in the barn?") == [
        ("The minutes record one declaration of interest.", ""),
        (
            "4 March 2024, Wexbridge District Council Cabinet – Cllr Ash, who left or took no part:",
            "Cllr Ash declared a personal interest in the barn.",
        ),
    ]


def test_who_declared_an_interest_in_an_item() -> None:
    assert [quote for _, quote in said("Who declared an interest in item 7?")] == [
        "",
        "Cllr Elm declared an interest in item 7.",
    ]


def test_all_interests_of_a_time() -> None:
    assert len(said("Which interests were declared in 2024?")) == 3


def test_what_a_member_moved_and_seconded() -> None:
    assert [quote for _, quote in said("What did Cllr Ash move or second?")] == [
        "",
        "that the barn be let",
        "that it be relaid",
    ]


def test_what_a_member_moved_only() -> None:
    assert [quote for _, quote in said("What did Cllr Ash move?")] == ["", "that the barn be let"]


def test_open_actions_are_those_that_no_later_log_calls_done() -> None:
    assert [quote for _, quote in said("Which actions are still open?")] == ["", "Write to the pilots about the slip"]


OATH_OF_OFFICE = Passage(
    MAY, "The Clerk administered the Oath of Office to Trustee Fir.", "", 1, 1, title="New trustee"
)
TO_COME = Passage(MARCH, "The new trustee will take the oath of office in May.", "", 1, 1, title="New trustee")


def sworn(question: str) -> list[str]:
    hits = [Hit(TO_COME, 2.0), Hit(OATH_OF_OFFICE, 1.0)]
    draft = listing(understand(question, vocabulary=WORDS), hits, [], Records(sections=(MARCH, MAY)), WORDS.rarity)
    return [s.evidence.sentence for s in draft.statements if s.evidence] if draft else []


def test_who_was_sworn_in_is_whoever_took_the_oath() -> None:
    assert sworn("When was the new trustee sworn in?") == ["The Clerk administered the Oath of Office to Trustee Fir."]


def test_another_office_is_not_meant() -> None:
    assert sworn("When was the harbour master of Saltby sworn in?") == []
