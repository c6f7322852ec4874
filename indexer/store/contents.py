"""Contents: passages, pages, papers, meetings and names, by SQL that both stores share."""

from __future__ import annotations

import json
from collections.abc import Iterable
from types import TracebackType
from typing import Any, ClassVar, Self

import numpy as np

from corpus.papers import Meeting
from indexer.passages.passage import Passage
from indexer.reading.pages import Page, PageState
from indexer.sections.section import Section
from indexer.store.records import ANYWHERE, Place, Right, Stamp, Status, StoredPaper, Vector, Where
from indexer.store.register import Register
from indexer.store.sql.counts import status_of
from indexer.store.sql.database import Version, check_stamp, noted_stamp, version_of
from indexer.store.sql.queries import (
    ALLOWED,
    JOINED,
    PAGES,
    PAPER_SEEN,
    PAPERS,
    PASSAGES,
    SECTIONS,
    WITHIN,
    copies_of,
    limits_of,
    with_sections,
)
from indexer.store.sql.rows import PASSAGE_WIDTH, VECTOR, paper_of, passage_of

IDS = "{0} IN (SELECT CAST(value AS BIGINT) FROM json_each(:ids))"
NUMBERED = "coalesce(pages.number, -1) = coalesce(CAST(:number AS INTEGER), -1)"  # a file without pages has none


class Contents(Register):
    """The part of the store that gives back what was read; what a person has no right to see is not there."""

    _signs_in: ClassVar[str] = "embeddings"  # the table of the signs of token vectors

    def close(self) -> None:
        """Let go of what is open."""
        raise NotImplementedError

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def stamp(self) -> Stamp:
        """The stamp that the index bears."""
        with self.reading() as connection:
            return check_stamp(noted_stamp(connection), None)

    def version(self) -> Version:
        """Return which state of which index this is; no other state has the same, also not after a rebuild.

        Whoever keeps what was worked out from the store compares it: a number alone begins again with a rebuild, and
        then what was just restricted would go on being shown.
        """
        with self.reading() as connection:
            return version_of(connection)

    def labels(self) -> frozenset[str]:
        """Return every access label in use, for whoever keeps the index and may see it all."""
        with self.reading() as connection:
            query = "SELECT access FROM papers UNION SELECT access FROM sections"
            return frozenset(label for (label,) in connection.execute(query))

    def passages(self, ids: Iterable[int], *, right: Right) -> list[Passage]:
        """Return the passages in the order of their ids; what is gone or may not be seen is left out."""
        wanted = list(ids)
        found = self._passages(IDS.format("passages.id"), right, ids=json.dumps(wanted))
        by_id = {passage.id: passage for passage in found}
        return [by_id[number] for number in wanted if number in by_id]

    def passages_of_paper(self, file: str, *, right: Right) -> list[Passage]:
        """Return the passages of the paper that lies in this file, in reading order."""
        return self._passages("papers.id = (SELECT paper FROM places WHERE file = :file)", right, file=file)

    def vectors(self, ids: Iterable[int], *, right: Right) -> dict[int, Vector]:
        """Return the vector of each of these passages, shape (384,); what may not be seen is left out."""
        found = self._embedded("embeddings", "vector", ids, right)
        return {number: np.frombuffer(vector, dtype=VECTOR) for number, vector in found.items()}

    def signs(self, ids: Iterable[int], *, right: Right) -> dict[int, bytes]:
        """Return the signs of the token vectors of each of these passages, 48 bytes a token in the order of the
        text.
        """
        return self._embedded(self._signs_in, "signs", ids, right)

    def page_text(self, file: str, number: int | None, *, right: Right) -> str | None:
        """Return the verbatim text of a page (None: the text of a file without pages); None when it is not there."""
        with self.reading(right) as connection:
            values = {**limits_of(right), "file": file, "number": number}
            row = connection.execute(f"{PAGES} AND {NUMBERED}", values).fetchone()
            return str(row[1]) if row else None

    def pages(self, file: str, *, right: Right) -> tuple[Page, ...]:
        """Return the pages of the paper that lies in this file; a page that may not be seen is left out."""
        with self.reading(right) as connection:
            rows = connection.execute(f"{PAGES} ORDER BY pages.position", {**limits_of(right), "file": file})
            return tuple(
                Page(number, text, PageState(state), reason, label) for number, text, state, reason, label in rows
            )

    def papers(self, *, right: Right) -> list[StoredPaper]:
        """Return the papers in the order of their files."""
        with self.reading(right) as connection:
            rows = connection.execute(PAPERS, limits_of(right)).fetchall()
            copies = copies_of(connection, {row[5] for row in rows})
        return [
            StoredPaper(
                paper_of(of_paper, copies.get(number, ())), title, problem, pages, indexed_at, whole=bool(whole)
            )
            for title, problem, pages, indexed_at, whole, number, *of_paper in rows
        ]

    def sections(self, *, right: Right, where: Where = ANYWHERE) -> list[Section]:
        """Return the sections by date, file and place in the paper."""
        with self.reading(right) as connection:
            order = "ORDER BY sections.held_on NULLS FIRST, papers.file, sections.position"
            rows = connection.execute(f"{SECTIONS} WHERE {ALLOWED} AND {WITHIN} {order}", limits_of(right, where))
            return [section for _, section in with_sections(connection, rows.fetchall(), 0)]

    def meetings(self, *, right: Right, where: Where = ANYWHERE) -> list[Meeting]:
        """Return every meeting that a section belongs to, by date, organisation and body."""
        found: dict[tuple[str, str, str], Meeting] = {}
        for section in self.sections(right=right, where=where):
            meeting = section.meeting
            key = (str(meeting.held_on or ""), meeting.organisation, meeting.body)
            found[key] = max(found.get(key, meeting), meeting, key=_filled)  # minutes name the chair, a report does not
        return [meeting for key, meeting in sorted(found.items()) if any(key)]

    def place(self, file: str, *, right: Right) -> Place | None:
        """Return size, time and hash that a file had when it was indexed; None for one that may not be seen."""
        query = (
            "SELECT places.file, places.size, places.modified_ns, places.sha256 FROM places "
            f"JOIN papers ON papers.id = places.paper WHERE places.file = :file AND {PAPER_SEEN}"
        )
        with self.reading(right) as connection:
            row = connection.execute(query, {**limits_of(right), "file": file}).fetchone()
        return Place(*row) if row else None

    def organisations(self, *, right: Right) -> list[str]:
        """Return the names of the organisations, sorted."""
        return self._names("organisation", right, ANYWHERE)

    def bodies(self, *, right: Right, where: Where = ANYWHERE) -> list[str]:
        """Return the names of the bodies, sorted."""
        return self._names("body", right, where)

    def status(self, *, right: Right) -> Status:
        """Return the counts of what may be seen."""
        with self.reading(right) as connection:
            return status_of(connection, right)

    def _passages(self, condition: str, right: Right, **values: Any) -> list[Passage]:
        query = f"{PASSAGES} WHERE {condition} AND {ALLOWED} ORDER BY papers.id, sections.position, passages.ordinal"
        with self.reading(right) as connection:
            rows = connection.execute(query, {**limits_of(right), **values}).fetchall()
            return [passage_of(row, section) for row, section in with_sections(connection, rows, PASSAGE_WIDTH)]

    def _embedded(self, table: str, column: str, ids: Iterable[int], right: Right) -> dict[int, bytes]:
        """Return what a column of a table with a row for each passage holds of those that may be seen."""
        query = (
            f"SELECT {table}.passage, {table}.{column} FROM {table} "
            f"JOIN passages ON passages.id = {table}.passage {JOINED.format('passages')} "
            f"WHERE {IDS.format(f'{table}.passage')} AND {ALLOWED}"
        )
        with self.reading(right) as connection:
            return dict(connection.execute(query, {**limits_of(right), "ids": json.dumps(list(ids))}).fetchall())

    def _names(self, column: str, right: Right, where: Where) -> list[str]:
        query = (
            f"SELECT DISTINCT sections.{column} FROM sections JOIN papers ON papers.id = sections.paper "
            f"WHERE sections.{column} <> '' AND {ALLOWED} AND {WITHIN} ORDER BY 1"
        )
        with self.reading(right) as connection:
            return [name for (name,) in connection.execute(query, limits_of(right, where))]


def _filled(meeting: Meeting) -> int:
    return sum(map(bool, (meeting.time, meeting.venue, meeting.chair)))
