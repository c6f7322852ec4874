"""Minutes laid out as a table - item, what was said, who acts - unrolled to lines like those of other minutes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from indexer.forms.minutes.decisions import DECIDED_CELL, NUMBER_ALONE
from indexer.items.run_in import title_and_text
from indexer.reading.lines import Line

# The row that names the columns of such a table
_HEAD = re.compile(
    r"^\W*(?:item|no\.?|ref|agenda item|minute)\b[^\t]*\t[^\t]*\b(?:key points|discussion|minutes?|notes?|"
    r"points|details?|subject|item|actions?)\b",
    re.I,
)
_NUMBERED = re.compile(r"^\W*\d{1,3}(?:[./]\d{1,3})?[.)]?\s+\S|^\W*\d{1,3}[.)]?$")
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
        sentence = bool(heading) and _says_something(first)
        if tabular and first and heading and not sentence and not _opens_item(first, heading[0]):
            if not heading[-1].casefold().endswith(first.casefold()):
                heading.append(first)
        elif first and not sentence and (tabular or _NUMBERED.match(first)) and len(first) < 200:
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
    return len(cell) > MAX_CELL and _ENDED.search(cell) is not None and not _NUMBERED.match(cell)


def _opens_item(cell: str, heading: str) -> bool:
    """True where a cell of the first column carries a number like that of the heading above.

    "13/14 review" after "8." does not.
    """
    return _NUMBERED.match(cell) is not None and ("/" in cell.split()[0]) == ("/" in heading.split()[0])


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


# The same head in a PDF, where no tabs part the columns
_LOOSE_HEAD = re.compile(
    r"^\W*(?:item|no\.?|ref\.?|agenda item)\s+(?:key points|discussion|minutes?|notes?|points|details?|"
    r"subject|item|actions?)\b.{0,40}\b(?:owner|action|lead|by whom|who|deadline|responsible)\b.{0,20}$",
    re.I,
)
_ITEM_START = re.compile(r"^\W*\d{1,3}[.)]?\s+[A-Z]")
# Where heading and text share a line, the text opens with one of these
_TEXT_OPENS = re.compile(
    r"\s(?=(?:The|An?|It|This|Recommendations?|Members|Councillor|Cllr|Mr|Mrs|Ms|Dr|Noted|Agreed|None|No|"
    r"There)\b.{0,1000}[a-z]\.)"
)
# "CF / HM" under or behind a text: the initials of those who act
_INITIALS = re.compile(r"^[A-Z]{2,3}(?:\s?[/,&]\s?[A-Z]{2,3})*$")
_INITIALS_BEHIND = re.compile(r"(?<=[.])\s([A-Z]{2,3}(?:\s?[/,&]\s?[A-Z]{2,3})*)$")


def is_loose_table(lines: Sequence[Line]) -> bool:
    """True where minutes are a table whose cells came one below the other."""
    return any(_LOOSE_HEAD.match(line.text) for line in lines)


def cells_as_lines(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines with each item's heading in one line, and who acts behind the text, after a tab."""
    start = next(at for at, line in enumerate(lines) if _LOOSE_HEAD.match(line.text))
    return (*lines[:start], *_with_headings(lines[start + 1 :]))


def _with_headings(lines: Sequence[Line]) -> Iterator[Line]:
    """Headings put together from the lines of their narrow cell; a blank line behind each."""
    at = 0
    while at < len(lines):
        line, text = lines[at], lines[at].text.strip()
        at += 1
        if not _ITEM_START.match(text):
            yield (
                Line(_INITIALS_BEHIND.sub(rf"{OWNER_MARK}\1", text), line.page, line.printed)
                if not _INITIALS.match(text)
                else Line(f"{OWNER_MARK}{text}", line.page, line.printed)
            )
            continue
        shared = _TEXT_OPENS.search(text, 4)
        heading = text[: shared.start()] if shared else text
        while (
            not shared
            and at < len(lines)
            and len(lines[at].text) <= MAX_CELL
            and not re.search(r"[.;:]$|^\W*\d", lines[at].text)
        ):
            heading, at = f"{heading} {lines[at].text.strip()}", at + 1
        yield Line(heading, line.page, line.printed)
        yield Line("", line.page, line.printed)
        if shared:
            yield Line(_INITIALS_BEHIND.sub(rf"{OWNER_MARK}\1", text[shared.end() :]), line.page, line.printed)
