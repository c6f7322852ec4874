"""What is said when the papers held do not answer: why, what was searched, and what is closest."""

from __future__ import annotations

from collections.abc import Sequence

from app.compose.evidence import Evidence
from app.compose.wording import Draft, Statement, counted, date_in_words, placed
from app.holdings import Holdings

MOST_CLOSEST = 2


def not_found(holdings: Holdings, closest: Sequence[Evidence], *, why: str = "") -> Draft:
    """The answer "not in the papers held here" with up to two nearest passages, shown as such."""
    first, last = holdings.since, holdings.until
    period = f", {date_in_words(first)} to {date_in_words(last)}" if first and last else ""
    searched = f"{counted(holdings.papers, 'paper')} of {holdings.bodies_in_words}{period}"
    opening = " ".join(part for part in (f"Not in the papers held here ({searched}).", why) if part)
    if holdings.unread:
        opening += f" {counted(len(holdings.unread), 'paper')} could not be read in full."
    statements = [Statement(opening)]
    if closest:
        statements.append(Statement("The nearest passages, which do not answer the question:"))
        statements += placed(closest[:MOST_CLOSEST])
    return Draft(kind="not_found", answered=False, statements=tuple(statements))
