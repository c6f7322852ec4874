"""Words: an answer on the page - our words, quotes set apart, numbers that open their source, the sources by paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import streamlit as st

from app.answers.answer import Answer, Citation
from app.answers.blocks import Block, blocks_of
from app.answers.documents import Document, Heading, Item
from app.answers.escaping import readable, shorten, visible
from app.answers.papers import CitedPaper, cited_papers, page_name, paper_name
from app.answers.wording import place
from app.views.widgets.scripts import script

MOST_QUOTES = 3
"""Quotes of an answer that are shown before "Show more"."""

MOST_LISTED = 8
"""The same of a list, which somebody asked for as a whole."""

PREVIEW = 280
"""Characters of a quote in the preview of its source; the source itself shows all of it."""

LONGEST_PAPER = 120
"""Characters of the name of a paper."""

_mount = st.components.v2.component(
    "board_papers_words", html='<div class="bp-answer"></div>', js=script("stay", "made", "words"), isolate_styles=False
)


@dataclass(frozen=True, slots=True)
class Further:
    """Passages below an answer that open as well: `title` stands above them, `name` tells their buttons apart."""

    name: str
    title: str
    citations: tuple[Citation, ...]
    folded: bool = True


def show_words(
    answer: Answer, *, key: str, further: Sequence[Further], opened: str, on_open: Callable[[str, Citation], None]
) -> None:
    """Draws the answer; calls `on_open` with the name and the citation of the source that is pressed.

    `opened` is the name of the source that is open, "" for none.
    """
    named = {str(one.number): one for one in answer.citations}
    named |= {f"{more.name}-{n}": one for more in further for n, one in enumerate(more.citations)}

    def pressed() -> None:
        name = getattr(st.session_state.get(key), "opened", None)
        if isinstance(name, str) and name in named:
            on_open(name, named[name])

    _mount(key=key, data=data_of(answer, further) | {"selected": opened}, height="content", on_opened_change=pressed)


def show_document(
    document: Document, *, key: str, opened: str, on_open: Callable[[str, Citation], None], rows: int = 0
) -> None:
    """Draws a document as rows with small numbers; a statement that is nothing but a quote is set apart as one.

    `rows` are those of each part that are shown before "Show more"; 0 for all.
    """
    numbered = numbered_citations(document)

    def pressed() -> None:
        name = getattr(st.session_state.get(key), "opened", None)
        if isinstance(name, str) and name.isdigit() and 0 < int(name) <= len(numbered):
            on_open(name, numbered[int(name) - 1])

    data = document_data(document, numbered) | {"selected": opened, "rows": rows}
    _mount(key=key, data=data, height="content", on_opened_change=pressed)


def numbered_citations(document: Document) -> list[Citation]:
    """The citations of a document with their numbers, each quote of a page once."""
    found: dict[tuple[str, int | None, str], Citation] = {}
    for part in document.parts:
        for one in part.citations if isinstance(part, Item) else ():
            found.setdefault(_same(one), replace(one, number=len(found) + 1))
    return list(found.values())


def _same(one: Citation) -> tuple[str, int | None, str]:
    return one.passage.section.paper.file, one.page, one.quote


def document_data(document: Document, numbered: Sequence[Citation]) -> dict[str, object]:
    """What the script draws of a document, as plain data."""
    numbers = {_same(one): one.number for one in numbered}
    blocks = [block for part in document.parts for block in _parts(part, numbers)]
    sources = [_source(paper) for paper in cited_papers(numbered)]
    cards = {str(one.number): _card(one) for one in numbered}
    return {"blocks": blocks, "shown": len(blocks), "cards": cards, "sources": sources, "further": []}


def _parts(part: Heading | Item, numbers: Mapping[tuple[str, int | None, str], int]) -> Iterator[dict[str, object]]:
    if isinstance(part, Heading):
        yield {"heading": visible(part.text), "quote": False, "pieces": [], "numbers": []}
        return
    cited = [numbers[_same(one)] for one in part.citations]
    if part.lead or part.text:
        text = f" {readable(part.text)} " if part.text else " "
        yield {"lead": visible(part.lead), "quote": False, "pieces": [text, *_apart(cited)], "numbers": cited}
    else:
        for one, number in zip(part.citations, cited, strict=True):
            yield {"quote": True, "pieces": [visible(one.quote)], "numbers": [number]}


def _apart(numbers: Sequence[int]) -> Iterator[str | int]:
    for number in numbers:
        yield from (number, " ")


def data_of(answer: Answer, further: Sequence[Further]) -> dict[str, object]:
    """What the script draws, as plain data."""
    known = {one.number for one in answer.citations}
    blocks = blocks_of(readable(answer.text))
    most = MOST_LISTED if answer.kind == "list" else MOST_QUOTES
    return {
        "blocks": [_drawn(block, known) for block in blocks],
        "shown": shown_before_more(blocks, most),
        "cards": {str(one.number): _card(one) for one in answer.citations},
        "sources": [_source(paper) for paper in cited_papers(answer.citations)],
        "further": [
            {
                "title": more.title,
                "folded": more.folded,
                "passages": [
                    {"name": f"{more.name}-{n}", "quote": shorten(visible(one.quote), 2 * PREVIEW), **_where(one)}
                    for n, one in enumerate(more.citations)
                ],
            }
            for more in further
            if more.citations
        ],
    }


def shown_before_more(blocks: Sequence[Block], most: int) -> int:
    """How many blocks are shown at first: those up to the last of the first `most` quotes, all if one more is left."""
    quotes = [place_ for place_, block in enumerate(blocks) if block.is_quote]
    return quotes[most - 1] + 1 if len(quotes) > most + 1 else len(blocks)


def _drawn(block: Block, known: set[int]) -> dict[str, object]:
    """A block as data; a number that is no source of this answer stays what it is, words in brackets."""
    pieces = [one if isinstance(one, str) or one in known else f"[{one}]" for one in block.pieces]
    return {"quote": block.is_quote, "pieces": pieces, "numbers": [n for n in block.numbers if n in known]}


def _source(paper: CitedPaper) -> dict[str, object]:
    pages = [{"page": page, "numbers": list(numbers)} for page, numbers in paper.pages]
    return {"paper": shorten(visible(paper.name), LONGEST_PAPER), "pages": pages}


def _card(citation: Citation) -> dict[str, str]:
    return {"quote": shorten(visible(citation.quote), PREVIEW), **_where(citation)}


def _where(citation: Citation) -> dict[str, str]:
    paper = shorten(visible(paper_name(citation.passage.section)), LONGEST_PAPER)
    page = page_name(citation)
    return {"paper": f"{paper}, {page}" if page else paper, "place": shorten(visible(place(citation)), PREVIEW)}
