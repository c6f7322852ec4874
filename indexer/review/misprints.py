"""Misprint: a date in a paper that cannot be as printed. It is noted for whoever keeps the papers, never repaired."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from indexer.forms.dates import find_dates
from indexer.passages.passage import Passage
from indexer.sections.section import Section


@dataclass(frozen=True, slots=True)
class Misprint:
    """What does not fit, in a sentence; `page` is physical from 1, None in a file without pages."""

    section: Section
    page: int | None
    note: str


def misprints_in(passages: Iterable[Passage]) -> tuple[Misprint, ...]:
    """The misprinted dates in passages, in order, each once a section."""
    found: dict[tuple[Section, str], Misprint] = {}
    for passage in passages:
        for one in find_dates(passage.text):
            if one.slip:
                found.setdefault((passage.section, one.slip), Misprint(passage.section, passage.page, one.slip))
    return tuple(found.values())
