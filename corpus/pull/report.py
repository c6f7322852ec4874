"""Report: what a run did, counted and in sentences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from corpus.pulled import LastPull


@dataclass(slots=True)
class Tally:
    """What a run has done so far."""

    came: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    withdrawn: list[str] = field(default_factory=list)
    troubles: list[str] = field(default_factory=list)
    restricted: int = 0
    elsewhere: int = 0
    meetings: int = 0
    refused: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """A run: what came, by file, and its counts."""

    last: LastPull
    came: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    withdrawn: tuple[str, ...] = ()
    elsewhere: int = 0
    meetings: int = 0

    @property
    def is_clean(self) -> bool:
        """True where nothing is left to mend or to be tried again."""
        return not (self.last.troubles or self.last.refused)

    def lines(self) -> Iterator[str]:
        """The report in sentences, what is not right last."""
        last = self.last
        counts = f"{last.stored} papers stored, {self.meetings} meetings looked at, {last.requests} requests"
        yield f"{last.address}: {counts}."
        for files, said in (
            (self.came, "new"),
            (self.changed, "replaced by the council"),
            (self.withdrawn, "withdrawn by the council (what is still public is stored in .pull/withdrawn)"),
        ):
            yield from (f"{said}: {file}" for file in files)
        if last.restricted:
            yield f"{last.restricted} documents are not for the public and were not fetched."
        if self.elsewhere:
            yield f"{self.elsewhere} links lead to other sites and were not followed."
        yield from (f"to mend: {trouble}" for trouble in last.troubles)
        if last.refused:
            yield f"stopped: {last.refused}"
