"""Where the frame of a pack begins: its front sheet, minutes, reports, and the stamps that number its items."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from indexer.forms.dates import find_dates
from indexer.reading.lines import Line
from indexer.sections.boundaries import AGENDA_OPENING, MAX_HEADING, Head, SectionKind, heading_above, written_on

# How far above an attendance list, the labels of a report or a stamp its heading can begin (written lines).
MINUTES_HEAD = 14
REPORT_HEAD = 8
STAMP_HEAD = 5
# Labels of a report stand within this many written lines of each other.
LABELS_WITHIN = 14
# The title of minutes runs over this many written lines behind its first: whose meeting, of what kind, when.
TITLE_LINES = 5
# The lines at the top of a file in which its own title stands.
TOP_LINES = 8

_PRESENT = re.compile(
    r"^[\s*#]*(?:[^|/\n]{3,40} [|/] )?(?:(?:the )?(?:other |board |committee |elected )?(?:members?|councillors?|those|"
    r"also)?\s*present(?: were| at the meeting)?|"
    r"attendance|attendees|members in attendance|in attendance|sederunt|(?:\d{1,2}\W+)?roll call)\b\s*(?:\([^)]*\))?\s*[:\-–*]*(?:\s|$)",
    re.I,
)
_IN_CHAIR = re.compile(
    r"\b(?:was|were) in the chair\b|\bpresided\b|\bin the chair\b|\b(?:meeting|council|board) to order\b", re.I
)
_MINUTES_WORD = re.compile(r"\bminutes?\b|\bmiontuairisc", re.I)
_MINUTES_TITLE = re.compile(
    r"^[\s*#]*(?:draft |unconfirmed |printed |public )?minutes?(?: and decision record)?(?: of| from|"
    r"\s*[-–:]|\s*\**$)|"
    r"\bminutes and decision record\b|^[\s*#]*agenda and minutes\W*$|\bminute of (?:the )?meeting of (?:the )?[A-Z]|"
    r"^[^.;:]{3,80}\b(?:meeting|session|council|committee|board|commission) minutes\W*$|^[\s*#]*(?:a|the|at a) meeting of (?:the )?[A-Z].*\bheld\b",
    re.I,
)
# "The City Council met in session on this date at 9.30 a.m.": who was there is told in a sentence
_MET = re.compile(r"^\W*(?:the )?(?:[A-Z][\w’'-]* ){0,5}(?:Council|Board|Commission|Committee) met (?:in|on|at|this)\b")
# The label between what an agenda said of an item and what was minuted of it
_MINUTED = re.compile(r"^\W*Minutes:\W*$")
_BUSINESS = re.compile(
    r"^[\s*#]*(?:(?:item )?[A-Z]{0,6}[ ./-]?\d[\d./-]*[.:)]*\s*)?(?:[^|/\n]{3,40} [|/] )?(?:.{0,120}\b(?:moved|proposed) by\b.{3,80}\bseconded|"
    r"(?:council )?resolution (?:number|no)\b|apologies|declarations?|resolved|decisions?\b|welcome|minutes of|item\s+key|present|"
    r"agreed|call(?:ed)? to order|roll call|pledge of|approval of|adoption of|confirmation of|motion\b|moved\b|adjournment|public comments?|(?:new|old|unfinished) business|"
    r"the (?:[\w-]+ ){0,3}(?:committee|board|council|cabinet|panel) (?:resolved|agreed)\b)",
    re.I,
)
# The head of an agenda laid out as a table: "No Item Lead Time"
_AGENDA_HEAD = re.compile(
    r"^\W*(?:no\.?|(?:agenda )?item)\b(?:[\t ]+(?:no\.?|item|subject|title|lead(?: officer)?|presenter|time|"
    r"pages?(?: no\.?)?|report[\w/ ]*|paper|purpose|owner)\b)+\W*$",
    re.I,
)
_AGENDA = re.compile(
    r"^[\s*#]*(?:supplementary |supplemental |public |late )*agenda(?: and papers| papers)?[\s*]*$|"
    r"^dear (?:member|councillor|colleague)|^[\s*#]*supplement(?:ary)?(?: (?:agenda|papers?|pack|"
    r"no\.?))*\s*\w{0,3}[\s*]*$",
    re.I,
)
# "HARBOUR COMMITTEE AGENDA": at the top of a file only, elsewhere it may be a line of text
_NAMED_AGENDA = re.compile(r"^[\s*#]*(?:[A-Z][\w’'&]*(?: and| of| for| the)?[ –-]+){1,10}agenda[\s*]*$", re.I)
_DECIDED = re.compile(
    r"^\W*(?:(?:AND )?(?:RESOLVED|ORDERED|AGREED)|Decision\b(?! (?:no\.? ?)?\d)|(?:Proposed|Seconded) by\b|"
    r"(?i:motion (?:by|carried|passed)|moved(?: by|:))|(?i:carried)\W*$)"
)
_STAMP = re.compile(r"^\W*agenda item(?: no\.?)?:?\s+(\d{1,3}[a-z]?(?:\.\d{1,2})?)\W*$", re.I)
_ITEM_LABEL = re.compile(r"(?:^|\t)\W*(?:agenda )?item(?: no\.?)?\s*[:.]?\s*(\d{1,3}(?:\.\d{1,2})?)\W*$", re.I)
_STRONG_LABEL = re.compile(
    r"^\W*(?:joint )?(?:report(?: of(?: the)?| by| from)?\s*:|report titles?\b|report authors?\b(?!\W*$|\W*contact)|"
    r"subject(?: matter)?\s*:|from\s*:|by\s*:|author\s*:|report to\s*:)",
    re.I,
)
_LABEL = re.compile(
    r"^\W*(?:to\s*:|report (?:of|to|by|from|title|author|date)|subject|date\s*:|meeting\s*:|"
    r"decision (?:no|number|type)|classification|wards?\b[^.]*(?:affected|:)|"
    r"electoral divisions?|lead (?:officer|member)|cabinet member|portfolio|accountable|key decision|"
    r"past pathway|future pathway|summary\s*:|executive summary|"
    r"purpose of (?:the )?(?:report|item)|recommendations?\b\W*(?:\(s\))?\W*:?$|contact officer|"
    r"this report is|status\s*:|title\s*:|agenda\s*:|author|"
    r"contributors|exempt|1\.?\s+(?:purpose|introduction|summary|recommendations?|executive summary|"
    r"type of decision))",
    re.I,
)
_REPORT_OF = re.compile(r"^\W*(?i:(?:joint )?report (?:of|by|from) (?:the )?)[A-Z]")


def front_sheets(lines: Sequence[Line], pages: Sequence[int]) -> Iterator[Head]:
    """Front sheets: the word "Agenda" over, or two of, the items with which every agenda opens."""
    found = -1000
    for at, line in enumerate(lines):
        if at - found < 200:
            continue
        on_top = at < TOP_LINES and _NAMED_AGENDA.match(line.text)
        titled = _AGENDA.match(line.text) or _AGENDA_HEAD.match(line.text) or on_top
        if not titled and not AGENDA_OPENING.match(line.text):
            continue
        ahead = [entry.text for entry in lines[at : at + 60] if entry.page == line.page]
        if titled:  # minutes may follow close behind a short agenda
            ahead = list(takewhile(lambda text: not _PRESENT.match(text), ahead))
        above = [entry.text for entry in lines[max(0, at - 30) : at] if entry.page == line.page]
        openings = sum(bool(AGENDA_OPENING.match(text)) for text in ahead)
        decided = any(_DECIDED.match(text) for text in ahead[:25]) or (
            not titled and any(_PRESENT.match(text) or _DECIDED.match(text) for text in [*above, *ahead])
        )
        discussed = any(len(text) > 300 for text in ahead[:25])
        if (titled or openings >= 2) and not (decided or (discussed and not titled)):
            start = pages[at] if line.page is not None else (0 if at < 80 else heading_above(lines, at, 6, 0))
            yield Head(start, SectionKind.FRONT_SHEET, 3.0 + min(openings, 3))
            found = at


def minutes(lines: Sequence[Line], pages: Sequence[int]) -> Iterator[Head]:
    """Minutes: an attendance list under a heading with a date, or a title "Minutes of the meeting ... held on"."""
    last = -100
    for at, line in enumerate(lines):
        text = line.text
        present = _PRESENT.match(text) or (_IN_CHAIR.search(text) and len(text) < MAX_HEADING) or _MET.match(text)
        if not present and not (_MINUTES_TITLE.search(text) and len(text) < 2 * MAX_HEADING):
            continue
        if _MINUTED.match(text) or (not present and _under_number(lines, at)):
            continue
        if at - last < 3 * MINUTES_HEAD and not _done_since(lines, last, at):
            last = at if present else last
            continue
        floor = pages[at] if line.page is not None else 0
        start = heading_above(lines, at, MINUTES_HEAD, floor)
        head = [entry.text for entry in lines[start : at + 1]] + list(
            written_on(lines, at + 1, 3 if present else TITLE_LINES)
        )
        dated = bool(find_dates(" ".join(head)))
        says_minutes = any(_MINUTES_WORD.search(part) for part in head[: at - start + 1])
        business = sum(bool(_BUSINESS.match(part)) for part in written_on(lines, at + 1, 60))
        weight = 2.0 * bool(present) + 1.5 * dated + 1.5 * says_minutes + min(business, 3) * 0.5
        if weight >= 4 and dated and not any("(pages" in part.lower() for part in head):
            yield Head(start, SectionKind.MINUTES, weight)
            last = at


def _under_number(lines: Sequence[Line], at: int) -> bool:
    """True for a line right under a number alone on its own: the title of an item, not of minutes."""
    above = next((line.text for line in reversed(lines[max(0, at - 3) : at]) if line.text.strip()), "")
    return re.fullmatch(r"\W*[A-Z]{0,5}[ ./-]?\d{1,4}(?:/\d{1,4})?[.)]?\W*", above) is not None


def _done_since(lines: Sequence[Line], last: int, at: int) -> bool:
    """True where business was done between two attendance lists, so that the second opens minutes of its own."""
    return sum(bool(_BUSINESS.match(line.text) and not _PRESENT.match(line.text)) for line in lines[last + 1 : at]) >= 2


def reports(lines: Sequence[Line], pages: Sequence[int]) -> Iterator[Head]:
    """Reports: two labels or more of the usual front page, one of them a strong one."""
    last = -100
    for at, line in enumerate(lines):
        strong = _STRONG_LABEL.match(line.text) or (_REPORT_OF.match(line.text) and len(line.text) < 2 * MAX_HEADING)
        turned = line.page is not None and last >= 0 and pages[at] > pages[last]
        if not strong or (at - last < 2 * LABELS_WITHIN and not turned):
            continue
        near = list(written_on(lines, at + 1, LABELS_WITHIN))
        labels = sum(bool(_LABEL.match(text) or _STRONG_LABEL.match(text)) for text in near)
        floor = pages[at] if line.page is not None else 0
        start = heading_above(lines, at, REPORT_HEAD, floor)
        head = [entry.text for entry in lines[start:at]]
        dated = any(find_dates(text) for text in [*head, line.text, *near[:6]])
        on_top = line.page is not None and at - pages[at] <= REPORT_HEAD // 2
        weight = 1.5 + min(labels, 4) * 0.8 + 0.7 * dated + 0.8 * on_top
        if weight >= 3:
            item = next((m[1] for text in head if (m := _ITEM_LABEL.search(text))), "")
            yield Head(start, SectionKind.REPORT, weight, item)
            last = at


def stamps(lines: Sequence[Line], pages: Sequence[int]) -> Iterator[Head]:
    """Stamps "Agenda Item 6": the page opens the papers of that item, whatever their kind."""
    for at, line in enumerate(lines):
        if match := _STAMP.match(line.text):
            start = pages[at] if line.page is not None else heading_above(lines, at, STAMP_HEAD, 0)
            yield Head(start, SectionKind.UNKNOWN, 2.0, match[1])
