"""Who was at a meeting, in what capacity, read off the head of minutes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import chain
from typing import NamedTuple

from indexer.forms.minutes.attendance import (
    APOLOGIES_ITEM,
    ATTENDANCE_ITEM,
    BEFORE_ROLE,
    BULLETED,
    CHAIR,
    COLUMNS,
    DASH_ROLE,
    GOES_ON,
    IN_BRACKETS,
    LIST_HEADS,
    MARKUP,
    NAME,
    NAME_AND_ROLE,
    NEXT_NAME,
    NONE,
    NUMBERED_SENTENCE,
    OFFICE,
    OFFICE_FIRST,
    OPENS_WITHIN,
    PLURAL,
    SUBSTITUTE,
    TITLED,
    WHO_APOLOGISED,
    WITH_NAME,
    WOMANS_TITLE,
)
from indexer.items.item import Item
from indexer.items.sentences import sentences
from indexer.reading.lines import Line
from indexer.reading.looks import PLAIN
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
    """What a list says of somebody: the fields of Attendance behind its section."""

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
# A list has one person a line if at least this share of its lines opens with a name.
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
    entries = [entry.strip(" .,;()") for entry in _entries(IN_BRACKETS.sub("", text).strip(" .,;()"))]
    return tuple(entries) if entries and all(_is_name(entry) for entry in entries) else ()


def _listed(head: Sequence[Line]) -> Iterator[_Person]:
    """The people of the lists at the head of minutes."""
    capacity: Capacity | None = None
    run: list[str] = []
    page = head[0].page if head else None
    for line in chain.from_iterable(map(_parted, head)):
        opened = _opened(line.text)
        if opened or _is_paragraph(line.text):
            yield from _people(run, capacity, page)
            capacity, rest = opened or (None, "")
            run, page = [rest], line.page
        elif capacity:
            run.append(_with_tabs(line))
    yield from _people(run, capacity, page)
    # "Cllr Ash (substitute for Cllr Elm)" may stand in any of the lists, and over two lines
    for match in SUBSTITUTE.finditer(" ".join(line.text.strip() for line in head)):
        yield _Person(match["name"], Capacity.SUBSTITUTE, f"for {match['for']}", page=page)


def _parted(line: Line) -> list[Line]:
    """The line, in two where a list of people opens in the middle of it: a web page may have its title on that line."""
    match = OPENS_WITHIN.search(line.text)
    if match is None:
        return [line]
    first, second = line.text[: match.start()], line.text[match.end() :]
    return [replace(line, text=first, looks=PLAIN), replace(line, text=second, looks=PLAIN)]


def _is_paragraph(text: str) -> bool:
    """True for a numbered sentence: the minutes begin, and the list above it has ended."""
    match = NUMBERED_SENTENCE.match(text)
    return match is not None and not _opens_with_name(match["rest"])


def _opened(text: str) -> tuple[Capacity, str] | None:
    """The list that a line opens and the first names on the same line or in the next cell; None for any other line."""
    label, _, names = text.partition("\t")
    if _opens_with_name(names):
        text = f"{label.rstrip(' :')}: {names}"
    matches = ((capacity, form.match(text)) for capacity, form in zip(_CAPACITIES, LIST_HEADS, strict=True))
    return next(((capacity, match["rest"] or "") for capacity, match in matches if match), None)


def _with_tabs(line: Line) -> str:
    """The text of a line with a tab at each wide gap that the page shows in it."""
    # an empty cell in front says under which head a name stands, which no list of people has
    starts = sorted({0, *line.looks.cells})
    cells = [line.text[start:end].rstrip() for start, end in zip(starts, [*starts[1:], None], strict=True)]
    return line.text if "\t" in line.text else "\t".join(cells)


def _apologies(items: Sequence[Item]) -> Iterator[_Person]:
    """The people who sent apologies, where an item says so."""
    for item in items:
        if APOLOGIES_ITEM.match(item.title):
            text = " ".join(line.text.strip() for line in item.lines if line.text.strip())
            for sentence in () if NONE.match(text) else sentences(text):
                if match := WHO_APOLOGISED.search(sentence):
                    yield from _people([(match[1] or match[2]).rstrip(".")], Capacity.APOLOGIES, item.page)


def _people(run: Sequence[str], capacity: Capacity | None, page: int | None) -> Iterator[_Person]:
    """The people in the lines of a list: one a line, or a run of names with commas and "and"; none outside a list."""
    if capacity is None:
        return
    people: list[_Person] = []
    for entry in _entries_of([line for line in run if line.strip()]):
        found = list(_persons(entry, capacity, page))
        if found:
            people += found
        elif people and OFFICE.search(entry) and not people[-1].role:
            # "Jo Ash, Director of Place, Kim Elm": what is no name says who the one before is
            people[-1] = people[-1]._replace(role=entry.strip(" .*"), chair=bool(CHAIR.search(entry)))
    yield from people


def _entries_of(lines: Sequence[str]) -> Iterator[str]:
    """The entries of a list, by its bullets, by its lines, or by its commas."""
    bulleted = [line for line in lines if BULLETED.match(line)]
    if len(bulleted) > 1 and BULLETED.match(lines[0]):
        # what stands after the bullets is no longer the list
        return _one_by_one(bulleted)
    return _one_by_one(lines) if bulleted or _one_a_line(lines) else _entries(_joined(lines))


def _one_by_one(lines: Sequence[str]) -> Iterator[str]:
    """The entries of a list with one person a line; "Councillors A, B and C" in it is three of them."""
    for line in lines:
        bare = BULLETED.sub("", line).strip()
        cells = [cell for cell in COLUMNS.split(bare) if cell.strip()]
        if len(cells) > 1 and all(_is_name(IN_BRACKETS.sub("", cell).strip(" ,.;")) for cell in cells):
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
    # "Councillors Ash, Elm," over "Oak and Birch": a line that ends unfinished is one of a run of names
    if any(GOES_ON.search(line) for line in lines[:-1]):
        return False
    commas = sum(line.count(",") > 2 or line.rstrip().endswith(",") for line in lines)
    return len(lines) > 1 and sum(map(_opens_with_name, lines)) >= ONE_A_LINE * len(lines) and commas <= len(lines) / 3


def _opens_with_name(line: str) -> bool:
    """True for "Jo Ash, Director of Place" and "Jo Ash - Director of Place"."""
    named = next(_persons(BEFORE_ROLE.split(line)[0], Capacity.PRESENT, None), None)
    return named is not None or DASH_ROLE.search(line) is not None


def _entries(text: str) -> Iterator[str]:
    """A run of names cut at commas and "and" outside brackets; "Councillors A, B and C" gives each the title."""
    title = office = ""
    for cut in _cut(text):
        piece = f"{office}{cut.strip(' .*')}"
        # "Director of Place, Jo Ash": the office waits for its name
        office = f"{piece}, " if WITH_NAME.fullmatch(piece) else ""
        if office:
            continue
        if match := PLURAL.match(piece):
            title, piece = match["one"] or f"{match['men']}man", piece[match.end() :]
        elif WOMANS_TITLE.match(piece) and title:
            # "Councillors Ash, Mrs Elm and Oak": her own title is kept, and the others remain councillors
            yield piece
            continue
        elif TITLED.match(piece):
            title = ""
        if piece:
            yield f"{title} {piece}".strip()


def _cut(text: str) -> Iterator[str]:
    """A text in pieces, cut at commas, semicolons and "and" outside brackets: "Jo Ash (Place, Roads) and Kim Elm"."""
    depth, start = 0, 0
    for at, letter in enumerate(text):
        depth += (letter == "(") - (letter == ")")
        cut = (
            1
            if letter in ",;" or NEXT_NAME.pattern.match(text, at)
            else len(" and ")
            if text.startswith(" and ", at)
            else 0
        )
        if depth == 0 and cut:
            yield text[start:at]
            start = at + cut
    yield text[start:]


def _persons(entry: str, capacity: Capacity, page: int | None) -> Iterator[_Person]:
    """The people in one entry of a list: a name with its office behind, or an office with a name or names behind."""
    text = MARKUP.sub("", entry).strip(" .;,-–•:")
    cells = [cell.strip() for cell in text.split("\t") if cell.strip()]
    match = NAME_AND_ROLE.match(cells[0]) if cells else None
    if match is None:
        return
    name, behind = match["name"].strip(" -–,"), (match["in"] or match["after"] or match["next"] or "").strip(" ()")
    if _is_office_of(name, behind):
        for other in filter(_is_name, _entries(behind)):
            yield _Person(other, capacity, name, bool(CHAIR.search(entry)), page)
    else:
        yield from _named(name, [behind, *cells[1:]], capacity, page)


def _named(text: str, beside: Sequence[str], capacity: Capacity, page: int | None) -> Iterator[_Person]:
    """The person whom a text names, with the office behind a comma in it and what stands beside it as the role."""
    given = OFFICE_FIRST.match(text)
    before = given.group() if given else ""
    name, _, office = text.removeprefix(before).partition(", ")
    role = ", ".join(filter(None, [office, *beside]))
    if _is_name(name):
        yield _Person(before + name, capacity, role, bool(CHAIR.search(role)), page)


def _is_office_of(text: str, behind: str) -> bool:
    """True for an office with names behind it: "Director of Place - Jo Ash", where most lists have the name first."""
    if not behind or not OFFICE.search(text) or _is_name(text):
        return False
    return not OFFICE.search(BEFORE_ROLE.split(behind)[0])


def _is_name(text: str) -> bool:
    """True for what can be a person's name: some capitals, no office in it, a title or at least two words."""
    titled = TITLED.match(text) is not None
    if len(text) > MAX_NAME or not NAME.match(text) or (text.isupper() and not titled):
        return False
    return titled or (" " in text and not OFFICE.search(text))
