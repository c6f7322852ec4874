"""Document: what goes to paper, in order: headings, and items with the quotes that prove them."""

from __future__ import annotations

from dataclasses import dataclass

from app.answers.answer import Citation


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of a part."""

    text: str


@dataclass(frozen=True, slots=True)
class Item:
    """A statement: `lead` in bold, `text` behind it, then each quote with the label of its source.

    An item without citations says nothing about the papers but what is, or is not, held.
    """

    lead: str = ""
    text: str = ""
    citations: tuple[Citation, ...] = ()

    def says(self, citation: Citation) -> bool:
        """Whether the text holds the quote already, so that only its source is to be named."""
        return citation.quote in self.text


@dataclass(frozen=True, slots=True)
class Document:
    """A title and its parts."""

    title: str
    parts: tuple[Heading | Item, ...]
