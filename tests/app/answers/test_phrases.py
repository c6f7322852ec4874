"""Titles inside a sentence, and the capitals that they keep."""

from __future__ import annotations

import pytest

from app.answers.phrases import in_a_sentence, names_in

TITLES = ["Tide Mill: results of the survey", "Ferry fares", "School boats", "Report on the Tide Mill", "FERRY PLAN"]


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("TIDE MILL: REPORT OF THE WORKING GROUP", "Tide Mill: report of the working group"),
        ("CALL-IN: TIDE MILL", "Call-in: Tide Mill"),
        ("SCHOOL BOATS AND FERRY FARES", "School boats and ferry fares"),
        ("24/00108 - Tolls of the Mill", "Tolls of the Mill"),
    ],
)
def test_a_title_in_capitals_keeps_those_of_names(title: str, said: str) -> None:
    assert in_a_sentence(title, names_in(TITLES)) == said


def test_a_word_that_titles_mostly_print_small_is_no_name() -> None:
    assert names_in(["The Mill", "Old mill", "New mill"]) == "The"
