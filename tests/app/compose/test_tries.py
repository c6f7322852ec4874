import sys
from datetime import date

import pytest

from app.compose.evidence import Evidence, weigh
from app.compose.records import Records
from app.compose.tries import Try, asked_for, kind_sought, tries
from app.compose.wording import Draft, Statement
from corpus.papers import Meeting, Paper
from indexer.findings.decisions import Decision
from indexer.passages.passage import Passage
from indexer.sections.section import Section, SectionKind
from retriever.questions import QuestionKind, understand
from retriever.register import Ruling
from retriever.search import Hit
from retriever.vocabulary import Vocabulary

WORDS = Vocabulary([], {}, passages=200, holding=lambda _: 5)
MINUTES = Section(
    Paper("a.pdf", "0" * 64, 1, 1),
    SectionKind.MINUTES,
    Meeting("Wexbridge District Council", "Cabinet", date(2024, 3, 4)),
)
TEXT = (
    "RESOLVED that the lamps on North Quay be approved. The ferry was approved by nobody and runs at 8.20 on weekdays."
)


def found(question: str) -> list[Try]:
    asked = understand(question, vocabulary=WORDS)
    hits = [Hit(Passage(MINUTES, TEXT, TEXT, 1, 1, item="7", title="Lamps"), 1.0)]
    limb = Decision(MINUTES, 1, "7", "Lamps", "That the lamps on North Quay be approved.", "approved")
    records = Records(rulings=(Ruling(MINUTES, "7", "Lamps", (limb,)),), sections=(MINUTES,))
    evidence = weigh(asked, hits, rarity=WORDS.rarity)
    return tries(asked, hits, evidence, [], records=records, vocabulary=WORDS)


def test_a_ruling_on_the_matter_answers_what_was_decided() -> None:
    assert found("Were the lamps on North Quay approved?")[0].composer == "decision"


def test_one_word_of_a_decision_does_not_capture_another_matter() -> None:
    best = found("At what time does the ferry run that was approved by nobody?")[0]
    quotes = " ".join(said.evidence.sentence for said in best.draft.statements if said.evidence)
    assert "8.20" in quotes


def test_what_stands_under_the_number_asked_for_comes_first() -> None:
    best = found("minute 7: what became of the ferry at 8.20 on weekdays?")[0]
    assert best.composer == "decision"


def test_no_course_is_drafted_that_could_not_be_better(monkeypatch: pytest.MonkeyPatch) -> None:
    def drafted(*_: object, **__: object) -> None:
        raise AssertionError("a course was drafted")

    monkeypatch.setattr(sys.modules["app.compose.tries"], "trace", drafted)
    assert found("What was decided about the lamps on North Quay?")[0].composer == "decision"
    with pytest.raises(AssertionError, match="a course was drafted"):
        found("How did the lamps on North Quay develop?")


def test_that_a_body_decided_is_no_word_to_look_for_in_its_rulings() -> None:
    asked = understand("What did the Cabinet decide about the lamps on North Quay?", vocabulary=WORDS)
    assert set(asked_for(asked, WORDS.rarity)) == {"cabinet", "lamp", "north", "quai"}


def test_a_question_of_nothing_but_a_decision_keeps_its_words() -> None:
    asked = understand("What was decided?", vocabulary=WORDS)
    assert asked_for(asked, WORDS.rarity)


def test_why_something_was_done_is_not_answered_by_where_it_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    quote = Evidence.of(MINUTES, "The lamps on North Quay are lit.", 1)
    stands = Draft("trace", True, (Statement("It stands thus:", quote),))
    monkeypatch.setattr(sys.modules["app.compose.tries"], "standing", lambda *_: stands)
    assert found("Where do the lamps on North Quay stand?")[0].composer == "standing"
    assert found("Why were the lamps on North Quay put off?")[0].composer != "standing"
    assert not any(one.composer == "standing" for one in found("Who sent apologies for the lamps on North Quay?"))


def test_what_becomes_of_a_thing_is_answered_by_a_ruling_before_a_report() -> None:
    asked = understand("Are the lamps on North Quay going ahead?", vocabulary=WORDS)
    assert kind_sought(asked) is QuestionKind.DECISION
    asked = understand("What is happening with the lamps on North Quay?", vocabulary=WORDS)
    assert (kind_sought(asked), "happen" in asked_for(asked, WORDS.rarity)) == (QuestionKind.DECISION, False)


def test_what_a_thing_costs_is_no_question_for_a_ruling() -> None:
    asked = understand("How much do the lamps on North Quay cost?", vocabulary=WORDS)
    assert kind_sought(asked) is asked.kind is QuestionKind.FACT
