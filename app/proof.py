"""Proof: a draft in; the text with its markers and the checked citations out. What cannot be proved is left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from app.answers.answer import Citation
from app.answers.citations import PageText, bare, locate, stands_on
from app.compose.evidence import FEWEST_WORDS, Evidence
from app.compose.wording import Draft, Statement, tidy


@dataclass(frozen=True, slots=True)
class Proved:
    """The text with [n] markers, the citations behind them in order, and whether anything is answered.

    `more` are further quotes, proved as well, without a number: they are shown only to who asks for more.
    """

    text: str
    citations: tuple[Citation, ...]
    answered: bool
    more: tuple[Citation, ...] = ()


LONGEST = 1500  # characters of an answer; what would go beyond is left to the papers behind
ON_ONE_PAGE = 0.5  # share of a quote that must stand on one page to be quoted without the rest
MOST_FURTHER = 8  # quotes behind an answer


def prove(draft: Draft, page_text: PageText) -> Proved:
    """The draft with every quote checked against its page; a statement whose quote is not there is dropped.

    A statement without own words goes on in the paragraph of the one before; the words of one that is dropped
    stand in front of the next in its paragraph. Of several quotes under the same words each has its own line.
    """
    paragraphs: list[list[str]] = []  # the words in front, then the quotes
    citations: list[Citation] = []
    opening, joins, length = "", False, 0
    for statement in draft.statements:
        if statement.text:
            opening, joins = statement.text, statement.joins and bool(paragraphs)
        if statement.evidence is None:
            paragraphs.append([opening])
            length += len(opening) + 2
            opening = ""
            continue
        citation = _cited(statement.evidence, len(citations) + 1, page_text)
        if citation is None:
            continue
        if statement.headline and _borne_out(statement, page_text):
            opening = statement.headline
        said = f"“{_shown(statement.evidence.sentence, citation.quote)}” [{citation.number}]"
        if citations and length + len(opening) + len(said) + 1 > LONGEST:
            break
        citations.append(citation)
        if joins and opening:
            paragraphs[-1][-1] += f" {opening} {said}"
        elif joins:
            paragraphs[-1].append(said)
        else:
            paragraphs.append([opening, said])
        length += len(opening) + len(said) + (1 if joins else 3)
        opening, joins = "", True
    more = _further(draft.more, citations, page_text)
    answered = draft.answered and bool(citations)
    return Proved("\n\n".join(map(_paragraph, paragraphs)), tuple(citations), answered, more if answered else ())


def _further(statements: Sequence[Statement], shown: Sequence[Citation], page_text: PageText) -> tuple[Citation, ...]:
    """The quotes behind an answer that stand on their pages and are not in it."""
    said = " ".join(bare(citation.quote) for citation in shown)
    found: list[Citation] = []
    for statement in statements:
        if statement.evidence is None or len(found) == MOST_FURTHER:
            continue
        citation = _cited(statement.evidence, 0, page_text)
        if citation and bare(citation.quote) not in said:
            found.append(citation)
            said += f" {bare(citation.quote)}"
    return tuple(found)


def _borne_out(statement: Statement, page_text: PageText) -> bool:
    """True where each span of a headline stands on the pages of its evidence, or on the page before them."""
    if statement.evidence is None:
        return False
    passage = statement.evidence.passage
    first, last = passage.page, passage.page_end or passage.page
    pages = [None] if first is None or last is None else range(max(1, first - 1), last + 1)
    text = " ".join(page_text(passage.section.paper.file, page) for page in pages)
    return all(stands_on(span, text) for span in statement.spans)


def _paragraph(parts: list[str]) -> str:
    """The words with the one quote after them, or with each of several on the lines below them."""
    opening, *quotes = parts
    return (" " if len(quotes) < 2 else "\n").join(part for part in (opening, *quotes) if part)


def _cited(evidence: Evidence, number: int, page_text: PageText) -> Citation | None:
    """The citation of the quote, or of the longest run of its lines where a stray line parts them on the page."""
    passage, file = evidence.passage, evidence.passage.section.paper.file
    located = (locate(run, file, passage.page, passage.page_end, page_text) for run in _runs(evidence.sentence))
    found = next((one for one in located if one), None)
    if found is None:
        return None
    if found.page != found.page_end:  # of several lines over the turn of a page those of one page are quoted
        least = len(evidence.sentence) * ON_ONE_PAGE
        found = next((one for one in located if one and one.page == one.page_end and len(one.quote) >= least), found)
    return Citation(number, passage, found.quote, found.page, found.page_end)


def _runs(quote: str) -> list[str]:
    """The quote, then every group of successive lines of it, the longest first."""
    lines = quote.split("\n")
    runs = {"\n".join(lines[start:end]) for start, end in combinations(range(len(lines) + 1), 2)}
    whole = {run for run in runs - {quote} if len(run.split()) >= FEWEST_WORDS}
    return [quote, *sorted(whole, key=lambda run: (-len(run), run))]


def _shown(whole: str, quote: str) -> str:
    """The quote as it is read in the answer, with dots where a page turn has cut it off."""
    said = tidy(quote)
    before = "" if " ".join(whole.split()).startswith(" ".join(quote.split())[:20]) else "… "
    after = "" if " ".join(whole.split()).endswith(" ".join(quote.split())[-20:]) else " …"
    return f"{before}{said}{after}"
