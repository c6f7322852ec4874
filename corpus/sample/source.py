"""YAML sources -> Papers made of Parts made of Blocks.

A part's text is written in a small line markup, one block a paragraph, blank lines between:

    = Title            == Heading           === Sub-heading        ^ centred line
    @item 07. | Title  a numbered item of the minutes; the decisions that follow belong to it;
                       `<<...>>` marks the title where more is printed behind it
    - bullet           (a) limb  1. limb  4.3 numbered paragraph   label and text, hanging
    | a | b |          table rows, the first one the heading; `//` ends a paragraph inside a cell
    %pagebreak  %space 5  %scan name  %chart A=3;B=5  %widths 20 60 20
    %people present  %names present Present:       the people of the part, one a line or in one paragraph
    **bold**  __italic__

A block, or a paragraph of a cell, may open with a note in braces that is not printed but becomes truth:

    {noted}  {agreed; mover=Councillor A; seconder=Councillor B; votes=For (2)}    a decision; `<<...>>` marks its words
    {rec 2.1 approved}                                                             a recommendation and its later fate
    {@ 4; Title}                                                                   a numbered item inside a table
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import yaml

SOURCES = Path(__file__).parent / "sources"

OUTCOMES = frozenset(
    {
        "approved",
        "agreed",
        "adopted",
        "noted",
        "endorsed",
        "deferred",
        "referred",
        "delegated",
        "rejected",
        "lost",
        "carried",
        "thanked",
        "confirmed",
        "requested",
        "appointed",
        "established",
        "withdrawn",
        "other",
    }
)
LABEL = re.compile(r"^(\d{1,2}\.\d{1,2}(?:\.\d{1,2})?\.?|\d{1,2}[.)]|[A-Z][.)]|\((?:[a-z]|[ivx]{1,4})\)|[-*])\s+")
NOTE = re.compile(r"^\{([^{}]*)\}\s*")
MARKED = re.compile(r"<<(.*?)>>", re.S)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody at a meeting: the name, the capacity, and the words printed after the name."""

    name: str
    capacity: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """What a block is beside its words: a decision, a recommendation or the start of an item."""

    sort: str
    value: str
    options: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph or one table: `sort` says how it is set; `item` and `title` whose business it is."""

    sort: str
    text: str = ""
    label: str = ""
    note: Note | None = None
    item: str = ""
    title: str = ""
    rows: tuple[tuple[tuple[Block, ...], ...], ...] = ()
    widths: tuple[int, ...] = ()

    @property
    def words(self) -> str:
        """The verbatim words that the note is about, without label and typography."""
        marked = MARKED.search(self.text)
        return plain(marked.group(1) if marked else self.text)


@dataclass(frozen=True, slots=True)
class Part:
    """A run of pages with one purpose: a report, an appendix, the minutes of an earlier meeting."""

    kind: str
    meeting: str
    body: str
    organisation: str
    blocks: tuple[Block, ...]
    item: str = ""
    title: str = ""
    header: str = ""
    running: bool = False
    landscape: bool = False
    form: str = ""
    source: str = ""
    people: tuple[Person, ...] = ()


@dataclass(frozen=True, slots=True)
class Paper:
    """One PDF: where it goes, how its pages are numbered, and its parts."""

    file: str
    organisation: str
    body: str
    meeting: str
    parts: tuple[Part, ...]
    face: str = "helvetica"
    first_printed: int | None = 1
    unnumbered: int = 0
    page_word: str = "Page "
    copies: tuple[str, ...] = ()


def plain(text: str) -> str:
    """The text without markup, on one line."""
    return " ".join(re.sub(r"\*\*|__|<<|>>", "", text).split())


def note_of(text: str) -> tuple[Note | None, str]:
    """The note that opens the text, and the text after it."""
    found = NOTE.match(text)
    if not found:
        return None, text
    head, *rest = [piece.strip() for piece in found.group(1).split(";")]
    after = text[found.end() :]
    if head.startswith("rec "):
        _, number, fate = head.split(maxsplit=2)
        return Note("recommendation", number, {"fate": fate}), after
    if head.startswith("@"):
        return Note("item", head[1:].strip(), {"title": "; ".join(rest)}), after
    if head not in OUTCOMES:
        raise ValueError(f"not an outcome: {head!r} in {text[:60]!r}")
    return Note("decision", head, dict(piece.split("=", 1) for piece in rest)), after


def paragraph(text: str) -> Block:
    """One block out of one paragraph of markup."""
    note, text = note_of(" ".join(text.split()))
    for opening, sort in (("=== ", "sub"), ("== ", "heading"), ("= ", "title"), ("^ ", "centre")):
        if text.startswith(opening):
            return Block(sort, text[len(opening) :], note=note)
    if text.startswith("@item "):
        number, _, title = text[6:].partition("|")
        return Block("item", title.strip(), number.strip(), note)
    if text.startswith("%"):
        name, _, rest = text[1:].partition(" ")
        return Block(name, rest, note=note)
    label = LABEL.match(text)
    if not label:
        return Block("text", text, note=note)
    later, rest = note_of(text[label.end() :])
    return Block("limb", rest, label.group(1), note or later)


def table(lines: list[str], widths: tuple[int, ...]) -> Block:
    """A table block out of its lines."""
    rows = []
    for line in lines:
        cells = line.strip().strip("|").split("|")
        rows.append(tuple(tuple(paragraph(piece) for piece in cell.split("//")) for cell in cells))
    return Block("table", rows=tuple(rows), widths=widths)


def blocks_of(text: str) -> Iterator[Block]:
    """The blocks of a part's text, each told its item, in reading order."""
    item, title = "", ""
    widths: tuple[int, ...] = ()
    for chunk in re.split(r"\n\s*\n", text.strip()):
        lines = chunk.strip().splitlines()
        while lines and lines[0].startswith("%widths"):
            widths = tuple(int(n) for n in lines.pop(0).split()[1:])
        if not lines:
            continue
        block = table(lines, widths) if lines[0].startswith("|") else paragraph(chunk)
        widths = () if block.sort == "table" else widths
        if block.sort == "item":
            item, title = block.label, block.words
        if block.sort != "table":
            yield replace(block, item=item, title=title)
            continue
        yield told(block)


def told(block: Block) -> Block:
    """The table with every paragraph of every cell told the item that its row opens."""
    item, title, rows = "", "", []
    for row in block.rows:
        opened = next((p.note for cell in row for p in cell if p.note and p.note.sort == "item"), None)
        if opened:
            item, title = opened.value, opened.options["title"]
        rows.append(tuple(tuple(replace(p, item=item, title=title) for p in cell) for cell in row))
    return replace(block, rows=tuple(rows))


def people_of(spec: dict[str, list[str]]) -> tuple[Person, ...]:
    """The people of a meeting; `Name (words)` keeps the words apart."""
    found = []
    for capacity, names in spec.items():
        for name in names:
            bare, _, note = name.partition(" (")
            found.append(Person(bare, capacity.replace("_", " "), note.removesuffix(")")))
    return tuple(found)


def part_of(spec: dict[str, Any], paper: dict[str, Any]) -> Part:
    """One part of a paper; `minutes: name` takes its text and its meeting from `sources/minutes/name.yaml`."""
    if spec.get("blank"):
        spec = {"kind": "blank", "text": "%space 9\n\n^ This page is intentionally left blank", **spec}
    if "minutes" in spec:
        held = read(SOURCES / "minutes" / f"{spec['minutes']}.yaml")
        spec = {**held, "kind": "minutes", "source": spec["minutes"], **spec}
    return Part(
        kind=spec["kind"],
        meeting=str(spec.get("meeting", paper["meeting"])),
        body=spec.get("body", paper["body"]),
        organisation=spec.get("organisation", paper["organisation"]),
        blocks=tuple(blocks_of(spec.get("text", ""))),
        item=str(spec.get("item", "")),
        title=spec.get("title", ""),
        header=spec.get("header", ""),
        running=spec.get("running", False),
        landscape=spec.get("landscape", False),
        form=spec.get("form", ""),
        source=spec.get("source", ""),
        people=people_of(spec.get("people", {})),
    )


def read(path: Path) -> Any:
    """What a YAML file holds."""
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def papers(sources: Path = SOURCES) -> Iterator[Paper]:
    """Every paper of the sample, in the order of the source files."""
    for path in sorted(sources.glob("*-20*.yaml")):
        meeting = read(path)
        for spec in meeting["papers"]:
            told_paper = {**{k: v for k, v in meeting.items() if k != "papers"}, **spec}
            yield Paper(
                file=f"{meeting['folder']}/{spec['file']}",
                organisation=told_paper["organisation"],
                body=told_paper["body"],
                meeting=str(told_paper["meeting"]),
                parts=tuple(part_of(part, told_paper) for part in spec["parts"]),
                face=told_paper.get("face", "helvetica"),
                first_printed=told_paper.get("first_printed", 1),
                unnumbered=told_paper.get("unnumbered", 0),
                page_word=told_paper.get("page_word", "Page "),
                copies=tuple(spec.get("copies", ())),
            )
