"""looked_at: every sentence that can be said against what the database has of one council; nothing is changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from corpus.errors import BoardPapersError, IndexMissing
from indexer.store.records import Stamp
from indexer.store.restrictions import restrictions_of
from indexer.store.served.database import Connected, connect, own_errors
from indexer.store.served.index import AGAINST, ServedIndex, unused
from indexer.store.served.migrating import newest, steps
from indexer.store.sql.database import SYNC, stamp_of_text
from indexer.store.sql.digests import checksum_of
from indexer.store.verify import SUMMED

OPEN_TABLES = ("linked", "meta", "word_counts", "word_totals")  # without a label, and without a sentence of a paper
LABELS = (
    "SELECT count(*) FROM {0} AS found JOIN passages ON passages.id = found.passage JOIN sections ON sections.id = "
    "passages.section JOIN papers ON papers.id = sections.paper WHERE (found.section, found.paper_access, "
    "found.section_access) IS DISTINCT FROM (sections.id, papers.access, sections.access)"
)
ALSO = {
    "vectors for the search under another label than their passage": LABELS.format("passage_vectors"),
    "words for the search under another label than their passage": LABELS.format("passage_words"),
    "sections under another label than their paper": (
        "SELECT count(*) FROM sections JOIN papers ON papers.id = paper WHERE paper_access <> papers.access"
    ),
    "rows of tables that no search finds by words": (
        "SELECT count(*) FROM table_rows WHERE id NOT IN (SELECT entry FROM row_words)"
    ),
    "tables that show everybody everything": (
        "SELECT count(*) FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace WHERE nspname = "
        f"current_schema() AND relkind = 'r' AND NOT relrowsecurity AND relname NOT IN {OPEN_TABLES}"
    ),
}
SUMS = {**SUMMED, "vectors": "SELECT vector, signs, embeddings.checksum FROM embeddings JOIN signs USING (passage)"}
AT_ONCE = 500  # rows of sums


@dataclass(frozen=True, slots=True)
class Looked:
    """What is wrong with the store in use, and what only needs a look."""

    stamp: Stamp | None
    problems: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def looked_at(index: ServedIndex) -> Looked:
    """Return what can be said against a council's store; raises IndexMissing where there is none.

    Raises BoardPapersError for a database that cannot be reached.
    """
    notes: list[str] = []
    problems: list[str] = []
    with own_errors(index.council), connect(index.url, "board-papers check") as raw, raw.transaction():
        connection = Connected(raw)
        connection.run("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        connection.run("SET LOCAL search_path = board_papers, public")
        query = "SELECT home, version, restrictions, stamp FROM councils WHERE name = %s"
        row = connection.run(query, (index.council,)).fetchone()
        if row is None:
            raise IndexMissing(f"There is no index of {index.council!r} in the database.", hint=SYNC)
        home, version, memory, stamp = row
        done = connection.run("SELECT max(number) FROM migrations").fetchone()
        if version != newest() or done != (max(steps("shared")),):
            notes.append("The tables in the database are of another version of this program. " + SYNC)
        else:
            problems += _against(connection, home)
        if left := unused(connection, index.council):
            notes.append(f"{len(left)} stores of {index.council!r} lie in the database that no program uses.")
    try:
        if memory:
            restrictions_of(memory, f"The memory of {index.council!r} in the database")
    except BoardPapersError as problem:
        problems.append(str(problem))
    return Looked(stamp_of_text(stamp), tuple(problems), (*notes, *_replica(index, home)))


def _against(connection: Connected, home: str) -> Iterator[str]:
    there = connection.run("SELECT to_regnamespace(quote_ident(%s)) IS NOT NULL", (home,)).fetchone()
    if there != (True,):
        yield f"The store in use, {home}, is not in the database."
        return
    connection.run(f'SET LOCAL search_path = "{home}", board_papers, public')
    for what, query in {**AGAINST, **ALSO}.items():
        row = connection.run(query).fetchone()
        if row and row[0]:
            yield f"{what.capitalize()}: {row[0]}."
    for what, query in SUMS.items():
        with connection.raw.cursor(name="sums") as cursor:
            cursor.itersize = AT_ONCE
            cursor.execute(query.encode())
            changed = sum(checksum_of(*parts) != checksum for *parts, checksum in cursor)
        if changed:
            yield f"{what.capitalize()} that are not as they were written: {changed}."


def _replica(index: ServedIndex, home: str) -> Iterator[str]:
    """Yield what can be said against the address that is read from, where it is another one."""
    if not index.read_url or index.read_url == index.url:
        return
    try:
        with own_errors(index.council), connect(index.read_url, "board-papers check") as raw:
            query = "SELECT home FROM board_papers.councils WHERE name = %s"
            row = Connected(raw).run(query, (index.council,)).fetchone()
        if row != (home,):
            yield "The database that is read from is behind the one that is written to."
    except BoardPapersError as problem:
        yield f"Of the address in BOARD_PAPERS_STORE_READ: {problem}"
