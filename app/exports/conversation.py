"""Export: a conversation, or one answer, with its numbered sources, as text, Markdown, HTML or Word."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from html import escape

from docx import Document
from docx.shared import Cm

from app.answers.answer import Answer
from app.answers.blocks import blocks_of
from app.answers.citations import bare
from app.answers.escaping import readable
from app.answers.wording import reference
from app.exports.inert import inert
from app.exports.markdown import escaped

Asked = Sequence[tuple[str, Answer]]
"""Questions with their answers, oldest first."""


def as_text(answer: Answer) -> str:
    """The answer followed by its sources, as plain text to paste anywhere."""
    return readable("\n\n".join([answer.text, *sources_of(answer)]))


def one_as_markdown(answer: Answer) -> str:
    """The same as Markdown; text from a paper is escaped, so it never acts as markup."""
    return "\n\n".join(_answered(answer)) + "\n"


def as_html(answer: Answer) -> str:
    """The same as HTML without any style, which a word processor takes with its quotes and numbers."""
    parts = [
        f"<blockquote><p>“{escape(inert(one.text))}” {_marks(one.numbers)}</p></blockquote>"
        if one.is_quote
        else f"<p>{escape(inert(one.text))}</p>"
        for one in blocks_of(answer.text)
    ]
    sources = "".join(f"<p>{escape(inert(line))}</p>" for line in sources_of(answer))
    return "".join(parts) + (f"<p><strong>Sources</strong></p>{sources}" if sources else "")


def as_markdown(title: str, asked: Asked) -> str:
    """The conversation as a Markdown document."""
    return "\n\n".join(_markdown(title, asked)) + "\n"


def as_word(title: str, asked: Asked) -> bytes:
    """The conversation as a Word document (.docx) on A4."""
    document = Document()
    for page in document.sections:
        page.page_width, page.page_height = Cm(21), Cm(29.7)
    document.core_properties.title = readable(title)
    document.core_properties.author = ""
    document.add_heading(readable(title), level=1)
    for question, answer in asked:
        document.add_heading(readable(question), level=2)
        for block in blocks_of(answer.text):
            if block.is_quote:
                document.add_paragraph(readable(f"“{block.text}” {_marks(block.numbers)}".strip()), style="Quote")
            else:
                document.add_paragraph(readable(block.text))
        for line in sources_of(answer):
            document.add_paragraph(readable(line))
        for note in answer.notes:
            document.add_paragraph(readable(note))
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def sources_of(answer: Answer) -> list[str]:
    """Each source once, behind the numbers that name it; with its quote only where the answer does not have it."""
    said = bare(answer.text)
    lines: dict[str, list[int]] = {}
    for one in answer.citations:
        lines.setdefault(reference(one, quoted=bare(one.quote) not in said), []).append(one.number)
    return [f"{_marks(numbers)} {line}" for line, numbers in lines.items()]


def _marks(numbers: Sequence[int]) -> str:
    return " ".join(f"[{number}]" for number in numbers)


def _markdown(title: str, asked: Asked) -> Iterator[str]:
    yield f"# {escaped(title)}"
    for question, answer in asked:
        yield f"## {escaped(question)}"
        yield from _answered(answer)


def _answered(answer: Answer) -> Iterator[str]:
    """The answer as it stands, its sources as quotations, its notes."""
    yield "\n\n".join(map(_paragraph, answer.text.split("\n\n")))
    yield from (f"> {escaped(line)}" for line in sources_of(answer))
    yield from (f"Note: {escaped(note)}" for note in answer.notes)


def _paragraph(text: str) -> str:
    """The paragraph with a backslash at each line end: Markdown would join the lines otherwise."""
    return "\\\n".join(map(escaped, text.split("\n")))
