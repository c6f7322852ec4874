import pytest

from retriever.again import asks_again
from retriever.question_forms import Ask
from retriever.questions import QuestionKind, understand
from retriever.vocabulary import Place, Vocabulary

VOCABULARY = Vocabulary([Place("Aldermere Borough Council", "Cabinet"), Place("Glanrhyd Vale Council", "Cabinet")], {})
BEFORE = "What did Aldermere's Cabinet decide about food waste in 2024?"


@pytest.mark.parametrize(
    "text",
    [
        "shorter",
        "Shorter, please",
        "show me the wording",
        "word for word?",
        "in one sentence",
        "can you put that in a table?",
    ],
)
def test_a_form_alone_asks_again(text: str) -> None:
    assert asks_again(text, places=(), dated=False)


@pytest.mark.parametrize(
    "text", ["and what about the staff?", "who proposed it?", "how much is the rent?", "why?", "when was that?"]
)
def test_a_follow_up_with_a_matter_of_its_own_does_not(text: str) -> None:
    assert not asks_again(text, places=(), dated=False)


def test_only_in_a_year_asks_the_same_of_that_year() -> None:
    question = understand("only in 2023", [BEFORE], vocabulary=VOCABULARY)
    assert question.text == BEFORE
    assert question.kind is QuestionKind.DECISION
    assert [period.start.year for period in question.periods] == [2023]


def test_who_in_a_year_is_a_question_of_its_own() -> None:
    assert understand("who chaired it in 2023?", [BEFORE], vocabulary=VOCABULARY).text != BEFORE


def test_the_other_council_takes_the_place_of_the_one_before() -> None:
    question = understand("and in the other council?", [BEFORE], vocabulary=VOCABULARY)
    assert question.organisations == ("Glanrhyd Vale Council",)
    assert "aldermere" not in question.terms


def test_a_council_that_is_named_takes_the_place_of_the_one_before() -> None:
    assert understand("and Glanrhyd?", [BEFORE], vocabulary=VOCABULARY).organisations == ("Glanrhyd Vale Council",)


def test_follow_ups_add_up() -> None:
    question = understand("shorter", [BEFORE, "only in 2023"], vocabulary=VOCABULARY)
    assert question.brief
    assert question.text == BEFORE
    assert [period.start.year for period in question.periods] == [2023]


def test_the_wording_is_that_of_a_decision() -> None:
    question = understand("show me the wording", ["What happened to the food waste trial?"], vocabulary=VOCABULARY)
    assert question.kind is QuestionKind.DECISION


def test_whether_it_got_through_asks_for_the_decision_on_what_was_asked_before() -> None:
    question = understand("Did that get through?", [BEFORE], vocabulary=VOCABULARY)
    assert question.kind is QuestionKind.DECISION
    assert {Ask.YES_OR_NO, Ask.FOR_IT} <= question.reading.asks
    assert question.context_terms
