"""Which meeting a stretch of text belongs to: organisation, body, date, time, venue and chair, read off the text itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from corpus.papers import Meeting
from indexer.forms.dates import find_dates
from indexer.forms.names import body_in, governed_in, organisations_in, tidy_body

# Lines of a stretch that are its head, where the meeting is named.
HEAD_LINES = 45
# What stands further along a line than this is text.
HEAD_CHARACTERS = 500
# The names of further organisations (members, partners) stand below the head: counted, with less weight.
VOTING_LINES = 160
# A mention in a heading weighs as much as this many in a sentence.
HEADING_WEIGHT = 12
# A council named by its place alone stands within this many lines from the top.
GOVERNED_LINES = 8
# Named only once in a sentence, an organisation may be anybody's.
MIN_MENTIONS = 4
COUNCIL = 2
# An organisation must be named this many times as often as the next to be taken for the one whose meeting it is.
CLEAR_LEAD = 1.6

_TIME = re.compile(
    r"\b(\d{1,2}(?:[.:]\d\d)?\s?(?:[ap]\.m\.|[ap]m\b|noon)|\d{1,2}[.:]\d\d\s?(?:hours|hrs)|12 noon)", re.I
)
_VENUE_LABEL = re.compile(r"^\W*(?:venue|location|place)\W+(\w.*)", re.I)
_VENUE_PHRASE = re.compile(
    r"\b(?:held|commenced|in|at)\s(?:[^.]{0,40}?\s)?(?:in|at)?\s?(?:the\s)?((?:[A-Z][\w’'-]*[ ,]+){0,6}"
    r"(?:Room|Chamber|Chambers|Hall|Offices?|Centre|House|Suite|Building|Guildhall|"
    r"Library)\b(?:\s\w\b)?(?:,[^.:;()]{3,80})?)"
)
_CHAIR = [
    # "Councillor A Smith (Chair)", "Mr R Brown (Chairman)"
    re.compile(
        r"((?:Councillor|Cllr\.?|Mr|Mrs|Ms|Miss|Dr|Prof(?:essor)?|Sir|Dame|Baroness|"
        r"Lord)?\.?\s?[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,4})[,\s]*\((?:in the |co-?)?chair(?:man|person|"
        r"woman)?\)",
        re.I,
    ),
    # "The Cathaoirleach, Cllr. H. Byrne, was in the Chair", "Councillor Byrne presided"
    re.compile(
        r"((?:Councillor|Cllr\.?)\s[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,4}),?\s(?:was in the chair|"
        r"in the chair|presided|presiding)",
        re.I,
    ),
]

# What stands in a line beside the date of the meeting, with what it is worth; a line that is only a date is best.
_FOR = [
    (re.compile(r"\b(?:held|commenced|commencing|convened)\b", re.I), 3.0),
    (re.compile(r"^\W*(?:date(?: of meeting)?|meeting date|to|on|at)\b[^a-z]*", re.I), 2.0),
    (re.compile(r"\bmeeting\b", re.I), 1.0),
    (
        re.compile(
            r"\b(?:board|committee|cabinet|council|panel|partnership|executive|forum|commission)\b[^.]{0,30}\d", re.I
        ),
        2.0,
    ),
    (re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.I), 1.5),
]
_AGAINST = [
    (re.compile(r"\b(?:next|future|following|forthcoming) meetings?\b|\bmeetings? dates?\b", re.I), -8.0),
    (re.compile(r"\bcopy of|previous|last meeting|adjourned from\b|\bpathway\b", re.I), -4.0),
    (
        re.compile(
            r"^\W*(?:item )?(?:no\.? ?)?\d{1,3}(?:[./]\d+)?[.)]?\s+\W*[A-Z][a-z]*.*\bmeeting|\bconfirm\b|"
            r"\(pages? \d",
            re.I,
        ),
        -6.0,
    ),
]
# Words right before a date that make it another kind of date: published, until, from
_OTHER_DATE = re.compile(
    r"\b(?:publish\w*|despatch\w*|dispatch\w*|dated|deadline|issued|drafted|updated|printed|review|born|"
    r"since|by|until|before|after|from|of)\b[\s\w,:]{0,14}$",
    re.I,
)
OTHER_DATE_COST = 4.0
# In the sentences of a report most days are not the meeting's, unless they say so.
_OF_A_MEETING = re.compile(r"\bmeetings?\b|\bheld\b", re.I)
SENTENCE_COST = 4.0
# The date of minutes stands above their first item; below it they speak of other days.
_FIRST_ITEM = re.compile(r"^\W*(?:item )?\d{1,3}[.)](?:\s+\W*[A-Z]|\W*$)")
ITEM_DATE_COST = 4.0
_PREVIOUS = (re.compile(r"\bminutes?\b|\bactions?\b", re.I), -6.0)
ONLY_DATE_WORTH = 3.0
# What a date must be worth on a report, where many a date is no meeting's.
LABELLED = 0.9
# A date loses this much for every line that it stands further down.
DEPTH_COST = 0.1
# Words this many characters behind a date still say what the date is.
NEAR = 40
# A line longer than this without a full stop may run on into the next.
RUNS_ON = 30
_LABEL = re.compile(r"^\W*\w[\w ]{0,20}:")
_SENTENCE = re.compile(r"[a-z]{4,} [a-z]{3,} [a-z]{3,} ")


_THERE = re.compile(r"^\W*(?:members? |councillors? |also )?present\b|^\W*in attendance\b", re.I)


class Trust(IntEnum):
    """How far the head of a stretch can be trusted to name its own meeting."""

    NAME = 0  # only for the organisation: an appendix is full of other people's dates
    LABEL = 1  # a report: dates behind a label, or alone on a line
    HEADING = 2  # a front sheet: any date that fits
    MINUTES = 3  # minutes: their own heading, which calls itself minutes


@dataclass(frozen=True, slots=True)
class Finding:
    """A meeting as the text gives it."""

    meeting: Meeting
    shared: bool = False  # two organisations are named about equally often: the body is nobody's alone


def find_meeting(texts: Sequence[str], *, trust: Trust = Trust.HEADING) -> Finding:
    """The meeting named at the head of a stretch; for minutes the one recorded, else the one the papers are for.

    What the text does not say stays empty: `indexer.linking.missing_meetings` may fill it from the papers beside this one.
    """
    head = [text.strip()[:HEAD_CHARACTERS] for text in texts[:HEAD_LINES]]
    organisation, shared = _organisation_of(
        head, [text.strip()[: 4 * HEAD_CHARACTERS] for text in texts[:VOTING_LINES]], trust
    )
    if trust is Trust.NAME:
        return Finding(Meeting(organisation=organisation), shared)
    named = [body_in(text, joined) for text, joined in zip(head, _joined(head), strict=True)]
    # the title of minutes stands above who was there
    there = (
        next((at for at, text in enumerate(head) if _THERE.match(text)), len(head))
        if trust is Trust.MINUTES
        else len(head)
    )
    bodies = [name for name in named[:there] if name] or [name for name in named if name]
    own = next(
        (name for name in bodies if not organisation or not name.endswith(organisation)), bodies[0] if bodies else ""
    )
    meeting = Meeting(
        organisation=organisation,
        body=tidy_body(own, organisation),
        held_on=_date_of(head, trust),
        time=_first(_TIME, head),
        venue=_venue_of(head),
        chair=next((name for pattern in _CHAIR if (name := _first(pattern, head))), ""),
    )
    return Finding(meeting, shared)


def _joined(head: Sequence[str]) -> Iterator[str]:
    """Each line of a head alone or, where it is a sentence that runs on, with the line after it."""
    for text, after in zip(head, [*head[1:], ""], strict=True):
        runs_on = bool(after) and len(text) > RUNS_ON and not text.endswith((".", ":")) and not _LABEL.match(after)
        yield f"{text} {after}" if runs_on else text


def _date_of(head: Sequence[str], trust: Trust) -> date | None:
    """The date of the meeting, chosen among the dates of a head by what stands beside them."""
    weights = [*_FOR, *_AGAINST, *([] if trust is Trust.MINUTES else [_PREVIOUS])]
    begun = (
        next((at for at, text in enumerate(head) if _FIRST_ITEM.match(text)), len(head))
        if trust is Trust.MINUTES
        else len(head)
    )
    best: tuple[float, date | None] = (LABELLED if trust is Trust.LABEL else -2.0, None)
    for at, text in enumerate(head):
        before = head[at - 1] if at and len(head[at - 1]) > RUNS_ON and not head[at - 1].endswith((".", ":")) else ""
        for found in find_dates(f"{before} {text}".strip()):
            if found.end <= len(before):
                continue
            whole = f"{before} {text}".strip()
            near = whole[: found.end + NEAR]
            worth = sum(worth for pattern, worth in weights if pattern.search(near)) - at * DEPTH_COST
            worth -= ITEM_DATE_COST if at >= begun else 0
            worth -= OTHER_DATE_COST if _OTHER_DATE.search(whole[: found.start]) else 0
            line = whole if found.start < len(before) else text
            if len(line) - (found.end - found.start) <= NEAR and not _SENTENCE.search(line):
                worth += ONLY_DATE_WORTH
            if trust is Trust.LABEL and _SENTENCE.search(whole[: found.start]):
                worth -= 0 if _OF_A_MEETING.search(near) else SENTENCE_COST  # "be opened on 1 May": some other day
            if worth > best[0]:
                best = (worth, found.day)
    return best[1]


def _organisation_of(head: Sequence[str], texts: Sequence[str], trust: Trust) -> tuple[str, bool]:
    """The organisation that a stretch names clearly more often than any other, or "" and whether two are about equal."""
    votes: Counter[str] = Counter()
    for text in texts:
        for name in organisations_in(text):
            votes[name] += _mention(name)
    for text in head[:12]:
        names = list(organisations_in(text))
        if names and len(text) <= len(names[0]) + 25:
            votes[names[0]] += HEADING_WEIGHT
    ranked = votes.most_common(2)
    if not ranked or ranked[0][1] < (COUNCIL if trust in (Trust.HEADING, Trust.MINUTES) else MIN_MENTIONS):
        titles = head[:GOVERNED_LINES] if trust is Trust.MINUTES else ()
        return next(filter(None, map(governed_in, titles)), ""), False
    if len(ranked) == 2 and ranked[0][1] < CLEAR_LEAD * ranked[1][1]:
        return "", True
    return ranked[0][0], False


def _mention(name: str) -> int:
    """What one mention of an organisation is worth: a council's meeting is more likely than a partner's."""
    return COUNCIL if name.endswith("Council") else 1


def _first(pattern: re.Pattern[str], head: Sequence[str]) -> str:
    """The first match of a pattern in a head, stripped; "" where there is none."""
    return next((match[1].strip(" ,") for text in head if (match := pattern.search(text))), "")


def _venue_of(head: Sequence[str]) -> str:
    """Where the meeting is held: a labelled line, or a phrase that ends in a room or building."""
    labelled = _first(_VENUE_LABEL, head)
    named = labelled or next((m[1] for text in _joined(head[:25]) if (m := _VENUE_PHRASE.search(text))), "")
    return re.split(r",? (?:on|commencing) (?=\w+day\b|\d)", named)[0].strip(" ,*")
