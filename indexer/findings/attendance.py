"""Who was at a meeting, in what capacity, read off the head of minutes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from indexer.forms.minutes.attendance import (
    APOLOGIES_ITEM,
    ATTENDANCE_ITEM,
    BRACKETS,
    BULLETED,
    CHAIR,
    COLUMNS,
    GOES_ON,
    LIST_HEADS,
    NAME,
    NAME_AND_ROLE,
    NONE,
    OFFICE,
    PLURAL,
    SUBSTITUTE,
    TITLE,
    WHO_APOLOGISED,
    WITH_NAME,
    WOMANS_TITLE,
)
from indexer.items.item import Item
from indexer.reading.lines import Line
from indexer.sections.section import Section


class Capacity(StrEnum):
    """In what capacity somebody is named at the head of minutes."""

    PRESENT = "present"
    APOLOGIES = "apologies"
    SUBSTITUTE = "substitute"
    IN_ATTENDANCE = "in attendance"


@dataclass(frozen=True, slots=True)
class Attendance:
    """A person at a meeting; `role` is what stands beside the name, in brackets, behind a comma or in the next cell."""

    section: Section
    name: str
    capacity: Capacity
    role: str = ""
    chair: bool = False
    page: int | None = None


class _Person(NamedTuple):
    """What a list says of somebody, before it is known whose list it is; the fields of Attendance behind its section."""

    name: str
    capacity: Capacity
    role: str = ""
    chair: bool = False
    page: int | None = None


_CAPACITIES = (
    Capacity.APOLOGIES,
    Capacity.SUBSTITUTE,
    Capacity.IN_ATTENDANCE,
    Capacity.IN_ATTENDANCE,
    Capacity.PRESENT,
)
# From this share of lines that open with a name on, a list has one person a line.
ONE_A_LINE = 0.7
# A row of names is no longer than this; what is longer are sentences.
MAX_NAME = 60


def attendance_of(section: Section, head: Sequence[Line], items: Sequence[Item]) -> tuple[Attendance, ...]:
    """The people named at the head of minutes and under the item of apologies, each once a capacity."""
    people: dict[tuple[str, Capacity], _Person] = {}
    lists = [head, *(item.lines for item in items if ATTENDANCE_ITEM.match(item.title))]
    for person in [*(person for lines in lists if lines for person in _listed(lines)), *_apologies(items)]:
        people.setdefault((person.name, person.capacity), person)
    return tuple(Attendance(section, *person) for person in people.values())


def people_named(text: str) -> tuple[str, ...]:
    """The names in a run of names with commas and "and"; none where a part of it is no name."""
    entries = [entry.strip(" .,;()") for entry in _entries(BRACKETS.sub("", text).strip(" .,;()"))]
    return tuple(entries) if entries and all(_is_name(entry) for entry in entries) else ()


def _listed(head: Sequence[Line]) -> Iterator[_Person]:
    """The people of the lists at the head of minutes."""
    capacity: Capacity | None = None
    run: list[str] = []
    page = head[0].page if head else None
    for line in [*head, Line("\0")]:
        opened = next(
            ((c, m) for c, pattern in zip(_CAPACITIES, LIST_HEADS, strict=True) if (m := pattern.match(line.text))),
            None,
        )
        if opened or line.text == "\0":
            if capacity:
                yield from _people(run, capacity, page)
            if opened:
                capacity, run, page = opened[0], [opened[1]["rest"] or ""], line.page
        elif capacity:
            run.append(_with_tabs(line))
    for match in SUBSTITUTE.finditer(" ".join(line.text.strip() for line in head)):
        yield _Person(match["name"], Capacity.SUBSTITUTE, f"for {match['for']}", page=page)


def _with_tabs(line: Line) -> str:
    """The text of a line with a tab at each wide gap that the page shows in it."""
    starts = [0, *line.looks.cells]
    cells = [line.text[start:end].rstrip() for start, end in zip(starts, [*starts[1:], None], strict=True)]
    return line.text if "\t" in line.text else "\t".join(cells)


def _apologies(items: Sequence[Item]) -> Iterator[_Person]:
    """The people who sent apologies, where an item says so."""
    for item in items:
        if APOLOGIES_ITEM.match(item.title):
            text = " ".join(line.text.strip() for line in item.lines if line.text.strip())
            match = WHO_APOLOGISED.search(text)
            if match and not NONE.match(text):
                yield from _people([(match[1] or match[2]).rstrip(".")], Capacity.APOLOGIES, item.page)


def _people(run: Sequence[str], capacity: Capacity, page: int | None) -> Iterator[_Person]:
    """The people in the lines of a list: one a line, or a run of names with commas and "and"."""
    lines = [line for line in run if line.strip()]
    bulleted = [line for line in lines if BULLETED.match(line)]
    if len(bulleted) > 1 and BULLETED.match(lines[0]):
        lines = bulleted  # what stands behind the bullets is no longer the list
    people: list[_Person] = []
    for entry in _one_by_one(lines) if bulleted or _one_a_line(lines) else _entries(_joined(lines)):
        found = list(_persons(entry, capacity, page))
        if found:
            people += found
        elif people and OFFICE.search(entry) and not people[-1].role:
            # "Jo Ash, Director of Place, Kim Elm": what is no name says who the one before is
            people[-1] = people[-1]._replace(role=entry.strip(" .*"), chair=bool(CHAIR.search(entry)))
    yield from people


def _one_by_one(lines: Sequence[str]) -> Iterator[str]:
    """The entries of a list with one person a line; "Councillors A, B and C" in it is three of them."""
    for line in lines:
        bare = BULLETED.sub("", line).strip()
        cells = [cell for cell in COLUMNS.split(bare) if cell.strip()]
        if len(cells) > 1 and all(_is_name(re.sub(r"\s*\(.*?\)", "", cell).strip(" ,.;")) for cell in cells):
            yield from cells
            continue
        yield from _entries(bare) if PLURAL.match(bare) else (bare,)


def _joined(lines: Sequence[str]) -> str:
    """The lines of a run of names as one; a line that opens with a title for several people begins its own run."""
    return " ".join(
        f", {line.strip()}" if at and PLURAL.match(line.strip()) else line.strip() for at, line in enumerate(lines)
    )


def _one_a_line(lines: Sequence[str]) -> bool:
    """True where every line of a list begins with somebody's name, or is a row of a table."""
    if sum("\t" in line for line in lines) >= 2:
        return True
    if any(GOES_ON.search(line) for line in lines[:-1]):
        return False
    opened = sum(
        next(_persons(re.split(r"[,(]", line)[0], Capacity.PRESENT, None), None) is not None
        or bool(re.search(r"[–-]\s+\w", line))
        for line in lines
    )
    commas = sum(line.count(",") > 2 or line.rstrip().endswith(",") for line in lines)
    return len(lines) > 1 and opened >= ONE_A_LINE * len(lines) and commas <= len(lines) / 3


def _entries(text: str) -> Iterator[str]:
    """A run of names cut at commas and "and" outside brackets; "Councillors A, B and C" gives each the title."""
    title = ""
    depth, start = 0, 0
    pieces = []
    for at, letter in enumerate(text):
        depth += (letter == "(") - (letter == ")")
        cut = 1 if letter in ",;" else 5 if text.startswith(" and ", at) else 0
        if depth == 0 and cut:
            pieces.append(text[start:at])
            start = at + cut
    office = ""
    for piece in [*pieces, text[start:]]:
        piece = f"{office}{piece.strip(' .*')}"
        office = f"{piece}, " if WITH_NAME.fullmatch(piece) else ""
        if office:
            continue
        if match := PLURAL.match(piece):
            title, piece = match["one"] or f"{match['men']}man", piece[match.end() :]
        elif WOMANS_TITLE.match(piece) and title:
            yield piece
            continue
        elif re.match(rf"{TITLE}(?!\w)", piece):
            title = ""
        if piece:
            yield f"{title} {piece}".strip()


def _persons(entry: str, capacity: Capacity, page: int | None) -> Iterator[_Person]:
    """The people in one entry of a list: a name with its office behind, or an office with a name or names behind."""
    text = re.sub(r"\*+|<[^>]+>", "", entry).strip(" .;,-–•:")
    cells = [cell.strip() for cell in text.split("\t") if cell.strip()]
    if not cells:
        return
    match = NAME_AND_ROLE.match(cells[0])
    if match is None:
        return
    name, behind = match["name"].strip(" -–,"), (match["in"] or match["after"] or match["next"] or "").strip(" ()")
    if OFFICE.search(name) and not _is_name(name) and behind and not OFFICE.search(re.split(r"[(,]", behind)[0]):
        for other in _entries(behind):
            if _is_name(other):
                yield _Person(other, capacity, name, bool(CHAIR.search(entry)), page)
        return
    before, name = (
        ("", name)
        if not (given := re.match(rf"{WITH_NAME.pattern.pattern}, ", name))
        else (given.group(), name[given.end() :])
    )
    name, _, office = name.partition(", ")
    role = ", ".join(filter(None, [office, behind, *cells[1:]]))
    if _is_name(name):
        yield _Person(before + name, capacity, role, bool(CHAIR.search(role)), page)


def _is_name(text: str) -> bool:
    """True for what can be a person's name: some capitals, no office in it, a title or at least two words."""
    titled = re.match(rf"{TITLE}(?!\w)", text) is not None
    if len(text) > MAX_NAME or not NAME.match(text) or (text.isupper() and not titled):
        return False
    return titled or (" " in text and not OFFICE.search(text))
