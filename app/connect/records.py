"""Quote, Hit, Page, Reply, ...: what another program is given, each statement with its quote, page and address.

They are flat, so that one record serves as JSON, as a line of CSV and as the result of a tool.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a paper, letter for letter, and where they stand; `page` counts from 1, 0 in a file without pages."""

    quote: str
    file: str
    page: int
    printed_page: str
    organisation: str
    body: str
    meeting_date: str
    section: str
    item: str
    title: str
    source: str  # all of it in words
    url: str


@dataclass(frozen=True, slots=True)
class Found:
    """A passage that a search found; `id` is what `fetch` takes."""

    id: str
    title: str
    text: str
    url: str


@dataclass(frozen=True, slots=True)
class PageText:
    """The text of one page of a paper."""

    id: str
    title: str
    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer with its quotes; `answered` is False where the papers do not say. Markers [1] count them."""

    question: str
    answered: bool
    text: str
    quotes: tuple[Quote, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision of the register with its proof."""

    id: str
    outcome: str
    votes: str
    quote: Quote


@dataclass(frozen=True, slots=True)
class StepOf:
    """A step of a matter, or a statement of a briefing: what it says, with its quotes."""

    lead: str
    text: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Searched:
    """What is indexed, and so what was searched: bodies, days, and how many papers."""

    organisations: tuple[str, ...]
    bodies: tuple[str, ...]
    since: str
    until: str
    papers: int
    meetings: int
    decisions: int
    not_indexed: str
