"""Connection: what the SQL that both stores share asks of a connection, to SQLite or to PostgreSQL.

That SQL is written in the words of SQLite: `?` and `:name` for values, json_each, json_extract and iif. The connection
to PostgreSQL puts its own placeholders in, and its schema has functions of these names.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Protocol


class Cursor(Protocol):
    """The rows of a query, each a tuple of its columns."""

    @property
    def rowcount(self) -> int:
        """How many rows a statement changed."""

    def fetchone(self) -> Any:
        """Return the next row, None after the last."""

    def fetchall(self) -> list[Any]:
        """Return all rows that are left."""

    def __iter__(self) -> Iterator[Any]:
        """Yield the rows that are left."""


class Connection(Protocol):
    """A connection of either engine."""

    @property
    def total_changes(self) -> int:
        """How many rows were added, changed or removed since it was opened."""

    def execute(self, query: str, values: Any = ..., /) -> Cursor:
        """Run one statement, with a sequence of values for `?` or a mapping for `:name`."""

    def executemany(self, query: str, values: Iterable[Any], /) -> Cursor:
        """Run one statement for each row of values."""
