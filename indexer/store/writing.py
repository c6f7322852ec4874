"""PaperWriter: papers in and out, each in one transaction that leaves no half of it, by SQL that both stores share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from types import TracebackType
from typing import Self

from corpus.access import PageLabel
from corpus.papers import Paper
from indexer.linking.missing_meetings import Said
from indexer.sections.section import Section
from indexer.store.records import PUBLIC, IndexedPaper, Place, places_of
from indexer.store.sql.connection import Connection
from indexer.store.sql.database import version_of
from indexer.store.sql.findings import TABLES
from indexer.store.sql.labels import apply_labels, labels_json, labels_of_json
from indexer.store.sql.matters import link
from indexer.store.sql.queries import PAGE_SEEN, SECTIONS, copies_of, limits_of, with_sections
from indexer.store.sql.rows import PAPER, add_paper, add_passages, add_sections, paper_of, said_of_row


class PaperWriter:
    """The writing end of a store.

    A place (a file) belongs to one paper. Whoever names a place takes it from its former paper, and a paper that has
    no place left goes with everything that came out of it.
    """

    def close(self) -> None:
        """Let go of the store; the end of a `with` block also purges."""
        raise NotImplementedError

    def purge(self) -> bool:
        """Wipe what was removed since the last time; False where that has to wait for the next call."""
        raise NotImplementedError

    def _looking(self) -> AbstractContextManager[Connection]:
        """Hold the connection for questions, its errors turned into ours."""
        raise NotImplementedError

    def _transaction(self) -> AbstractContextManager[Connection]:
        """Hold one write transaction: all of it is kept, or nothing."""
        raise NotImplementedError

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """Hold one transaction; it raises the revision when anything was changed in it."""
        with self._transaction() as connection:
            before = connection.total_changes
            yield connection
            if connection.total_changes != before:
                raised = "CAST(CAST(value AS BIGINT) + 1 AS TEXT)"
                connection.execute(f"UPDATE meta SET value = {raised} WHERE key = 'revision'")

    def _add_passages(self, connection: Connection, sections: Mapping[Section, int], indexed: IndexedPaper) -> None:
        """Write the passages of a paper with their vectors."""
        add_passages(connection, sections, indexed)

    def _added(self, connection: Connection, indexed: IndexedPaper) -> None:
        """Write what an engine needs besides; SQLite's triggers have done it."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if error is None:
                self.purge()
        finally:
            self.close()

    @property
    def revision(self) -> int:
        """The number that every write raises by one."""
        with self._looking() as connection:
            return version_of(connection).revision

    def known(self) -> dict[str, tuple[int, int, str]]:
        """Return {file: (size, modified_ns, sha256)} of every place of every paper."""
        query = "SELECT file, size, modified_ns, sha256 FROM places"
        with self._looking() as connection:
            return {file: (size, modified, sha) for file, size, modified, sha in connection.execute(query)}

    def twins(self) -> dict[str, str]:
        """Return {sha256 of a copy in other bytes: sha256 of its paper}."""
        query = (
            "SELECT places.sha256, papers.sha256 FROM places JOIN papers ON papers.id = paper "
            "WHERE places.sha256 <> papers.sha256"
        )
        with self._looking() as connection:
            return dict(connection.execute(query).fetchall())

    def restricted(self) -> dict[str, bool]:
        """Return {sha256: whether people restrict it, or a page of it} of every stored paper and copy."""
        query = (
            "SELECT places.sha256, access <> 'public' OR EXISTS (SELECT 1 FROM json_each(labels) "
            "WHERE json_extract(value, '$.label') <> 'public') FROM places JOIN papers ON papers.id = paper"
        )
        with self._looking() as connection:
            return {sha: bool(restricted) for sha, restricted in connection.execute(query)}

    def labelled(self) -> list[tuple[Paper, tuple[PageLabel, ...]]]:
        """Return every paper with its places and label, and what people said of its pages."""
        query = f"SELECT labels, papers.id, {PAPER} FROM papers ORDER BY papers.file"
        with self._looking() as connection:
            rows = connection.execute(query).fetchall()
            copies = copies_of(connection, {number for _, number, *_ in rows})
        return [
            (paper_of(of_paper, copies.get(number, ())), labels_of_json(labels)) for labels, number, *of_paper in rows
        ]

    def hidden(self) -> dict[str, frozenset[int]]:
        """Return {sha256: the positions of its pages that the public may not see} of every paper."""
        query = (
            f"SELECT papers.sha256, pages.position FROM pages JOIN papers ON papers.id = paper WHERE NOT ({PAGE_SEEN})"
        )
        found: dict[str, set[int]] = {}
        with self._looking() as connection:
            for sha, position in connection.execute(query, limits_of(PUBLIC)):
                found.setdefault(sha, set()).add(position)
            papers = connection.execute("SELECT sha256 FROM papers").fetchall()
        return {sha: frozenset(found.get(sha, ())) for (sha,) in papers}

    def wordings(self) -> dict[str, str]:
        """Return {sha256: what tells a copy in other bytes} of every stored paper."""
        with self._looking() as connection:
            return dict(connection.execute("SELECT sha256, wording FROM papers").fetchall())

    def settled(self, labels: Callable[[str], Sequence[PageLabel]]) -> list[tuple[Section, Said]]:
        """Return every section of the papers as it is stored, with what it said before it was settled.

        `labels` gives what people say of the pages of the paper with this hash.
        """
        query = SECTIONS.replace(" FROM", ", sections.given, sections.said FROM", 1)
        with self._looking() as connection:
            rows = connection.execute(f"{query} WHERE base IS NULL ORDER BY papers.id, position").fetchall()
            found = with_sections(connection, [row[:-2] for row in rows], 0)
            return [
                (section, said_of_row(section, given, said, labels(section.paper.sha256)))
                for (*_, given, said), (_, section) in zip(rows, found, strict=True)
            ]

    def problems(self) -> list[tuple[str, str]]:
        """Return (file, what could not be read of it) for every paper that was not read in full."""
        with self._looking() as connection:
            query = "SELECT file, problem FROM papers WHERE problem <> '' ORDER BY file"
            return connection.execute(query).fetchall()

    def noted(self, key: str) -> str:
        """Return what was noted under a key, "" for nothing."""
        with self._looking() as connection:
            row = connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return str(row[0]) if row else ""

    def note(self, key: str, value: str) -> None:
        """Note something about the store as a whole."""
        with self._transaction() as connection:
            connection.execute(
                "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                (key, value),
            )

    def papers_with(self, words: Sequence[str]) -> frozenset[str]:
        """Return the hashes of the papers on whose pages one of the words stands, capitals aside."""
        query = "SELECT sha256, text FROM pages JOIN papers ON papers.id = paper"
        folded = [word.casefold() for word in words]
        with self._looking() as connection:
            pages = connection.execute(query) if folded else ()
            return frozenset(sha for sha, text in pages if any(word in text.casefold() for word in folded))

    def replace(self, indexed: IndexedPaper) -> None:
        """Put a paper in place of what the store had under its hash; its places are taken from any other paper."""
        paper = indexed.paper
        with self._writing() as connection:
            _drop(connection, "sha256", paper.sha256)
            _take_places(connection, [place.file for place in indexed.all_places()])
            number = add_paper(connection, indexed)
            _add_places(connection, number, paper.sha256, indexed.all_places())
            sections = add_sections(connection, number, indexed)
            self._add_passages(connection, sections, indexed)
            for table in TABLES:
                table.add(connection, sections, getattr(indexed, table.name))
            self._added(connection, indexed)
            apply_labels(connection, number, indexed.labels)

    def set_places(self, paper: Paper, places: Iterable[Place] = ()) -> bool:
        """Note where a paper lies now, and under which label; False when the store does not hold its content."""
        with self._writing() as connection:
            row = connection.execute("SELECT id FROM papers WHERE sha256 = ?", (paper.sha256,)).fetchone()
            if row is None:
                return False
            all_places = places_of(paper, places)
            connection.execute("DELETE FROM places WHERE paper = ?", row)
            _take_places(connection, [place.file for place in all_places])
            values = (paper.file, paper.size, all_places[0].modified_ns, paper.access, row[0])
            connection.execute("UPDATE papers SET file = ?, size = ?, modified_ns = ?, access = ? WHERE id = ?", values)
            _add_places(connection, row[0], paper.sha256, all_places)
            return True

    def relabel(self, paper: Paper, labels: Sequence[PageLabel]) -> bool:
        """Bring what people say of a held paper, and of its pages, into step; False when it was so already."""
        with self._writing() as connection:
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
        with self._writing() as connection:
            link(connection)

    def remove(self, file: str) -> None:
        """Take a file out; a paper that lies nowhere else goes with it, and `purge` then wipes what it left."""
        with self._writing() as connection:
            _take_places(connection, [file])


def _take_places(connection: Connection, files: Iterable[str]) -> None:
    """Take places from the papers that have them; the next one with the same bytes becomes first.

    Without one the paper goes: a copy in other bytes may have other pages, so it is read for itself.
    """
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
            _drop(connection, "id", row[0])
        else:
            update = "UPDATE papers SET file = ?, size = ?, modified_ns = ? WHERE id = ?"
            connection.execute(update, (*first, *row))


def _drop(connection: Connection, column: str, value: str | int) -> None:
    """Delete a paper with all that came out of it, and note that its bytes are still to be wiped."""
    if connection.execute(f"DELETE FROM papers WHERE {column} = ?", (value,)).rowcount:
        connection.execute("UPDATE meta SET value = '1' WHERE key = 'unpurged'")


def _add_places(connection: Connection, number: int, sha256: str, places: Iterable[Place]) -> None:
    rows = [
        (place.file, number, at, place.size, place.modified_ns, place.sha256 or sha256)
        for at, place in enumerate(places)
    ]
    connection.executemany("INSERT INTO places VALUES (?, ?, ?, ?, ?, ?)", rows)
