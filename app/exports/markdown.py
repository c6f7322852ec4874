"""Markdown: a Document as text that shows exactly what the papers say, whatever marks stand in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.documents import Document, Heading, Item
from app.exports.inert import inert
from app.sources import source_label

MARKS = re.compile(r"[\\`*_\[\]<>|~#$&!]")
"""What would be emphasis, a link, a picture, HTML, a table, a formula or an entity."""

ADDRESS = re.compile(r"(?i)\b(https?|ftp|mailto|www)([:.])")
"""What some readers make a link of by itself; a backslash before the mark keeps it plain."""


LIST = re.compile(r"^(\d*)([.)+-])(?=\s)")
"""What would make a list of a line at its beginning: "1. ", "- "."""


def to_markdown(document: Document) -> str:
    """The document as CommonMark, one line a paragraph, each quote in a block of its own under its statement."""
    lines = [f"# {_plain(document.title)}"]
    for part in document.parts:
        lines += [f"## {_plain(part.text)}"] if isinstance(part, Heading) else list(_item(part))
    return "\n\n".join(lines) + "\n"


def _item(item: Item) -> Iterator[str]:
    lead = f"**{_plain(item.lead)}**" if item.lead else ""
    text = _plain(item.text)
    if line := " ".join(part for part in (lead, text) if part):
        yield LIST.sub(r"\1\\\2", line)
    for citation in item.citations:
        quote = "" if item.says(citation) else f"\u201c{_plain(citation.quote)}\u201d "
        yield f"> {quote}({_plain(source_label(citation))})"


def _plain(text: str) -> str:
    escaped = MARKS.sub(lambda mark: f"\\{mark[0]}", inert(text))
    return ADDRESS.sub(r"\1\\\2", escaped)
