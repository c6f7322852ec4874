"""Who may see which label: the whole table, every role by every kind of label."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.people.seeing import Person, Role, may_see, right_of

OWN, OTHER = "Cabinet", "Licensing Committee"
LABELS = ("public", f"internal:{OWN}", f"internal:{OTHER}", f"exempt:{OWN}", f"exempt:{OTHER}", "exempt", "internal")
LABELS += ("confidential", "public:Cabinet", "internal:", "exempt:", "", "PUBLIC notice", "secret:Cabinet")

SEES = {
    Role.VISITOR: {"public"},
    Role.READER: {"public"},
    Role.MEMBER: {"public", f"internal:{OWN}", f"exempt:{OWN}"},
    Role.OFFICER: {"public", "exempt", *(label for label in LABELS if label.endswith((OWN, OTHER)))}
    - {"public:Cabinet", "secret:Cabinet"},
    Role.ADMINISTRATOR: set(LABELS),
}
"""Written out again, so that a slip in the table of the program is seen."""


@pytest.mark.parametrize("role", Role)
def test_each_role_sees_these_labels_and_no_others(role: Role) -> None:
    person = Person(role, frozenset({OWN}))
    assert {label for label in LABELS if may_see(person, label)} == SEES[role]


@pytest.mark.parametrize("role", Role)
def test_nobody_sees_more_for_sitting_on_a_body_but_members(role: Role) -> None:
    nowhere, everywhere = Person(role), Person(role, frozenset({OWN, OTHER}))
    gained = {label for label in LABELS if may_see(everywhere, label) and not may_see(nowhere, label)}
    own = {f"{kind}:{body}" for kind in ("internal", "exempt") for body in (OWN, OTHER)}
    assert gained == (own if role is Role.MEMBER else set())


def test_a_stronger_role_sees_all_that_a_weaker_one_sees() -> None:
    seen = [{label for label in LABELS if may_see(Person(role, frozenset({OWN})), label)} for role in Role]
    assert all(weaker <= stronger for weaker, stronger in pairwise(seen))


@pytest.mark.parametrize("label", ["Exempt: cabinet", "EXEMPT:Cabinet", " internal :  CABINET "])
def test_capitals_and_spaces_do_not_matter(label: str) -> None:
    assert may_see(Person(Role.MEMBER, frozenset({"cabinet"})), label)


@given(st.text(max_size=40))
def test_a_word_that_nobody_knows_is_for_administrators_alone(label: str) -> None:
    kind = label.partition(":")[0].strip().casefold()
    if kind not in ("public", "exempt", "internal"):
        assert [role for role in Role if may_see(Person(role, frozenset({label})), label)] == [Role.ADMINISTRATOR]


def test_the_right_has_what_may_be_seen_of_the_labels_in_use() -> None:
    right = right_of(Person(Role.MEMBER, frozenset({OWN})), LABELS)
    assert right.labels == SEES[Role.MEMBER]
    assert right_of(Person(Role.VISITOR), ()).labels == {"public"}
