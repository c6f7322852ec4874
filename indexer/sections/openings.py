"""Where minutes open: an attendance list, a title with a date, a body and its day, a hearing on the page of an item."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from indexer.forms.dates import find_dates
from indexer.reading.lines import Line
from indexer.sections.boundaries import MAX_HEADING, Head, SectionKind, heading_above, written_on
from indexer.sections.manner import likely_kind

# How far above an attendance list its heading can begin (written lines).
MINUTES_HEAD = 14
# The title of minutes runs over this many written lines behind its first: whose meeting, of what kind, when.
TITLE_LINES = 5
# So many lines behind a title show in what manner it goes on, and how sure that must be.
MANNER_LINES = 80
SURE = 0.6
# Who was there stands this many written lines below the title of minutes.
PEOPLE_WITHIN = 12
# Signals that add up to this open minutes.
ENOUGH = 4.0
HEARING_WEIGHT = 6.0

PRESENT = re.compile(
    r"^[\s*#]*(?:[^|/\n]{3,40} [|/] \s*)?(?:(?:the )?(?:other |board |committee |elected )?(?:(?:members?|councillors?|"
    r"those|"
    r"also)\s*)?present(?: were| at the meeting)?|"
    r"attendance|attendees|members in attendance|in attendance|sederunt|(?:\d{1,2}\W+)?roll "
    r"call)\b\s*(?:\([^)]*\))?\s*[:\-–*]*(?:\s|$)",
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
    r"^[^.;:]{3,80}\b(?:meeting|session|council|committee|board|commission|panel)(?: [-–:])? minutes\W*$|^[\s*#]*(?:a|"
    r"the|at a) meeting of (?:the )?[A-Z].*\bheld\b",
    re.I,
)
# "PLAYGROUND PANEL - 7 June 2031": minutes of another body inside a pack; "Meeting: 07/06/2031 - Cabinet (Item 4)": a
# hearing on the page of an item
_BODY_AND_DAY = re.compile(
    r"^\W*(?:[A-Z][\w’'&-]*[ ,]+(?:(?:and|of|for|the|on)[ ]+)*){1,8}?[-–—]\s+(?:(?:mon|tues|wednes|thurs|fri|satur|"
    r"sun)day,?\s+)?(?i:\d{1,2}(?:st|nd|rd|th)?\s+\w+,?\s+\d{4})\W*$"
)
_HEARING = re.compile(r"^\W*meeting\s*:\W*\d{1,2}/\d{1,2}/\d{4}\s*[-–]\s*\w", re.I)
_CONFIRMED = re.compile(r"\b(?:agreed|approved|confirmed|signed|accepted|adopted|received|correct|true)\b", re.I)
# "The City Council met in session on this date at 9.30 a.m.": who was there is told in a sentence
_MET = re.compile(r"^\W*(?:the )?(?:[A-Z][\w’'-]* ){0,5}(?:Council|Board|Commission|Committee) met (?:in|on|at|this)\b")
# The label between what an agenda said of an item and what was minuted of it
_MINUTED = re.compile(r"^\W*(?:Minutes|Decision):\W*$")
_BUSINESS = re.compile(
    r"^[\s*#]*(?:(?:item )?[A-Z]{0,6}[ ./-]?\d[\d./-]{0,30}[.:)]{0,9}\s{0,40})?(?:[^|/\n]{3,40} [|/] "
    r")?(?:.{0,120}\b(?:moved|proposed) by\b.{3,80}\bseconded|"
    r"(?:council )?resolution (?:number|no)\b|apologies|declarations?|resolved|decisions?\b|welcome|minutes of|"
    r"item\s+key|present|"
    r"agreed|call(?:ed)? to order|roll call|pledge of|approval of|adoption of|confirmation of|motion\b|moved\b|"
    r"adjournment|public comments?|(?:new|old|unfinished) business|"
    r"the (?:[\w-]+ ){0,3}(?:committee|board|council|cabinet|panel) (?:resolved|agreed)\b)",
    re.I,
)


def minutes(lines: Sequence[Line], pages: Sequence[int]) -> Iterator[Head]:
    """Minutes: an attendance list under a heading with a date, or a title that the manner of what follows bears out."""
    last, days = -100, set[date]()
    for at, line in enumerate(lines):
        if _HEARING.match(line.text):
            if _heard(lines, at):
                yield Head(at, SectionKind.MINUTES, HEARING_WEIGHT)
                last, days = at, {found.day for found in find_dates(line.text)}
            continue
        present = _names_people(line.text)
        if not present and not _titled(lines, at):
            continue
        if at - last < 3 * MINUTES_HEAD and not _done_since(lines, last, at):
            last = at if present else last
            continue
        start = heading_above(lines, at, MINUTES_HEAD, pages[at] if line.page is not None else 0)
        below = list(written_on(lines, at + 1, 3 if present else TITLE_LINES))
        head = [entry.text for entry in lines[start : at + 1]]
        named = {found.day for found in find_dates(" ".join([*head, *below]))}
        if not named or (not present and _of_open_minutes(lines, at, named, days)):
            continue
        weight = _weight(lines, at, head, present)
        if weight >= ENOUGH and not any("(pages" in part.lower() for part in [*head, *below]):
            yield Head(start, SectionKind.MINUTES, weight)
            last, days = at, named


def _names_people(text: str) -> bool:
    """True for a line that opens the list of who was there, or says who took the chair."""
    return bool(PRESENT.match(text) or (_IN_CHAIR.search(text) and len(text) < MAX_HEADING) or _MET.match(text))


def _titled(lines: Sequence[Line], at: int) -> bool:
    """True for a line that can be the title of minutes, and is not the title of an item in some."""
    text = lines[at].text
    titled = _MINUTES_TITLE.search(text) or _BODY_AND_DAY.match(text)
    return bool(titled) and len(text) < 2 * MAX_HEADING and not _MINUTED.match(text) and not _under_number(lines, at)


def _heard(lines: Sequence[Line], at: int) -> bool:
    """True where what a page tells of a hearing was minuted, and does not only stand on its agenda."""
    until = next((i for i in range(at + 1, len(lines)) if _HEARING.match(lines[i].text)), len(lines))
    return any(_MINUTED.match(line.text) for line in lines[at:until]) or _told(lines[at:until])


def _told(lines: Sequence[Line]) -> bool:
    """True for lines that are surely written like minutes."""
    kind, share = likely_kind(lines[:MANNER_LINES])
    return kind is SectionKind.MINUTES and share >= SURE


def _of_open_minutes(lines: Sequence[Line], at: int, named: set[date], days: set[date]) -> bool:
    """True for a title that minutes which are open print themselves: their running head, the approval of earlier ones."""
    if named <= days or _BODY_AND_DAY.match(lines[at].text):
        return named <= days
    people = any(PRESENT.match(text) for text in written_on(lines, at + 1, PEOPLE_WITHIN))
    return bool(days) and max(named) < min(days) and not people


def _weight(lines: Sequence[Line], at: int, head: Sequence[str], present: bool) -> float:
    """What the signals around a line that may open minutes add up to; a date is always among them."""
    business = sum(bool(_BUSINESS.match(part)) for part in written_on(lines, at + 1, 60))
    says_minutes = any(_MINUTES_WORD.search(part) for part in head)
    told = not present and _told(lines[at:])
    return 2.0 * present + 1.5 + 1.5 * says_minutes + min(business, 3) * 0.5 + 2.0 * told


def _under_number(lines: Sequence[Line], at: int) -> bool:
    """True for a line right under a number alone on its own: the title of an item, not of minutes."""
    above = next((line.text for line in reversed(lines[max(0, at - 3) : at]) if line.text.strip()), "")
    return re.fullmatch(r"\W*[A-Z]{0,5}[ ./-]?\d{1,4}(?:/\d{1,4})?[.)]?\W*", above) is not None


def _done_since(lines: Sequence[Line], last: int, at: int) -> bool:
    """True where business was done between two attendance lists, so that the second opens minutes of its own."""
    return sum(bool(_BUSINESS.match(line.text) and not PRESENT.match(line.text)) for line in lines[last + 1 : at]) >= 2
