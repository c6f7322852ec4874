"""Register: what the papers say, and what became of it - decisions, people, actions, fates, versions, matters."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from datetime import date
from typing import Any

from indexer.findings.acronyms import Acronym
from indexer.findings.actions import Action
from indexer.findings.attendance import Attendance
from indexer.findings.members.interests import Interest
from indexer.findings.minutes import Decision, VoteEvent
from indexer.findings.recommendations import Recommendation
from indexer.items.table_rows import TableRow
from indexer.linking.fates import Fate, fates_of
from indexer.linking.matters import ItemKind, Matter, MatterItem, matter_of
from indexer.linking.versions import Version, versions_of
from indexer.sections.section import Section
from indexer.store.records import ANYWHERE, Right, Where
from indexer.store.sql.connection import Connection
from indexer.store.sql.database import Version as Revision
from indexer.store.sql.database import version_of
from indexer.store.sql.findings import (
    ACRONYMS,
    ACTIONS,
    ATTENDANCE,
    DECISIONS,
    EVENTS,
    INTERESTS,
    RECOMMENDATIONS,
    TABLE_ROWS,
    Finding,
    Table,
)
from indexer.store.sql.queries import ALLOWED, JOINED, SECTIONS, WITHIN, limits_of, with_sections
from indexer.store.sql.rows import PAPER, SECTION

_ITEM = "matter_items.matter, matter_items.kind, matter_items.item, matter_items.title, matter_items.page, address"
_ITEMS = (
    f"SELECT {_ITEM}, {SECTION}, {PAPER} FROM matter_items {JOINED.format('matter_items')} "
    f"WHERE matter_items.matter <> '' AND {ALLOWED}"
)


class Register:
    """The part of the store that gives back findings. Fates and versions are worked out when they are asked for, from
    what the right allows and nothing else: what may not be seen leaves no trace in them. Titles, names and items of
    matters are made from what the right allows as well, and what is public was linked without a look at what is not."""

    def __init__(self) -> None:
        """Hold nothing yet; versions are kept from one question to the next while the store stays as it is."""
        self._worked_out: dict[Right, tuple[Revision, tuple[Version, ...]]] = {}

    def reading(self, right: Right | None = None) -> AbstractContextManager[Connection]:
        """Hold one unchanging view of the store; PostgreSQL shows it the rows of this right, and without one none."""
        raise NotImplementedError

    def decisions(self, *, right: Right, where: Where = ANYWHERE) -> list[Decision]:
        """Return the register of decisions by date, file and place in the paper.

        Of a meeting those of replaced minutes last.
        """
        replaced = self.superseded(right=right)
        found = self._found(DECISIONS, right, where)
        return sorted(found, key=lambda one: (one.section.meeting.held_on or date.min, one.section in replaced))

    def events(self, *, right: Right, where: Where = ANYWHERE) -> list[VoteEvent]:
        """Return what was put to meetings, from mover to outcome, by date, file and place in the paper."""
        return self._found(EVENTS, right, where)

    def attendance(self, *, right: Right, where: Where = ANYWHERE) -> list[Attendance]:
        """Return who was at the meetings and who sent apologies, by date, file and place in the paper."""
        return self._found(ATTENDANCE, right, where)

    def interests(self, *, right: Right, where: Where = ANYWHERE) -> list[Interest]:
        """Return the interests that members declared, by date, file and place in the paper."""
        return self._found(INTERESTS, right, where)

    def actions(self, *, right: Right, where: Where = ANYWHERE) -> list[Action]:
        """Return the actions and promises of minutes and action logs, by date, file and place in the paper."""
        return self._found(ACTIONS, right, where)

    def recommendations(self, *, right: Right, where: Where = ANYWHERE) -> list[Recommendation]:
        """Return what the reports ask for, by date, file and place in the paper."""
        return self._found(RECOMMENDATIONS, right, where)

    def acronyms(self, *, right: Right, where: Where = ANYWHERE) -> list[Acronym]:
        """Return the acronyms that sections spell out, by date, file and place in the paper."""
        return self._found(ACRONYMS, right, where)

    def all_table_rows(self, *, right: Right, where: Where = ANYWHERE) -> list[TableRow]:
        """Return every row of every table, by date, file and place in the paper."""
        return self._found(TABLE_ROWS, right, where)

    def fates(self, *, right: Right, where: Where = ANYWHERE) -> list[Fate]:
        """Return what became of each recommendation, in their order, by the decisions that may be seen."""
        return list(fates_of(self.recommendations(right=right, where=where), self.decisions(right=right, where=where)))

    def answered(self, section: Section, item: str, *, right: Right) -> list[Fate]:
        """Return the recommendations that a ruling (an item of these minutes) answered, with their fates."""
        meeting = section.meeting
        if meeting.held_on is None:
            return []
        bodies = (meeting.body,) if meeting.body else ()
        organisations = (meeting.organisation,) if meeting.organisation else ()
        where = Where(organisations, bodies, meeting.held_on, meeting.held_on)
        # the minutes may be printed twice, and a fate names one print of them
        return [fate for fate in self.fates(right=right, where=where) if fate.decision and fate.decision.item == item]

    def versions(self, *, right: Right) -> list[Version]:
        """Return every section that has a successor, or whose minutes were confirmed, with what shows it."""
        with self.reading(right) as connection:
            state = version_of(connection)
            held = self._worked_out.get(right)
            if held is None or held[0] != state:
                held = self._worked_out[right] = state, tuple(self._versions(connection, right))
        return list(held[1])

    def _versions(self, connection: Connection, right: Right) -> Iterator[Version]:
        query = f"{SECTIONS} WHERE {ALLOWED} ORDER BY sections.held_on NULLS FIRST, papers.file, sections.position"
        rows = connection.execute(query, limits_of(right)).fetchall()
        found = [section for _, section in with_sections(connection, rows, 0)]
        sections = {section: row[0] for row, section in zip(rows, found, strict=True)}

        def text_of(section: Section) -> str:
            texts = connection.execute(
                "SELECT text FROM passages WHERE section = ? ORDER BY ordinal", (sections[section],)
            )
            return "\n".join(text for (text,) in texts)

        return versions_of(list(sections), self._found(DECISIONS, right, ANYWHERE), text_of)

    def superseded(self, *, right: Right) -> frozenset[Section]:
        """Return the sections that a later version among those that may be seen has taken the place of."""
        return frozenset(one.section for one in self.versions(right=right) if one.successor)

    def _found(self, table: Table[Finding], right: Right, where: Where) -> list[Finding]:
        query = (
            f"SELECT {table.selected}, {SECTION}, {PAPER} FROM {table.name} {JOINED.format(table.name)} WHERE "
            f"{ALLOWED} "
            f"AND {WITHIN} ORDER BY sections.held_on NULLS FIRST, papers.file, sections.position, {table.name}.position"
        )
        with self.reading(right) as connection:
            rows = connection.execute(query, limits_of(right, where)).fetchall()
            width = len(table.columns)
            return [table.made_of(row, section) for row, section in with_sections(connection, rows, width)]

    def matters(self, *, right: Right, where: Where = ANYWHERE) -> list[Matter]:
        """Return the matters of which something came up within the limits, each whole; the latest first."""
        within = (
            f"matter_items.matter IN (SELECT matter_items.matter FROM matter_items {JOINED.format('matter_items')} "
            f"WHERE {ALLOWED} AND {WITHIN})"
        )
        found = self._matters(f"{_ITEMS} AND {within}", right, where)
        return sorted(found, key=lambda one: (str(one.last or ""), one.title), reverse=True)

    def matter(self, address: str, *, right: Right) -> Matter | None:
        """Return the matter to which the item with this address belongs, None where there is none that may be seen."""
        named = (
            f"matter_items.matter = (SELECT matter_items.matter FROM matter_items {JOINED.format('matter_items')} "
            f"WHERE address = :address AND matter_items.matter <> '' AND {ALLOWED} LIMIT 1)"
        )
        return next(iter(self._matters(f"{_ITEMS} AND {named}", right, ANYWHERE, address=address)), None)

    def _matters(self, query: str, right: Right, where: Where, **values: Any) -> list[Matter]:
        order = "ORDER BY sections.held_on NULLS FIRST, papers.file, sections.position, matter_items.position"
        with self.reading(right) as connection:
            rows = connection.execute(f"{query} {order}", {**limits_of(right, where), **values}).fetchall()
            groups: dict[str, list[MatterItem]] = defaultdict(list)
            for own, section in with_sections(connection, rows, _ITEM.count(",") + 1):
                groups[own[0]].append(_item_of(own, section))
        return [matter_of(items) for items in groups.values()]


def _item_of(row: Sequence[Any], section: Section) -> MatterItem:
    _, kind, item, title, page, address = row
    return MatterItem(section, ItemKind(kind), item, title, page, address)
