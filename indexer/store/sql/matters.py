"""Matters as rows: what came to each meeting, written once for each section, and the matter that it belongs to.

Everything here can be worked out again from the other tables; a section that is replaced takes its rows with it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from indexer.forms.subjects import MINUTE, NUMBERED, RENAMED
from indexer.linking.matters import KIND_OF, Came, ItemKind, groups_of
from indexer.linking.matters.subjects import name_of, references_in, stems_of, subject_of
from indexer.sections.section import SectionKind
from indexer.store.sql.connection import Connection
from indexer.store.sql.rows import VECTOR

HALF = np.dtype("<f2")
OPENING = 1500  # characters of an item in which it says what it goes on from
LABEL = "iif(papers.access = 'public', sections.access, papers.access || '/' || sections.access)"

STALE = (
    "DELETE FROM matter_items WHERE id IN (SELECT matter_items.id FROM matter_items "
    "JOIN sections ON sections.id = matter_items.section JOIN papers ON papers.id = sections.paper "
    f"WHERE matter_items.label <> {LABEL})"
)
FRESH = (
    "SELECT sections.id, kind, organisation, body, held_on, item, sections.title, page, said, base IS NOT NULL "
    "OR sections.id IN (SELECT piece.base FROM sections AS piece WHERE piece.base IS NOT NULL), "
    f"{LABEL} FROM sections JOIN papers ON papers.id = sections.paper "
    "WHERE sections.id NOT IN (SELECT section FROM matter_items) ORDER BY sections.id"
)
# a council is known by its name; papers that name none are kept apart by the body
WHOSE = "iif(organisation = '', '/' || body, organisation)"


@dataclass(frozen=True, slots=True)
class _Part:
    """A section that was not looked at yet."""

    number: int
    kind: SectionKind
    organisation: str
    body: str
    held_on: str | None
    item: str
    title: str
    page: int | None
    agenda: tuple[tuple[str, str], ...]
    label: str


def link(connection: Connection) -> None:
    """Bring the matters into step with the sections, inside the caller's transaction, where anything changed."""
    connection.execute(STALE)
    for row in connection.execute(FRESH).fetchall():
        _add(connection, _part_of(row))
    for (whose,) in connection.execute(_CHANGED).fetchall():
        _link_one(connection, whose)


_CHANGED = (
    "SELECT whose FROM ("
    f"SELECT {WHOSE} AS whose, count(*) AS now, max(iif(matter_items.matter = '?', 1, 0)) AS fresh FROM matter_items "
    "JOIN sections ON sections.id = matter_items.section WHERE matter_items.kind <> '' GROUP BY 1) "
    "LEFT JOIN linked ON linked.organisation = whose WHERE fresh = 1 OR coalesce(linked.items, -1) <> now"
)
"""Whose items came or went since they were last linked; what is not linked yet has the matter '?'."""

_LINKED = (
    "INSERT INTO linked (organisation, items) VALUES (?, ?) "
    "ON CONFLICT (organisation) DO UPDATE SET items = excluded.items"
)


def _part_of(row: Sequence[object]) -> _Part:
    number, kind, organisation, body, held_on, item, title, page, said, divided, label = row
    lines = [] if divided else json.loads(str(said)).get("agenda", [])
    agenda = tuple((str(one), str(other)) for one, other in lines)
    return _Part(
        int(str(number)),
        SectionKind(str(kind)),
        str(organisation),
        str(body),
        None if held_on is None else str(held_on),
        str(item),
        str(title),
        None if page is None else int(str(page)),
        agenda,
        str(label),
    )


def _add(connection: Connection, part: _Part) -> None:
    """Write what came up in a section, or that nothing did."""
    rows = []
    kind = KIND_OF.get(part.kind)
    for item, title, page in _units(connection, part, kind) if kind else ():
        decided, opening, vector = _texts(connection, part, kind, item, title)
        told = json.dumps(_told(f"{title} {decided}"), ensure_ascii=False)
        said = " ".join(stems_of(f"{decided} {opening}"))
        address = _address(part, str(kind), item, title)
        rows.append((str(kind), item, title, page, told, said, vector, address, "?"))
    query = (
        "INSERT INTO matter_items (section, position, label, kind, item, title, page, told, said, vector, address, "
        "matter) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    )
    nothing = [("", "", "", None, "{}", "", b"", "", "")]
    connection.executemany(query, [(part.number, at, part.label, *row) for at, row in enumerate(rows or nothing)])


def _units(connection: Connection, part: _Part, kind: ItemKind | None) -> Iterator[tuple[str, str, int | None]]:
    """Item, title and first page of each thing that came up in a section."""
    if kind is ItemKind.AGENDA:
        text = _letters(" ".join(_passages(connection, part.number)))
        yield from ((item, title, part.page) for item, title in part.agenda if _letters(title) in text)
    elif kind is ItemKind.MINUTES:
        query = (
            "SELECT item, title, min(page) FROM passages WHERE section = ? AND title <> '' AND title <> ? "
            "GROUP BY item, title ORDER BY min(ordinal)"
        )
        yield from connection.execute(query, (part.number, part.title))
    elif part.title and (part.kind is not SectionKind.UNKNOWN or part.item):
        yield part.item, part.title, part.page


def _texts(connection: Connection, part: _Part, kind: ItemKind | None, item: str, title: str) -> tuple[str, str, bytes]:
    """What was decided or asked for, how the text opens, and the mean of its passages' vectors."""
    if kind is ItemKind.AGENDA:
        return "", "", b""
    within = "section = ?"
    values: tuple[object, ...] = (part.number,)
    if kind is ItemKind.MINUTES:
        within, values = "section = ? AND item = ? AND title = ?", (part.number, item, title)
    decisions = f"SELECT text || ' ' || motion FROM decisions WHERE {within} ORDER BY position"
    decided = [text for (text,) in connection.execute(decisions, values)]
    if kind is not ItemKind.MINUTES:
        asked = "SELECT text FROM recommendations WHERE section = ? ORDER BY position"
        decided += [text for (text,) in connection.execute(asked, (part.number,))]
    passages = f"SELECT id, text FROM passages WHERE {within} ORDER BY ordinal LIMIT 12"
    found = connection.execute(passages, values).fetchall()
    vectors = [
        np.frombuffer(vector, dtype=VECTOR)
        for number, _ in found
        for (vector,) in connection.execute("SELECT vector FROM embeddings WHERE passage = ?", (number,))
    ]
    mean = np.mean(vectors, axis=0).astype(HALF).tobytes() if vectors else b""
    return " ".join(decided), " ".join(text for _, text in found)[:OPENING], mean


def _passages(connection: Connection, section: int) -> list[str]:
    return [
        text
        for (text,) in connection.execute("SELECT text FROM passages WHERE section = ? ORDER BY ordinal", (section,))
    ]


def _told(text: str) -> dict[str, list[str]]:
    """The references, the minutes and the former names in a text."""
    return {
        "references": sorted(references_in(text)),
        "minutes": sorted({*MINUTE.findall(text), *NUMBERED.findall(text)}),
        "names": sorted({found["name"] for found in RENAMED.finditer(text)}),
    }


def _address(part: _Part, kind: str, item: str, title: str) -> str:
    """What an item is called in the address of a page: the same after a rebuild, and whatever comes beside it."""
    name = name_of(title).casefold()
    said = json.dumps([part.organisation, part.body, part.held_on, kind, item, name], ensure_ascii=False)
    return hashlib.sha256(said.encode()).hexdigest()[:12]


def _letters(text: str) -> str:
    return "".join(one for one in text.casefold() if one.isalnum())


def _link_one(connection: Connection, whose: str) -> None:
    """Link all items of one organisation, and note how many there are."""
    query = (
        "SELECT matter_items.id, body, held_on, matter_items.item, matter_items.title, label, told, vector, "
        f"matter_items.said, address, matter FROM matter_items JOIN sections ON sections.id = section "
        f"WHERE {WHOSE} = ? AND matter_items.kind <> '' ORDER BY matter_items.id"
    )
    rows = connection.execute(query, (whose,)).fetchall()
    came = [_came_of(row) for row in rows]
    groups = groups_of(came)
    addresses = {row[0]: row[9] for row in rows}
    update = []
    for row in rows:
        matter = addresses[groups[row[0]]] if row[0] in groups else ""
        if matter != row[10]:
            update.append((matter, row[0]))
    connection.executemany("UPDATE matter_items SET matter = ? WHERE id = ?", update)
    connection.execute(_LINKED, (whose, len(rows)))


def _came_of(row: Sequence[object]) -> Came:
    number, body, held_on, item, title, label, told, vector, said, _, _ = row
    fields = json.loads(str(told))
    names = tuple(subject for name in fields["names"] if (subject := subject_of(name)))
    return Came(
        int(str(number)),
        str(body),
        date.fromisoformat(str(held_on)) if held_on else None,
        str(item),
        str(title),
        subject_of(str(title)),
        str(label),
        frozenset(fields["references"]),
        frozenset(fields["minutes"]),
        names,
        _vector(vector),
        tuple(str(said).split()),
    )


def _vector(packed: object) -> NDArray[np.float32] | None:
    return np.frombuffer(packed, dtype=HALF).astype(np.float32) if isinstance(packed, bytes) and packed else None
