"""Who declared an interest, in what, of what kind, and whether they left."""

from __future__ import annotations

import pytest
from made_up import minutes_of

from indexer.findings.minutes import read_minutes

FRAME = (
    "5. Welcome\nThe Chair welcomed all.\n6. Declarations of interest\n{}\n7. Barn\n{}\n8. Close\nThe meeting closed."
)


def declared(text: str, barn: str = "Talk.") -> list[tuple[str, str, str, str]]:
    found = read_minutes(minutes_of(FRAME.format(text, barn))).interests
    return [(one.member, one.kind, one.about, one.leaving) for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Cllr Ash declared a pecuniary interest in item 7 as owner of the field.",
            [("Cllr Ash", "pecuniary", "item 7", "")],
        ),
        (
            "Councillors Ash and Elm declared a personal interest in the barn and left the room.",
            [("Councillor Ash", "personal", "the barn", "left"), ("Councillor Elm", "personal", "the barn", "left")],
        ),
        ("AS & NS declared an interest in the slip.", [("AS", "", "the slip", ""), ("NS", "", "the slip", "")]),
        (
            "The Council noted a declaration of interest from Cllr Ash in relation to item 7.",
            [("Cllr Ash", "", "item 7", "")],
        ),
        (
            "A personal interest in item 7 was declared by Councillor Ash.",
            [("Councillor Ash", "personal", "item 7", "")],
        ),
        ("Cllr Ash – Item 7, non-pecuniary, member of the club", [("Cllr Ash", "non-pecuniary", "Item 7", "")]),
        ("No member declared an interest.", []),
        ("The Chair reminded members to declare any interest.", []),
    ],
)
def test_an_interest_is_read(text: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert declared(text) == expected


def test_a_member_who_left_under_the_item_left() -> None:
    assert declared("Cllr Ash declared an interest in item 7.", "Cllr Ash left the room. The barn was let.") == [
        ("Cllr Ash", "", "item 7", "left")
    ]
