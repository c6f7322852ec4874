"""What parent and child of a reading say to each other: one task or answer is one line of JSON, never a pickle."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from indexer.reading.looks import Looks
from indexer.reading.pages import Limits, Page, PageState
from indexer.reading.tables import PageTable


@dataclass(frozen=True, slots=True)
class ReadTask:
    """Read a file from page `first` on; pages in `second` with the second PDF library, all of them if it has a 0.

    `recognised` counts the pages of this file for which recognition was begun before.
    """

    path: str
    limits: Limits
    first: int = 1
    second: tuple[int, ...] = ()
    recognised: int = 0


@dataclass(frozen=True, slots=True)
class DrawTask:
    """Draw one page, `width` pixels wide, with the words of `highlight` marked.

    With `sha256` only a file with this hash is drawn from.
    """

    path: str
    page: int
    highlight: str
    width: int
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class FileSeen:
    """The file is open: how many pages follow, whether they have numbers, and its title."""

    pages: int
    numbered: bool
    title: str


@dataclass(frozen=True, slots=True)
class Recognising:
    """The recognition of a scanned page begins, which takes longer than reading."""

    number: int


@dataclass(frozen=True, slots=True)
class Note:
    """A sentence on the file as a whole that does not end the reading."""

    text: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """A page picture: PNG in base64, its size in pixels, and whether words were marked on it."""

    png: str
    width: int
    height: int
    found: bool


@dataclass(frozen=True, slots=True)
class End:
    """The last answer to a task, with the problem in a sentence or ""."""

    problem: str = ""


Task = ReadTask | DrawTask
Answer = FileSeen | Recognising | Page | Note | Drawn | End

KINDS: dict[str, type[Any]] = {
    kind.__name__: kind for kind in (ReadTask, DrawTask, FileSeen, Recognising, Page, Note, Drawn, End)
}


LOOKS = tuple(Looks.__dataclass_fields__)
"""The fields of a line's looks in the order in which they are sent."""


def to_line(message: Task | Answer) -> bytes:
    """Return the message as one line."""
    fields = _fields_of(message) if isinstance(message, Page) else asdict(message)
    return json.dumps({"is": type(message).__name__, **fields}).encode() + b"\n"


def _fields_of(page: Page) -> dict[str, Any]:
    """Return what the page carries, its looks as bare lists: copying them field by field costs more than reading."""
    plain = (page.number, page.text, page.state, page.reason, page.label)
    looks = [[getattr(line, name) for name in LOOKS] for line in page.looks]
    tables = [[table.rows, table.lines, table.heads, table.above] for table in page.tables]
    return dict(
        zip(("number", "text", "state", "reason", "label", "looks", "tables"), (*plain, looks, tables), strict=True)
    )


def from_line(line: bytes) -> Any:
    """Return the message that the line carries; raises ValueError when it carries none."""
    try:
        fields = json.loads(line)
        kind = KINDS[fields.pop("is")]
        if kind is Page:
            looks = tuple(
                Looks(**dict(zip(LOOKS, (*line, tuple(cells)), strict=True))) for *line, cells in fields["looks"]
            )
            tables = tuple(_table_from(*table) for table in fields["tables"])
            fields |= {"state": PageState(fields["state"]), "looks": looks, "tables": tables}
        if kind is ReadTask:
            fields |= {"limits": Limits(**fields["limits"]), "second": tuple(fields["second"])}
        return kind(**fields)
    except (KeyError, TypeError, AttributeError, RecursionError) as exc:
        raise ValueError("not a message") from exc


def _table_from(rows: list[list[str]], lines: list[list[str]], heads: int, above: list[str]) -> PageTable:
    return PageTable(tuple(map(tuple, rows)), tuple(map(tuple, lines)), heads, tuple(above))


def attached(names: Sequence[str]) -> str:
    """Return a sentence that names the files attached to another one, which are not read; "" where there are none."""
    shown = ", ".join(" ".join(name.split())[:100] for name in names[:10]) + (", ..." if len(names) > 10 else "")
    files = "file is" if len(names) == 1 else "files are"
    return f"{len(names)} {files} attached to it and not read: {shown}." if names else ""
