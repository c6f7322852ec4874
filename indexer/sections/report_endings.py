"""Where a report has come to its end - contacts, background papers, list of appendices - and something enclosed
begins.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from indexer.forms.papers.enclosed import (
    CHAPTER_HEADING,
    CLOSING_ENTRY,
    CONTACT_DETAIL,
    CONTACT_LABEL,
    IS_PROSE,
    POST,
    REPORT_CLOSING,
    REPORT_GOES_ON,
    SIGNED_BELOW,
    TO_BE,
)
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
        heading = CHAPTER_HEADING.match(text)
        number = int(heading[1]) if heading else 0
        if is_closing(text):
            last, written = at, 0
        elif last and chapter and 0 < number < chapter:
            break  # the chapters of something else
        elif heading and not CLOSING_ENTRY.match(text):
            last = 0  # contacts and appendices named at the head of the report
        chapter = max(chapter, number) if not last or is_closing(text) else chapter
    return last


def is_closing(text: str) -> bool:
    """True for a heading of a report's end; a sentence that begins with its words is none."""
    match = REPORT_CLOSING.match(text)
    return match is not None and len(text) <= MAX_HEADING and not TO_BE.search(match["rest"])


def signed_below(lines: Sequence[Line], at: int) -> bool:
    """True where an author or a contact stands alone under a line, so that the line is still the report's own."""
    return any(SIGNED_BELOW.match(text) for text in written_on(lines, at + 1, CLOSING_WITHIN))


def _title_after(lines: Sequence[Line], closing: int, end: int) -> int | None:
    """The index of the first title after the names, numbers and lists under a closing heading.

    None where none follows.
    """
    written = [at for at in range(closing, end) if lines[at].text.strip()]
    texts = [lines[at].text for at in written]
    place = _behind_first_entry(lines, written)
    while place < len(written) and (used := _closing_lines(texts[place : place + CONTACT_LINES])):
        place += used
    # The last lines before the next part are the letterhead of that one.
    if place >= len(written) or (end < len(lines) and len(written) - place <= NEXT_HEAD):
        return None
    return written[place] if _is_title(lines, written[place]) else None


def _behind_first_entry(lines: Sequence[Line], written: Sequence[int]) -> int:
    """The place behind what stands close under a closing heading and belongs to it: a name, or the first document."""
    place = 1
    while place < len(written):
        # one empty line below the heading itself is no gap yet
        close = 2 if place == 1 and not lines[written[0] + 1].text else 1
        if written[place] - written[place - 1] != close:
            break
        place += 1
    return place


def _closing_lines(texts: Sequence[str]) -> int:
    """How many of the lines at a place belong to a closing heading: a contact with its details, or one entry."""
    details = next((n for n, text in enumerate(texts) if CONTACT_DETAIL.search(text)), None)
    # "Jo Ash" over "Director of Place" over "01234 567890": the lines up to the number are one contact.
    if details is not None and all(len(text) <= MAX_HEADING for text in texts[: details + 1]):
        return details + 1
    text = texts[0]
    entry = CONTACT_LABEL.match(text) or CLOSING_ENTRY.match(text)
    return 1 if entry or (POST.search(text) and len(text) <= MAX_HEADING) else 0


def _is_title(lines: Sequence[Line], at: int) -> bool:
    """True where a line can be the title of something: short, no sentence, under a blank line or at the top of a
    page.
    """
    line = lines[at]
    text = line.text.strip(" *#")
    if len(text) > 1.5 * MAX_HEADING or IS_PROSE.search(text) or REPORT_GOES_ON.match(text) or "\t" in text:
        return False
    if line.page is None:
        return not lines[at - 1].text
    above = [entry for entry in lines[max(0, at - 12) : at] if entry.page == line.page and entry.text.strip()]
    return len(above) < TITLE_ON_TOP
