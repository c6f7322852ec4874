"""Saved pages of one item: its heading where the page gives it as "Meeting: 03/05/2031 - Harbour Board (Item 41)"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from indexer.forms.minutes.saved_pages import AGENDA_PAPER, DECISION_FIELD, HEARING, PAGE_OF_DECISION
from indexer.reading.lines import Line

# The heading of a hearing, and the fields of a decision, stand within so many lines of the top of theirs.
TITLE_WITHIN, FIELD_WITHIN = 4, 60


@dataclass(frozen=True, slots=True)
class Hearing:
    """The item that one hearing of a matter was, and how many lines its heading takes."""

    number: str
    title: str
    used: int


def hearing_of(lines: Sequence[Line]) -> Hearing | None:
    """The item that a page with the history of a matter names above what was minuted; None for any other section."""
    written = [(at, line.text.strip()) for at, line in enumerate(lines) if line.text.strip()][: TITLE_WITHIN + 1]
    match = HEARING.match(written[0][1]) if written else None
    if match is None or len(written) < 2:
        return None
    number, (at, title) = match["number"], written[1]
    title = AGENDA_PAPER.sub("", title.removeprefix(number).lstrip(" ."))
    return Hearing(number, title.strip(), at + 1)


def title_of_decision(lines: Sequence[Line]) -> str:
    """What a saved page about a decision gives as its title, above who made it; "" for any other record."""
    written = [line.text.strip() for line in lines if line.text.strip()][:FIELD_WITHIN]
    field = next((at for at, text in enumerate(written) if DECISION_FIELD.match(text)), 0)
    page = next((at for at, text in enumerate(written[:field]) if PAGE_OF_DECISION.match(text)), None)
    return " ".join(written[page + 1 : field]) if page is not None and field - page == 2 else ""
