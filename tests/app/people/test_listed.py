"""Claims of a sign-in become a person with the roles that the file gives."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from app.people.listed import SHIFT, People
from app.people.seeing import VISITOR, Role
from corpus.errors import WrongInput

NOW = 1_800_000_000.0
CLAIMS: Mapping[str, Any] = {
    "iss": "https://sign-in.example.org",
    "sub": "7",
    "iat": NOW - 60,
    "name": "Ada Blewett",
    "email": "ada@example.org",
    "email_verified": True,
}


def people(tmp_path: Path, text: str) -> People:
    (tmp_path / "people.csv").write_text(text, encoding="utf-8")
    return People(tmp_path / "people.csv", clock=lambda: NOW)


def role(tmp_path: Path, row: str, **claims: Any) -> Role:
    return people(tmp_path, f"who,role,bodies\n{row}\n").person_of({**CLAIMS, **claims}).role


def test_a_verified_address_gives_role_and_bodies(tmp_path: Path) -> None:
    person = people(tmp_path, "who,role,bodies\nADA@example.org,member,Cabinet; Board\n").person_of(CLAIMS)
    assert (person.role, person.bodies, person.name) == (Role.MEMBER, {"Cabinet", "Board"}, "Ada Blewett")
    assert "Ada" not in person.id
    assert "ada" not in person.id


@pytest.mark.parametrize("verified", [False, None, "true", 1])
def test_an_address_that_is_not_verified_gives_nothing(tmp_path: Path, verified: object) -> None:
    assert role(tmp_path, "ada@example.org,member,Cabinet", email_verified=verified) is Role.VISITOR


@pytest.mark.parametrize(
    ("row", "claims"),
    [
        ("groups:clerks,officer,", {"groups": ["clerks", "others"]}),
        ("oid:1-2-3,officer,", {"oid": "1-2-3"}),
        ("realm_access.roles:clerk,officer,", {"realm_access": {"roles": ["clerk"]}}),
        ("https://example.org/role:clerk,officer,", {}),
        ("*,officer,", {}),
    ],
)
def test_a_claim_gives_a_role(tmp_path: Path, row: str, claims: dict[str, Any]) -> None:
    expected = Role.VISITOR if row.startswith("https") else Role.OFFICER
    assert role(tmp_path, row, **claims) is expected


@pytest.mark.parametrize("value", ["clerksman", "Clerks", ["clerk", "s"], {"clerks": True}, None, 7])
def test_a_claim_must_be_the_same_letter_for_letter(tmp_path: Path, value: object) -> None:
    assert role(tmp_path, "groups:clerks,officer,", groups=value) is Role.VISITOR


def test_the_strongest_role_holds_with_all_bodies(tmp_path: Path) -> None:
    text = "who,role,bodies\n*,reader,\nada@example.org,member,Cabinet\noid:1,member,Board\n"
    person = people(tmp_path, text).person_of({**CLAIMS, "oid": "1"})
    assert (person.role, person.bodies) == (Role.MEMBER, {"Cabinet", "Board"})


@pytest.mark.parametrize(
    "claims",
    [
        {"iat": NOW - SHIFT - 1},
        {"iat": NOW + 3600},
        {"iat": None},
        {"iat": "now"},
        {"iat": True},
        {"sub": ""},
        {"iss": None},
    ],
)
def test_an_old_or_broken_sign_in_is_nobodys(tmp_path: Path, claims: dict[str, Any]) -> None:
    found = people(tmp_path, "who,role\n*,administrator\n").person_of({**CLAIMS, **claims})
    assert found == VISITOR


def test_the_id_is_the_same_at_every_sign_in_and_differs_between_people_and_providers(tmp_path: Path) -> None:
    own = people(tmp_path, "who,role\n*,reader\n")
    first = own.person_of(CLAIMS).id
    assert own.person_of({**CLAIMS, "iat": NOW, "name": "A. Blewett"}).id == first
    assert len({first, own.person_of({**CLAIMS, "sub": "8"}).id, own.person_of({**CLAIMS, "iss": "https://b"}).id}) == 3


def test_a_role_that_is_taken_away_is_gone_at_once(tmp_path: Path) -> None:
    own = people(tmp_path, "who,role\nada@example.org,administrator\n")
    assert own.person_of(CLAIMS).role is Role.ADMINISTRATOR
    (tmp_path / "people.csv").write_text("who,role\n", encoding="utf-8")
    os.utime(tmp_path / "people.csv", ns=(1, 1))
    assert own.person_of(CLAIMS).role is Role.VISITOR


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("who,role\nada@example.org,king\n", "line 2: 'king' is no role"),
        ("who\nada\n", "line 1: the columns are who, role, bodies"),
        ("who,role\nada,member\n", "line 2: 'ada' names nobody"),
        ("who,role\nemail:ada@example.org,member\n", "line 2: 'email:ada@example.org' names nobody"),
        ("who,role\n:,member\n", "names nobody"),
        ('who,role\n"ada,member\n', "it is not CSV"),
    ],
)
def test_a_slip_in_the_file_gives_nobody_a_role_and_names_its_line(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(WrongInput, match=said):
        people(tmp_path, text).person_of(CLAIMS)


def test_a_file_that_is_missing_gives_nobody_a_role(tmp_path: Path) -> None:
    with pytest.raises(WrongInput, match="cannot be read"):
        People(tmp_path / "none.csv", clock=lambda: NOW).person_of(CLAIMS)
    assert People(None, clock=lambda: NOW).person_of(CLAIMS).role is Role.VISITOR
