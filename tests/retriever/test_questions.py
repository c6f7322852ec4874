import pytest

from retriever.question_forms.numbers import references_in
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
        ("Who was at the meeting of the board in May 2024?", QuestionKind.LIST),
        ("Was the motion on lorries carried unanimously?", QuestionKind.DECISION),
        ("How many surveys were carried out?", QuestionKind.FACT),
        ("Were any repairs carried out?", QuestionKind.FACT),
        ("Who proposed the motion on hedges?", QuestionKind.DECISION),
        ("Which recommendations did Cabinet turn down?", QuestionKind.DECISION),
        ("What is the garden waste charge increase?", QuestionKind.FACT),
        ("Give me a quick background on the ferry", QuestionKind.OVERVIEW),
        ("Compare the two councils on libraries", QuestionKind.OVERVIEW),
        ("Give me the chronology of the ferry", QuestionKind.TRACE),
        ("What has come of the ferry?", QuestionKind.TRACE),
        ("What became of the ferry?", QuestionKind.TRACE),
        ("What has become of the agreed repairs?", QuestionKind.TRACE),
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
    "text",
    [
        "What is Health and Wellbeing?",
        "What is a hub, and when?",
        "What is a hub, and who runs it, and how does it pay?",
    ],
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


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("What was decided under minute CAB 17?", ("CAB17",)),
        ("What does item 6 say?", ("6",)),
        ("decision 24/00093", ("24/00093",)),
        ("BU 3", ("BU3",)),
        ("minute no. 41/31", ("41/31",)),
        ("What was decided in 2024/25?", ()),
        ("The minutes of 12 December 2023", ()),
    ],
)
def test_numbers_of_minutes_items_and_decisions_are_found(text: str, found: tuple[str, ...]) -> None:
    assert references_in(text) == found


def test_a_short_question_that_names_somebody_with_a_title_takes_nothing_over() -> None:
    asked = understand("Who is Councillor Ash?", ["What did the lamps cost?"], vocabulary=Vocabulary([], {}))
    assert asked.context_terms == ()
