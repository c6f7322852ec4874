import pytest

from retriever.questions import QuestionKind, halves, kind_of, understand
from retriever.vocabulary import Place, Vocabulary

VOCABULARY = Vocabulary([Place("Aldermere Borough Council", "Cabinet")], {})


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Was the closure of the baths approved?", QuestionKind.DECISION),
        ("What did Cabinet decide about food waste?", QuestionKind.DECISION),
        ("How did the plan for the baths develop?", QuestionKind.TRACE),
        ("What happened to the school streets trial?", QuestionKind.TRACE),
        ("When did they first discuss the trial?", QuestionKind.TRACE),
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


@pytest.mark.parametrize(
    ("text", "both"),
    [
        ("What is a hub, and who runs it?", ("What is a hub", "who runs it?")),
        ("What is a hub and at what times does it open?", ("What is a hub", "at what times does it open?")),
        ("What is a hub? Why was it moved?", ("What is a hub?", "Why was it moved?")),
    ],
)
def test_two_questions_in_one_are_told_apart(text: str, both: tuple[str, str]) -> None:
    assert halves(text) == both


@pytest.mark.parametrize(
    "text", ["What is Health and Wellbeing?", "What is a hub, and when?", "What is a hub, and who runs it, and how does it pay?"]
)
def test_one_question_or_more_than_two_stay_whole(text: str) -> None:
    assert halves(text) is None


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
