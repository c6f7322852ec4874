"""Minutes laid out as a table - item, what was said, who acts - unrolled to lines like those of other minutes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from indexer.furniture import Line

# The row that names the columns of such a table
_HEAD = re.compile(r"^\W*(?:item|no\.?|ref|agenda item|minute)\b[^\t]*\t[^\t]*\b(?:key points|discussion|minutes?|notes?|points|details?|subject|item|actions?)\b", re.I)
_NUMBERED = re.compile(r"^\W*\d{1,3}(?:[./]\d{1,3})?[.)]?\s+\S|^\W*\d{1,3}[.)]?$")
# Cells of one or two characters of another script are specks on the scan.
_SPECK = re.compile(r"^[^\w£]*[^\x00-\x7f]?[^\w£]*$")
# An owner's cell holds a name or two.
MAX_OWNER = 60
OWNER_MARK = "\t"


def is_table(lines: Sequence[Line]) -> bool:
    """True where minutes are a table with a head row."""
    return any(_HEAD.match(line.text) for line in lines)


def rows_as_lines(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines with every row cut into its item heading and its text; an owner stays behind the text, after a tab."""
    start = next(at for at, line in enumerate(lines) if _HEAD.match(line.text))
    return (*lines[:start], *_unrolled(lines[start + 1 :]))


def _unrolled(rows: Sequence[Line]) -> Iterator[Line]:
    """Headings first, then the text of the cells; the wrapped rest of a heading's cell is put behind its first line."""
    heading: list[str] = []
    texts: list[Line] = []
    source: Line | None = None
    for row in rows:
        cells = [cell.strip() for cell in row.text.split("\t")]
        first = cells[0]
        tabular = len(cells) > 1
        if tabular and first and not _NUMBERED.match(first) and heading:
            if not heading[-1].casefold().endswith(first.casefold()):
                heading.append(first)
        elif first and (tabular or _NUMBERED.match(first)) and len(first) < 200:
            yield from _flush(heading, texts, source)
            heading, texts, source = [first], [], row
        elif not tabular:
            texts.append(row)
            continue
        rest = [cell for cell in cells[1:]]
        if any(rest):
            texts.append(Line(_text(rest), row.page, row.printed))
    yield from _flush(heading, texts, source)


def _flush(heading: list[str], texts: list[Line], source: Line | None) -> Iterator[Line]:
    """One item's heading and text; its sentences that were cut by a row's end are left to the paragraphs to join."""
    if source is not None:
        yield Line(" ".join(heading), source.page, source.printed)
        yield Line("", source.page, source.printed)
    yield from texts


def _text(cells: Sequence[str]) -> str:
    """A row's text with its owner behind a tab; specks are left out."""
    kept = [cell for cell in cells if cell and not _SPECK.match(cell)]
    if not kept:
        return ""
    if len(kept) > 1 and len(kept[-1]) <= MAX_OWNER:
        return f"{' '.join(kept[:-1])}{OWNER_MARK}{kept[-1]}"
    return " ".join(kept)
