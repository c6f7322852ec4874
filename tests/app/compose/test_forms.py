import pytest

from app.compose.forms import Form, has_form
from app.compose.forms import form_of as form_of_question
from retriever.questions import understand
from retriever.vocabulary import Vocabulary


def form_of(question: str) -> Form | None:
    return form_of_question(understand(question, vocabulary=Vocabulary([], {})))


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("What percentage of bins is recycled?", "share"),
        ("How much did the lorries cost?", "money"),
        ("How much will the rates rise?", "sum"),
        ("How many libraries are open?", "count"),
        ("When does the library reopen?", "date"),
        ("How much did the mayor spend on lamps?", "money"),
        ("What rating did the inspectors give the school?", "rating"),
        ("Who chairs the harbour board?", "person"),
        ("At what times does the ferry run?", "time"),
    ],
)
def test_a_question_asks_for_a_form(question: str, name: str) -> None:
    form = form_of(question)
    assert form is not None
    assert form.name == name


def test_a_question_may_ask_for_no_form() -> None:
    assert form_of("What was decided about the baths?") is None
    assert form_of("Who was authorised to sign the lease?") is None


@pytest.mark.parametrize(
    ("question", "sentence", "fits"),
    [
        ("How many libraries are open?", "Eleven libraries are open.", True),
        ("How many libraries are open?", "On 4 March 2024 the libraries were discussed.", False),
        ("How many libraries are open?", "4.3 The libraries are described in Appendix 2.", False),
        ("What percentage of bins is recycled?", "Recycling stood at 41.5% in June.", True),
        ("What percentage of bins is recycled?", "Recycling went well in June.", False),
        ("How much did the lorries cost?", "The lorries cost £1.2m.", True),
        ("When does the library reopen?", "It reopens in March 2025.", True),
        ("When does the library reopen?", "It reopens soon.", False),
        ("What percentage of bins is recycled?", "Recycling is indicator 2.6.i of the framework.", False),
        ("What rating did the inspectors give the school?", "The school was rated Good.", True),
        ("Who chairs the harbour board?", "Councillor Amory was in the chair.", True),
        ("Who chairs the harbour board?", "Ada Finch, Chair of the Harbour Board, spoke.", True),
        ("Who chairs the harbour board?", "The Harbour Board met in North Quay.", False),
        ("At what times does the ferry run?", "It runs from 8.20 to 9.05 in the morning.", True),
        ("At what times does the ferry run?", "2.1 It runs on 4 March.", False),
    ],
)
def test_a_sentence_has_the_form_or_not(question: str, sentence: str, fits: bool) -> None:
    form = form_of(question)
    assert form is not None
    assert has_form(form, sentence) is fits


def test_the_unit_may_stand_at_the_head_of_a_table() -> None:
    form = form_of("What percentage of bins is recycled?")
    assert form is not None
    assert has_form(form, "North quay 41", "Area Bins recycled (%)")
    assert not has_form(form, "North quay 41", "Area Bins")
