"""Sources: words of a register, a report or a list in; where they stand, proved, as a Citation out."""

from __future__ import annotations

from dataclasses import replace

from app.answers.answer import Citation
from app.answers.citations import locate
from app.answers.restricted import marking
from corpus.papers import date_in_words
from indexer.findings.minutes import Decision
from indexer.passages.passage import Passage
from indexer.sections.section import Section, SectionKind
from indexer.store import AnyStore, Right

MINUTED = (SectionKind.MINUTES, SectionKind.EXEMPT)
"""Kinds of section whose numbered parts are called minutes; those of the others are items."""


class Sources:
    """Finds words of the papers again on their pages, for people with one right to see."""

    def __init__(self, store: AnyStore, right: Right) -> None:
        """Takes the store and the right.

        The printed page numbers are kept, so make one for each version of the store.
        """
        self._store = store
        self._right = right
        self._printed: dict[str, dict[int | None, str]] = {}

    def cited(
        self, section: Section, text: str, page: int | None, *, item: str = "", title: str = ""
    ) -> Citation | None:
        """The words with the page that holds them, None where no page does that may be seen.

        They may run on to the page after `page`, the physical page on which they begin.
        """
        end = page + 1 if page else None
        file = section.paper.file
        found = locate(text, file, page, end, self.page_text)
        if found is None:
            return None
        passage = Passage(section, text, text, found.page, found.page, item=item, title=title)
        passage = replace(passage, printed_page=self.printed_page(file, found.page))
        return Citation(0, passage, found.quote, found.page, found.page)

    def of_decision(self, decision: Decision) -> Citation | None:
        """The wording of a decision with its page."""
        return self.cited(decision.section, decision.text, decision.page, item=decision.item, title=decision.title)

    def of_sentence(self, passage: Passage, sentence: str, *, item: str = "", title: str = "") -> Citation | None:
        """A sentence of a passage with whichever of its pages holds it, under the passage's own item and title by
        default.
        """
        item, title = item or passage.item, title or passage.title
        pages = range(passage.page, (passage.page_end or passage.page) + 1) if passage.page else [None]
        found = (self.cited(passage.section, sentence, page, item=item, title=title) for page in pages)
        return next((citation for citation in found if citation), None)

    def page_text(self, file: str, page: int | None) -> str:
        """The text of a page, "" where it may not be seen."""
        return self._store.page_text(file, page, right=self._right) or ""

    def printed_page(self, file: str, page: int | None) -> str:
        """The number that the pack prints on a physical page, "" if it is not known."""
        if file not in self._printed:
            held = self._store.passages_of_paper(file, right=self._right)
            self._printed[file] = {one.page: one.printed_page for one in reversed(held) if one.printed_page}
        return self._printed[file].get(page, "")

    def label(self, section: Section, item: str, page: int | None) -> str:
        """Where something stands, in words, before it is looked for on its page."""
        return label_of(section, item, page, self.printed_page(section.paper.file, page))


def source_label(citation: Citation) -> str:
    """Where a quote stands: organisation, body, 9 December 2013, minute 51, PDF page 12, printed page 8."""
    passage = citation.passage
    return label_of(passage.section, passage.item, citation.page, passage.printed_page, last=citation.page_end)


def label_of(section: Section, item: str, page: int | None, printed: str, *, last: int | None = None) -> str:
    """The same of a section, an item of it and a page; `last` where it runs over to another page."""
    meeting = section.meeting
    held = date_in_words(meeting.held_on, "date not stated")
    body = meeting.body if meeting.body != meeting.organisation else ""
    parts = (
        meeting.organisation,
        body,
        held,
        numbered(section, item, minute="minute"),
        (f"PDF pages {page}–{last}" if last and last > page else f"PDF page {page}") if page else "",
        f"printed page {printed}" if printed else "",
        marking(section),
    )
    return ", ".join(part for part in parts if part)


def numbered(section: Section, item: str, *, minute: str = "item") -> str:
    """What is called by a number in a section: item 4, row 9 of a log, or a minute by the word given; "" for none."""
    number = item.strip().rstrip(".")
    if section.kind is SectionKind.ACTION_LOG:
        # Its rows have numbers too; the number that it has as an item of the agenda would be taken for one of them.
        return f"action log, row {number}" if number and item != section.item else "action log"
    word = minute if section.kind in MINUTED else "item"
    return f"{word} {number}" if number else ""
