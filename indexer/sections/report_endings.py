"""Where a report has come to its end - contacts, background papers, list of appendices - and something enclosed begins."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from indexer.reading.lines import Line
from indexer.sections.boundaries import MAX_HEADING, Head, SectionKind, written_on

# The closing headings of a report stand within this many written lines of each other.
CLOSING_WITHIN = 40
# A contact's name, post and address take this many written lines up to the telephone or the e-mail.
CONTACT_LINES = 8
# Another section that begins within this many written lines of a title has that title for its own.
NEXT_HEAD = 10
# The title of what is enclosed stands within this many written lines from the top of a page.
TITLE_ON_TOP = 2

_CLOSING = re.compile(
    r"^\W*+(?:\d{1,2}(?:\.\d{1,2})?[.)]?\s\W*+)?(?:background (?:papers?|documents?)|(?:report )?contact (?:officers?|"
    r"details|points?)|"
    r"(?:report )?authors?(?:\W? contact details)?|lead officers?|lead directors?|relevant directors?|"
    r"(?:list of |schedule of )?appendices(?: to (?:the|this) report)?|list of enclosures|attachments|"
    r"(?:for )?further information)\b(?P<rest>.*)$",
    re.I,
)
# The last of these headings, with nothing behind it in the line: at the head of a report a name stands there
_SIGNED = re.compile(
    r"^\W*+(?:\d{1,2}[.)]?\s\W*+)?(?:report authors?|contact officers?)(?: contact details)?\W*$", re.I
)
_DETAIL = re.compile(
    r"@|\bwww\.|https?:|\b(?:tel|telephone|phone|mobile|e-?mail|ext)\b|(?<!\d)0\d{3,4}[ -]?\d{3}", re.I
)
_LABEL = re.compile(
    r"^\W*(?:name|job title|title|post|address|designation|directorate|department|organisation)\s*[:\t]", re.I
)
_LISTED = re.compile(
    r"^\s*+(?:[-•·*▪]+\s|\W*+\d{1,2}\.\d{1,2}\b|\(?[a-z]\)\s|(?:none|nil|not applicable|n/a)\b|reports? (?:to|of|by)\b|"
    r"(?:appendix|annexe?|enclosure|attachment)\s+\w{1,3}\b\W*(?P<named>.*))",
    re.I,
)
_NUMBERED = re.compile(r"^\W*(\d{1,2})[.)]?\W*\s\W*[A-Z]")
_ROLE = re.compile(
    r"\b(?:officer|director|manager|co-?ordinator|consultant|advis[eo]r|accountant|solicitor|planner|engineer|analyst|"
    r"lead|directorate|"
    r"department|division|commissioning)\W*$|"
    r"^\W*(?:head|director|chief|manager) of\b",
    re.I,
)
_GOES_ON = re.compile(
    r"^\W*\d{1,2}[.)]?\s+[A-Z]|^\W*(?:recommendations?|conclusions?|implications|introduction)\W*$", re.I
)
_PROSE = re.compile(r"[.;,:]$|^[a-z(]")


def enclosed(lines: Sequence[Line], heads: Sequence[Head]) -> Iterator[Head]:
    """A signal where a report's closing has ended and a title follows: what stands there is enclosed with the report.

    Where anything else begins close below, that is not said again.
    """
    strong = sorted((head for head in heads if head.weight >= 2), key=lambda head: head.at)
    bounds = [*strong, Head(len(lines), SectionKind.UNKNOWN, 0.0)]
    for head, following in pairwise(bounds):
        if head.kind is SectionKind.REPORT:
            last = _last_closing(lines, head.at, following.at)
            title = _title_after(lines, last, following.at) if last else None
            if title is not None:
                yield Head(title, SectionKind.APPENDIX, 2.0)


def _last_closing(lines: Sequence[Line], start: int, end: int) -> int:
    """The index of the last heading of a report's first run of closing headings; 0 where it has none."""
    last, written, chapter = 0, 0, 0
    for at in range(start + 1, end):
        text = lines[at].text
        if not text.strip():
            continue
        written += 1
        if last and written > CLOSING_WITHIN:
            break
        heading = _NUMBERED.match(text)
        number = int(heading[1]) if heading else 0
        if is_closing(text):
            last, written = at, 0
        elif last and chapter and 0 < number < chapter:
            break  # the chapters of something else
        elif heading and not _LISTED.match(text):
            last = 0  # contacts and appendices named at the head of the report
        chapter = max(chapter, number) if not last or is_closing(text) else chapter
    return last


def is_closing(text: str) -> bool:
    """True for a heading of a report's end; a sentence that begins with its words is none."""
    match = _CLOSING.match(text)
    return match is not None and len(text) <= MAX_HEADING and not re.search(r"\b(?:is|are|was|were)\b", match["rest"])


def signed_below(lines: Sequence[Line], at: int) -> bool:
    """True where an author or a contact stands alone under a line, so that the line is still the report's own."""
    return any(_SIGNED.match(text) for text in written_on(lines, at + 1, CLOSING_WITHIN))


def _title_after(lines: Sequence[Line], closing: int, end: int) -> int | None:
    """The index of the first title behind the names, numbers and lists under a closing heading; None where none follows."""
    written = [at for at in range(closing, end) if lines[at].text.strip()]
    place = 1
    # what stands close under the heading belongs to it: a name, or the first document
    while place < len(written) and written[place] - written[place - 1] == 1 + (
        place == 1 and not lines[closing + 1].text
    ):
        place += 1
    while place < len(written):
        text = lines[written[place]].text
        details = next(
            (
                n
                for n in range(place, min(place + CONTACT_LINES, len(written)))
                if _DETAIL.search(lines[written[n]].text)
            ),
            None,
        )
        if details is not None and all(len(lines[at].text) <= MAX_HEADING for at in written[place : details + 1]):
            place = details + 1
        elif _LABEL.match(text) or _LISTED.match(text) or (_ROLE.search(text) and len(text) <= MAX_HEADING):
            place += 1
        else:
            break
    if place >= len(written) or (end < len(lines) and len(written) - place <= NEXT_HEAD):
        return None
    return written[place] if _is_title(lines, written[place]) else None


def _is_title(lines: Sequence[Line], at: int) -> bool:
    """True where a line can be the title of something: short, no sentence, under a blank line or at the top of a page."""
    line = lines[at]
    text = line.text.strip(" *#")
    if len(text) > 1.5 * MAX_HEADING or _PROSE.search(text) or _GOES_ON.match(text) or "\t" in text:
        return False
    if line.page is None:
        return not lines[at - 1].text
    above = [entry for entry in lines[max(0, at - 12) : at] if entry.page == line.page and entry.text.strip()]
    return len(above) < TITLE_ON_TOP
