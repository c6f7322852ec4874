"""Known, Line, Gone: documents as the ledger has them."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.pull.records import Kind
from corpus.pull.web import State

WANTED, STORED, MISSING, WITHDRAWN, RESTRICTED = "wanted", "stored", "missing", "withdrawn", "restricted"
"""The states of a document: listed but not fetched, fetched, listed but not there, not listed any more, not public."""


@dataclass(frozen=True, slots=True)
class Known:
    """A document as the ledger has it; `file` is where it lies, relative to the folder, "" as long as it does not.

    `name` is the place that is set aside for it, without an ending; `checked` is when the server was last asked.
    """

    key: str
    title: str
    address: str
    state: str
    name: str
    file: str
    sha256: str
    checked: str
    at_server: State


@dataclass(frozen=True, slots=True)
class Line:
    """A stored document with the meeting that it was first laid before."""

    file: str
    title: str
    kind: Kind
    address: str
    published: str
    body: str
    held_on: str
    time: str
    venue: str
    number: str
    item: str


@dataclass(frozen=True, slots=True)
class Gone:
    """A document that is not to lie among the papers any more; `restricted` where nothing of it may be kept."""

    key: str
    title: str
    file: str
    restricted: bool
