"""The SQL of the reading end: what a question joins, how right and limits are asked for, and the sections of its rows.

Every query takes the parameters :labels, :organisations and :bodies (JSON lists), :since and :until.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from corpus.papers import Paper
from indexer.sections.section import Section
from indexer.store.records import ANYWHERE, Right, Where
from indexer.store.sql.connection import Connection
from indexer.store.sql.rows import PAPER, PASSAGE, SECTION, SECTION_WIDTH, Row, paper_of, section_of

JOINED = "JOIN sections ON sections.id = {0}.section JOIN papers ON papers.id = sections.paper"
PASSAGES = f"SELECT {PASSAGE}, {SECTION}, {PAPER} FROM passages {JOINED.format('passages')}"
SECTIONS = f"SELECT {SECTION}, {PAPER} FROM sections JOIN papers ON papers.id = sections.paper"

ALLOWED = "papers.access IN {labels} AND sections.access IN {labels}".format(
    labels="(SELECT value FROM json_each(:labels))"
)
WITHIN = (
    "(:organisations = '[]' OR sections.organisation IN (SELECT value FROM json_each(:organisations))) "
    "AND (:bodies = '[]' OR sections.body IN (SELECT value FROM json_each(:bodies))) "
    "AND (:since IS NULL OR sections.held_on >= :since) AND (:until IS NULL OR sections.held_on <= :until)"
)
# the ids that may be found, by an index alone: joining the long rows of the passages takes twice as long. The plus
# keeps SQLite from asking the full text for each id in turn.
WORDS_SEEN = (
    "+words.rowid IN (SELECT passages.id FROM passages WHERE section IN (SELECT sections.id FROM sections "
    f"JOIN papers ON papers.id = sections.paper WHERE {ALLOWED} AND {WITHIN}))"
)
# These ask `labelled`, which has the labels and pages of all sections without their words: what may be seen depends on
# sections that may not. A paper is seen when its own label is allowed and, if it has sections, one of them is
PAPER_SEEN = (
    "papers.access IN (SELECT value FROM json_each(:labels)) AND ("
    "NOT EXISTS (SELECT 1 FROM labelled WHERE paper = papers.id) OR EXISTS (SELECT 1 FROM labelled "
    "WHERE paper = papers.id AND access IN (SELECT value FROM json_each(:labels))))"
)
# a page is seen when every section on it is; a page that no section claims, only when all sections of the paper are
PAGE_SEEN = (
    "papers.access IN (SELECT value FROM json_each(:labels)) AND NOT EXISTS (SELECT 1 FROM labelled "
    "WHERE paper = papers.id AND access NOT IN (SELECT value FROM json_each(:labels)) AND ("
    "page IS NULL OR pages.number IS NULL OR pages.number BETWEEN page AND coalesce(page_end, page) OR NOT EXISTS ("
    "SELECT 1 FROM labelled AS other WHERE other.paper = papers.id "
    "AND pages.number BETWEEN other.page AND coalesce(other.page_end, other.page))))"
)
PAGES = (
    "SELECT pages.number, pages.text, pages.state, pages.reason, pages.label FROM pages "
    "JOIN papers ON papers.id = pages.paper JOIN places ON places.paper = papers.id "
    f"WHERE places.file = :file AND {PAGE_SEEN}"
)
WHOLE = (
    "NOT EXISTS (SELECT 1 FROM labelled WHERE paper = papers.id AND access NOT IN (SELECT value FROM "
    "json_each(:labels)))"
)
LAST_SEEN = f"(SELECT coalesce(max(position) + 1, 0) FROM pages WHERE paper = papers.id AND {PAGE_SEEN})"
# what a paper with hidden parts says of itself as a whole might be of those parts
PAPERS = (
    f"SELECT iif({WHOLE}, papers.title, ''), "
    f"iif({WHOLE} OR papers.problem = '', papers.problem, 'Part of it could not be read.'), "
    f"iif({WHOLE}, papers.page_count, {LAST_SEEN}), papers.indexed_at, {WHOLE}, papers.id, {PAPER} "
    f"FROM papers WHERE {PAPER_SEEN} ORDER BY papers.file"
)


def limits_of(right: Right, where: Where = ANYWHERE) -> dict[str, Any]:
    """Return the parameters of ALLOWED and WITHIN."""
    return {
        "labels": json.dumps(sorted(right.labels)),
        "organisations": json.dumps(where.organisations),
        "bodies": json.dumps(where.bodies),
        "since": where.since and where.since.isoformat(),
        "until": where.until and where.until.isoformat(),
    }


def with_sections(connection: Connection, rows: Sequence[Row], width: int) -> Iterator[tuple[Row, Section]]:
    """Yield the first `width` columns of each row with the section in the columns behind; equal ones are one object."""
    copies = copies_of(connection, {row[width + SECTION_WIDTH - 1] for row in rows})
    made: dict[int, Section] = {}
    papers: dict[int, Paper] = {}
    for row in rows:
        own, of_section, of_paper = row[:width], row[width : width + SECTION_WIDTH], row[width + SECTION_WIDTH :]
        number, paper = of_section[0], of_section[-1]
        if paper not in papers:
            papers[paper] = paper_of(of_paper, copies.get(paper, ()))
        if number not in made:
            made[number] = section_of(of_section, papers[paper])
        yield own, made[number]


def copies_of(connection: Connection, papers: set[int]) -> dict[int, list[str]]:
    """Return the further places of each of these papers, in order."""
    found: dict[int, list[str]] = {}
    query = (
        "SELECT paper, file FROM places WHERE paper IN (SELECT CAST(value AS BIGINT) FROM json_each(?)) AND "
        "file <> (SELECT file FROM papers WHERE id = paper) ORDER BY paper, position"
    )
    for paper, file in connection.execute(query, (json.dumps(sorted(papers)),)):
        found.setdefault(paper, []).append(file)
    return found
