import pytest

from retriever.questions import QuestionKind, kind_of, understand
from retriever.vocabulary import Place, Vocabulary

VOCABULARY = Vocabulary([Place("Aldermere Borough Council", "Cabinet")], {})


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Was the closure of the baths approved?", QuestionKind.DECISION),
        ("What did Cabinet decide about food waste?", QuestionKind.DECISION),
        ("How did the plan for the baths develop?", QuestionKind.TRACE),
        ("What happened to the school streets trial?", QuestionKind.TRACE),
        ("How much did the new lorries cost?", QuestionKind.FACT),
        ("When will the library reopen?", QuestionKind.FACT),
        ("What is the Supporting Families Fund?", QuestionKind.OVERVIEW),
        ("Summarise the autism strategy for someone new.", QuestionKind.OVERVIEW),
        ("Who sent apologies on 3 March 2024?", QuestionKind.LIST),
        ("Which items were on the agenda?", QuestionKind.LIST),
    ],
)
def test_the_form_of_a_question_names_its_kind(text: str, kind: QuestionKind) -> None:
    assert kind_of(text) is kind


def test_a_follow_up_takes_over_what_the_question_before_was_about() -> None:
    question = understand("How much was that?", ["What did Cabinet decide about food waste?"], vocabulary=VOCABULARY)
    assert {"food", "waste"} <= set(question.context_terms)
    assert "food waste" in question.search_text


def test_a_question_that_stands_alone_takes_nothing_over() -> None:
    text = "Which streets in the north ward were proposed for the school streets trial in 2024?"
    question = understand(text, ["What did Cabinet decide about food waste?"], vocabulary=VOCABULARY)
    assert question.context_terms == ()


def test_the_council_is_taken_over_from_the_question_before() -> None:
    question = understand("And what did it cost?", ["Did Aldermere buy new lorries?"], vocabulary=VOCABULARY)
    assert question.organisations == ("Aldermere Borough Council",)
