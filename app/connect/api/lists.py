"""A part of a list: what fits, what changed since a moment, from a cursor on; as records or as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import astuple, dataclass, fields, replace
from datetime import UTC, datetime

from app.connect.api.changes import Change, Changes
from app.connect.api.things import RECORDS, Thing, Things
from corpus.errors import WrongInput
from corpus.terminal import as_cell
from indexer.store import Version

CURSOR = r"^$|^[0-9T:.+-]{20,40}~[0-9a-f]{20}$"
"""A cursor: the moment of the last record that was given, and its id. Whatever looks like this is a place in a list."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked of a list. Without `since` what is gone is left out; with it, it is reported as gone."""

    organisation: str = ""
    body: str = ""
    since: datetime | None = None
    cursor: str = ""
    limit: int = 50


@dataclass(frozen=True, slots=True)
class Part:
    """Records in the order of their changes, and the cursor behind them: "" at the end of the list."""

    data: tuple[Thing, ...]
    next: str = ""


class Lists:
    """The lists of every kind, with the moment at which each record was last changed."""

    def __init__(self, things: Things, changes: Changes) -> None:
        self._things = things
        self._changes = changes
        self._noted: dict[str, tuple[Version, dict[str, Thing]]] = {}

    def part(self, kind: str, wanted: Wanted) -> Part:
        """The next records of a list."""
        moment, _, identity = wanted.cursor.partition("~")
        since = _utc(wanted.since) if wanted.since else ""
        found = [
            thing
            for thing in self._all(kind).values()
            if (thing.modified, thing.id) > (moment, identity)
            and (since <= thing.modified if since else not thing.deleted)
        ]
        fitting = [thing for thing in found if thing.deleted or _fits(thing, wanted)]
        fitting.sort(key=lambda thing: (thing.modified, thing.id))
        shown = tuple(fitting[: wanted.limit])
        more = len(fitting) > len(shown)
        return Part(shown, _cursor(shown[-1]) if more else "")

    def one(self, kind: str, identity: str) -> Thing | None:
        """The record with this id, also one that is gone; None where there never was one."""
        found = self._all(kind).get(identity)
        if kind == "matters" and (found is None or found.deleted):
            # a matter is named by its first item; one that an earlier paper has joined is found by any of its items
            item = self._all("items").get(identity)
            return self._all(kind).get(getattr(item, "matter", ""), found)
        return found

    def _all(self, kind: str) -> dict[str, Thing]:
        """Every record of a kind, those that are gone among them."""
        version = self._things.version()
        kept = self._noted.get(kind)
        if kept is None or kept[0] != version:
            held = self._things.of(kind)
            changes = self._changes.noted(kind, {key: repr(thing) for key, thing in held.items()})
            kept = self._noted[kind] = version, {key: _with(kind, key, held.get(key), changes[key]) for key in changes}
        return kept[1]


def _with(kind: str, key: str, thing: Thing | None, change: Change) -> Thing:
    """A record with its moment; only its name and that it is gone, where it is."""
    return replace(thing or RECORDS[kind](key), modified=change.modified, deleted=change.deleted)


def _fits(thing: Thing, wanted: Wanted) -> bool:
    bodies = str(getattr(thing, "bodies", getattr(thing, "body", ""))).casefold().split("; ")
    own = thing.organisation.casefold()
    return wanted.organisation.casefold() in ("", own) and (not wanted.body or wanted.body.casefold() in bodies)


def as_csv(kind: str, records: Iterable[Thing]) -> str:
    """The records with a line of names; no cell is a formula."""
    out = io.StringIO()
    rows = csv.writer(out)
    rows.writerow([field.name for field in fields(RECORDS[kind])])
    rows.writerows([as_cell(str(value)) for value in astuple(record)] for record in records)
    return out.getvalue()


def _utc(moment: datetime) -> str:
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    try:
        return aware.astimezone(UTC).isoformat(timespec="microseconds")
    except OverflowError as exc:
        raise WrongInput("modified_since is no moment that a calendar has.") from exc


def _cursor(thing: Thing) -> str:
    return f"{thing.modified}~{thing.id}"
