"""The names of the lanes of a timeline."""

from __future__ import annotations

import pytest

from app.matters.timeline import Lane
from app.views.widgets.timeline import lane_name


@pytest.mark.parametrize(
    ("organisation", "body", "whose", "name"),
    [
        ("Aldermere", "Cabinet", True, "Aldermere: Cabinet"),
        ("Aldermere", "Cabinet", False, "Cabinet"),
        ("Aldermere", "", True, "Aldermere"),
        ("Aldermere", "", False, "Aldermere"),
        ("", "Joint Board", True, "Joint Board"),
    ],
)
def test_a_lane_is_named_by_what_is_known_of_it(organisation: str, body: str, whose: bool, name: str) -> None:
    assert lane_name(Lane(organisation, body, (), 1), whose=whose) == name
