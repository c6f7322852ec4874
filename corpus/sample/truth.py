"""Papers and where their words came to stand -> the rows of `tests/expected/sample/*.jsonl`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from corpus.sample.layout import Laid
from corpus.sample.source import Block, Paper, Part

Row = dict[str, Any]
DECIDING = frozenset({"minutes", "decision_record", "exempt"})


@dataclass(frozen=True, slots=True)
class Built:
    """A paper and its finished PDF."""

    paper: Paper
    laid: Laid

    @property
    def files(self) -> tuple[str, ...]:
        """Every place where the same bytes are published, the first one leading."""
        return (self.paper.file, *self.paper.copies)

    @property
    def minutes_alone(self) -> bool:
        """True for minutes published as a separate paper."""
        return all(part.kind in ("minutes", "blank") for part in self.paper.parts)

    def pages(self, n: int) -> Row:
        """The first and the last physical page of part `n`."""
        first, last = self.laid.parts[n]
        return {"page": first, "page_end": last}


def noted(part: Part, sort: str) -> Iterator[tuple[str, Block]]:
    """The blocks and cell paragraphs of a part with such a note, each with its key inside the part."""
    for n, block in enumerate(part.blocks):
        if block.note and block.note.sort == sort:
            yield str(n), block
        for r, row in enumerate(block.rows):
            for c, cell in enumerate(row):
                for k, piece in enumerate(cell):
                    if piece.note and piece.note.sort == sort:
                        yield f"{n}.{r}.{c}.{k}", piece


def parts(built: list[Built]) -> Iterator[tuple[Built, int, Part]]:
    """Every part with its paper and its place in it; minutes published alone come before the same minutes in a pack."""
    for one in sorted(built, key=lambda b: not b.minutes_alone):
        for n, part in enumerate(one.paper.parts):
            yield one, n, part


def where(part: Part) -> Row:
    """The columns that say whose business a part is."""
    return {"organisation": part.organisation, "body": part.body, "meeting_date": part.meeting}


def decisions(built: list[Built]) -> list[Row]:
    """One row a decided limb; the places where the same minutes are printed again stand in `copies`."""
    rows: dict[tuple[str, str], Row] = {}
    for one, n, part in parts(built):
        for key, block in noted(part, "decision"):
            if part.kind not in DECIDING:
                raise ValueError(f"{one.paper.file}: a {part.kind} cannot decide: {block.words[:60]!r}")
            page = one.laid.marks[f"{n}.{key}"]
            places = [{"file": file, "page": page} for file in one.files]
            identity = (part.source or f"{one.paper.file}#{n}", key)
            if identity in rows:
                rows[identity]["copies"] += places
            else:
                rows[identity] = decision(part, block, places)
    return sorted(rows.values(), key=lambda r: (r["organisation"], r["body"], r["meeting_date"], r["file"], r["page"]))


def decision(part: Part, block: Block, places: list[Row]) -> Row:
    """One decided limb."""
    assert block.note is not None
    options = block.note.options
    return {
        **places[0],
        **where(part),
        "item": block.item.rstrip(".") or part.item,
        "title": block.title or part.title,
        "text": block.words,
        "outcome": block.note.value,
        "mover": options.get("mover", ""),
        "seconder": options.get("seconder", ""),
        "votes": options.get("votes", ""),
        "exempt": part.kind == "exempt",
        "copies": places[1:],
    }


def sections(built: list[Built]) -> list[Row]:
    """One row a part of a file: its pages, its kind, and the meeting that it belongs to."""
    return [
        {"file": file, **one.pages(n), "kind": part.kind, **where(part), "item": part.item, "title": part.title}
        for one in built
        for file in one.files
        for n, part in enumerate(one.paper.parts)
        if part.kind != "blank"
    ]


def attendance(built: list[Built]) -> list[Row]:
    """One row a person and a meeting, in the order of the minutes."""
    rows: dict[tuple[str, str, str, str], Row] = {}
    for one, _, part in parts(built):
        for person in part.people:
            rows.setdefault(
                (part.body, part.meeting, person.name, person.capacity),
                {
                    **where(part),
                    "name": person.name,
                    "capacity": person.capacity,
                    "note": person.note,
                    "file": one.paper.file,
                },
            )
    return sorted(rows.values(), key=lambda r: (r["organisation"], r["body"], r["meeting_date"]))


def recommendations(built: list[Built]) -> list[Row]:
    """One row a recommended limb, with what was later done with it."""
    return [
        {
            "file": one.paper.file,
            "page": one.laid.marks[f"{n}.{key}"],
            **where(part),
            "item": part.item,
            "title": part.title,
            "limb": block.note.value,
            "text": block.words,
            "later": block.note.options["fate"],
        }
        for one in built
        for n, part in enumerate(one.paper.parts)
        for key, block in noted(part, "recommendation")
        if block.note
    ]


def acronyms(built: list[Built]) -> list[Row]:
    """One row an acronym, an expansion and a file: where it is spelt out first."""
    rows = []
    for one in built:
        for label, page in one.laid.marks.items():
            if label.startswith("acronym|"):
                _, acronym, expansion = label.split("|")
                rows.append({"acronym": acronym, "expansion": expansion, "file": one.paper.file, "page": page})
    return sorted(rows, key=lambda r: (r["acronym"], r["expansion"], r["file"]))


def exempt(built: list[Built]) -> list[Row]:
    """One row a run of restricted pages, with the words that restrict it."""
    return [
        {"file": file, **one.pages(n), "form": part.form}
        for one in built
        for file in one.files
        for n, part in enumerate(one.paper.parts)
        if part.kind == "exempt"
    ]
