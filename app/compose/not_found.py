"""What is said when the papers held do not answer: what was searched, and what is closest."""

from __future__ import annotations

from collections.abc import Sequence

from app.compose.evidence import Evidence
from app.compose.wording import Draft, Statement, date_in_words, placed
from app.holdings import Holdings


def not_found(holdings: Holdings, closest: Sequence[Evidence]) -> Draft:
    """The answer "not in the papers held here" with up to two nearest passages, shown as such."""
    first, last = holdings.since, holdings.until
    period = f", {date_in_words(first)} to {date_in_words(last)}" if first and last else ""
    opening = f"Not in the papers held here ({holdings.papers} papers of {holdings.bodies_in_words}{period})."
    if holdings.unread:
        opening += f" {len(holdings.unread)} of them could not be read in full."
    statements = [Statement(opening)]
    if closest:
        statements.append(Statement("The nearest passages, which do not answer the question:"))
        statements += placed(closest[:2])
    return Draft(kind="not_found", answered=False, statements=tuple(statements))
