"""Minutes laid out as a table - item, what was said, who acts - unrolled to lines like those of other minutes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from indexer.forms.lists.minutes_in_tables import (
    CELL_TEXT_OPENS,
    ENDS_OR_COUNTS,
    INITIALS,
    INITIALS_BEHIND,
    ITEM_START,
    LOOSE_HEAD,
    NUMBERED_CELL,
    TABLE_HEAD,
)
from indexer.forms.minutes.decisions import DECIDED_CELL, NUMBER_ALONE
from indexer.items.run_in import title_and_text
from indexer.reading.lines import Line

# Cells of one or two characters of another script are specks on the scan.
_SPECK = re.compile(r"^[^\w£]*[^\x00-\x7f]?[^\w£]*$")
# A title at the beginning of a cell has fewer words than this.
LONGEST_TITLE = 9
# An owner's cell holds a name or two.
MAX_OWNER = 60
_ENDED = re.compile(r"[.:;?!]['’”\")]*(?:\t.*)?$")
OWNER_MARK = "\t"
# A line of the narrow first column is at most this long; those of the second column are longer.
MAX_CELL = 28


def is_table(lines: Sequence[Line]) -> bool:
    """True where minutes are a table with a head row."""
    return any(TABLE_HEAD.match(line.text) for line in lines)


def rows_as_lines(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines with every row cut into its item heading and its text; an owner stays after the text, after a tab."""
    start = next(at for at, line in enumerate(lines) if TABLE_HEAD.match(line.text))
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
        sentence = bool(heading) and _says_something(first)
        if tabular and first and heading and not sentence and not _opens_item(first, heading[0]):
            if not heading[-1].casefold().endswith(first.casefold()):
                heading.append(first)
        elif first and not sentence and (tabular or NUMBERED_CELL.match(first)) and len(first) < 200:
            yield from _flush(heading, texts, source)
            heading, texts, source = [first], [], row
        elif not tabular or sentence:
            texts.append(row)
            continue
        rest = list(cells[1:])
        if heading == [first] and NUMBER_ALONE.match(first) and rest[0]:
            title, rest[0] = _title_and_text(rest[0])  # the title shares the second cell with the text
            heading = [f"{first} {title}"]
        decided = rest.pop() if len(rest) > 1 and DECIDED_CELL.match(rest[-1]) else ""
        for text in filter(None, (_text(rest), decided)):
            if texts and (_ENDED.search(texts[-1].text) or text is decided):
                texts.append(Line("", row.page, row.printed))  # rows part paragraphs where they end sentences
            texts.append(Line(text, row.page, row.printed))
    yield from _flush(heading, texts, source)


def _title_and_text(cell: str) -> tuple[str, str]:
    """The title at the beginning of a cell and its text: parted at the next capital letter where no verb does."""
    title, text = title_and_text(cell)
    if text:
        return title, text
    words = cell.split()
    ends = (at for at in range(1, min(len(words), LONGEST_TITLE)) if words[at][:1].isupper())
    end = next(ends, len(words))
    return " ".join(words[:end]), " ".join(words[end:])


def _says_something(cell: str) -> bool:
    """True where what stands in the first column is a sentence: its row came without the cell in front."""
    return len(cell) > MAX_CELL and _ENDED.search(cell) is not None and not NUMBERED_CELL.match(cell)


def _opens_item(cell: str, heading: str) -> bool:
    """True where a cell of the first column carries a number like that of the heading above.

    "13/14 review" after "8." does not.
    """
    return NUMBERED_CELL.match(cell) is not None and ("/" in cell.split()[0]) == ("/" in heading.split()[0])


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


def is_loose_table(lines: Sequence[Line]) -> bool:
    """True where minutes are a table whose cells came one below the other."""
    return any(LOOSE_HEAD.match(line.text) for line in lines)


def cells_as_lines(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines with each item's heading in one line, and who acts after the text, after a tab."""
    start = next(at for at, line in enumerate(lines) if LOOSE_HEAD.match(line.text))
    return (*lines[:start], *_with_headings(lines[start + 1 :]))


def _with_headings(lines: Sequence[Line]) -> Iterator[Line]:
    """Headings put together from the lines of their narrow cell; a blank line behind each."""
    at = 0
    while at < len(lines):
        line, text = lines[at], lines[at].text.strip()
        at += 1
        if not ITEM_START.match(text):
            yield (
                Line(INITIALS_BEHIND.sub(rf"{OWNER_MARK}\1", text), line.page, line.printed)
                if not INITIALS.match(text)
                else Line(f"{OWNER_MARK}{text}", line.page, line.printed)
            )
            continue
        shared = CELL_TEXT_OPENS.pattern.search(text, 4)
        heading = text[: shared.start()] if shared else text
        while (
            not shared
            and at < len(lines)
            and len(lines[at].text) <= MAX_CELL
            and not ENDS_OR_COUNTS.search(lines[at].text)
        ):
            heading, at = f"{heading} {lines[at].text.strip()}", at + 1
        yield Line(heading, line.page, line.printed)
        yield Line("", line.page, line.printed)
        if shared:
            yield Line(INITIALS_BEHIND.sub(rf"{OWNER_MARK}\1", text[shared.end() :]), line.page, line.printed)
