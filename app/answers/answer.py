"""Answer and Citation: what a person is shown, and the proof of it."""

from __future__ import annotations

from dataclasses import dataclass

from indexer.passages.passage import Passage


@dataclass(frozen=True, slots=True)
class Citation:
    """The proof of a statement: a quote that was found verbatim on the page, and where that is.

    `number` is the marker [n] in the answer, `page`..`page_end` are the physical pages of the quote (None in a file
    without pages).
    """

    number: int
    passage: Passage
    quote: str
    page: int | None
    page_end: int | None


@dataclass(frozen=True, slots=True)
class Alternative:
    """A question to ask instead, where this one left something open; `label` says what would be different."""

    label: str
    question: str


@dataclass(frozen=True, slots=True)
class Answer:
    """A short answer whose statements carry [n] markers; `answered` is False when the papers do not say.

    `kind` is decision, trace, fact, overview, list or not_found. `passages` is the ranked retrieval that the answer
    was composed from, best first, with `scores` beside it; `notes` are sentences about how the question was understood
    and how the answer was written; `alternatives` take the question otherwise, `suggestions` go on from the answer.
    `more` are further proved quotes, without a number, for who wants to read on.
    `written_by` names the language model whose sentences these are, "" where none is.
    """

    question: str
    text: str
    answered: bool
    kind: str
    citations: tuple[Citation, ...] = ()
    passages: tuple[Passage, ...] = ()
    scores: tuple[float, ...] = ()
    notes: tuple[str, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    suggestions: tuple[str, ...] = ()
    seconds: float = 0.0
    written_by: str = ""
    more: tuple[Citation, ...] = ()
