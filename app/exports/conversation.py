"""Export: a conversation, or one answer, with its citations, to be taken elsewhere: as text, Markdown or Word."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence

from docx import Document

from app.answers import Answer
from app.views.plain import readable
from app.views.wording import reference

Asked = Sequence[tuple[str, Answer]]
"""Questions with their answers, oldest first."""

# What Markdown would read as a link, a picture, markup or a list; the text of a paper is shown as it stands
_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~!&])|^(\s*)([-+=]|\d{1,9}(?=[.)]))", re.MULTILINE)

# The end of a line inside a paragraph, which Markdown keeps only behind a backslash
_LINE_END = re.compile(r"(?<!\n)\n(?!\n)")


def as_text(answer: Answer) -> str:
    """The answer with its citations below it, to be pasted anywhere."""
    citations = [f"[{one.number}] {reference(one)}" for one in answer.citations]
    return readable("\n\n".join([answer.text, *citations]))


def as_markdown(title: str, asked: Asked) -> str:
    """The conversation as a Markdown document; nothing in it that comes from a paper is markup."""
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
    yield f"# {_escaped(title)}"
    for question, answer in asked:
        yield f"## {_escaped(question)}"
        yield _LINE_END.sub("\\\\\n", _escaped(answer.text))
        yield from (f"> {_escaped(f'[{one.number}] {reference(one)}')}" for one in answer.citations)
        yield from (f"Note: {_escaped(note)}" for note in answer.notes)


def _escaped(text: str) -> str:
    """The text with every mark escaped that Markdown would act on, in one paragraph a blank line."""
    return _MARKUP.sub(lambda m: f"\\{m[1]}" if m[1] else f"{m[2]}{_at_start(m[3])}", readable(text))


def _at_start(mark: str) -> str:
    """A list's bullet or number at the beginning of a line, made text."""
    return f"{mark}\\" if mark.isdigit() else f"\\{mark}"
