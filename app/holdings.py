"""Holdings: what papers are held here, in counts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Holdings:
    """Counts of what is indexed; `unread` pairs a file with the reason why it was not read in full."""

    papers: int
    pages: int
    passages: int
    meetings: int
    decisions: int
    organisations: tuple[str, ...]
    bodies: tuple[str, ...]
    since: date | None
    until: date | None
    unread: tuple[tuple[str, str], ...] = ()

    @property
    def bodies_in_words(self) -> str:
        """The organisations, or where none is known the bodies, in a phrase."""
        names = list(self.organisations or self.bodies)
        if len(names) > 4:
            return f"{', '.join(names[:3])} and {len(names) - 3} others"
        return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names) or "no named body"
