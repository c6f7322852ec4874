"""Filters: the part of the papers that a question is asked of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from corpus.errors import WrongInput


@dataclass(frozen=True, slots=True)
class Filters:
    """Limits on the meetings searched, both days included; empty strings and None limit nothing.

    Raises WrongInput when `since` lies after `until`.
    """

    organisation: str = ""
    body: str = ""
    since: date | None = None
    until: date | None = None

    def __post_init__(self) -> None:
        if self.since and self.until and self.since > self.until:
            raise WrongInput(
                f"The first date, {self.since:%d/%m/%Y}, lies after the last one, {self.until:%d/%m/%Y}.",
                hint="Change one of the two dates.",
            )

    def __bool__(self) -> bool:
        """True when anything is limited."""
        return bool(self.organisation or self.body or self.since or self.until)


def as_printed(asked: str, held: Sequence[str], what: str) -> str:
    """The name as the papers print it, "" where none is asked for."""
    if not asked.strip():
        return ""
    found = next((name for name in held if name.casefold() == asked.strip().casefold()), None)
    if found is None:
        raise WrongInput(f"We have no papers of the {what} “{asked}”.", hint=f"We have papers of: {', '.join(held)}.")
    return found
