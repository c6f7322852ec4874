"""Standing: the stems of a text as SQLite's full text finds them, in the form in which PostgreSQL is asked for them.

The same tokenizer reads papers and questions for both engines, so that both find the same and rank it alike.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b

from indexer.store.sql.tables import TOKENIZE

PLACES = "ABCDA"  # of each of five texts: a weight of PostgreSQL, and 16 bits of a count
MOST = 0x7FFF  # how often a stem is counted in one place
LONGEST = 2000  # bytes of a stem; PostgreSQL takes up to 2046

Texts = tuple[str, str, str, str, str]


@dataclass(frozen=True, slots=True)
class Standing:
    """The words of one entry: how many, where each stands (a tsvector), each stem as a number with its counts."""

    size: int
    words: str
    stems: list[int]
    counts: list[int]


class Tokenizer:
    """SQLite's full text over an empty table in memory, for any number of threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._connection = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
        self._connection.execute(
            f"CREATE VIRTUAL TABLE texts USING fts5 (a, b, c, d, e, content='', tokenize=\"{TOKENIZE}\")"
        )
        self._connection.execute("CREATE VIRTUAL TABLE stands USING fts5vocab(texts, 'instance')")

    def phrases(self, phrases: Sequence[str]) -> list[list[str]]:
        """Return the stems of each phrase in order; none for one with a stem that is too long to be stored."""
        found = self._found([(phrase, "", "", "", "") for phrase in phrases])
        stems = [[term for _, _, term in sorted(words)] for words in found]
        return [[] if any(len(term.encode()) > LONGEST for term in phrase) else phrase for phrase in stems]

    def standing(self, entries: Sequence[Texts]) -> list[Standing]:
        """Return the words of each entry."""
        return [_standing(words) for words in self._found(entries)]

    def _found(self, entries: Sequence[Texts]) -> list[list[tuple[int, int, str]]]:
        """Return (place, offset, stem) of every word of each entry."""
        found: list[list[tuple[int, int, str]]] = [[] for _ in entries]
        with self._lock:
            self._connection.execute("BEGIN")
            self._connection.executemany(
                "INSERT INTO texts (rowid, a, b, c, d, e) VALUES (?, ?, ?, ?, ?, ?)",
                ((at, *texts) for at, texts in enumerate(entries)),
            )
            for term, at, column, offset in self._connection.execute("SELECT term, doc, col, offset FROM stands"):
                found[at].append(("abcde".index(column), offset, term))
            self._connection.execute("INSERT INTO texts (texts) VALUES ('delete-all')")
            self._connection.execute("COMMIT")
        return found


def _standing(words: list[tuple[int, int, str]]) -> Standing:
    starts = [1, 0, 0, 0, 0]
    for place in range(4):  # a gap of one between the texts, so that no phrase runs from one into the next
        last = max((offset for at, offset, _ in words if at == place), default=-1)
        starts[place + 1] = starts[place] + last + 2
    at: dict[str, list[str]] = {}
    counts: dict[str, list[int]] = {}
    for place, offset, term in sorted(words):
        if len(term.encode()) <= LONGEST:
            at.setdefault(term, []).append(f"{starts[place] + offset}{PLACES[place]}")
            counts.setdefault(term, [0, 0, 0, 0])["ABCD".index(PLACES[place])] += 1
    text = " ".join(f"{quoted(term)}:{','.join(places)}" for term, places in at.items())
    packed = [sum(min(count, MOST) << (16 * place) for place, count in enumerate(counts[term])) for term in at]
    return Standing(len(words), text, [number_of(term) for term in at], packed)


def quoted(term: str) -> str:
    """Return a stem as a tsvector or tsquery has it."""
    doubled = term.replace("\\", "\\\\").replace("'", "''")
    return f"'{doubled}'"


@lru_cache(maxsize=200_000)
def number_of(term: str) -> int:
    """Return the number that stands for a stem: 64 bits of a hash."""
    return int.from_bytes(blake2b(term.encode(), digest_size=8).digest(), "big", signed=True)
