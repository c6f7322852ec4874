"""How much of the store a person may see, in numbers: all of it, or what holds a word."""

from __future__ import annotations

from indexer.store.records import Right, Status
from indexer.store.sql.connection import Connection
from indexer.store.sql.database import version_of
from indexer.store.sql.queries import ALLOWED, JOINED, PAGE_SEEN, PAPER_SEEN, limits_of
from indexer.store.sql.words import match_of

SECTIONS = "sections JOIN papers ON papers.id = sections.paper"
DATED = "sections.organisation <> '' OR sections.body <> '' OR sections.held_on IS NOT NULL"
MEETINGS = f"SELECT DISTINCT organisation, body, held_on FROM {SECTIONS} WHERE {ALLOWED} AND ({DATED})"
STATES = f"SELECT state, count(*) FROM pages JOIN papers ON papers.id = paper WHERE {PAGE_SEEN} GROUP BY state"
# what stands before the first item of minutes, and minutes without items, bear the item and title of their section
ITEMS = (
    f"SELECT DISTINCT passages.section, passages.item, passages.title FROM passages {JOINED.format('passages')} "
    f"WHERE sections.kind = 'minutes' AND (passages.item, passages.title) <> (sections.item, sections.title) AND "
    f"{ALLOWED}"
)


def status_of(connection: Connection, right: Right) -> Status:
    """Return the counts of what may be seen."""
    limits = limits_of(right)

    def count(table: str, seen: str) -> int:
        return int(connection.execute(f"SELECT count(*) FROM {table} WHERE {seen}", limits).fetchone()[0])

    def found(table: str) -> int:
        return count(f"{table} {JOINED.format(table)}", ALLOWED)

    return Status(
        revision=version_of(connection).revision,
        papers=count("papers", PAPER_SEEN),
        copies=count("places JOIN papers ON papers.id = paper", f"position > 0 AND {PAPER_SEEN}"),
        meetings=count(f"({MEETINGS})", "true"),
        sections=count(SECTIONS, ALLOWED),
        passages=found("passages"),
        decisions=found("decisions"),
        page_states=dict(connection.execute(STATES, limits).fetchall()),
        problems=count("papers", f"problem <> '' AND {PAPER_SEEN}"),
        items=count(f"({ITEMS})", "true"),
        actions=found("actions"),
        recommendations=found("recommendations"),
        unknown=count(SECTIONS, f"sections.kind = 'unknown' AND {ALLOWED}"),
    )


def holding(connection: Connection, word: str, right: Right, most: int) -> int:
    """Return how many passages hold a word in any of its forms, counted up to `most`."""
    match = match_of([word])
    if not match:
        return 0
    query = (
        "SELECT count(*) FROM (SELECT 1 FROM words JOIN passages ON passages.id = words.rowid "
        f"{JOINED.format('passages')} WHERE words MATCH :match AND {ALLOWED} LIMIT :most)"
    )
    values = {**limits_of(right), "match": match, "most": most}
    return int(connection.execute(query, values).fetchone()[0])
