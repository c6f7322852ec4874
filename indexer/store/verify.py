"""verify: every sentence that can be said against an index; none when it is whole."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from corpus.errors import BoardPapersError, IndexDamaged
from indexer.store.sql.database import (
    check_stamp,
    connect_to_read,
    connect_to_write,
    held_stamp,
    own_errors,
    version_of,
)
from indexer.store.sql.digests import checksum_of
from indexer.store.sql.findings import TABLES
from indexer.store.vectors.building import ENOUGH, prove
from indexer.store.vectors.generations import current_generation, damage_of, directory_of, pointer_of

# what may not be found in a whole index, and how to say how often it was
AGAINST = {
    "passages without a vector": "SELECT count(*) FROM passages WHERE id NOT IN (SELECT passage FROM embeddings)",
    "vectors without a passage": "SELECT count(*) FROM embeddings WHERE passage NOT IN (SELECT id FROM passages)",
    "vectors of a wrong length": (
        "SELECT count(*) FROM embeddings WHERE length(vector) <> 384 * 4 OR length(signs) % 48"
    ),
    "passages without their words": "SELECT count(*) FROM passages WHERE id NOT IN (SELECT id FROM words_docsize)",
    "words without their passage": "SELECT count(*) FROM words_docsize WHERE id NOT IN (SELECT id FROM passages)",
    "rows of tables without their words": (
        "SELECT count(*) FROM table_rows WHERE id NOT IN (SELECT id FROM row_words_docsize)"
    ),
    "papers whose pages are not all there": (
        "SELECT count(*) FROM papers WHERE page_count <> (SELECT count(*) FROM pages WHERE paper = papers.id)"
    ),
    "pages in no known state": (
        "SELECT count(*) FROM pages WHERE state NOT IN ('text', 'ocr', 'empty', 'unreadable') "
        "OR (state = 'unreadable' AND reason = '')"
    ),
    "papers that lie nowhere": "SELECT count(*) FROM papers WHERE file NOT IN (SELECT file FROM places)",
    "rows that belong to nothing": "SELECT count(*) FROM pragma_foreign_key_check",
}

# what was written with a checksum, the checksum last
SUMMED = {
    "pages": "SELECT text, checksum FROM pages",
    "passages": "SELECT text, text_to_embed, checksum FROM passages",
    "vectors": "SELECT vector, signs, checksum FROM embeddings",
    **{table.name: f"SELECT {', '.join(table.carried)}, checksum FROM {table.name}" for table in TABLES},
}


def verify(index_dir: Path) -> list[str]:
    """Return what is wrong with the index in this folder; raises IndexMissing when there is none.

    Known vectors are looked for in the Chroma generation by a separate process, which may crash without harm.
    """
    try:
        problems = verify_store(index_dir)
    except IndexDamaged as exc:
        return [str(exc)]
    return problems + list(_of_the_generation(index_dir))


def verify_store(index_dir: Path) -> list[str]:
    """Return what is wrong with the SQLite file alone."""
    return list(_of_the_store(index_dir))


def _of_the_store(index_dir: Path) -> Iterator[str]:
    with own_errors(index_dir), closing(connect_to_read(index_dir)) as connection:
        check_stamp(held_stamp(connection), None)
        broken = [line for (line,) in connection.execute("PRAGMA integrity_check") if line != "ok"]
        yield from (f"The file is broken: {line}." for line in broken[:10])
        for what, query in AGAINST.items():
            count = connection.execute(query).fetchone()[0]
            if count:
                yield f"{what.capitalize()}: {count}."
        for what, query in SUMMED.items():
            changed = sum(checksum_of(*parts) != checksum for *parts, checksum in connection.execute(query))
            if changed:
                yield f"{what.capitalize()} that are not as they were written: {changed}."
    yield from _of_the_words(index_dir)


def _of_the_words(index_dir: Path) -> Iterator[str]:
    """Yield what the full-text index says against itself; its check is a command, so it needs a writing connection."""
    with own_errors(index_dir), closing(connect_to_write(index_dir)) as connection:
        try:
            connection.execute("INSERT INTO words (words, rank) VALUES ('integrity-check', 1)")
        except sqlite3.DatabaseError as exc:
            if exc.sqlite_errorcode & 0xFF != sqlite3.SQLITE_CORRUPT:
                raise
            yield "The words do not fit the passages."


def _of_the_generation(index_dir: Path) -> Iterator[str]:
    generation = current_generation(index_dir)
    if generation is None:
        if pointer_of(index_dir).exists():
            yield "The pointer to the Chroma generation cannot be read."
        return
    with own_errors(index_dir), closing(connect_to_read(index_dir)) as connection:
        version = version_of(connection)
    if generation.version != version:
        yield f"The Chroma generation {generation.directory} is of another state of the index."
        return
    damage = damage_of(index_dir, generation)
    if damage:
        yield f"The Chroma {damage}."
        return
    try:
        asked, found = prove(index_dir, directory_of(index_dir, generation))
    except BoardPapersError as exc:
        yield str(exc)
        return
    if found < asked * ENOUGH:
        yield f"Of {asked} vectors asked for, the Chroma generation {generation.directory} found {found}."
