"""The day by which something is due: the last that the words allow, and none where they are not sure."""

from __future__ import annotations

from datetime import date

import pytest

from indexer.linking.due import due_day, due_in

SAID_ON = date(2031, 3, 4)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("30 June 2031", date(2031, 6, 30)),
        ("the end of May", date(2031, 5, 31)),
        ("mid February 2032", date(2032, 2, 29)),
        ("1 June", date(2031, 6, 1)),
        ("March", date(2032, 3, 31)),
        ("January", date(2032, 1, 31)),
        ("May 2031, then June 2031", date(2031, 6, 30)),
        ("04/06/2031", date(2031, 6, 4)),
        ("from 1 June 2031", None),
        ("Raised 6 January 2031", None),
        ("the next meeting", None),
        ("none given", None),
    ],
)
def test_a_deadline_is_its_last_day_or_none(text: str, day: date | None) -> None:
    assert due_day(text, SAID_ON) == day


def test_without_a_day_of_the_meeting_nothing_is_due() -> None:
    assert due_day("30 June 2031", None) is None


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Jo Ash to write by the end of May.", "the end of May"),
        ("a report be brought to the Cabinet in May 2031", "May 2031"),
        ("the plan for May 2031 be agreed", ""),
        ("it may be late", ""),
    ],
)
def test_a_sentence_names_a_day_only_where_something_is_to_be_done_by_it(sentence: str, words: str) -> None:
    assert due_in(sentence) == words
