"""Proof: a draft in; the text with its markers and the checked citations out. What cannot be proved is left out."""

from __future__ import annotations

from dataclasses import dataclass

from app.answers import Citation
from app.citations import PageText, locate
from app.compose.evidence import Evidence
from app.compose.wording import Draft, tidy


@dataclass(frozen=True, slots=True)
class Proved:
    """The text with [n] markers, the citations behind them in order, and whether anything is answered."""

    text: str
    citations: tuple[Citation, ...]
    answered: bool


LONGEST = 1500  # characters of an answer; what would go beyond is left to the papers behind


def prove(draft: Draft, page_text: PageText) -> Proved:
    """The draft with every quote checked against its page; a statement whose quote is not there is dropped.

    A statement without words of its own goes on in the paragraph of the one before; the words of one that is dropped
    stand in front of the next in its paragraph.
    """
    paragraphs: list[str] = []
    citations: list[Citation] = []
    opening, joins = "", False
    for statement in draft.statements:
        if statement.text:
            opening, joins = statement.text, statement.joins and bool(paragraphs)
        if statement.evidence is None:
            paragraphs.append(opening)
            opening = ""
            continue
        citation = _cited(statement.evidence, len(citations) + 1, page_text)
        if citation is None:
            continue
        said = f"{opening} “{_shown(statement.evidence.sentence, citation.quote)}” [{citation.number}]".strip()
        if citations and sum(map(len, paragraphs)) + len(said) + 2 * len(paragraphs) > LONGEST:
            break
        citations.append(citation)
        if joins:
            paragraphs[-1] += f" {said}"
        else:
            paragraphs.append(said)
        opening, joins = "", True
    return Proved("\n\n".join(paragraphs), tuple(citations), draft.answered and bool(citations))


def _cited(evidence: Evidence, number: int, page_text: PageText) -> Citation | None:
    passage = evidence.passage
    found = locate(evidence.sentence, passage.section.paper.file, passage.page, passage.page_end, page_text)
    if found is None:
        return None
    return Citation(number, passage, found.quote, found.page, found.page)


def _shown(whole: str, quote: str) -> str:
    """The quote as it is read in the answer, with dots where a page turn has cut it off."""
    said = tidy(quote)
    before = "" if " ".join(whole.split()).startswith(" ".join(quote.split())[:20]) else "… "
    after = "" if " ".join(whole.split()).endswith(" ".join(quote.split())[-20:]) else " …"
    return f"{before}{said}{after}"
