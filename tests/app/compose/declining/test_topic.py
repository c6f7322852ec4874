from datetime import date

import pytest

from app.compose.declining.topic import spoken_alike, unspoken
from corpus.papers import Meeting, Paper
from indexer.passages.passage import Passage
from indexer.sections.section import Section, SectionKind
from retriever.questions import understand
from retriever.search import Hit
from retriever.vocabulary import Vocabulary
from tests.word_embedder import WordEmbedder

WORDS = Vocabulary([], {}, passages=100)
MEETING = Meeting("Wexbridge District Council", "Cabinet", date(2024, 3, 4))
TEXT = "RESOLVED that the flood wall be approved. The low kerb slows traffic in the old neighbourhood."


def found(text: str = TEXT, kind: SectionKind = SectionKind.MINUTES) -> list[Hit]:
    section = Section(Paper("a.pdf", "0" * 64, 1, 1), kind, MEETING)
    return [Hit(Passage(section, text, text), 1.0)]


def missing(question: str, hits: list[Hit]) -> str:
    asked = understand(question, vocabulary=WORDS)
    topic = unspoken(asked, hits)
    return "" if topic and spoken_alike(asked, hits, rarity=WORDS.rarity, embedder=WordEmbedder()) else topic


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("what did Cabinet decide about swimming pools in 2024?", "swimming pools"),
        ("has Cabinet adopted a dog control order", "dog control order"),
        ("how much was spent on potholes?", "potholes"),
    ],
)
def test_a_matter_of_which_nothing_found_speaks_is_named(question: str, topic: str) -> None:
    assert missing(question, found()) == topic


def test_what_a_passage_speaks_of_is_not_missing() -> None:
    assert missing("what did Cabinet decide about the flood wall?", found()) == ""


def test_a_decision_is_not_looked_for_in_an_appendix() -> None:
    question = "did Cabinet declare a flood emergency?"
    said = "A flood emergency is a risk."
    assert missing(question, found(said, SectionKind.APPENDIX)) == "flood emergency"
    assert missing(question, found(said)) == ""


def test_a_question_without_a_matter_at_its_end_has_none_missing() -> None:
    assert missing("Was the swimming pool closed?", found()) == ""


def test_what_an_earlier_question_spoke_of_is_not_judged() -> None:
    asked = understand("and what was decided about parking?", ["What about the flood wall?"], vocabulary=WORDS)
    assert unspoken(asked, found()) == ""
