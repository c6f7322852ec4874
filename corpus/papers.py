"""Paper and Meeting: one document, and the meeting that it belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


def date_in_words(day: date | None, unknown: str = "") -> str:
    """The date as British papers write it, 9 December 2013; `unknown` for None."""
    return f"{day.day} {day:%B %Y}" if day else unknown


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting of a body of an organisation; empty strings and None if the papers do not say."""

    organisation: str = ""
    body: str = ""
    held_on: date | None = None
    time: str = ""
    venue: str = ""
    chair: str = ""

    @property
    def sitting(self) -> tuple[str, str, date | None]:
        """What tells one meeting from another - organisation, body, day -, whatever else its papers say of it."""
        return self.organisation, self.body, self.held_on


@dataclass(frozen=True, slots=True)
class Paper:
    """One distinct document of the corpus: its first place, and every further place where it lies word for word.

    `file` and `copies` are POSIX paths relative to the corpus folder, exactly as on disk. `size` is in bytes,
    `modified_ns` in nanoseconds since the epoch, `sha256` is of the bytes. `access` is the label that people gave the
    file (by its folder or a manifest).
    """

    file: str
    sha256: str
    size: int
    modified_ns: int
    copies: tuple[str, ...] = ()
    access: str = "public"
