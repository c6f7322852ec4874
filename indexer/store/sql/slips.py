"""slips: the stem of the papers that a word which stands in none of them is most like."""

from __future__ import annotations

from rapidfuzz import fuzz, process

from indexer.store.records import Right
from indexer.store.sql.connection import Connection
from indexer.store.sql.queries import ALLOWED, JOINED, limits_of

ALIKE = 86  # of 100: how alike the slip and the stem must be; about one letter in seven
TRIED = 5  # stems whose passages are counted
COUNTED = 100  # passages that hold a stem; more do not make it likelier to be meant


HOLDING = (
    "SELECT count(*) FROM (SELECT DISTINCT doc FROM temp.standing JOIN passages ON passages.id = doc "
    f"{JOINED.format('passages')} WHERE term = :term AND {ALLOWED} LIMIT :most)"
)


def likest(connection: Connection, word: str, stem: str, right: Right, holding: str = HOLDING) -> str:
    """Return the stem that is most like a word, or its own stem, and stands in what may be seen, "" when none is.

    A slip is hardly ever in the first letter, nor does it add or leave out more than two. The ending of a misspelt word
    is often not taken off as it is from the right one, so the whole word is compared too. `holding` counts the passages
    with a stem, :term, up to :most.
    """
    query = "SELECT term FROM stems WHERE term >= ? AND term < ? AND length(term) BETWEEN ? AND ? AND doc > 1"
    limits = (stem[0], chr(ord(stem[0]) + 1), len(stem) - 2, len(word) + 2)
    known = [term for (term,) in connection.execute(query, limits)]
    found = {
        term
        for form in {word, stem}
        for term, _, _ in process.extract(form, known, scorer=fuzz.ratio, score_cutoff=ALIKE, limit=TRIED)
    }
    counted = {term: _holding(connection, term, right, holding) for term in sorted(found)}
    best = max(counted, key=counted.__getitem__, default="")
    return best if counted.get(best) else ""


def _holding(connection: Connection, term: str, right: Right, holding: str) -> int:
    """The passages that hold a stem, as it stands: a search would take the stem of it once more."""
    values = {**limits_of(right), "term": term, "most": COUNTED}
    return int(connection.execute(holding, values).fetchone()[0])
