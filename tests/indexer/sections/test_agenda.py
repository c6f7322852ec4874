"""The items of a front sheet, by their numbers."""

from __future__ import annotations

from indexer.reading.lines import Line
from indexer.sections import agenda_items


def titles(*lines: str) -> list[tuple[str, str]]:
    return [(one.number, one.title) for one in agenda_items([Line(text, 1) for text in lines])]


def test_the_day_of_the_meeting_over_the_list_is_no_item_of_it() -> None:
    head = ("SALTBY TOWN COUNCIL", "11 June 2031, 10.00 am, Market Hall", "To: Councillors Ash and Elm", "AGENDA")
    assert titles(*head, "1. Apologies", "2. Tide Mill") == [("1", "Apologies"), ("2", "Tide Mill")]


def test_an_item_may_name_a_day() -> None:
    assert titles("3 Minutes of 11 June 2031") == [("3", "Minutes of 11 June 2031")]
