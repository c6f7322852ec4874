"""AnyStore and AnyWriter: what the other rooms ask of a store, whichever engine is behind it.

Two answer to it: SQLite with Chroma for one machine, and PostgreSQL with pgvector for many (served/). The tests of the
store run over both.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from types import TracebackType
from typing import Protocol, Self

from corpus.access import PageLabel
from corpus.papers import Meeting, Paper
from indexer.findings.acronyms import Acronym
from indexer.findings.actions import Action
from indexer.findings.attendance import Attendance
from indexer.findings.members.interests import Interest
from indexer.findings.minutes import Decision, VoteEvent
from indexer.findings.recommendations import Recommendation
from indexer.items.table_rows import TableRow
from indexer.linking.fates import Fate
from indexer.linking.matters import Matter
from indexer.linking.missing_meetings import Said
from indexer.linking.versions import Version
from indexer.passages.embedding import Embedding
from indexer.passages.passage import Passage
from indexer.reading.pages import Page
from indexer.sections.section import Section
from indexer.store.records import (
    ANYWHERE,
    USUAL_WEIGHTS,
    IndexedPaper,
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
from indexer.store.sql.database import Version as Revision


class AnyStore(Protocol):
    """The reading end of a store, for any number of threads; every question names the right to see.

    What a person has no right to see is not there: it is neither counted nor named. Raises IndexMissing, IndexMismatch
    or IndexDamaged, also later when the index is rebuilt under a running program.
    """

    def close(self) -> None:
        """Let go of the file."""

    def __enter__(self) -> Self:
        """Return the store, which is closed when the block ends."""

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Let go of what is open."""

    @property
    def stamp(self) -> Stamp:
        """The stamp that the index bears."""

    def version(self) -> Revision:
        """Return which state of which index this is; no other state has the same, also not after a rebuild.

        Whoever keeps what was worked out from the store compares it: a number alone begins again with a rebuild, and
        then what was just restricted would go on being shown.
        """

    def labels(self) -> frozenset[str]:
        """Return every access label in use, for whoever keeps the index and may see it all."""

    def passages(self, ids: Iterable[int], *, right: Right) -> list[Passage]:
        """Return the passages in the order of their ids; what is gone or may not be seen is left out."""

    def passages_of_paper(self, file: str, *, right: Right) -> list[Passage]:
        """Return the passages of the paper that lies in this file, in reading order."""

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

    def nearest(self, vector: Vector, k: int, *, right: Right, where: Where = ANYWHERE) -> list[Scored]:
        """Return the k passages nearest in meaning to a vector (384,), best first; the score is the cosine."""

    def table_rows(
        self, terms: Iterable[str], *, right: Right, where: Where = ANYWHERE, limit: int = 20, every: bool = False
    ) -> list[TableRow]:
        """Return the rows of tables in which any (`every`: all) of the terms stand, the best first.

        Words count most in the label of the row, then in the names of its columns, the line inside the table that it
        stands under and the caption; they are compared as in the search by words. Ask with the words of the question:
        `store.table_rows(["swing", "bridge", "2025-26"], right=right)`. Each row has `cells`: what the column is
        called, what stands in it, its unit. `text` is the row as its page has it, for a quote.
        """

    def holding(self, word: str, *, right: Right) -> int:
        """Return how many passages hold a word in any of its forms, counted up to COUNTED."""

    def likest(self, word: str, stem: str, *, right: Right) -> str:
        """Return the stem of the papers that a word (with its stem) which stands in none of them is most like, or
        "".
        """

    def why_exact(self) -> str:
        """Return why the last unlimited search by meaning was not answered by Chroma, "" when it was."""

    def vectors(self, ids: Iterable[int], *, right: Right) -> dict[int, Vector]:
        """Return the vector of each of these passages, shape (384,); what may not be seen is left out."""

    def signs(self, ids: Iterable[int], *, right: Right) -> dict[int, bytes]:
        """Return the signs of the token vectors of each of these passages, 48 bytes a token in the order of the
        text.
        """

    def page_text(self, file: str, number: int | None, *, right: Right) -> str | None:
        """Return the verbatim text of a page (None: the text of a file without pages); None when it is not there."""

    def pages(self, file: str, *, right: Right) -> tuple[Page, ...]:
        """Return the pages of the paper that lies in this file; a page that may not be seen is left out."""

    def papers(self, *, right: Right) -> list[StoredPaper]:
        """Return the papers in the order of their files."""

    def sections(self, *, right: Right, where: Where = ANYWHERE) -> list[Section]:
        """Return the sections by date, file and place in the paper."""

    def meetings(self, *, right: Right, where: Where = ANYWHERE) -> list[Meeting]:
        """Return every meeting that a section belongs to, by date, organisation and body."""

    def place(self, file: str, *, right: Right) -> Place | None:
        """Return size, time and hash that a file had when it was indexed; None for one that may not be seen."""

    def organisations(self, *, right: Right) -> list[str]:
        """Return the names of the organisations, sorted."""

    def bodies(self, *, right: Right, where: Where = ANYWHERE) -> list[str]:
        """Return the names of the bodies, sorted."""

    def status(self, *, right: Right) -> Status:
        """Return the counts of what may be seen."""

    def decisions(self, *, right: Right, where: Where = ANYWHERE) -> list[Decision]:
        """Return the register of decisions by date, file and place in the paper.

        Of a meeting those of replaced minutes last.
        """

    def events(self, *, right: Right, where: Where = ANYWHERE) -> list[VoteEvent]:
        """Return what was put to meetings, from mover to outcome, by date, file and place in the paper."""

    def attendance(self, *, right: Right, where: Where = ANYWHERE) -> list[Attendance]:
        """Return who was at the meetings and who sent apologies, by date, file and place in the paper."""

    def interests(self, *, right: Right, where: Where = ANYWHERE) -> list[Interest]:
        """Return the interests that members declared, by date, file and place in the paper."""

    def actions(self, *, right: Right, where: Where = ANYWHERE) -> list[Action]:
        """Return the actions and promises of minutes and action logs, by date, file and place in the paper."""

    def recommendations(self, *, right: Right, where: Where = ANYWHERE) -> list[Recommendation]:
        """Return what the reports ask for, by date, file and place in the paper."""

    def acronyms(self, *, right: Right, where: Where = ANYWHERE) -> list[Acronym]:
        """Return the acronyms that sections spell out, by date, file and place in the paper."""

    def all_table_rows(self, *, right: Right, where: Where = ANYWHERE) -> list[TableRow]:
        """Return every row of every table, by date, file and place in the paper."""

    def fates(self, *, right: Right, where: Where = ANYWHERE) -> list[Fate]:
        """Return what became of each recommendation, in their order, by the decisions that may be seen."""

    def answered(self, section: Section, item: str, *, right: Right) -> list[Fate]:
        """Return the recommendations that a ruling (an item of these minutes) answered, with their fates."""

    def versions(self, *, right: Right) -> list[Version]:
        """Return every section that has a successor, or whose minutes were confirmed, with what shows it."""

    def superseded(self, *, right: Right) -> frozenset[Section]:
        """Return the sections that a later version among those that may be seen has taken the place of."""

    def matters(self, *, right: Right, where: Where = ANYWHERE) -> list[Matter]:
        """Return the matters of which something came up within the limits, each whole; the latest first."""

    def matter(self, address: str, *, right: Right) -> Matter | None:
        """Return the matter to which the item with this address belongs, None where there is none that may be seen."""


class AnyWriter(Protocol):
    """The writing end of a store; hold its lock while one is open.

    A place (a file) belongs to one paper. Whoever names a place takes it from its former paper, and a paper that has
    no place left goes with everything that came out of it.
    """

    def __enter__(self) -> Self:
        """Return the writer, which purges and closes when the block ends."""

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Purge where there was no error, and let go of what is open."""

    def close(self) -> None:
        """Let go of the store; the end of a `with` block also purges."""

    @property
    def revision(self) -> int:
        """The number that every write raises by one."""

    def known(self) -> dict[str, tuple[int, int, str]]:
        """Return {file: (size, modified_ns, sha256)} of every place of every paper."""

    def twins(self) -> dict[str, str]:
        """Return {sha256 of a copy in other bytes: sha256 of its paper}."""

    def restricted(self) -> dict[str, bool]:
        """Return {sha256: whether people restrict it, or a page of it} of every stored paper and copy."""

    def labelled(self) -> list[tuple[Paper, tuple[PageLabel, ...]]]:
        """Return every paper with its places and label, and what people said of its pages."""

    def hidden(self) -> dict[str, frozenset[int]]:
        """Return {sha256: the positions of its pages that the public may not see} of every paper."""

    def wordings(self) -> dict[str, str]:
        """Return {sha256: what tells a copy in other bytes} of every stored paper."""

    def settled(self, labels: Callable[[str], Sequence[PageLabel]]) -> list[tuple[Section, Said]]:
        """Return every section of the papers as it is stored, with what it said before it was settled.

        `labels` gives what people say of the pages of the paper with this hash.
        """

    def problems(self) -> list[tuple[str, str]]:
        """Return (file, what could not be read of it) for every paper that was not read in full."""

    def noted(self, key: str) -> str:
        """Return what was noted under a key, "" for nothing."""

    def note(self, key: str, value: str) -> None:
        """Note something about the store as a whole."""

    def papers_with(self, words: Sequence[str]) -> frozenset[str]:
        """Return the hashes of the papers on whose pages one of the words stands, capitals aside."""

    def replace(self, indexed: IndexedPaper) -> None:
        """Put a paper in place of what the store had under its hash; its places are taken from any other paper."""

    def set_places(self, paper: Paper, places: Iterable[Place] = ()) -> bool:
        """Note where a paper lies now, and under which label; False when the store does not hold its content."""

    def relabel(self, paper: Paper, labels: Sequence[PageLabel]) -> bool:
        """Bring what people say of a held paper, and of its pages, into step; False when it was so already."""

    def link_matters(self) -> None:
        """Bring the matters into step with the papers; organisations of which nothing changed are left as they are."""

    def remove(self, file: str) -> None:
        """Take a file out; a paper that lies nowhere else goes with it, and `purge` then wipes what it left."""

    def purge(self) -> bool:
        """Wipe what was removed since the last time; False where that has to wait for the next call."""

    def embeddings_for(self, texts: Iterable[str]) -> dict[str, Embedding]:
        """Return what is stored of each of the texts that has been embedded before, here or in the other stores.

        So that a changed paper costs the embedding of its new passages only, ask before replacing or removing it.
        """
