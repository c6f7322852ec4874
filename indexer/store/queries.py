"""The SQL of the reading end: what a question joins, and how the right to see and the limits are asked for.

Every query takes the parameters :labels, :organisations and :bodies (JSON lists), :since and :until.
"""

from __future__ import annotations

from indexer.store.rows import DECISION, PAPER, PASSAGE, SECTION

JOINED = "JOIN sections ON sections.id = {0}.section JOIN papers ON papers.id = sections.paper"
PASSAGES = f"SELECT {PASSAGE}, {SECTION}, {PAPER} FROM passages {JOINED.format('passages')}"
DECISIONS = f"SELECT {DECISION}, {SECTION}, {PAPER} FROM decisions {JOINED.format('decisions')}"
SECTIONS = f"SELECT {SECTION}, {PAPER} FROM sections JOIN papers ON papers.id = sections.paper"

ALLOWED = "papers.access IN {labels} AND sections.access IN {labels}".format(
    labels="(SELECT value FROM json_each(:labels))"
)
WITHIN = (
    "(:organisations = '[]' OR sections.organisation IN (SELECT value FROM json_each(:organisations))) "
    "AND (:bodies = '[]' OR sections.body IN (SELECT value FROM json_each(:bodies))) "
    "AND (:since IS NULL OR sections.held_on >= :since) AND (:until IS NULL OR sections.held_on <= :until)"
)
# a paper is seen when its own label is allowed and, if it has sections, one of them is
PAPER_SEEN = (
    "papers.access IN (SELECT value FROM json_each(:labels)) AND ("
    "NOT EXISTS (SELECT 1 FROM sections WHERE paper = papers.id) OR EXISTS (SELECT 1 FROM sections "
    "WHERE paper = papers.id AND access IN (SELECT value FROM json_each(:labels))))"
)
# a page is seen when every section on it is; a page that no section claims, only when all sections of the paper are
PAGE_SEEN = (
    "papers.access IN (SELECT value FROM json_each(:labels)) AND NOT EXISTS (SELECT 1 FROM sections "
    "WHERE paper = papers.id AND access NOT IN (SELECT value FROM json_each(:labels)) AND ("
    "page IS NULL OR pages.number IS NULL OR pages.number BETWEEN page AND coalesce(page_end, page) OR NOT EXISTS ("
    "SELECT 1 FROM sections AS other WHERE other.paper = papers.id "
    "AND pages.number BETWEEN other.page AND coalesce(other.page_end, other.page))))"
)
PAGES = (
    "SELECT pages.number, pages.text, pages.state, pages.reason, pages.label FROM pages "
    "JOIN papers ON papers.id = pages.paper JOIN places ON places.paper = papers.id "
    f"WHERE places.file = :file AND {PAGE_SEEN}"
)
