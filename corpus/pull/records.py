"""Body, Sitting, Document, Detail: what a source tells of the papers that it has, whatever kind of source it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol


class Kind(StrEnum):
    """What a document is, as its source lists it."""

    AGENDA = "agenda"
    PACK = "pack"
    REPORT = "report"
    SUPPLEMENT = "supplement"
    MINUTES = "minutes"
    DECISION = "decision"
    PLAN = "plan"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Body:
    """A body that meets; `active` is False for one that has been wound up. Its papers stay."""

    key: str
    name: str
    active: bool = True


@dataclass(frozen=True, slots=True)
class Sitting:
    """A meeting as a list of meetings names it; `listed` changes whenever that line of the list does."""

    key: str
    body: Body
    held_on: date | None = None
    time: str = ""
    status: str = ""
    venue: str = ""
    listed: str = ""
    folder: str | None = None  # where its papers go, if the source itself has folders


@dataclass(frozen=True, slots=True)
class Document:
    """A public document of a meeting: where it is fetched, and what its source says of it.

    `number` and `item` are the number and title of the agenda item that it belongs to, as the site displays them.
    """

    key: str
    title: str
    address: str
    kind: Kind = Kind.REPORT
    number: str = ""
    item: str = ""
    published: date | None = None
    stated: str = ""  # a date of change or a checksum that the source itself gives

    @property
    def mark(self) -> str:
        """What changes when the source lists another document in its place."""
        return "\n".join((self.address, str(self.published or ""), self.stated))


@dataclass(frozen=True, slots=True)
class Detail:
    """A meeting with its documents; `restricted` are the keys of those that are not for the public, and no more.

    `unfinished` is True while papers are still to be expected: the minutes are not published yet. `elsewhere` counts
    links that lead to other sites, which are not followed. `closed` is True where the agenda is not published yet.
    """

    sitting: Sitting
    documents: tuple[Document, ...] = ()
    restricted: frozenset[str] = frozenset()
    unfinished: bool = False
    elsewhere: int = 0
    closed: bool = False


class Source(Protocol):
    """A place that papers come from. Each method may raise SourceTrouble (this answer) or SourceRefused (the site)."""

    @property
    def name(self) -> str:
        """The kind of source: modern-gov, web-folder, oparl."""
        ...

    @property
    def address(self) -> str:
        """Where it is."""
        ...

    def bodies(self) -> Sequence[Body]:
        """The bodies whose papers it has."""
        ...

    def sittings(self, body: Body, since: date, until: date) -> Sequence[Sitting]:
        """The meetings of a body between two days."""
        ...

    def detail(self, sitting: Sitting) -> Detail:
        """What is published of a meeting now."""
        ...
