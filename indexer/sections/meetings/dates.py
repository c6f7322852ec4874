"""The date of a meeting: every date at the head of a stretch is a candidate, and what stands beside it is its evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from indexer.forms.dates import FoundDate, day_without_year, find_dates

# A line longer than this without a full stop may run on into the next.
RUNS_ON = 30
# Words this many characters behind a date still say what the date is.
NEAR = 40
# Words this many characters before a date say so in a line that holds a whole paragraph.
BEFORE = 160
# A candidate must be worth more than this; on a report, where many a date is no meeting's, more than LABELLED.
LEAST = -2.0
LABELLED = 0.9
# A date loses this much for every line that it stands further down.
DEPTH_COST = 0.1
# A line of minutes that is more than this much longer than its date is text.
ONLY_DATE_WORTH = 3.0
OTHER_DATE_COST = 4.0
ITEM_DATE_COST = 4.0
SENTENCE_COST = 4.0


class Trust(IntEnum):
    """How far the head of a stretch can be trusted to name its own meeting."""

    NAME = 0  # only for the organisation: an appendix is full of other people's dates
    LABEL = 1  # a report: dates behind a label, or alone on a line
    HEADING = 2  # a front sheet: any date that fits
    MINUTES = 3  # minutes: their own heading, which calls itself minutes


@dataclass(frozen=True, slots=True)
class _Evidence:
    """What stands beside a date, and what it is worth for that date being the meeting's."""

    pattern: re.Pattern[str]
    worth: float


_FOR = (
    _Evidence(re.compile(r"\b(?:held|commenced|commencing|convened)\b", re.I), 3.0),
    _Evidence(re.compile(r"^\W*(?:date(?: of meeting)?|meeting date|to|on|at)\b[^a-z]*", re.I), 2.0),
    _Evidence(re.compile(r"\bmeeting\b", re.I), 1.0),
    _Evidence(
        re.compile(
            r"\b(?:board|committee|cabinet|council|panel|partnership|executive|forum|commission)\b[^.]{0,30}\d", re.I
        ),
        2.0,
    ),
    _Evidence(re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.I), 1.5),
    # "Meeting: 03/05/2031 - Harbour Board (Item 41)" on the page of an item
    _Evidence(re.compile(r"^\W*meeting\s*:\W*\d{1,2}/\d{1,2}/\d{4}", re.I), 4.0),
    _Evidence(re.compile(r"\bminutes (?:of|for|from|[-–])", re.I), 1.0),
    # "PLAYGROUND PANEL - 7 June 2031"
    _Evidence(re.compile(r"^\W*(?:[A-Z][\w’'&-]*,? (?:(?:and|of|for) )*){1,8}[-–—] (?:\w+day,? )?\d"), 2.0),
)
_AGAINST = (
    _Evidence(
        re.compile(r"\b(?:next|future|following|forthcoming) (?:\w+ ){0,2}?meetings?\b|\bmeetings? dates?\b", re.I),
        -8.0,
    ),
    _Evidence(
        re.compile(
            r"\bcopy of|\b(?:previous|last|preceding|earlier) (?:\w+ ){0,2}?meetings?\b|adjourned from\b|\bpathway\b",
            re.I,
        ),
        -6.0,
    ),
    _Evidence(
        re.compile(
            r"^\W*(?:item )?(?:no\.? ?)?\d{1,3}(?:[./]\d+)?[.)]?\s+\W*[A-Z][a-z]*.*\bmeeting|\bconfirm\b|"
            r"\(pages? \d",
            re.I,
        ),
        -6.0,
    ),
    # the approval of earlier minutes, which every meeting's own minutes record
    _Evidence(
        re.compile(
            r"\bminutes\b[^.]{0,120}\b(?:were|was|be|been|having been|are)\b[^.]{0,50}\b(?:agreed|approved|confirmed|"
            r"signed|accepted|adopted|"
            r"received|read|true|correct)|\b(?:approve|agree|receive|adopt|accept|sign)\b[^.]{0,60}\bminutes\b|"
            r"\bmatters arising\b",
            re.I,
        ),
        -8.0,
    ),
)
_PREVIOUS = _Evidence(re.compile(r"\bminutes?\b|\bactions?\b", re.I), -6.0)
# Words right before a date that make it another kind of date: published, until, opened on
_OTHER_DATE = re.compile(
    r"\b(?:publish\w*|despatch\w*|dispatch\w*|dated|deadline|issued|drafted|updated|printed|review\w*|born|open\w*|"
    r"clos\w*|"
    r"start\w*|begin\w*|end\w*|complet\w*|effect|effective|approved|adopted|agreed|signed|expir\w*|due|launch\w*|"
    r"appointed|elected|"
    r"since|by|until|before|after|from|(?<!meeting )of)\b(?: on)?[\s\w,:]{0,14}$",
    re.I,
)
# The date of minutes stands above their first item; below it they speak of other days.
_FIRST_ITEM = re.compile(r"^\W*(?:item )?\d{1,3}[.)](?:\s+\W*[A-Z]|\W*$)")
# Who was there stands between the two
_PEOPLE = re.compile(
    r"^\W*(?:members? |also )?(?:present|in attendance|attendance|apologies|attendees)\b|\bapologies (?:were|had)\b|"
    r"\battended\b",
    re.I,
)
# In the sentences of a report most days are not the meeting's, unless they say so.
_OF_A_MEETING = re.compile(r"\bmeetings?\b|\bheld\b", re.I)
_SENTENCE = re.compile(r"(?<![a-z])[a-z]{4,} [a-z]{3,} [a-z]{3,} ")
# A line that breaks off in the middle of a date: "Thursday, the 3rd", "held on", "3rd May"
_CUT = re.compile(
    r"(?:\b(?:mon|tues|wednes|thurs|fri|satur|sun)day,?(?: the)?|\b\d{1,2}(?:st|nd|rd|th)?(?: day)?(?: of)?|\bon(?: "
    r"the)?|"
    r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december),?|\btwo thousand(?: "
    r"and)?)\W*$",
    re.I,
)
# "Date", "Date of meeting:": the value stands on the next line
_LABEL_ALONE = re.compile(r"^\W*(?:(?:meeting )?date(?: of (?:the )?meeting)?|held on|when)\W*$", re.I)
_NEXT_ALONE = re.compile(r"^.{0,40}\b(?:next|future) (?:\w+ ){0,2}?meetings?\b.{0,20}$", re.I)


def date_of(head: Sequence[str], trust: Trust, years: Sequence[int] = ()) -> date | None:
    """The date of the meeting, chosen among the dates of a head by what stands beside them; None where none is good enough.

    `years` are those that the paper's name gives, for a heading that leaves the year out.
    """
    weights = (*_FOR, *_AGAINST, *(() if trust is Trust.MINUTES else (_PREVIOUS,)))
    begun = _begun(head) if trust is Trust.MINUTES else len(head)
    best: tuple[float, date | None] = (LABELLED if trust is Trust.LABEL else LEAST, None)
    for at, text in enumerate(head):
        before = _line_before(head, at)
        for found in _candidates(before, text, years):
            worth = _worth(before, text, found, weights) - at * DEPTH_COST - (ITEM_DATE_COST if at >= begun else 0)
            worth -= SENTENCE_COST if trust is Trust.LABEL and _of_another_day(before, text, found) else 0
            if worth > best[0]:
                best = (worth, found.day)
    return best[1]


def _begun(head: Sequence[str]) -> int:
    """Where the heading of minutes has ended: at their first item, or behind the first line on who was there."""
    return next(
        (at for at, text in enumerate(head) if _FIRST_ITEM.match(text) or (at and _PEOPLE.search(text))), len(head)
    )


def _line_before(head: Sequence[str], at: int) -> str:
    """The line above one, where the two belong together: a sentence that runs on, a date cut in two, a label alone."""
    above = head[at - 1] if at else ""
    if not above and at > 1:
        above = head[at - 2] if _LABEL_ALONE.match(head[at - 2]) or _CUT.search(head[at - 2]) else ""
    runs_on = len(above) > RUNS_ON and not above.endswith((".", ":"))
    return above if runs_on or _CUT.search(above) or _LABEL_ALONE.match(above) or _NEXT_ALONE.match(above) else ""


def _candidates(before: str, text: str, years: Sequence[int]) -> Iterator[FoundDate]:
    """The dates that end in a line, also where they begin in the line before; one without a year where there is no other."""
    found = [one for one in find_dates(f"{before} {text}".strip()) if one.end > len(before)]
    yield from found
    if (
        not found
        and years
        and (guess := day_without_year(f"{before} {text}".strip(), years))
        and guess.end > len(before)
    ):
        yield guess


def _worth(before: str, text: str, found: FoundDate, weights: Sequence[_Evidence]) -> float:
    """What the evidence beside a date adds up to."""
    whole = f"{before} {text}".strip()
    near = whole[max(0, found.start - BEFORE) if found.start > 2 * BEFORE else 0 : found.end + NEAR]
    worth = sum(evidence.worth for evidence in weights if evidence.pattern.search(near))
    worth -= OTHER_DATE_COST if _OTHER_DATE.search(whole[: found.start]) else 0
    line = whole if found.start < len(before) else text
    if len(line) - (found.end - found.start) <= NEAR and not _SENTENCE.search(line):
        worth += ONLY_DATE_WORTH
    return worth


def _of_another_day(before: str, text: str, found: FoundDate) -> bool:
    """True for a day in a sentence of a report that says nothing of a meeting: "be opened on 1 May"."""
    whole = f"{before} {text}".strip()
    return bool(_SENTENCE.search(whole[: found.start])) and not _OF_A_MEETING.search(whole[: found.end + NEAR])
