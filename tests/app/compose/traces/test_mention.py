"""The newest words on a thing that is no stored matter, where it is asked how it stands."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.compose.evidence import Evidence
from app.compose.records import Records
from app.compose.traces.mention import last_mentions
from corpus.papers import Meeting, Paper
from indexer.findings.minutes import Decision
from indexer.passages.passage import Passage
from indexer.sections.section import Section, SectionKind
from retriever.questions import understand
from retriever.register import Ruling
from retriever.vocabulary import Vocabulary

WORDS = Vocabulary([], {}, passages=100)
MARCH = Section(
    Paper("a.pdf", "0" * 64, 1, 1), SectionKind.MINUTES, Meeting("Saltby Parish Council", "", date(2031, 3, 4))
)
MAY = replace(MARCH, meeting=replace(MARCH.meeting, held_on=date(2031, 5, 6)))
FIRST = Evidence.of(MARCH, "Jo Ash to trim the plum tree.", 1)
LOG = Passage(MAY, "Mar31.02 Jo Ash to trim the plum tree\nJA Done\nMar31.03 Mend the gate", "", 1, 1)
LAST = Evidence("Mar31.02 Jo Ash to trim the plum tree", LOG, score=0.0, coverage=1.0)


NOTHING = Records()


def said(question: str, records: Records = NOTHING) -> list[tuple[str, str]]:
    told = last_mentions(understand(question, vocabulary=WORDS), [FIRST, LAST], records, WORDS.rarity)
    return [(one.text, one.evidence.sentence if one.evidence else "") for one in told]


def test_the_newest_mention_comes_first_with_what_became_of_it() -> None:
    assert said("What is happening with the plum tree?") == [
        (
            "The latest that we have: Saltby Parish Council, 6 May 2031 (minutes):",
            "Mar31.02 Jo Ash to trim the plum tree\nJA Done",
        ),
        ("Saltby Parish Council, 4 March 2031 (minutes):", "Jo Ash to trim the plum tree."),
    ]


def test_what_was_decided_is_left_to_who_tells_rulings() -> None:
    limb = Decision(MARCH, 1, "4", "Plum tree", "that the plum tree be trimmed.", "agreed")
    held = Records(rulings=(Ruling(MARCH, "4", "Plum tree", (limb,)),))
    assert said("What is happening with the plum tree?", held) == []


def test_other_questions_are_left_to_others() -> None:
    assert said("Who trims the plum tree?") == []


def test_a_newer_paper_with_a_kindred_word_in_its_title_says_more() -> None:
    named = Passage(replace(MAY, title="Plumbing"), "It was sent off.", "", 1, 1, title="Plumbery works")
    newer = Evidence("It was sent off.", named, score=0.0, coverage=0.0)
    question = understand("What is happening with the plumbers?", vocabulary=WORDS)
    old = Evidence.of(MARCH, "The plumbers came on Monday.", 1)
    assert last_mentions(question, [old], NOTHING, WORDS.rarity) != []
    assert last_mentions(question, [old, newer], NOTHING, WORDS.rarity) == []
