"""Wording: how a citation, its meeting and its pages are put into words."""

from __future__ import annotations

from datetime import date

from app.answers.answer import Citation
from app.answers.restricted import marking
from app.answers.sources import numbered
from corpus.papers import Meeting, date_in_words
from indexer.sections.section import SectionKind

KINDS = {
    SectionKind.FRONT_SHEET: "Agenda front sheet",
    SectionKind.MINUTES: "Minutes",
    SectionKind.REPORT: "Report",
    SectionKind.APPENDIX: "Appendix",
    SectionKind.ACTION_LOG: "Action log",
    SectionKind.FORWARD_PLAN: "Forward plan",
    SectionKind.PRESENTATION: "Presentation",
    SectionKind.DECISION_RECORD: "Record of decision",
    SectionKind.PROPOSED_DECISION_RECORD: "Proposed record of decision (a draft)",
    SectionKind.EXEMPT: "Exempt paper",
    SectionKind.UNKNOWN: "Paper",
}


def day(moment: date | None) -> str:
    """9 December 2013, or that the papers do not say."""
    return date_in_words(moment, "date not stated")


def short_day(moment: date | None) -> str:
    """9 Dec 2013, or nothing."""
    return f"{moment.day} {moment:%b %Y}" if moment else ""


def sitting(meeting: Meeting) -> str:
    """Health and Wellbeing Board, 9 December 2013."""
    return ", ".join(part for part in (meeting.body or meeting.organisation, day(meeting.held_on)) if part)


def place(citation: Citation) -> str:
    """Minutes, item 51: Better Care Fund.

    Without the title of the minutes as a whole, which would read as the item's.
    """
    passage, section = citation.passage, citation.passage.section
    item = numbered(section, passage.item).removeprefix("action log").lstrip(", ")
    title = passage.title or section.title
    if item and section.kind is SectionKind.MINUTES and title == section.title:
        title = ""
    return ": ".join(part for part in (joined(KINDS[section.kind], item), title) if part)


def pages(citation: Citation) -> str:
    """PDF page 12 (printed page 175), or nothing in a file without pages."""
    if citation.page is None:
        return ""
    last = citation.page_end or citation.page
    physical = f"PDF pages {citation.page}\u2013{last}" if last > citation.page else f"PDF page {citation.page}"
    same_start = citation.passage.page == citation.page
    printed = citation.passage.printed_page if same_start else ""
    return f"{physical} (printed page {printed})" if printed else physical


def reference(citation: Citation, *, quoted: bool = True) -> str:
    """The citation as a line to copy into a report: organisation, body, date, kind, item, pages, file and the quote.

    Without `quoted` the quote is left out, for a text that has it already.
    """
    meeting = citation.passage.section.meeting
    body = meeting.body if meeting.body != meeting.organisation else ""
    where = joined(meeting.organisation, body, day(meeting.held_on), place(citation), pages(citation))
    where = f"{mark}. {where}" if (mark := marking(citation.passage.section)) else where
    behind = f" \u201c{citation.quote.strip()}\u201d" if quoted else ""
    return f"{where}. File: {citation.passage.section.paper.file}.{behind}"


def joined(*parts: str) -> str:
    """The parts that say something, with commas."""
    return ", ".join(part for part in parts if part)
