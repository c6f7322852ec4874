"""Quote: one quote with its citation and its link, as text, Markdown and HTML, to paste into a report or a page."""

from __future__ import annotations

from html import escape

from app.answers.answer import Citation
from app.answers.escaping import readable
from app.answers.wording import reference
from app.exports.inert import inert
from app.exports.markdown import escaped


def quote_as_text(citation: Citation, link: str) -> str:
    """The quote, where it stands, and the address of its page."""
    return readable(f"“{inert(citation.quote)}”\n{inert(reference(citation, quoted=False))}\n{link}")


def quote_as_markdown(citation: Citation, link: str) -> str:
    """The same as a block quote; nothing of it acts as markup but our link."""
    source = escaped(reference(citation, quoted=False))
    return f"> “{escaped(citation.quote)}”\n>\n> [{source}]({_target(link)})\n"


def quote_as_html(citation: Citation, link: str) -> str:
    """The same as HTML without any style."""
    said, source = escape(inert(citation.quote)), escape(inert(reference(citation, quoted=False)))
    return f'<blockquote><p>“{said}”</p><footer><a href="{escape(link)}">{source}</a></footer></blockquote>'


def _target(link: str) -> str:
    return link.replace("(", "%28").replace(")", "%29").replace(" ", "%20")
