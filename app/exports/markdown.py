"""Markdown: a Document as text that shows exactly what the papers say, whatever punctuation they use."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.answers.documents import Document, Heading, Item
from app.answers.sources import source_label
from app.exports.inert import inert

MARKS = re.compile(r"[\\`*_{}\[\]<>#|~!&$]")
"""Characters that could start emphasis, a link, a picture, HTML, a heading, a table, a formula or an entity."""

ADDRESS = re.compile(r"(?i)\b(https?|ftp|mailto|www)([:.])")
"""What some Markdown readers turn into a link; a backslash before the punctuation prevents it."""

AT_START = re.compile(r"^(\d{0,9})([-+=.)])")
"""What would make a list, a rule or a heading at the start of a line: "1.", "- ", "===", "---"."""


def to_markdown(document: Document) -> str:
    """The document as CommonMark: one line for each paragraph, each quote as a block quote under its statement."""
    lines = [f"# {escaped(document.title)}"]
    for part in document.parts:
        lines += [f"## {escaped(part.text)}"] if isinstance(part, Heading) else list(_item(part))
    return "\n\n".join(lines) + "\n"


def _item(item: Item) -> Iterator[str]:
    lead = f"**{escaped(item.lead)}**" if item.lead else ""
    text = escaped(item.text)
    if line := " ".join(part for part in (lead, text) if part):
        yield line
    for citation in item.citations:
        quote = "" if item.says(citation) else f"\u201c{escaped(citation.quote)}\u201d "
        yield f"> {quote}({escaped(source_label(citation))})"


def escaped(text: str) -> str:
    """The text on one line, with everything escaped that Markdown would act on."""
    shown = MARKS.sub(lambda mark: f"\\{mark[0]}", inert(text))
    return AT_START.sub(r"\1\\\2", ADDRESS.sub(r"\1\\\2", shown))
