"""Came: one thing that came to a meeting, with all that can link it to another."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

import numpy as np
from numpy.typing import NDArray

from indexer.linking.matters.subjects import Subject


@dataclass(frozen=True, slots=True, eq=False)
class Came:
    """One thing that came to a meeting: an item of minutes, a report, a line of an agenda.

    `references` and `minutes` are the numbers that its title and its decisions name; `names` are former names;
    `vector` is the mean of its passages', None where it has none; `said` the stems of what was decided and of its
    opening. `label` is what a reader must be allowed to see.
    """

    number: int
    body: str
    held_on: date | None
    item: str
    title: str
    subject: Subject
    label: str = "public"
    references: frozenset[str] = frozenset()
    minutes: frozenset[str] = frozenset()
    names: tuple[Subject, ...] = ()
    vector: NDArray[np.float32] | None = None
    said: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[str, str, str, str, int]:
        """Where it stands in the order in which everything is linked."""
        return str(self.held_on or "9999"), self.body, self.item, self.title, self.number


@dataclass(slots=True)
class Union:
    """Things put together step by step; the first of a group stands for it."""

    first: dict[int, int] = field(default_factory=dict)

    def of(self, one: int) -> int:
        self.first.setdefault(one, one)
        while self.first[one] != one:
            self.first[one] = self.first[self.first[one]]
            one = self.first[one]
        return one

    def put_together(self, one: int, other: int) -> None:
        low, high = sorted((self.of(one), self.of(other)))
        self.first[high] = low
