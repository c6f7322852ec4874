"""Numbers of items that are made of letters, years and months begin items; a draft has the date of its own meeting."""

from __future__ import annotations

from datetime import date

import pytest
from made_up import minutes_of

from indexer.items.item import items_of
from indexer.sections.meetings import Trust, find_meeting


@pytest.mark.parametrize(
    "numbers",
    [("CG15.22", "CG15.23", "CG15.24"), ("18/11/1", "18/11/2", "18/11/3"), ("21/10.1", "21/10.2", "21/10.3")],
)
def test_codes_begin_items(numbers: tuple[str, ...]) -> None:
    titles = ("Minutes", "Auditors", "Seal")
    text = "\n".join(
        f"{number} {title}\nThe members talked of it." for number, title in zip(numbers, titles, strict=True)
    )
    found = [(item.number, item.title) for item in items_of(minutes_of(text)) if item.title]
    assert found == list(zip(numbers, titles, strict=True))


def test_a_draft_to_be_approved_at_the_next_meeting_has_its_own_date() -> None:
    head = [
        "Wex Parish Council",
        "",
        "Draft Minutes subject to approval at the next meeting, Wednesday 4 July 2018 at 7.00 pm",
    ]
    assert find_meeting(head, trust=Trust.MINUTES).meeting.held_on == date(2018, 7, 4)
