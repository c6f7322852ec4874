"""Where everything read out of the papers is stored: an IndexedPaper in, passages, pages and decisions out.

Takes records of the other rooms and gives them back whole; never reads a paper, never embeds, never prints. SQLite
holds the truth (one file, one transaction a paper). A Chroma generation is derived from it, proved in a separate
process and never edited; it answers searches by meaning, and where it does not fit the question they run exactly.

Files in working order:
    home        the folder of the store in use, the pointer to it
    records     what goes in, the right to see, the limits of a search
    protocol    what the other rooms ask of a store: AnyStore, AnyWriter
    sql/        database: connections, tables, stamp; pool: connections of threads; queries: the SQL of the reader;
                rows: records to rows and back; digests: keys and checksums; findings: decisions, people, actions and
                their like; labels: what people said of pages, brought onto sections; matters: what came to each
                meeting, and what belongs together; taking: embeddings and ids taken over from another store; readings:
                what each file said when it was read
    restrictions    what people restricted, remembered
    lock        one builder at a time
    writing     papers in and out, by SQL that both engines share; writer    the same over SQLite
    vectors/    exact: all vectors in memory; chroma: the one file that imports chromadb; generations: the pointer and
                what it points at; building: the next one (its children: __main__); nearest: Chroma where it fits
    register, contents    everything that can be asked, by SQL that both engines share
    reader      the same over SQLite and Chroma       verify    what can be said against an index
    served/     the same over PostgreSQL, for many councils and many machines
    rebuilding  a new store beside the one in use     index     where one council's papers are stored
    obeying     the index in use gets the labels that people give now, before anything is read
"""

from indexer.store.home import delete_unused
from indexer.store.index import Index, LocalIndex, as_index, index_at
from indexer.store.lock import PATIENCE, BuildLock
from indexer.store.obeying import Before, obeyed
from indexer.store.protocol import AnyStore, AnyWriter
from indexer.store.reader import Store
from indexer.store.rebuilding import Filling, has_store, rebuilt
from indexer.store.records import (
    ANYWHERE,
    DIMENSIONS,
    PUBLIC,
    IndexedPaper,
    Place,
    Right,
    Scored,
    Stamp,
    Status,
    StoredPaper,
    Weights,
    Where,
)
from indexer.store.restrictions import remember
from indexer.store.sql.database import Version, stamp_in
from indexer.store.sql.readings import Readings
from indexer.store.vectors.building import GenerationReport, build_generation
from indexer.store.verify import verify
from indexer.store.writer import Writer

__all__ = [
    "ANYWHERE",
    "DIMENSIONS",
    "PATIENCE",
    "PUBLIC",
    "AnyStore",
    "AnyWriter",
    "Before",
    "BuildLock",
    "Filling",
    "GenerationReport",
    "Index",
    "IndexedPaper",
    "LocalIndex",
    "Place",
    "Readings",
    "Right",
    "Scored",
    "Stamp",
    "Status",
    "Store",
    "StoredPaper",
    "Version",
    "Weights",
    "Where",
    "Writer",
    "as_index",
    "build_generation",
    "delete_unused",
    "has_store",
    "index_at",
    "obeyed",
    "rebuilt",
    "remember",
    "stamp_in",
    "verify",
]
