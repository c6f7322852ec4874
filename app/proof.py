"""Proof: a draft in; the text with its markers and the checked citations out. What cannot be proved is left out."""

from __future__ import annotations

from dataclasses import dataclass

from app.answers import Citation
from app.citations import PageText, locate
from app.compose.wording import Draft, Statement, tidy


@dataclass(frozen=True, slots=True)
class Proved:
    """The text with [n] markers, the citations behind them in order, and whether anything is answered."""

    text: str
    citations: tuple[Citation, ...]
    answered: bool


def prove(draft: Draft, page_text: PageText) -> Proved:
    """The draft with every quote checked against its page; a statement whose quote is not there is dropped."""
    parts: list[str] = []
    citations: list[Citation] = []
    for statement in draft.statements:
        if statement.evidence is None:
            parts.append(statement.text)
            continue
        citation = _cited(statement, len(citations) + 1, page_text)
        if citation is not None:
            citations.append(citation)
            parts.append(f"{statement.text} “{tidy(citation.quote)}” [{citation.number}]".strip())
    return Proved("\n\n".join(parts), tuple(citations), draft.answered and bool(citations))


def _cited(statement: Statement, number: int, page_text: PageText) -> Citation | None:
    evidence = statement.evidence
    if evidence is None:
        return None
    passage = evidence.passage
    found = locate(evidence.sentence, passage.section.paper.file, passage.page, passage.page_end, page_text)
    if found is None:
        return None
    return Citation(number, passage, found.quote, found.page, found.page)
