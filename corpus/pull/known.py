"""Known, Line, Gone: documents as the ledger has them; and the tables in which it has them."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.pull.records import Kind
from corpus.pull.web import State

WANTED, STORED, MISSING, WITHDRAWN, RESTRICTED = "wanted", "stored", "missing", "withdrawn", "restricted"
"""The states of a document: listed but not fetched, fetched, listed but not there, not listed any more, not public."""

SCHEMA = """
CREATE TABLE IF NOT EXISTS note (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS bodies (key TEXT PRIMARY KEY, name TEXT NOT NULL, asked TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS meetings (
    key TEXT PRIMARY KEY, body TEXT NOT NULL, body_name TEXT NOT NULL, held_on TEXT NOT NULL, time TEXT NOT NULL,
    venue TEXT NOT NULL, status TEXT NOT NULL, listed TEXT NOT NULL, folder TEXT NOT NULL, visited TEXT NOT NULL,
    unfinished INTEGER NOT NULL, withdrawn TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS documents (
    key TEXT PRIMARY KEY, title TEXT NOT NULL, address TEXT NOT NULL, kind TEXT NOT NULL, published TEXT NOT NULL,
    mark TEXT NOT NULL, state TEXT NOT NULL, name TEXT NOT NULL, file TEXT NOT NULL, sha256 TEXT NOT NULL,
    size INTEGER NOT NULL, etag TEXT NOT NULL, modified TEXT NOT NULL, checked TEXT NOT NULL, changed TEXT NOT NULL,
    fault TEXT NOT NULL);

CREATE TABLE IF NOT EXISTS laid (
    document TEXT NOT NULL, meeting TEXT NOT NULL, number TEXT NOT NULL, item TEXT NOT NULL,
    PRIMARY KEY (document, meeting));
CREATE TABLE IF NOT EXISTS earlier (document TEXT NOT NULL, sha256 TEXT NOT NULL, until TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS names ON documents (name COLLATE NOCASE);
CREATE INDEX IF NOT EXISTS of_meetings ON laid (meeting);
"""


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
