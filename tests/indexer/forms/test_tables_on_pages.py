"""What is a figure in a table and what is not, and the units that tables name."""

from __future__ import annotations

import pytest

from indexer.forms.pages.tables import is_figure, own_unit, unit_in


@pytest.mark.parametrize("text", ["2025-26", "2031", "30-Nov-24", "Dec-23", "Q3", "Year 1", "ASC/CYPE", "3)", ""])
def test_a_year_or_a_word_is_no_figure(text: str) -> None:
    assert not is_figure(text)


@pytest.mark.parametrize("text", ["£1,204.50", "-0.3", "(1,200)", "+3.89%", "475", "+£20.1m", "n/a"])
def test_an_amount_a_share_and_a_dash_are_figures(text: str) -> None:
    assert is_figure(text)


def test_thousands_are_not_taken_for_pounds() -> None:
    assert unit_in("2025-26 £000s") == "£000"
    assert own_unit("+£20.1m") == "£m"
