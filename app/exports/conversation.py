"""Export: a conversation, or one answer, with its citations, as text, Markdown or Word."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence

from docx import Document

from app.answers.answer import Answer
from app.answers.escaping import readable
from app.answers.wording import reference
from app.exports.markdown import escaped

Asked = Sequence[tuple[str, Answer]]
"""Questions with their answers, oldest first."""


def as_text(answer: Answer) -> str:
    """The answer followed by its citations, as plain text to paste anywhere."""
    citations = [f"[{one.number}] {reference(one)}" for one in answer.citations]
    return readable("\n\n".join([answer.text, *citations]))


def as_markdown(title: str, asked: Asked) -> str:
    """The conversation as a Markdown document; text from a paper is escaped, so it never acts as markup."""
    return "\n\n".join(_markdown(title, asked)) + "\n"


def as_word(title: str, asked: Asked) -> bytes:
    """The conversation as a Word document (.docx)."""
    document = Document()
    document.core_properties.title = readable(title)
    document.core_properties.author = ""
    document.add_heading(readable(title), level=1)
    for question, answer in asked:
        document.add_heading(readable(question), level=2)
        for paragraph in answer.text.split("\n\n"):
            document.add_paragraph(readable(paragraph))
        for one in answer.citations:
            document.add_paragraph(readable(f"[{one.number}] {reference(one)}"), style="Quote")
        for note in answer.notes:
            document.add_paragraph(readable(note))
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _markdown(title: str, asked: Asked) -> Iterator[str]:
    yield f"# {escaped(title)}"
    for question, answer in asked:
        yield f"## {escaped(question)}"
        yield "\n\n".join(map(_paragraph, answer.text.split("\n\n")))
        yield from (f"> {escaped(f'[{one.number}] {reference(one)}')}" for one in answer.citations)
        yield from (f"Note: {escaped(note)}" for note in answer.notes)


def _paragraph(text: str) -> str:
    """The paragraph with a backslash at each line end: Markdown would join the lines otherwise."""
    return "\\\n".join(map(escaped, text.split("\n")))
