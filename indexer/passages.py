"""Passage: a verbatim stretch of one section, small enough to quote and to embed."""

from __future__ import annotations

from dataclasses import dataclass

from indexer.sections import Section


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of one item of one section; `text` is verbatim, `text_to_embed` has its context put in front.

    `page` and `page_end` are physical pages from 1, None in a file without pages; `printed_page` is the number the
    pack prints on the first of them. `item` and `title` are those of the minute or agenda item the passage stands
    under, `heading` the trail of headings below that. `id` is None until the store has given one.
    """

    section: Section
    text: str
    text_to_embed: str
    page: int | None = None
    page_end: int | None = None
    printed_page: str = ""
    item: str = ""
    title: str = ""
    heading: str = ""
    ordinal: int = 0
    id: int | None = None
