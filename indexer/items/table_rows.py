"""TableRow: one row of a table, each of its figures named by row and column, with caption, period, unit and page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from indexer.forms.pages.tables import CAPTIONS, PERIOD, UNIT_ALONE, is_figure, is_time, own_unit, unit_in
from indexer.reading.pages import Reading
from indexer.reading.tables import PageTable
from indexer.sections.section import Section, SectionText


class TableCell(NamedTuple):
    """One entry of a row: the name of its column, what stands in it, and its unit ("£000", "£m", "%" or "")."""

    column: str
    value: str
    unit: str


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row of a table in a section.

    `number` counts the tables of the paper from 1. `caption` is the line that names the table, `period` the year or
    years that it says it is of, `unit` what all its figures are counted in ("£000", "£m", "%"); each "" where the paper
    does not say. `heading` is the line inside the table under which the row stands. `label` names the row. `columns`,
    `entries` and `units` have one text for each cell of the row behind its label. `text` is the row as it stands on its
    page, for quotes: every entry is in it, letter by letter.
    """

    section: Section
    page: int | None
    number: int
    caption: str
    period: str
    unit: str
    heading: str
    label: str
    columns: tuple[str, ...]
    entries: tuple[str, ...]
    units: tuple[str, ...]
    text: str

    def __post_init__(self) -> None:
        if not len(self.columns) == len(self.entries) == len(self.units):
            raise ValueError(f"{self.label!r}: each entry of a row needs a column and a unit")

    @property
    def cells(self) -> tuple[TableCell, ...]:
        """The entries of the row with their columns and units, from left to right, empty ones left out."""
        together = zip(self.columns, self.entries, self.units, strict=True)
        return tuple(TableCell(*cell) for cell in together if cell[1])


def rows_of(reading: Reading, sections: Sequence[SectionText]) -> tuple[TableRow, ...]:
    """Return the rows of all tables of a paper, in order; each belongs to the section that has its page's words."""
    found: list[TableRow] = []
    number = 0
    before: tuple[Section | None, PageTable] | None = None
    for page in reading.pages:
        here = [part for part in sections if any(line.page == page.number for line in part.lines)]
        for table in page.tables if here else ():
            number += 1
            table = _without_others(_nameless(table), page.number, here)
            own = _section_with(table.lines[-1], page.number, here)
            if not table.heads and before and before[0] == own:  # what another section says may not be for the public
                table = _continued(table, before[1])
            before = own, table
            found.extend(_rows(table, page.number, number, here))
    return tuple(found)


def _nameless(table: PageTable) -> PageTable:
    """Return a table whose head names no column as one without a head: it goes on from another page."""
    named = any(cell for row in table.rows[: table.heads] for cell in row[1:])
    return table if named else replace(table, heads=0)


def _without_others(table: PageTable, page: int | None, sections: Sequence[SectionText]) -> PageTable:
    """Return a table without the lines over it that stand in another section: that may not be for the public."""
    if len(sections) == 1:
        return table
    own = _section_with(table.lines[-1], page, sections)
    said = {line.text.strip() for part in sections if part.section == own for line in part.lines if line.page == page}
    return replace(table, above=tuple(line for line in table.above if line.strip() in said))


def _continued(table: PageTable, before: PageTable) -> PageTable:
    """Return a table without a head with that of the table before it, where it has as many columns."""
    if len(table.rows[0]) != len(before.rows[0]):
        return table
    head = before.rows[: before.heads]
    return replace(
        before, rows=(*head, *table.rows), lines=(*before.lines[: before.heads], *table.lines), above=before.above
    )


def _rows(table: PageTable, page: int | None, number: int, sections: Sequence[SectionText]) -> Iterator[TableRow]:
    """Yield the rows of one table."""
    head = table.rows[: table.heads]
    # A table without a head has figures that nothing names: they are stored without a column.
    names = _column_names(head) or [""] * len(table.rows[0])
    labelled = _label_column(table)
    behind = _first_figures(table, labelled)
    caption = _caption(table.above)
    unit = _unit_of_all(table, caption)
    # "Berths" and "Income £000" stand side by side: a column's own unit comes before that of the table.
    units = [unit_in(name) or unit for name in names]
    period = PERIOD.search(caption)
    heading = ""
    for cells, lines in zip(table.rows[table.heads :], table.lines[table.heads :], strict=True):
        label = ", ".join(filter(None, cells[labelled:behind]))
        rest = [at for at in range(len(cells)) if at != labelled and cells[at]]
        # A row with a label alone heads the rows below it: "Harbour dues" over "Moorings" and "Slipways".
        if not rest:
            heading = label
            continue
        section = _section_with(lines, page, sections)
        if section is None:
            continue
        own = [own_unit(cells[at]) or (units[at] if is_figure(cells[at]) else "") for at in rest]
        yield TableRow(
            section=section,
            page=page,
            number=number,
            caption=caption,
            period=period[0] if period else "",
            unit=unit,
            heading=heading,
            label=label,
            columns=tuple(names[at] for at in rest),
            entries=tuple(cells[at] for at in rest),
            units=tuple(own),
            text="\n".join(line.strip() for line in lines),
        )


def _column_names(head: Sequence[Sequence[str]]) -> list[str]:
    """Return the name of each column: what stands in its head, from top to bottom, each text once."""
    # "All figures in £m" over all columns is their unit, and no part of their names
    columns = zip(*(row for row in head if not _is_unit_alone(row)), strict=True)
    return [" ".join(dict.fromkeys(filter(None, (text.strip() for text in column)))) for column in columns]


def _is_unit_alone(row: Sequence[str]) -> bool:
    """Return whether a row of the head has one text, which is the unit of what stands below it."""
    texts = set(filter(None, row))
    return len(texts) == 1 and UNIT_ALONE.fullmatch(texts.pop()) is not None


def _label_column(table: PageTable) -> int:
    """Return the column that names the rows: the first with words in most of them."""
    body = table.rows[table.heads :]
    for at in range(len(body[0])):
        texts = [row[at] for row in body if row[at]]
        words = [text for text in texts if not is_figure(text) and not is_time(text)]
        # A year is a label, and yet no word: a column of years is not taken for the names of rows.
        if len(words) >= max(0.6 * len(texts), 0.4 * len(body)):
            return at
    return 0


def _first_figures(table: PageTable, labelled: int) -> int:
    """Return the first column of figures after the labels: the columns of words before it belong to the label."""
    body = table.rows[table.heads :]
    for at in range(labelled + 1, len(body[0])):
        texts = [row[at] for row in body if row[at]]
        if 2 * sum(is_figure(text) or is_time(text) for text in texts) > len(texts):
            return at
    return labelled + 1


def _caption(above: Sequence[str]) -> str:
    """Return the line over a table that names it: one that says so, else the nearest that is no sentence."""
    lines = [" ".join(line.split()) for line in above]
    for line in reversed(lines):
        if any(form.match(line) for form in CAPTIONS):
            return line
    return next((line for line in reversed(lines[-2:]) if _is_title(line)), "")


def _is_title(line: str) -> bool:
    return 3 < len(line) < 120 and not unit_in(line) and line[:1].isupper() and not line.endswith((".", ";", ","))


def _unit_of_all(table: PageTable, caption: str) -> str:
    """Return what all figures of a table are counted in, as its head or what is over it says, "" where they differ."""
    named = {unit_in(text) for row in table.rows[: table.heads] for text in row} - {""}
    if len(named) == 1:
        return named.pop()
    return unit_in(caption) or next(filter(None, map(unit_in, filter(_is_caption, reversed(table.above)))), "")


def _is_caption(text: str) -> bool:
    """True for a short line without figures: what is longer, or counts, is the text before the table."""
    return len(text) < 60 and not any(map(is_figure, text.split()))


def _section_with(lines: Sequence[str], page: int | None, sections: Sequence[SectionText]) -> Section | None:
    """Return the section on a page in which the lines of a row stand; the strictest where several have them."""
    if len(sections) == 1:
        return sections[0].section
    wanted = {line.strip() for line in lines}
    holding = [
        part.section
        for part in sections
        if any(line.page == page and line.text.strip() in wanted for line in part.lines)
    ]
    # The same figures may stand in a public summary: whoever may not see the exempt table gets nothing from it.
    return min(holding, key=lambda section: section.access == "public", default=None)
