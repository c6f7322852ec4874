"""What was decided before the decision that was asked about last."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.compose.decisions.before_that import before_that
from app.compose.records import Records
from corpus.papers import Meeting, Paper
from indexer.findings.minutes import Decision
from indexer.sections.section import Section, SectionKind
from retriever.questions import understand
from retriever.register import Ruling
from retriever.vocabulary import Vocabulary

WORDS = Vocabulary([], {}, passages=100)
MARCH = Section(Paper("a.pdf", "0" * 64, 1, 1), SectionKind.MINUTES, Meeting("Saltby", "Cabinet", date(2031, 3, 4)))
MAY = replace(MARCH, paper=Paper("b.pdf", "1" * 64, 1, 1), meeting=replace(MARCH.meeting, held_on=date(2031, 5, 6)))


def ruling(section: Section, item: str, title: str, text: str) -> Ruling:
    return Ruling(section, item, title, (Decision(section, 1, item, title, text, "agreed"),))


HELD = (
    ruling(MARCH, "2", "Tide Mill", "that the tide mill be surveyed."),
    ruling(MAY, "3", "Quay", "that the quay be lit."),
    ruling(MAY, "4", "Tide Mill", "that the tide mill be let."),
)
ABOUT = "What was decided about the tide mill?"


def said(question: str, before: str = ABOUT, held: tuple[Ruling, ...] = HELD) -> list[tuple[str, str]]:
    asked = understand(question, [before], vocabulary=WORDS)
    told = before_that(asked, Records(rulings=held), WORDS.rarity)
    return [(one.text, one.evidence.sentence if one.evidence else "") for one in told]


def test_before_that_is_the_earlier_decision_on_the_same_matter() -> None:
    assert said("What was decided before that?") == [
        ("On 4 March 2031 the Saltby Cabinet agreed (minute 2):", "that the tide mill be surveyed.")
    ]


def test_just_before_that_is_the_item_before_in_the_same_minutes() -> None:
    assert said("Just before that?") == [
        (
            "Just before that, in the same minutes. On 6 May 2031 the Saltby Cabinet agreed (minute 3):",
            "that the quay be lit.",
        )
    ]


def test_a_matter_without_an_earlier_decision_has_the_item_before() -> None:
    assert said("And before that?", held=HELD[1:])[0][1] == "that the quay be lit."


def test_other_follow_ups_are_left_to_others() -> None:
    assert said("Why was the quay closed before that?") == []
    assert said("Why?") == []
