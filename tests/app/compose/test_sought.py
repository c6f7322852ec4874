import pytest

from app.compose.evidence import Evidence
from app.compose.sought import Sought, is_given
from corpus.papers import Meeting, Paper
from indexer.passages.passage import Passage
from indexer.sections.section import Section, SectionKind
from retriever.questions import understand
from retriever.vocabulary import Place, Vocabulary
from tests.word_embedder import WordEmbedder

SECTION = Section(
    Paper("a.pdf", "0" * 64, 1, 1), SectionKind.REPORT, Meeting("Wexbridge District Council", "Cabinet", None)
)
WORDS = Vocabulary([Place("Wexbridge District Council", "Cabinet")], {}, passages=200, holding=lambda _: 5)


def given(question: str, text: str, title: str = "") -> bool:
    evidence = [Evidence(text, Passage(SECTION, text, text, title=title), 1.0, coverage=1.0)]
    sought = Sought.of(understand(question, vocabulary=WORDS), WORDS.rarity)
    return sought is None or is_given(sought, evidence, embedder=WordEmbedder())


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("How many lamps are there on North Quay?", "There are 41 lamps on North Quay."),
        ("What share of lamps on North Quay are lit?", "Of the lamps on North Quay 41 per cent are lit."),
        ("What rating did North Quay School get?", "North Quay School had a rating of Good."),
        ("How much does the harbour master earn?", "The harbour master earns £41,000."),
        ("Who chairs the harbour board?", "The harbour board is chaired by Dr Finch."),
    ],
)
def test_what_is_sought_is_given_beside_the_matter(question: str, text: str) -> None:
    assert given(question, text)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("How many lamps are there on North Quay?", "There are 41 benches on North Quay."),
        ("How many people fell on North Quay?", "On North Quay 41 people were counted."),
        ("What share of lamps on North Quay are lit?", "Of the benches on North Quay 41 per cent are new."),
        ("What rating did North Quay School get?", "North Quay School has a good library."),
        ("How much does the harbour master earn?", "The harbour master bought lamps for £41,000."),
        ("Who chairs the harbour board?", "Dr Finch spoke to the harbour board."),
        ("How many lamps are there on North Quay?", "There are 41 lamps in Mill Lane."),
    ],
)
def test_a_figure_of_something_else_does_not_give_it(question: str, text: str) -> None:
    assert not given(question, text)


def test_the_matter_may_stand_in_the_title() -> None:
    assert given("How many lamps are there on North Quay?", "There are 41 lamps.", "North Quay")


def test_a_question_for_two_things_is_left_to_the_one_that_is_there() -> None:
    assert given("How many lamps are there on North Quay, and who lights them?", "There are 41 benches on North Quay.")
