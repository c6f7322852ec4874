"""Where a quote is found among the characters of a page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.reading.highlight import spans

PAGE = (
    "Cabinet 9 January\n"
    "The Leader opened the meeting. It was RESOLVED that the in-\n"
    "house catering contract be \ufb01nally approved at a cost of £3.5m\n"
    "for two years, subject to the call-in period.\n"
    "Page 12"
)


def found(quote: str, page: str = PAGE) -> list[str]:
    """Return the stretches of the page that are marked for a quote."""
    return [page[first:behind] for first, behind in spans(page, quote)]


@pytest.mark.parametrize(
    ("quote", "marked"),
    [
        ("The Leader opened the meeting.", "The Leader opened the meeting"),
        ("resolved THAT", "RESOLVED that"),
        ("the in-house catering", "the in-\nhouse catering"),
        ("the inhouse catering", "the in-\nhouse catering"),
        ("be finally approved", "be \ufb01nally approved"),
        ("cost of £3.5m for two years", "cost of £3.5m\nfor two years"),
    ],
)
def test_letters_and_digits_decide_and_nothing_between_them(quote: str, marked: str) -> None:
    assert found(quote) == [marked]


def test_a_quote_is_marked_where_it_begins_a_word() -> None:
    assert spans("Smart plan, art plan", "art plan") == [(12, 20)]


def test_a_quote_that_runs_on_to_the_next_page_has_its_part_marked() -> None:
    quote = "for two years, subject to the call-in period. The officers were thanked for a long report on every ward."
    assert found(quote) == ["for two years, subject to the call-in period"]


def test_a_quote_that_began_on_the_page_before_has_its_part_marked() -> None:
    quote = "Apologies were received from eleven members and from the Mayor. The Leader opened the meeting."
    assert found(quote) == ["The Leader opened the meeting"]


def test_a_quote_with_page_furniture_between_its_words_is_marked_in_pieces() -> None:
    page = "The contract for catering\nPage 12 of the pack\nwas awarded to the second bidder"
    quote = "The contract for catering was awarded to the second bidder"
    assert found(quote, page) == ["The contract for catering", "was awarded to the second bidder"]


def test_a_quote_with_a_word_that_is_not_on_the_page_has_the_others_marked() -> None:
    assert found("The Leader opened the meating.") == ["The Leader opened the"]


@pytest.mark.parametrize(
    "quote",
    [
        "",
        "...",
        "a cost of £3.6m",
        "The Board noted that the in-house team had grown by a third since the last of its reviews",
    ],
)
def test_what_is_not_on_the_page_is_not_marked(quote: str) -> None:
    assert found(quote) == []


@given(st.text(max_size=200), st.text(max_size=60))
def test_marks_stay_on_the_page_and_in_order(page: str, quote: str) -> None:
    marks = spans(page, quote)
    assert all(0 <= first < behind <= len(page) for first, behind in marks)
    assert marks == sorted(marks)


@given(st.lists(st.text("abcdefgh", min_size=3, max_size=8), min_size=5, max_size=60), st.data())
def test_words_in_a_row_are_always_found(words: list[str], data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(words) - 1))
    behind = data.draw(st.integers(first + 1, len(words)))
    assert spans("\n".join(words), " ".join(words[first:behind])) != []
