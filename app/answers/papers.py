"""Papers: the sources of an answer, put together by paper and page, so that each is named once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.answers.answer import Citation
from app.answers.restricted import marking
from app.answers.wording import KINDS, day, joined
from indexer.sections.section import Section


@dataclass(frozen=True, slots=True)
class CitedPaper:
    """A paper in words, and the numbers of the citations on each of its pages ("" for a paper without pages)."""

    name: str
    pages: tuple[tuple[str, tuple[int, ...]], ...]


def cited_papers(citations: Iterable[Citation]) -> list[CitedPaper]:
    """Every paper that is cited, in the order of its first citation."""
    found: dict[str, dict[str, list[int]]] = {}
    for one in citations:
        pages = found.setdefault(paper_name(one.passage.section), {})
        pages.setdefault(page_name(one), []).append(one.number)
    return [
        CitedPaper(name, tuple((page, tuple(numbers)) for page, numbers in pages.items()))
        for name, pages in found.items()
    ]


def paper_name(section: Section) -> str:
    """Cabinet minutes, 30 April 2024; the title as well for a report or the like; a mark on what is not public."""
    meeting, kind = section.meeting, KINDS[section.kind].partition(" (")[0].lower()
    named = f"{meeting.body or meeting.organisation} {kind}".strip()
    return joined(named[:1].upper() + named[1:], day(meeting.held_on), marking(section))


def page_name(citation: Citation) -> str:
    """Page 2, pages 2 to 3, or "" in a file without pages."""
    if citation.page is None:
        return ""
    last = citation.page_end or citation.page
    return f"pages {citation.page} to {last}" if last > citation.page else f"page {citation.page}"
