"""Where everything read out of the papers rests: an IndexedPaper in, passages, pages and decisions out.

Takes records of the other rooms and gives them back whole; never reads a paper, never embeds, never prints. SQLite
holds the truth (one file, one transaction a paper); a Chroma generation derived from it answers searches by meaning.

Files in working order: records, database, rows, writer, words, queries, pool, reader.
"""

from indexer.store.reader import Store
from indexer.store.records import (
    ANYWHERE,
    DIMENSIONS,
    PUBLIC,
    HeldPaper,
    IndexedPaper,
    Place,
    Right,
    Scored,
    Stamp,
    Status,
    Weights,
    Where,
)
from indexer.store.writer import Writer

__all__ = [
    "ANYWHERE",
    "DIMENSIONS",
    "PUBLIC",
    "HeldPaper",
    "IndexedPaper",
    "Place",
    "Right",
    "Scored",
    "Stamp",
    "Status",
    "Store",
    "Weights",
    "Where",
    "Writer",
]
