"""Store: the reading end - passages, pages, decisions and words, each answer limited to what a person may see."""

from __future__ import annotations

import json
import sqlite3
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any

import numpy as np

from corpus.papers import Meeting
from indexer.passages.passage import Passage
from indexer.reading.pages import Page, PageState
from indexer.sections.section import Section
from indexer.store.counts import holding, status_of
from indexer.store.records import (
    ANYWHERE,
    USUAL_WEIGHTS,
    Place,
    Right,
    Scored,
    Stamp,
    Status,
    StoredPaper,
    Vector,
    Weights,
    Where,
)
from indexer.store.register import Register
from indexer.store.slips import likest
from indexer.store.sql.database import Version, check_stamp, held_stamp, own_errors, version_of
from indexer.store.sql.pool import Pool
from indexer.store.sql.queries import (
    ALLOWED,
    JOINED,
    PAGES,
    PAPER_SEEN,
    PAPERS,
    PASSAGES,
    SECTIONS,
    WITHIN,
    WORDS_SEEN,
    copies_of,
    limits_of,
    with_sections,
)
from indexer.store.sql.rows import PASSAGE_WIDTH, VECTOR, paper_of, passage_of
from indexer.store.vectors.nearest import SMALL, VectorSearch
from indexer.store.words import match_of

COUNTED = 3000  # passages: a word in more of them is common, and counting on would only cost time


class Store(Register):
    """The reading end of the store, for any number of threads; every question names the right to see.

    What a person has no right to see is not there: it is neither counted nor named. Raises IndexMissing, IndexMismatch
    or IndexDamaged, also later when the index is rebuilt under a running program.
    """

    def __init__(self, index_dir: Path, stamp: Stamp | None, *, brief: bool = False) -> None:
        """Open the store; `stamp` None takes the rules and the model as they are, for readers that embed nothing.

        `brief` is for a program that asks once and ends: it always searches exactly, since loading Chroma takes longer.
        """
        super().__init__()
        self.index_dir = index_dir
        self._pool = Pool(index_dir, stamp)
        self._nearest = VectorSearch(index_dir, self.reading, small=sys.maxsize if brief else SMALL)
        self.version()

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._nearest.close()
        self._pool.close()

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Hold one unchanging view of the store, for the other files of this room."""
        with own_errors(self.index_dir), self._pool.borrowed() as connection:
            yield connection

    @property
    def stamp(self) -> Stamp:
        """The stamp that the index bears."""
        with self.reading() as connection:
            return check_stamp(held_stamp(connection), None)

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
        found = self._passages("passages.id IN (SELECT value FROM json_each(:ids))", right, ids=json.dumps(wanted))
        by_id = {passage.id: passage for passage in found}
        return [by_id[number] for number in wanted if number in by_id]

    def passages_of_paper(self, file: str, *, right: Right) -> list[Passage]:
        """Return the passages of the paper that lies in this file, in reading order."""
        return self._passages("papers.id = (SELECT paper FROM places WHERE file = :file)", right, file=file)

    def search_text(
        self,
        terms: Iterable[str],
        *,
        limit: int,
        right: Right,
        where: Where = ANYWHERE,
        every: bool = False,
        weights: Weights = USUAL_WEIGHTS,
    ) -> list[Scored]:
        """Return the best passages for any (`every`: all) of the terms, best first; the score is BM25, higher better.

        A term is any text at all; one of several words ("capital programme", "24/00096") is looked for as a phrase.
        """
        match = match_of(terms, every=every)
        if not match:
            return []
        query = (
            "SELECT words.rowid, bm25(words, :context, :title, :heading, :text) AS cost FROM words "
            f"WHERE words MATCH :match AND {WORDS_SEEN} ORDER BY cost, words.rowid LIMIT :limit"
        )
        weighed = {"context": weights.context, "title": weights.title, "heading": weights.heading, "text": weights.text}
        with self.reading() as connection:
            values = {**limits_of(right, where), **weighed, "match": match, "limit": limit}
            return [Scored(number, -cost) for number, cost in connection.execute(query, values)]

    def holding(self, word: str, *, right: Right) -> int:
        """Return how many passages hold a word in any of its forms, counted up to COUNTED."""
        with self.reading() as connection:
            return holding(connection, word, right, COUNTED)

    def likest(self, word: str, stem: str, *, right: Right) -> str:
        """Return the stem of the papers that a word (with its stem) which stands in none of them is most like, or
        "".
        """
        with self.reading() as connection:
            return likest(connection, word, stem, right)

    def nearest(self, vector: Vector, k: int, *, right: Right, where: Where = ANYWHERE) -> list[Scored]:
        """Return the k passages nearest in meaning to a vector (384,), best first; the score is the cosine."""
        return self._nearest.nearest(vector, k, right=right, where=where)

    def why_exact(self) -> str:
        """Return why the last unlimited search by meaning was not answered by Chroma, "" when it was."""
        return self._nearest.why_exact()

    def vectors(self, ids: Iterable[int], *, right: Right) -> dict[int, Vector]:
        """Return the vector of each of these passages, shape (384,); what may not be seen is left out."""
        found = self._embedded("vector", ids, right)
        return {number: np.frombuffer(vector, dtype=VECTOR) for number, vector in found.items()}

    def signs(self, ids: Iterable[int], *, right: Right) -> dict[int, bytes]:
        """Return the signs of the token vectors of each of these passages, 48 bytes a token in the order of the
        text.
        """
        return self._embedded("signs", ids, right)

    def page_text(self, file: str, number: int | None, *, right: Right) -> str | None:
        """Return the verbatim text of a page (None: the text of a file without pages); None when it is not there."""
        with self.reading() as connection:
            values = {**limits_of(right), "file": file, "number": number}
            row = connection.execute(f"{PAGES} AND pages.number IS :number", values).fetchone()
            return str(row[1]) if row else None

    def pages(self, file: str, *, right: Right) -> tuple[Page, ...]:
        """Return the pages of the paper that lies in this file; a page that may not be seen is left out."""
        with self.reading() as connection:
            rows = connection.execute(f"{PAGES} ORDER BY pages.position", {**limits_of(right), "file": file})
            return tuple(
                Page(number, text, PageState(state), reason, label) for number, text, state, reason, label in rows
            )

    def papers(self, *, right: Right) -> list[StoredPaper]:
        """Return the papers in the order of their files."""
        with self.reading() as connection:
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
        with self.reading() as connection:
            order = "ORDER BY sections.held_on, papers.file, sections.position"
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
        with self.reading() as connection:
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
        with self.reading() as connection:
            return status_of(connection, right)

    def _passages(self, condition: str, right: Right, **values: Any) -> list[Passage]:
        query = f"{PASSAGES} WHERE {condition} AND {ALLOWED} ORDER BY papers.id, sections.position, passages.ordinal"
        with self.reading() as connection:
            rows = connection.execute(query, {**limits_of(right), **values}).fetchall()
            return [passage_of(row, section) for row, section in with_sections(connection, rows, PASSAGE_WIDTH)]

    def _embedded(self, column: str, ids: Iterable[int], right: Right) -> dict[int, bytes]:
        """Return what a column of the embeddings holds of each of these passages that may be seen."""
        query = (
            f"SELECT embeddings.passage, embeddings.{column} FROM embeddings "
            f"JOIN passages ON passages.id = embeddings.passage {JOINED.format('passages')} "
            f"WHERE embeddings.passage IN (SELECT value FROM json_each(:ids)) AND {ALLOWED}"
        )
        with self.reading() as connection:
            return dict(connection.execute(query, {**limits_of(right), "ids": json.dumps(list(ids))}).fetchall())

    def _names(self, column: str, right: Right, where: Where) -> list[str]:
        query = (
            f"SELECT DISTINCT sections.{column} FROM sections JOIN papers ON papers.id = sections.paper "
            f"WHERE sections.{column} <> '' AND {ALLOWED} AND {WITHIN} ORDER BY 1"
        )
        with self.reading() as connection:
            return [name for (name,) in connection.execute(query, limits_of(right, where))]


def _filled(meeting: Meeting) -> int:
    return sum(map(bool, (meeting.time, meeting.venue, meeting.chair)))
