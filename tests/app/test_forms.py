import pytest

from app.compose.forms import form_of, has_form


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("What percentage of bins is recycled?", "share"),
        ("How much did the lorries cost?", "money"),
        ("How much will the rates rise?", "sum"),
        ("How many libraries are open?", "count"),
        ("When does the library reopen?", "date"),
    ],
)
def test_a_question_asks_for_a_form(question: str, name: str) -> None:
    form = form_of(question)
    assert form is not None
    assert form.name == name


def test_a_question_may_ask_for_no_form() -> None:
    assert form_of("What was decided about the baths?") is None


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
    ],
)
def test_a_sentence_has_the_form_or_not(question: str, sentence: str, fits: bool) -> None:
    form = form_of(question)
    assert form is not None
    assert has_form(form, sentence) is fits
