"""ServedWriter: the writing end over PostgreSQL, for the papers of one council."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

import numpy as np

from indexer.passages.embedding import Embedding
from indexer.passages.passage import Passage
from indexer.sections.section import Section
from indexer.store.records import IndexedPaper, Stamp, Vector
from indexer.store.served.database import Connected, own_errors
from indexer.store.served.migrating import enter, home_in_use, migrated, new_home, switch_to
from indexer.store.served.store import text_of
from indexer.store.served.tokens import Standing, Texts, Tokenizer
from indexer.store.sql.connection import Connection
from indexer.store.sql.database import check_stamp, noted_stamp
from indexer.store.sql.digests import checksum_of, digest_of
from indexer.store.sql.rows import VECTOR, context_of
from indexer.store.vectors.exact import unit
from indexer.store.writing import PaperWriter

MANY = 100_000  # passages of one council up to which all vectors are compared; above that there is an index of them

PASSAGE = "id section ordinal page page_end printed_page item title heading text text_to_embed context checksum".split()
MARKS = ("section", "paper_access", "section_access")
WORDS = ("size", "words", "stems", "counts")


class ServedWriter(PaperWriter):
    """The writing end of a council's store, over one connection; hold its lock while one is open."""

    def __init__(self, url: str, council: str, stamp: Stamp, *, home: str = "", others: Sequence[str] = ()) -> None:
        """Open the store in use (`home` "": made where there is none) or the one that a rebuild fills.

        A new one may take over embeddings from the `others`. Raises IndexMismatch when it bears another stamp.
        """
        self.council = council
        self._others = tuple(others)
        self._tokenizer = Tokenizer()
        self._open = ExitStack()
        with own_errors(council):
            self._connection = self._open.enter_context(migrated(url, f"board-papers writer {council}"))
            with self._connection.raw.transaction():
                self._home = home or home_in_use(self._connection, council) or self._first(stamp)
            enter(self._connection, council, self._home, local=False)
            check_stamp(noted_stamp(self._connection), stamp)

    def close(self) -> None:
        """Let go of the connection; the end of a `with` block also purges."""
        self._open.close()

    def embeddings_for(self, texts: Iterable[str]) -> dict[str, Embedding]:
        """Return what is stored of each of the texts that has been embedded before, here or in the other stores."""
        wanted = {digest_of(text): text for text in texts}
        found: dict[str, Embedding] = {}
        with own_errors(self.council):
            for home in (self._home, *self._others):
                query = (
                    f'SELECT digest, vector, signs FROM "{home}".embeddings JOIN "{home}".signs USING (passage) '
                    "WHERE digest = ANY(%s)"
                )
                for digest, vector, signs in self._connection.run(query, (list(wanted),)):
                    found.setdefault(wanted[digest], Embedding(np.frombuffer(vector, dtype=VECTOR), signs))
        return found

    def purge(self) -> bool:
        """Free the room of what was removed since the last time; what is in the log of the database, it keeps."""
        with own_errors(self.council):
            row = self._connection.run("SELECT value FROM meta WHERE key = 'unpurged'").fetchone()
            if row and row[0] != "0":
                query = "SELECT schemaname, tablename FROM pg_tables WHERE schemaname = %s OR tablename = 'bits_of_all'"
                for schema, table in self._connection.run(query, (self._home,)).fetchall():
                    self._connection.run(f'VACUUM (ANALYZE) "{schema}".{table}')
                self._connection.run("UPDATE meta SET value = '0' WHERE key = 'unpurged'")
        return True

    def index_many(self) -> None:
        """Make the index of the vectors where there are too many passages to compare them all."""
        with own_errors(self.council):
            row = self._connection.run("SELECT count(*) FROM passage_vectors").fetchone()
            if row and row[0] > MANY:
                self._connection.run(
                    "CREATE INDEX IF NOT EXISTS passage_vectors_near ON passage_vectors "
                    "USING hnsw (vector halfvec_ip_ops)"
                )
            self._connection.run("ANALYZE passages, passage_vectors, passage_words, sections, papers")

    @contextmanager
    def _looking(self) -> Iterator[Connected]:
        with own_errors(self.council):
            yield self._connection

    @contextmanager
    def _transaction(self) -> Iterator[Connected]:
        with own_errors(self.council), self._connection.raw.transaction():
            yield self._connection

    def _first(self, stamp: Stamp) -> str:
        home = new_home(self._connection, self.council, stamp, 0)
        switch_to(self._connection, self.council, home)
        return home

    def _add_passages(self, connection: Connection, sections: Mapping[Section, int], indexed: IndexedPaper) -> None:
        """Write the passages of a paper with their vectors and words, many at once."""
        contexts = {section: context_of(section) for section in sections}
        rows = [
            _Row(*one, indexed.paper.access, sections, contexts)
            for one in zip(self._ids(indexed), *_of_each(indexed), strict=True)
        ]
        standing = self._tokenizer.standing([row.texts() for row in rows])
        copy = self._connection.copy
        copy("passages", PASSAGE, (row.passage_row() for row in rows))
        copy("embeddings", ("passage", "digest", "vector", "checksum"), (row.embedding_row() for row in rows))
        copy("signs", ("passage", "signs"), ((row.id, row.signs) for row in rows))
        copy(
            "passage_vectors",
            ("passage", *MARKS, "vector"),
            ((*row.marks(), text_of(unit(row.vector))) for row in rows),
        )
        words = ((*row.marks(), *columns_of_words(words)) for row, words in zip(rows, standing, strict=True))
        copy("passage_words", ("passage", *MARKS, *WORDS), words)

    def _ids(self, indexed: IndexedPaper) -> list[int]:
        """Return an id for each passage of a paper; none is ever given twice."""
        query = "SELECT nextval('passages_id_seq') FROM generate_series(1, %s)"
        return [int(number) for (number,) in self._connection.run(query, (len(indexed.passages),))]

    def _added(self, connection: Connection, indexed: IndexedPaper) -> None:
        """Write the words of the rows of tables of the paper that was just written."""
        query = (
            "SELECT table_rows.id, caption, text, heading, label, columns FROM table_rows "
            "JOIN sections ON sections.id = section JOIN papers ON papers.id = paper WHERE sha256 = %s"
        )
        rows = self._connection.run(query, (indexed.paper.sha256,)).fetchall()
        standing = self._tokenizer.standing(
            [(caption, heading, label, columns, text) for _, caption, text, heading, label, columns in rows]
        )
        self._connection.copy(
            "row_words",
            ("entry", *WORDS),
            ((number, *columns_of_words(words)) for (number, *_), words in zip(rows, standing, strict=True)),
        )


def _of_each(indexed: IndexedPaper) -> tuple[Sequence[Passage], Sequence[Vector], Sequence[bytes]]:
    return indexed.passages, list(indexed.vectors), indexed.all_signs()


@dataclass(frozen=True, slots=True)
class _Row:
    """A passage that gets an id, in the columns of its tables."""

    id: int
    passage: Passage
    vector: Vector
    signs: bytes
    paper_access: str
    sections: Mapping[Section, int]
    contexts: Mapping[Section, str]

    def texts(self) -> Texts:
        """The texts in which its words stand."""
        one = self.passage
        return self.contexts[one.section], one.title, one.heading, one.text, ""

    def marks(self) -> tuple[int, int, str, str]:
        """Its id and section, and the labels of paper and section."""
        section = self.passage.section
        return self.id, self.sections[section], self.paper_access, section.access

    def passage_row(self) -> list[object]:
        """The columns PASSAGE."""
        one = self.passage
        return [
            *(self.id, self.sections[one.section], one.ordinal, one.page, one.page_end, one.printed_page, one.item),
            *(one.title, one.heading, one.text, one.text_to_embed, self.contexts[one.section]),
            checksum_of(one.text, one.text_to_embed),
        ]

    def embedding_row(self) -> tuple[int, bytes, bytes, int]:
        """Its vector as it was made, the key under which it is found again, and a sum of it."""
        packed = self.vector.astype(VECTOR).tobytes()
        return self.id, digest_of(self.passage.text_to_embed), packed, checksum_of(packed, self.signs)


def columns_of_words(words: Standing) -> tuple[int, str, list[int], list[int]]:
    """Return the columns WORDS."""
    return words.size, words.words, words.stems, words.counts
