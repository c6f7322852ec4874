"""Seeing: who may see which label. This table decides it, and nothing else does."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum, StrEnum

from corpus.access import PUBLIC_LABEL, Kind, plain_body, read_label
from indexer.store import Right


class Role(StrEnum):
    """What somebody is to the council; the strongest last."""

    VISITOR = "visitor"
    READER = "reader"
    MEMBER = "member"
    OFFICER = "officer"
    ADMINISTRATOR = "administrator"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who looks at the papers: their role, the bodies that they sit on, and who they are.

    `id` tells people apart and names nobody; it is "" for a visitor who has not signed in. `name` is for the screen.
    """

    role: Role = Role.VISITOR
    bodies: frozenset[str] = frozenset()
    id: str = ""
    name: str = ""


VISITOR = Person()


class Reach(Enum):
    """How many of the labels of a kind somebody may see."""

    NONE = "none"
    OWN = "those of the bodies that they sit on"
    ALL = "all"


SEEN: Mapping[Kind, Mapping[Role, Reach]] = {
    Kind.PUBLIC: dict.fromkeys(Role, Reach.ALL),
    Kind.INTERNAL: {Role.MEMBER: Reach.OWN, Role.OFFICER: Reach.ALL, Role.ADMINISTRATOR: Reach.ALL},
    Kind.SHARED: {Role.MEMBER: Reach.OWN, Role.OFFICER: Reach.ALL, Role.ADMINISTRATOR: Reach.ALL},
    Kind.EXEMPT: {Role.OFFICER: Reach.ALL, Role.ADMINISTRATOR: Reach.ALL},
    Kind.OTHER: {Role.ADMINISTRATOR: Reach.ALL},
}
"""What is not written here may not be seen. A label without a body is for nobody who sits on one: it says only that the
paper is not public, and a mark in the text, which nobody has looked at yet, says no more."""


def may_see(person: Person, label: str) -> bool:
    """Return whether somebody may see what stands under a label."""
    kind, body = read_label(label)
    reach = SEEN[kind].get(person.role, Reach.NONE)
    return reach is Reach.ALL or (reach is Reach.OWN and body in map(plain_body, person.bodies))


def right_of(person: Person, labels: Iterable[str]) -> Right:
    """Return the right of somebody in a store that uses these labels; a label that comes later is not in it."""
    return Right(frozenset(label for label in {PUBLIC_LABEL, *labels} if may_see(person, label)))
