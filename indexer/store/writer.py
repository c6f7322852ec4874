"""Writer: puts a paper into the store, or takes it out again, in one transaction that leaves no half of it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from corpus.access import PageLabel
from corpus.papers import Paper
from indexer.linking.missing_meetings import Said
from indexer.passages.embedding import Embedding
from indexer.sections.section import Section
from indexer.store.records import PUBLIC, IndexedPaper, Place, Stamp, places_of
from indexer.store.sql.database import (
    check_stamp,
    connect_to_write,
    held_stamp,
    make_tables,
    own_errors,
    transaction,
    version_of,
)
from indexer.store.sql.findings import TABLES
from indexer.store.sql.labels import apply_labels, labels_json, labels_of_json
from indexer.store.sql.matters import link
from indexer.store.sql.queries import PAGE_SEEN, SECTIONS, copies_of, limits_of, with_sections
from indexer.store.sql.rows import PAPER, add_paper, add_passages, add_sections, paper_of, said_of_row
from indexer.store.taking import embeddings_elsewhere, embeddings_in, highest_id


class Writer:
    """The writing end of the store; hold a BuildLock while one is open.

    A place (a file) belongs to one paper. Whoever names a place takes it from its former paper, and a paper that has
    no place left goes with everything that came out of it.
    """

    def __init__(self, index_dir: Path, stamp: Stamp, *, others: Sequence[Path] = ()) -> None:
        """Open the store or make a new one, which may take over embeddings from the `others`.

        Raises IndexMismatch when it bears another stamp, IndexDamaged when the file is broken.
        """
        self._index_dir = index_dir
        self._stamp = stamp
        self._others = tuple(others)
        with own_errors(index_dir):
            self._connection = _opened(index_dir, stamp, highest_id(others))

    def __enter__(self) -> Writer:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if error is None:
                self.purge()
        finally:
            self.close()

    def close(self) -> None:
        """Let go of the file; the end of a `with` block also purges."""
        self._connection.close()

    @property
    def revision(self) -> int:
        """The number that every write raises by one."""
        with own_errors(self._index_dir):
            return version_of(self._connection).revision

    def known(self) -> dict[str, tuple[int, int, str]]:
        """Return {file: (size, modified_ns, sha256)} of every place of every paper."""
        query = "SELECT file, size, modified_ns, sha256 FROM places"
        with own_errors(self._index_dir):
            return {file: (size, modified, sha) for file, size, modified, sha in self._connection.execute(query)}

    def twins(self) -> dict[str, str]:
        """Return {sha256 of a copy in other bytes: sha256 of its paper}."""
        query = (
            "SELECT places.sha256, papers.sha256 FROM places JOIN papers ON papers.id = paper "
            "WHERE places.sha256 <> papers.sha256"
        )
        with own_errors(self._index_dir):
            return dict(self._connection.execute(query).fetchall())

    def restricted(self) -> dict[str, bool]:
        """Return {sha256: whether people restrict it, or a page of it} of every stored paper and copy."""
        query = (
            "SELECT places.sha256, access <> 'public' OR EXISTS (SELECT 1 FROM json_each(labels) "
            "WHERE json_extract(value, '$.label') <> 'public') FROM places JOIN papers ON papers.id = paper"
        )
        with own_errors(self._index_dir):
            return {sha: bool(restricted) for sha, restricted in self._connection.execute(query)}

    def labelled(self) -> list[tuple[Paper, tuple[PageLabel, ...]]]:
        """Return every paper with its places and label, and what people said of its pages."""
        query = f"SELECT labels, papers.id, {PAPER} FROM papers ORDER BY papers.file"
        with own_errors(self._index_dir):
            rows = self._connection.execute(query).fetchall()
            copies = copies_of(self._connection, {number for _, number, *_ in rows})
        return [
            (paper_of(of_paper, copies.get(number, ())), labels_of_json(labels)) for labels, number, *of_paper in rows
        ]

    def hidden(self) -> dict[str, frozenset[int]]:
        """Return {sha256: the positions of its pages that the public may not see} of every paper."""
        query = (
            f"SELECT papers.sha256, pages.position FROM pages JOIN papers ON papers.id = paper WHERE NOT ({PAGE_SEEN})"
        )
        found: dict[str, set[int]] = {}
        with own_errors(self._index_dir):
            for sha, position in self._connection.execute(query, limits_of(PUBLIC)):
                found.setdefault(sha, set()).add(position)
            papers = self._connection.execute("SELECT sha256 FROM papers").fetchall()
        return {sha: frozenset(found.get(sha, ())) for (sha,) in papers}

    def wordings(self) -> dict[str, str]:
        """Return {sha256: what tells a copy in other bytes} of every stored paper."""
        with own_errors(self._index_dir):
            return dict(self._connection.execute("SELECT sha256, wording FROM papers").fetchall())

    def settled(self, labels: Callable[[str], Sequence[PageLabel]]) -> list[tuple[Section, Said]]:
        """Return every section of the papers as it is stored, with what it said before it was settled.

        `labels` gives what people say of the pages of the paper with this hash.
        """
        query = SECTIONS.replace(" FROM", ", sections.given, sections.said FROM", 1)
        with own_errors(self._index_dir):
            rows = self._connection.execute(f"{query} WHERE base IS NULL ORDER BY papers.id, position").fetchall()
            found = with_sections(self._connection, [row[:-2] for row in rows], 0)
            return [
                (section, said_of_row(section, given, said, labels(section.paper.sha256)))
                for (*_, given, said), (_, section) in zip(rows, found, strict=True)
            ]

    def problems(self) -> list[tuple[str, str]]:
        """Return (file, what could not be read of it) for every paper that was not read in full."""
        with own_errors(self._index_dir):
            query = "SELECT file, problem FROM papers WHERE problem <> '' ORDER BY file"
            return self._connection.execute(query).fetchall()

    def noted(self, key: str) -> str:
        """Return what was noted under a key, "" for nothing."""
        with own_errors(self._index_dir):
            row = self._connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return str(row[0]) if row else ""

    def note(self, key: str, value: str) -> None:
        """Note something about the store as a whole."""
        with own_errors(self._index_dir), transaction(self._connection):
            self._connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))

    def papers_with(self, words: Sequence[str]) -> frozenset[str]:
        """Return the hashes of the papers on whose pages one of the words stands, capitals aside."""
        query = "SELECT sha256, text FROM pages JOIN papers ON papers.id = paper"
        folded = [word.casefold() for word in words]
        with own_errors(self._index_dir):
            pages = self._connection.execute(query) if folded else ()
            return frozenset(sha for sha, text in pages if any(word in text.casefold() for word in folded))

    def embeddings_for(self, texts: Iterable[str]) -> dict[str, Embedding]:
        """Return what is stored of each of the texts that has been embedded before, here or in the other stores.

        So that a changed paper costs the embedding of its new passages only, ask before replacing or removing it.
        """
        wanted = list(texts)
        with own_errors(self._index_dir):
            found = embeddings_in(self._connection, wanted)
        missing = [text for text in wanted if text not in found] if self._others else []
        return {**found, **embeddings_elsewhere(self._others, self._stamp, missing)}

    def replace(self, indexed: IndexedPaper) -> None:
        """Put a paper in place of what the store had under its hash; its places are taken from any other paper."""
        paper = indexed.paper
        with self._write() as connection:
            self._drop("sha256", paper.sha256)
            self._take_places(place.file for place in indexed.all_places())
            number = add_paper(connection, indexed)
            self._add_places(number, paper.sha256, indexed.all_places())
            sections = add_sections(connection, number, indexed)
            add_passages(connection, sections, indexed)
            for table in TABLES:
                table.add(connection, sections, getattr(indexed, table.name))
            apply_labels(connection, number, indexed.labels)

    def set_places(self, paper: Paper, places: Iterable[Place] = ()) -> bool:
        """Note where a paper lies now, and under which label; False when the store does not hold its content."""
        with self._write() as connection:
            row = connection.execute("SELECT id FROM papers WHERE sha256 = ?", (paper.sha256,)).fetchone()
            if row is None:
                return False
            all_places = places_of(paper, places)
            connection.execute("DELETE FROM places WHERE paper = ?", row)
            self._take_places(place.file for place in all_places)
            values = (paper.file, paper.size, all_places[0].modified_ns, paper.access, row[0])
            connection.execute("UPDATE papers SET file = ?, size = ?, modified_ns = ?, access = ? WHERE id = ?", values)
            self._add_places(row[0], paper.sha256, all_places)
            return True

    def relabel(self, paper: Paper, labels: Sequence[PageLabel]) -> bool:
        """Bring what people say of a held paper, and of its pages, into step; False when it was so already."""
        with self._write() as connection:
            query = "SELECT id, access, labels FROM papers WHERE sha256 = ?"
            row = connection.execute(query, (paper.sha256,)).fetchone()
            said = labels_json(labels)
            if row is None or row[1:] == (paper.access, said):
                return False
            update = "UPDATE papers SET access = ?, labels = ? WHERE id = ?"
            connection.execute(update, (paper.access, said, row[0]))
            apply_labels(connection, row[0], labels)
            return True

    def link_matters(self) -> None:
        """Bring the matters into step with the papers; organisations of which nothing changed are left as they are."""
        with self._write() as connection:
            link(connection)

    def remove(self, file: str) -> None:
        """Take a file out; a paper that lies nowhere else goes with it, and `purge` then wipes what it left."""
        with self._write():
            self._take_places([file])

    def purge(self) -> bool:
        """Wipe from the disk what was removed since the last time, also by a run that was killed.

        False when a reader kept the log from being emptied just now; the next call does it.
        """
        connection = self._connection
        with own_errors(self._index_dir):
            if connection.execute("SELECT value FROM meta WHERE key = 'unpurged'").fetchone()[0] == "0":
                return True
            with transaction(connection):
                # the words of removed passages stay in the full-text index until its parts are merged into one
                connection.execute("INSERT INTO words (words) VALUES ('optimize')")
                connection.execute("INSERT INTO row_words (row_words) VALUES ('optimize')")
            busy, _, _ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            if not busy:
                connection.execute("UPDATE meta SET value = '0' WHERE key = 'unpurged'")
            return not busy

    @contextmanager
    def _write(self) -> Iterator[sqlite3.Connection]:
        """Hold one transaction; it raises the revision when anything was changed in it."""
        connection = self._connection
        with own_errors(self._index_dir), transaction(connection):
            before = connection.total_changes
            yield connection
            if connection.total_changes != before:
                connection.execute("UPDATE meta SET value = value + 1 WHERE key = 'revision'")

    def _take_places(self, files: Iterable[str]) -> None:
        """Take places from the papers that have them; the next one with the same bytes becomes first, and without one
        the
        paper goes: a copy in other bytes may have other pages, so it is read for itself."""
        connection = self._connection
        for file in files:
            row = connection.execute("DELETE FROM places WHERE file = ? RETURNING paper", (file,)).fetchone()
            if row is None:
                continue
            left = (
                "SELECT places.file, places.size, places.modified_ns FROM places JOIN papers ON papers.id = paper "
                "WHERE paper = ? AND places.sha256 = papers.sha256 ORDER BY position LIMIT 1"
            )
            first = connection.execute(left, row).fetchone()
            if first is None:
                self._drop("id", row[0])
            else:
                update = "UPDATE papers SET file = ?, size = ?, modified_ns = ? WHERE id = ?"
                connection.execute(update, (*first, *row))

    def _drop(self, column: str, value: str | int) -> None:
        """Delete a paper with all that came out of it, and note that its bytes are still to be wiped."""
        if self._connection.execute(f"DELETE FROM papers WHERE {column} = ?", (value,)).rowcount:
            self._connection.execute("UPDATE meta SET value = '1' WHERE key = 'unpurged'")

    def _add_places(self, number: int, sha256: str, places: Iterable[Place]) -> None:
        rows = [
            (place.file, number, at, place.size, place.modified_ns, place.sha256 or sha256)
            for at, place in enumerate(places)
        ]
        self._connection.executemany("INSERT INTO places VALUES (?, ?, ?, ?, ?, ?)", rows)


def _opened(index_dir: Path, stamp: Stamp, after: int) -> sqlite3.Connection:
    """Return a connection to the store that bears the stamp; a new store gets its tables."""
    connection = connect_to_write(index_dir)
    try:
        with transaction(connection):
            held = held_stamp(connection)
            if held is None:
                make_tables(connection, stamp, after)
            else:
                check_stamp(held, stamp)
    except BaseException:
        connection.close()
        raise
    return connection
