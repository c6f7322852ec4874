from __future__ import annotations

import pytest

from retriever.words import words


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("12 of the 46¹ wards", ["12", "of", "the", "46", "wards"]),
        ("the levy² of 3.5%", ["the", "levy", "of", "3.5%"]),
        ("24/00096: the Council’s ﬁnances", ["24/00096", "the", "council's", "finances"]),
    ],
)
def test_words_and_figures_are_counted_without_the_notes_on_them(text: str, counted: list[str]) -> None:
    assert words(text) == counted
