"""Each row of the forms of tables finds its example and not the text that only looks like it."""

from __future__ import annotations

import pytest

from indexer.forms.table_forms import CAPTIONS, FIGURES, OWN_UNITS, UNITS, YEARS, Form, is_figure, own_unit, unit_in

WHOLE = [*FIGURES, *YEARS]
PART = [form for _, form in (*UNITS, *OWN_UNITS)]


@pytest.mark.parametrize("form", WHOLE, ids=lambda form: form.name)
def test_a_form_of_a_cell_fits_its_example_and_not_the_other(form: Form) -> None:
    assert form.pattern.fullmatch(form.example)
    assert not form.pattern.fullmatch(form.not_this)


@pytest.mark.parametrize("form", PART, ids=lambda form: form.name)
def test_a_form_of_a_unit_finds_its_example_and_not_the_other(form: Form) -> None:
    assert form.pattern.search(form.example)
    assert not form.pattern.search(form.not_this)


@pytest.mark.parametrize("form", CAPTIONS, ids=lambda form: form.name)
def test_a_form_of_a_caption_fits_its_example_and_not_the_other(form: Form) -> None:
    assert form.pattern.match(form.example)
    assert not form.pattern.match(form.not_this)


@pytest.mark.parametrize("text", ["2025-26", "2031", "30-Nov-24", "Dec-23", "Q3", "Year 1", "ASC/CYPE", ""])
def test_a_year_or_a_word_is_no_figure(text: str) -> None:
    assert not is_figure(text)


@pytest.mark.parametrize("text", ["£1,204.50", "-0.3", "(1,200)", "+3.89%", "475", "+£20.1m", "n/a"])
def test_an_amount_a_share_and_a_dash_are_figures(text: str) -> None:
    assert is_figure(text)


def test_thousands_are_not_taken_for_pounds() -> None:
    assert unit_in("2025-26 £000s") == "£000"
    assert own_unit("+£20.1m") == "£m"
