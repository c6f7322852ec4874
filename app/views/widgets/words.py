"""Words: an answer on the page - our words, quotes set apart, numbers that open their source, the sources by paper."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import streamlit as st

from app.answers.answer import Answer, Citation
from app.answers.blocks import Block, blocks_of
from app.answers.escaping import readable, shorten, visible
from app.answers.papers import cited_papers, page_name, paper_name
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
    "board_papers_words", html='<div class="bp-answer"></div>', js=script("words"), isolate_styles=False
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


def data_of(answer: Answer, further: Sequence[Further]) -> dict[str, object]:
    """What the script draws, as plain data."""
    known = {one.number for one in answer.citations}
    blocks = blocks_of(readable(answer.text))
    most = MOST_LISTED if answer.kind == "list" else MOST_QUOTES
    return {
        "blocks": [_drawn(block, known) for block in blocks],
        "shown": shown_before_more(blocks, most),
        "cards": {str(one.number): _card(one) for one in answer.citations},
        "sources": [
            {
                "paper": shorten(visible(paper.name), LONGEST_PAPER),
                "pages": [{"page": page, "numbers": list(numbers)} for page, numbers in paper.pages],
            }
            for paper in cited_papers(answer.citations)
        ],
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


def _card(citation: Citation) -> dict[str, str]:
    return {"quote": shorten(visible(citation.quote), PREVIEW), **_where(citation)}


def _where(citation: Citation) -> dict[str, str]:
    paper = shorten(visible(paper_name(citation.passage.section)), LONGEST_PAPER)
    page = page_name(citation)
    return {"paper": f"{paper}, {page}" if page else paper, "place": shorten(visible(place(citation)), PREVIEW)}
