"""Ledger: what was seen of a source and fetched from it so far, in SQLite beside the papers.

Each change is one transaction that is on the disk before the next step begins, so a run that is killed at any moment
leaves a ledger from which the next one goes on.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path
from types import TracebackType
from zlib import crc32

from corpus.errors import WrongInput
from corpus.pull.contents import Contents
from corpus.pull.known import MISSING, RESTRICTED, SCHEMA, STORED, WANTED, WITHDRAWN, Gone, Known, Line
from corpus.pull.names import fit, folder_of, told_apart
from corpus.pull.records import Body, Detail, Document, Kind, Sitting
from corpus.pull.web import State

MISSED = timedelta(days=7)
"""A paper that was not there is asked for again after as long as this: its address may be dead, or was only broken."""

SPREAD = 15
"""Days over which the visits to old meetings are spread, so that they do not all fall on one."""


class Ledger:
    """The ledger of one folder, which has one source."""

    def __init__(self, file: Path, now: datetime) -> None:
        """Opens it, or makes it; `now` is written down as the time of each change."""
        self._now = now.isoformat(timespec="seconds")
        self._data = sqlite3.connect(file, isolation_level=None)
        self._data.execute("PRAGMA journal_mode=WAL")
        self._data.execute("PRAGMA synchronous=FULL")
        self._data.executescript(SCHEMA)

    def __enter__(self) -> Ledger:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._data.close()

    @contextmanager
    def _change(self) -> Iterator[sqlite3.Connection]:
        """One transaction."""
        self._data.execute("BEGIN IMMEDIATE")
        with self._data:
            yield self._data

    def belongs_to(self, source: str, address: str) -> None:
        """Notes the source of this folder; raises WrongInput where it has another one."""
        own = f"{source} {address}"
        with self._change() as data:
            data.execute("INSERT OR IGNORE INTO note VALUES ('source', ?)", (own,))
        if (kept := self._noted("source")) != own:
            raise WrongInput(f"The papers in this folder come from {kept}.", hint="Give another folder with --into.")

    def note(self, name: str, value: str) -> None:
        """Keeps a word about the folder."""
        with self._change() as data:
            data.execute("INSERT OR REPLACE INTO note VALUES (?, ?)", (name, value))

    def _noted(self, name: str) -> str:
        row = self._data.execute("SELECT value FROM note WHERE name = ?", (name,)).fetchone()
        return str(row[0]) if row else ""

    def organisation(self) -> str:
        """The name of the council that was given in an earlier run, "" for none."""
        return self._noted("organisation")

    def since(self, wanted: date | None, first: date) -> date:
        """The first day of the meetings that are read: as wanted now, as before, or the one for a first run."""
        kept = self._noted("since")
        day = wanted or (date.fromisoformat(kept) if kept else first)
        self.note("since", day.isoformat())
        return day

    def count(self) -> int:
        """How many documents lie among the papers."""
        return int(self._data.execute("SELECT count(*) FROM documents WHERE file != ''").fetchone()[0])

    def asked(self, body: Body) -> str:
        """When the meetings of a body were last read, "" for never."""
        row = self._data.execute("SELECT asked FROM bodies WHERE key = ?", (body.key,)).fetchone()
        return str(row[0]) if row else ""

    def note_asked(self, body: Body) -> None:
        """Notes that the meetings of a body have just been read, and all that was to be visited visited."""
        with self._change() as data:
            data.execute("INSERT OR REPLACE INTO bodies VALUES (?, ?, ?)", (body.key, body.name, self._now))

    def is_due(self, sitting: Sitting, finished_before: date, given_up_before: date, swept_before: datetime) -> bool:
        """True for a meeting that is to be visited.

        One that is new or listed otherwise than before, that is recent, that is not complete, that has a paper still to
        be fetched, or that nobody has looked at for long.
        """
        row = self._data.execute(
            "SELECT listed, unfinished, visited FROM meetings WHERE key = ?", (sitting.key,)
        ).fetchone()
        if row is None or not row[2] or row[0] != sitting.listed or sitting.held_on is None:
            return True
        if sitting.held_on >= finished_before or (row[1] and sitting.held_on >= given_up_before):
            return True
        spread = timedelta(days=crc32(sitting.key.encode()) % SPREAD)
        if datetime.fromisoformat(row[2]) < swept_before - spread:
            return True
        left = (
            "SELECT 1 FROM laid JOIN documents ON key = document WHERE meeting = ? AND (state = ? OR (state = ? AND "
            "checked < ?)) LIMIT 1"
        )
        missing = (datetime.fromisoformat(self._now) - MISSED).isoformat()
        return self._data.execute(left, (sitting.key, WANTED, MISSING, missing)).fetchone() is not None

    def listed(self, body: Body, since: date, until: date) -> set[str]:
        """The keys of the meetings of a body between two days that were listed and not withdrawn."""
        rows = self._data.execute(
            "SELECT key FROM meetings WHERE body = ? AND withdrawn = '' AND held_on BETWEEN ? AND ?",
            (body.key, since.isoformat(), until.isoformat()),
        )
        return {key for (key,) in rows}

    def take(self, detail: Detail) -> list[Gone]:
        """Notes a meeting as it is now, and what is to be fetched of it; gives what may not lie there any more."""
        sitting = detail.sitting
        with self._change() as data:
            self._note_meeting(sitting, unfinished=detail.unfinished)
            folder = data.execute("SELECT folder FROM meetings WHERE key = ?", (sitting.key,)).fetchone()[0]
            before = {key for (key,) in data.execute("SELECT document FROM laid WHERE meeting = ?", (sitting.key,))}
            now = {document.key for document in detail.documents}
            for document in detail.documents:
                self._note_document(document, folder)
                data.execute(
                    "INSERT OR REPLACE INTO laid VALUES (?, ?, ?, ?)",
                    (document.key, sitting.key, document.number, document.item),
                )
            for key in before - now:
                data.execute("DELETE FROM laid WHERE document = ? AND meeting = ?", (key, sitting.key))
            for key in detail.restricted:
                data.execute("DELETE FROM laid WHERE document = ?", (key,))
            gone = [self._gone(key, restricted=key in detail.restricted) for key in (before - now) | detail.restricted]
        return [one for one in gone if one]

    def withdraw(self, meeting: str) -> list[Gone]:
        """Notes that a meeting is not listed any more; gives what may not lie among the papers any more."""
        with self._change() as data:
            keys = [key for (key,) in data.execute("SELECT document FROM laid WHERE meeting = ?", (meeting,))]
            data.execute("DELETE FROM laid WHERE meeting = ?", (meeting,))
            data.execute("UPDATE meetings SET withdrawn = ? WHERE key = ?", (self._now, meeting))
            gone = [self._gone(key, restricted=False) for key in keys]
        return [one for one in gone if one]

    def papers_of(self, meeting: str) -> int:
        """How many documents of a meeting lie among the papers."""
        counted = "SELECT count(*) FROM laid JOIN documents ON key = document WHERE meeting = ? AND state = ?"
        return int(self._data.execute(counted, (meeting, STORED)).fetchone()[0])

    def _note_meeting(self, sitting: Sitting, *, unfinished: bool) -> None:
        folder = folder_of(sitting)
        others = "SELECT 1 FROM meetings WHERE folder = ? COLLATE NOCASE AND key != ?"
        if sitting.folder is None and self._data.execute(others, (folder, sitting.key)).fetchone():
            folder = told_apart(folder, sitting.key)
        held_on = sitting.held_on.isoformat() if sitting.held_on else ""
        self._data.execute(
            "INSERT INTO meetings VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, '', ?, '') ON CONFLICT (key) DO UPDATE SET "
            "body_name = excluded.body_name, held_on = excluded.held_on, time = excluded.time, withdrawn = '', "
            "venue = excluded.venue, status = excluded.status, listed = excluded.listed, "
            "unfinished = excluded.unfinished",
            (sitting.key, sitting.body.key, sitting.body.name, held_on, sitting.time, sitting.venue, sitting.status,
             sitting.listed, folder, unfinished),
        )  # fmt: skip

    def _note_document(self, document: Document, folder: str) -> None:
        row = self._data.execute("SELECT mark, state FROM documents WHERE key = ?", (document.key,)).fetchone()
        published = document.published.isoformat() if document.published else ""
        if row is None:
            name = "/".join(filter(None, (folder, fit(document.title, document.key))))
            others = "SELECT 1 FROM documents WHERE name = ? COLLATE NOCASE"
            if self._data.execute(others, (name,)).fetchone():
                name = told_apart(name, document.key)
            self._data.execute(
                "INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?, '', '', 0, '', '', '', '', '')",
                (document.key, document.title, document.address, document.kind.value, published, document.mark,
                 WANTED, name),
            )  # fmt: skip
            return
        state = STORED if row == (document.mark, STORED) else WANTED
        self._data.execute(
            "UPDATE documents SET title = ?, address = ?, kind = ?, published = ?, mark = ?, state = ? WHERE key = ?",
            (document.title, document.address, document.kind.value, published, document.mark, state, document.key),
        )

    def _gone(self, key: str, *, restricted: bool) -> Gone | None:
        """A document that no meeting lists any more, noted as such; None where another meeting has it, or none had."""
        row = self._data.execute("SELECT title, file, state FROM documents WHERE key = ?", (key,)).fetchone()
        still = self._data.execute("SELECT 1 FROM laid WHERE document = ?", (key,)).fetchone()
        if row is None or still or row[2] in (WITHDRAWN, RESTRICTED):
            return None
        self._data.execute(
            "UPDATE documents SET state = ?, title = ?, changed = ?, fault = '' WHERE key = ?",
            (RESTRICTED, "", self._now, key) if restricted else (WITHDRAWN, row[0], self._now, key),
        )
        return Gone(key, row[0], row[1], restricted)

    def visited(self, meeting: str) -> None:
        """Notes that all that could be fetched of a meeting has been."""
        with self._change() as data:
            data.execute("UPDATE meetings SET visited = ? WHERE key = ?", (self._now, meeting))

    def documents_of(self, meeting: str) -> list[Known]:
        """The documents that a meeting lists."""
        rows = self._data.execute(
            "SELECT key, title, address, state, name, file, sha256, checked, etag, modified, size FROM documents "
            "JOIN laid ON document = key WHERE meeting = ? ORDER BY key",
            (meeting,),
        )
        return [
            Known(key, title, address, state, name, file, sha256, checked, State(etag, modified, size))
            for key, title, address, state, name, file, sha256, checked, etag, modified, size in rows
        ]

    def not_to_lie_there(self) -> list[Gone]:
        """What was withdrawn or restricted, and whose file may still lie there because a run was killed."""
        rows = self._data.execute(
            "SELECT key, title, file, state FROM documents WHERE state IN (?, ?) AND file != ''",
            (WITHDRAWN, RESTRICTED),
        )
        return [Gone(key, title, file, state == RESTRICTED) for key, title, file, state in rows]

    def removed(self, key: str) -> None:
        """Notes that the file of a document does not lie among the papers any more."""
        with self._change() as data:
            data.execute("UPDATE documents SET file = '', etag = '', modified = '' WHERE key = ?", (key,))

    def placing(self, key: str, file: str) -> None:
        """Notes where a document is about to be put, so that it is found there whatever happens next."""
        with self._change() as data:
            data.execute("UPDATE documents SET file = ? WHERE key = ?", (file, key))

    def unchanged(self, key: str) -> None:
        """Notes that the server has just said that a document is as it was."""
        with self._change() as data:
            data.execute("UPDATE documents SET checked = ? WHERE key = ?", (self._now, key))

    def stored(self, document: Known, file: str, contents: Contents, state: State) -> None:
        """Notes that a document lies at its place, and which one lay there before."""
        with self._change() as data:
            if document.sha256 and document.sha256 != contents.sha256:
                data.execute("INSERT INTO earlier VALUES (?, ?, ?)", (document.key, document.sha256, self._now))
            data.execute(
                "UPDATE documents SET state = ?, file = ?, sha256 = ?, size = ?, etag = ?, modified = ?, checked = ?, "
                "changed = ?, fault = '' WHERE key = ?",
                (STORED, file, contents.sha256, state.size, state.etag, state.modified, self._now, self._now,
                 document.key),
            )  # fmt: skip

    def failed(self, key: str, fault: str, *, missing: bool) -> None:
        """Notes why a document could not be fetched; the next run tries again, unless it is `missing`."""
        with self._change() as data:
            state = MISSING if missing else WANTED
            data.execute(
                "UPDATE documents SET fault = ?, state = ?, checked = ? WHERE key = ?", (fault, state, self._now, key)
            )

    def lines(self) -> list[Line]:
        """Every stored document with its first meeting, in the order of their files."""
        rows = self._data.execute(
            "SELECT file, title, kind, address, published, body_name, held_on, time, venue, number, item "
            "FROM documents JOIN laid ON document = documents.key JOIN meetings ON meeting = meetings.key "
            "WHERE file != '' AND state NOT IN (?, ?) ORDER BY file, held_on, meeting",
            (WITHDRAWN, RESTRICTED),
        )
        found: dict[str, Line] = {}
        for file, title, kind, *rest in rows:
            found.setdefault(file, Line(file, title, Kind(kind), *rest))
        return list(found.values())
