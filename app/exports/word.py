"""Word: a Document as .docx."""

from __future__ import annotations

import io

import docx
from docx.document import Document as WordFile
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from app.answers.documents import Document, Heading
from app.answers.sources import source_label
from app.exports.inert import inert


def to_word(document: Document) -> bytes:
    """The document as a Word file with real headings, in British English."""
    file = blank_file(document.title)
    for part in document.parts:
        if isinstance(part, Heading):
            file.add_heading(inert(part.text), level=1)
            continue
        if part.lead or part.text:
            paragraph = file.add_paragraph()
            paragraph.paragraph_format.keep_with_next = bool(part.citations)
            if part.lead:
                paragraph.add_run(f"{inert(part.lead)} ").bold = True
            paragraph.add_run(inert(part.text))
        for citation in part.citations:
            quote = file.add_paragraph()
            quote.paragraph_format.left_indent = Cm(0.75)
            if not part.says(citation):
                quote.add_run(f"\u201c{inert(citation.quote)}\u201d ")
            quote.add_run(f"({inert(source_label(citation))})").italic = True
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


def blank_file(title: str) -> WordFile:
    """A file on A4 with nothing in it but its title."""
    file = docx.Document()
    for page in file.sections:  # A4, not the paper of the library's own country
        page.page_width, page.page_height = Cm(21), Cm(29.7)
    file.core_properties.title = inert(title)
    file.core_properties.author = "Board Papers"
    file.core_properties.language = "en-GB"
    file.core_properties.comments = ""
    normal = file.styles["Normal"]
    normal.font.size = Pt(11)
    for language in normal.element.getparent().iter(qn("w:lang")):
        language.set(qn("w:val"), "en-GB")
    file.add_heading(inert(title), level=0)
    return file
