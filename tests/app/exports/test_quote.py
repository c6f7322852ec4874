"""A quote to copy: with its citation and link in each form, and nothing of it acts as markup."""

from __future__ import annotations

from datetime import date

from app.answers.answer import Citation
from app.exports.quote import quote_as_html, quote_as_markdown, quote_as_text
from corpus.papers import Meeting, Paper
from indexer.passages.passage import Passage
from indexer.sections.section import Section, SectionKind

LINK = "https://papers.example.org/paper?file=a (1).pdf#page=2"


def cited(quote: str) -> Citation:
    meeting = Meeting("Saltby Town Council", "Cabinet", date(2031, 1, 7))
    section = Section(Paper("a (1).pdf", "0" * 64, 1, 1), SectionKind.MINUTES, meeting, "Minutes", page=2, page_end=2)
    return Citation(1, Passage(section, quote, quote, 2, 2, item="5", title="Ferry"), quote, 2, 2)


def test_the_quote_comes_with_where_it_stands_and_its_link() -> None:
    where = "Saltby Town Council, Cabinet, 7 January 2031, Minutes, item 5: Ferry, PDF page 2. File: a (1).pdf."
    assert quote_as_text(cited("that fares be frozen."), LINK) == f"“that fares be frozen.”\n{where}\n{LINK}"
    assert quote_as_markdown(cited("that fares be frozen."), LINK).startswith("> “that fares be frozen.”\n>\n> [Saltby")
    assert "(https://papers.example.org/paper?file=a%20%281%29.pdf#page=2)" in quote_as_markdown(cited("x"), LINK)
    assert quote_as_html(cited("that fares be frozen."), LINK).startswith(
        '<blockquote><p>“that fares be frozen.”</p><footer><a href="https://papers.example.org/paper?file=a (1).pdf#page=2">'
    )


def test_nothing_in_a_quote_acts_as_markup() -> None:
    bad = cited("<img src=x> [a](http://x.example) *b*\u202e")
    assert "<img" not in quote_as_html(bad, LINK)
    assert "[a](http" not in quote_as_markdown(bad, LINK)
    assert "\u202e" not in quote_as_text(bad, LINK)
