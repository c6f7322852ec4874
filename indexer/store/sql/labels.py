"""Labels: what people said of the pages of a paper, brought onto its sections - raised, cut in pieces, or opened again.

Passages and vectors stay as they are: they only come to stand in another piece of their section. A section as it was
indexed is kept in `given`, so that labels can be taken away again.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from itertools import groupby
from typing import NamedTuple

from corpus.access import EXEMPT_LABEL, LAST_PAGE, PUBLIC_LABEL, PageLabel, is_shared, strictest
from corpus.papers import date_in_words
from indexer.passages.passage import KIND_IN_WORDS, LONGEST_TITLE
from indexer.sections.section import Section, SectionKind
from indexer.store.sql.connection import Connection
from indexer.store.sql.findings import TABLES

COPIED = "paper, position, kind, organisation, body, held_on, time, venue, chair, title, item, mark, given, said"
KINDS = {kind.value.replace("_", " ") for kind in SectionKind} | set(KIND_IN_WORDS.values())


class Said(NamedTuple):
    """The label of a page and the reason that people gave for it."""

    access: str
    reason: str


@dataclass(frozen=True, slots=True)
class Run:
    """Pages of one section that follow each other under one label; None in a file without pages."""

    said: Said
    first: int | None
    last: int | None
    section: int


def labels_json(labels: Sequence[PageLabel]) -> str:
    """The labels as they are written down beside their paper."""
    return json.dumps([asdict(label) for label in labels], ensure_ascii=False)


def labels_of_json(text: str) -> tuple[PageLabel, ...]:
    """The labels of a paper from what `labels_json` wrote down."""
    return tuple(PageLabel(**fields) for fields in json.loads(text))


def given_json(section: Section) -> str:
    """What a label on the pages of a section may change, as it was indexed."""
    fields = {"access": section.access, "page": section.page, "page_end": section.page_end, "title": section.title}
    return json.dumps(fields, ensure_ascii=False)


def apply_labels(connection: Connection, paper: int, labels: Sequence[PageLabel]) -> None:
    """Bring the labels of pages onto the sections of a paper, in place of those it had, inside the caller's
    transaction.
    """
    _undo(connection, paper)
    connection.execute(
        "DELETE FROM matter_items WHERE section IN (SELECT id FROM sections WHERE paper = ?)", (paper,)
    )  # they are made again from what the labels leave open
    if not labels:
        return
    query = "SELECT id, access, page, page_end FROM sections WHERE paper = ? ORDER BY position"
    sections = connection.execute(query, (paper,)).fetchall()
    divided = []
    for number, access, page, page_end in sections:
        runs = list(_runs(access, page, page_end, labels))
        connection.execute(
            "UPDATE sections SET access = ?, reason = ?, page = ?, page_end = ? WHERE id = ?",
            (*runs[0][0], *runs[0][1:], number),
        )
        pieces = [Run(runs[0][0], *runs[0][1:], number)]
        pieces += [Run(*run, _piece(connection, number, *run)) for run in runs[1:]]
        if len(pieces) > 1:
            divided.append(pieces)
    if divided:
        labels_here = {piece.said.access for pieces in divided for piece in pieces} | {PUBLIC_LABEL, EXEMPT_LABEL}
        seen = {label: _letters(" ".join(_texts(connection, paper, label))) for label in labels_here}
        for pieces in divided:
            _share_out(connection, pieces, seen)


def _undo(connection: Connection, paper: int) -> None:
    """Put the sections of a paper back as they were indexed."""
    for table in ("passages", *(table.name for table in TABLES)):
        connection.execute(
            f"UPDATE {table} SET section = (SELECT base FROM sections WHERE sections.id = section) "
            "WHERE section IN (SELECT id FROM sections WHERE paper = ? AND base IS NOT NULL)",
            (paper,),
        )
    connection.execute("DELETE FROM sections WHERE paper = ? AND base IS NOT NULL", (paper,))
    connection.execute(
        "UPDATE sections SET access = json_extract(given, '$.access'), title = json_extract(given, '$.title'), "
        "page = CAST(json_extract(given, '$.page') AS INTEGER), reason = '', "
        "page_end = CAST(json_extract(given, '$.page_end') AS INTEGER) WHERE paper = ?",
        (paper,),
    )


def _runs(
    access: str, page: int | None, page_end: int | None, labels: Sequence[PageLabel]
) -> Iterator[tuple[Said, int | None, int | None]]:
    """The label, first and last page of each stretch of a section."""
    if page is None or page_end is None or page_end < page:
        yield _said(access, labels, None), page, page_end
        return
    for said, pages in groupby(range(page, page_end + 1), lambda number: _said(access, labels, number)):
        numbers = list(pages)
        yield said, numbers[0], numbers[-1]


def _said(access: str, labels: Sequence[PageLabel], page: int | None) -> Said:
    """The label of a page: a restriction holds, also where pages cannot be told apart; only a lifted mark gives way."""
    whole = (1, LAST_PAGE)
    here = [one for one in labels if page is None or one.first <= page <= one.last]
    lifting = [one for one in here if one.lifts and (page is not None or (one.first, one.last) == whole)]
    restricting = [one for one in here if one.label != PUBLIC_LABEL]
    # a mark says only that something is exempt: people who have looked at it say for whom
    named = bool(restricting) and all(
        is_shared(one.label) and (page is not None or (one.first, one.last) == whole) for one in restricting
    )
    printed = PUBLIC_LABEL if lifting or (named and access == EXEMPT_LABEL) else access
    label = strictest([printed, *(one.label for one in restricting)])
    reasons = dict.fromkeys(
        one.reason for one in restricting or (lifting if access != PUBLIC_LABEL else ()) if one.reason
    )
    return Said(label, "; ".join(reasons))


def _piece(connection: Connection, base: int, said: Said, page: int | None, page_end: int | None) -> int:
    """The number of a new piece of a section."""
    values = (*said, page, page_end, base, base)
    row = connection.execute(
        f"INSERT INTO sections ({COPIED}, access, reason, page, page_end, base) "
        f"SELECT {COPIED}, ?, ?, ?, ?, ? FROM sections WHERE id = ? RETURNING id",
        values,
    ).fetchone()
    return int(row[0])


def _texts(connection: Connection, paper: int, label: str) -> Iterator[str]:
    """The texts of the pages of a paper on which nothing stands but what is public, or under this label."""
    query = (
        "SELECT text FROM pages WHERE paper = ? AND NOT EXISTS (SELECT 1 FROM sections WHERE sections.paper = "
        "pages.paper AND access NOT IN ('public', ?) "
        "AND (page IS NULL OR pages.number BETWEEN page AND coalesce(page_end, page)))"
    )
    for (text,) in connection.execute(query, (paper, label)):
        yield text


def _share_out(connection: Connection, pieces: Sequence[Run], seen: Mapping[str, str]) -> None:
    """Put the passages, decisions and other findings of a divided section into its pieces.

    What touches a restricted page, or carries words that are printed on no page that everybody may see (the title of an
    item that began there), goes to a restricted piece. `seen` has the letters of what may be seen under each label.
    """
    base = pieces[0].section
    (title, organisation, body, held_on) = connection.execute(
        "SELECT title, organisation, body, held_on FROM sections WHERE id = ?", (base,)
    ).fetchone()
    day = date_in_words(date.fromisoformat(held_on) if held_on else None)
    known = {organisation, body, day, *KINDS}
    shares = _Shares(connection, pieces, seen)
    query = "SELECT id, page, page_end, item, title, heading, text_to_embed, text FROM passages WHERE section = ?"
    for number, page, page_end, item, own, heading, embedded, text in connection.execute(query, (base,)).fetchall():
        context = embedded[: -len(text)].strip().split(" | ") if embedded.endswith(text) else [embedded]
        known_here = known | {f"{item} {own}".strip()[:LONGEST_TITLE]}
        carried = (title, own, heading, *(part for part in context if part not in known_here))
        target = shares.piece_of(page, page_end, carried)
        connection.execute("UPDATE passages SET section = ? WHERE id = ?", (target, number))
    for table in TABLES:
        query = f"SELECT id, page, {', '.join(table.carried)} FROM {table.name} WHERE section = ?"
        for number, page, *words in connection.execute(query, (base,)).fetchall():
            target = shares.piece_of(page, page, (title, *words))
            connection.execute(f"UPDATE {table.name} SET section = ? WHERE id = ?", (target, number))
    bare = [(piece.section,) for piece in pieces if not shares.may_bear(title, piece.said.access)]
    connection.executemany("UPDATE sections SET title = '' WHERE id = ?", bare)


class _Shares:
    """Finds the piece of a divided section to which something belongs: under the strictest label that it touches."""

    def __init__(self, connection: Connection, pieces: Sequence[Run], seen: Mapping[str, str]) -> None:
        self._connection = connection
        self._pieces = list(pieces)
        self._closed = [piece for piece in pieces if piece.said.access != PUBLIC_LABEL]
        self._strictest = strictest(piece.said.access for piece in pieces)
        self._seen = seen

    def may_bear(self, word: str, label: str) -> bool:
        """True where whoever sees this label sees these words printed; the strictest label may bear them all."""
        return label == self._strictest or _letters(word) in self._seen[label]

    def piece_of(self, page: int | None, page_end: int | None, carried: Sequence[str]) -> int:
        """The number of the piece for what stands on these pages and carries these words."""
        touched = [
            piece
            for piece in self._pieces
            if page is not None and piece.first is not None and piece.last is not None
            if piece.first <= (page_end or page) and page <= piece.last
        ]
        restricted = [piece for piece in touched if piece.said.access != PUBLIC_LABEL]
        if touched and not restricted and all(self.may_bear(word, PUBLIC_LABEL) for word in carried):
            return touched[0].section
        label = strictest(piece.said.access for piece in restricted or self._closed)
        if not all(self.may_bear(word, label) for word in carried):
            label = self._strictest
        own = (piece for piece in (*restricted, *self._closed) if piece.said.access == label)
        return next((piece.section for piece in own), None) or self._on_no_page(label)

    def _on_no_page(self, label: str) -> int:
        """The number of a piece that stands on no page: what touches pages for different people is for none of them."""
        first = self._pieces[0].first or 1
        said = Said(label, "")
        number = _piece(self._connection, self._pieces[0].section, said, first, first - 1)
        self._closed.append(Run(said, first, first - 1, number))
        return number


def _letters(text: str) -> str:
    """The letters of a text alone, so that wraps, markup and figures in between do not matter."""
    return re.sub(r"[^a-z]+", "", text.casefold())
