"""Findings: what the sections of a paper say - decisions, people, actions, rows of tables and the like - as rows and
back.

Every one of these records names its section first; its other fields are the columns of its table, in the same order.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Any, ClassVar, Generic, Protocol, TypeVar

from indexer.findings.acronyms import Acronym
from indexer.findings.actions import Action
from indexer.findings.attendance import Attendance, Capacity
from indexer.findings.events import EventKind, VoteEvent
from indexer.findings.members.interests import Interest
from indexer.findings.minutes import Decision
from indexer.findings.recommendations import Recommendation
from indexer.items.table_rows import TableRow
from indexer.sections.section import Section
from indexer.store.sql.connection import Connection
from indexer.store.sql.digests import checksum_of


class Found(Protocol):
    """A record that names the section in which it was found."""

    __dataclass_fields__: ClassVar[dict[str, Any]]

    @property
    def section(self) -> Section:
        """The section in which it was found."""


Finding = TypeVar("Finding", bound=Found)


@dataclass(frozen=True, slots=True)
class Table(Generic[Finding]):
    """The table of one kind of record.

    `carried` are the columns with words of the paper: they may stand on another page than the record is said to, so
    they are looked at before it is shown. `restored` makes the values of a column what they were.
    """

    name: str
    record: type[Finding]
    carried: tuple[str, ...]
    restored: Mapping[str, Callable[[Any], Any]] = field(default_factory=dict)

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns behind section and position."""
        return tuple(one.name for one in fields(self.record) if one.name != "section")

    @property
    def selected(self) -> str:
        """The columns as a query asks for them."""
        return ", ".join(f"{self.name}.{column}" for column in self.columns)

    def add(self, connection: Connection, sections: Mapping[Section, int], found: Iterable[Finding]) -> None:
        """Write the records of a paper in their order."""
        named = ("section", "position", *self.columns, "checksum")
        query = f"INSERT INTO {self.name} ({', '.join(named)}) VALUES ({', '.join('?' * len(named))})"
        rows = []
        for position, one in enumerate(found):
            values = [_stored(getattr(one, column)) for column in self.columns]
            words = (str(_stored(getattr(one, column))) for column in self.carried)
            rows.append((sections[one.section], position, *values, checksum_of(*words)))
        connection.executemany(query, rows)

    def made_of(self, row: Sequence[Any], section: Section) -> Finding:
        """Return the record in the columns `selected`."""
        values: dict[str, Any] = {
            column: self.restored[column](value) if column in self.restored else value
            for column, value in zip(self.columns, row, strict=True)
        }
        make: Callable[..., Finding] = self.record
        return make(section=section, **values)


def _stored(value: object) -> object:
    """Return a value as a column holds it: a tuple of texts as a JSON list."""
    return json.dumps(list(value), ensure_ascii=False) if isinstance(value, tuple) else value


def _texts(value: str) -> tuple[str, ...]:
    """Return the tuple of texts in a JSON list."""
    return tuple(json.loads(value))


EVENTS = Table(
    "events",
    VoteEvent,
    ("title", "proposal", "limbs", "result", "votes", "mover", "seconder", "ayes", "noes", "abstained"),
    {"kind": EventKind, "limbs": _texts, "ayes": _texts, "noes": _texts, "abstained": _texts},
)
DECISIONS = Table("decisions", Decision, ("title", "text", "motion", "proposal", "result"), {"amendment": bool})
ATTENDANCE = Table("attendance", Attendance, ("name", "role"), {"capacity": Capacity, "chair": bool})
ACTIONS = Table("actions", Action, ("text", "owner", "deadline", "status"), {"promise": bool})
INTERESTS = Table("interests", Interest, ("member", "text", "about", "kind"))
RECOMMENDATIONS = Table("recommendations", Recommendation, ("text",))
ACRONYMS = Table("acronyms", Acronym, ("short", "long"))
TABLE_ROWS = Table(
    "table_rows",
    TableRow,
    ("caption", "heading", "label", "columns", "text"),
    {"columns": _texts, "entries": _texts, "units": _texts},
)
TABLES: tuple[Table[Any], ...] = (
    EVENTS,
    DECISIONS,
    ATTENDANCE,
    INTERESTS,
    ACTIONS,
    RECOMMENDATIONS,
    ACRONYMS,
    TABLE_ROWS,
)
"""Each under the name that its records have in an IndexedPaper."""
