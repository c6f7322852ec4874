"""What a new store takes over from others: embeddings of the same text by the same model, and the ids to go on from."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing, suppress
from pathlib import Path

import numpy as np

from corpus.errors import BoardPapersError
from indexer.passages.embedding import Embedding
from indexer.store.records import Stamp
from indexer.store.sql.database import connect_to_read, held_stamp, own_errors
from indexer.store.sql.digests import digest_of
from indexer.store.sql.rows import VECTOR

CHUNK = 500  # rows asked for at a time; SQLite takes 32,766 parameters, older ones 999


def embeddings_in(connection: sqlite3.Connection, texts: Iterable[str]) -> dict[str, Embedding]:
    """Return what this store keeps of each of the texts that it has."""
    wanted = {digest_of(text): text for text in texts}
    digests = list(wanted)
    found: dict[str, Embedding] = {}
    for start in range(0, len(digests), CHUNK):
        some = digests[start : start + CHUNK]
        query = f"SELECT digest, vector, signs FROM embeddings WHERE digest IN ({', '.join('?' * len(some))})"
        for digest, vector, signs in connection.execute(query, some):
            found[wanted[digest]] = Embedding(np.frombuffer(vector, dtype=VECTOR), signs)
    return found


def embeddings_elsewhere(folders: Sequence[Path], stamp: Stamp, texts: Iterable[str]) -> dict[str, Embedding]:
    """Return what other stores keep of each of the texts, where the same model made it."""
    wanted, found = dict.fromkeys(texts), dict[str, Embedding]()

    def ask(connection: sqlite3.Connection) -> None:
        held = held_stamp(connection)
        if held and (held.model, held.model_sha256) == (stamp.model, stamp.model_sha256):
            found.update(embeddings_in(connection, (text for text in wanted if text not in found)))

    for folder in folders:
        _asked(folder, ask)
    return found


def highest_id(folders: Sequence[Path]) -> int:
    """Return the highest id that a passage had in other stores: a reader may still ask for one of them."""
    highest = [0]

    def ask(connection: sqlite3.Connection) -> None:
        rows = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'passages'")
        highest.extend(int(number) for (number,) in rows)

    for folder in folders:
        _asked(folder, ask)
    return max(highest)


def _asked(folder: Path, ask: Callable[[sqlite3.Connection], None]) -> None:
    """Ask another store; one that is broken, or of another form, has nothing to give."""
    with suppress(BoardPapersError), own_errors(folder), closing(connect_to_read(folder)) as connection:
        ask(connection)
