"""Labels: what people said of the pages of a paper, brought onto its sections - raised, cut in pieces, or opened again.

Passages and vectors stay as they are: they only come to stand in another piece of their section. A section as it was
indexed is kept in `given`, so that labels can be taken away again.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from itertools import groupby
from typing import NamedTuple

from corpus.access import EXEMPT_LABEL, LAST_PAGE, PUBLIC_LABEL, PageLabel, strictest
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
        seen = _letters(" ".join(_public_texts(connection, paper)))
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
    label = strictest([PUBLIC_LABEL if lifting else access, *(one.label for one in restricting)])
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


def _public_texts(connection: Connection, paper: int) -> Iterator[str]:
    """The texts of the pages of a paper on which nothing restricted stands."""
    query = (
        "SELECT text FROM pages WHERE paper = ? AND NOT EXISTS (SELECT 1 FROM sections WHERE sections.paper = "
        "pages.paper "
        "AND access <> 'public' AND (page IS NULL OR pages.number BETWEEN page AND coalesce(page_end, page)))"
    )
    for (text,) in connection.execute(query, (paper,)):
        yield text


def _share_out(connection: Connection, pieces: Sequence[Run], seen: str) -> None:
    """Put the passages, decisions and other findings of a divided section into its pieces.

    What touches a restricted page, or carries words that are printed on no page that everybody may see (the title of an
    item that began there), goes to a restricted piece.
    """
    base = pieces[0].section
    (title, organisation, body, held_on) = connection.execute(
        "SELECT title, organisation, body, held_on FROM sections WHERE id = ?", (base,)
    ).fetchone()
    day = date_in_words(date.fromisoformat(held_on) if held_on else None)
    known = {organisation, body, day, *KINDS}
    query = "SELECT id, page, page_end, item, title, heading, text_to_embed, text FROM passages WHERE section = ?"
    for number, page, page_end, item, own, heading, embedded, text in connection.execute(query, (base,)).fetchall():
        context = embedded[: -len(text)].strip().split(" | ") if embedded.endswith(text) else [embedded]
        known_here = known | {f"{item} {own}".strip()[:LONGEST_TITLE]}
        carried = (title, own, heading, *(part for part in context if part not in known_here))
        target = _target(pieces, page, page_end, open_=all(_letters(word) in seen for word in carried))
        connection.execute("UPDATE passages SET section = ? WHERE id = ?", (target, number))
    for table in TABLES:
        query = f"SELECT id, page, {', '.join(table.carried)} FROM {table.name} WHERE section = ?"
        for number, page, *words in connection.execute(query, (base,)).fetchall():
            target = _target(pieces, page, page, open_=all(_letters(word) in seen for word in (title, *words)))
            connection.execute(f"UPDATE {table.name} SET section = ? WHERE id = ?", (target, number))
    if _letters(title) not in seen:  # no piece may bear it for everybody to see
        public = [(piece.section,) for piece in pieces if piece.said.access == PUBLIC_LABEL]
        connection.executemany("UPDATE sections SET title = '' WHERE id = ?", public)


def _target(pieces: Sequence[Run], page: int | None, page_end: int | None, *, open_: bool) -> int:
    """The piece for what stands on these pages: the strictest that it touches."""
    touched = [
        piece
        for piece in pieces
        if page is not None and piece.first is not None and piece.last is not None
        if piece.first <= (page_end or page) and page <= piece.last
    ]
    restricted = [piece for piece in touched if piece.said.access != PUBLIC_LABEL]
    if touched and not restricted and open_:
        return touched[0].section
    closed = restricted or [piece for piece in pieces if piece.said.access != PUBLIC_LABEL]
    return max(closed, key=lambda piece: piece.said.access == EXEMPT_LABEL).section


def _letters(text: str) -> str:
    """The letters of a text alone, so that wraps, markup and figures in between do not matter."""
    return re.sub(r"[^a-z]+", "", text.casefold())
