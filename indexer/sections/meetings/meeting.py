"""Which meeting a stretch of text belongs to: organisation, body, date, time, venue and chair, read off the text
itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.papers import Meeting
from indexer.forms.form import Form
from indexer.forms.names import tidy_body
from indexer.forms.papers.meeting_heads import (
    BEHIND_PLACE,
    CHAIR,
    CLOCK,
    DECIDED_ON,
    LABEL_WITH_COLON,
    MARGIN_NUMBER,
    MENU_LINE,
    TITLE_WORD,
    VENUE_LABEL,
    VENUE_PHRASE,
    YOU_ARE_HERE,
    body_of_something,
)
from indexer.sections.meetings.dates import RUNS_ON, Trust, date_of
from indexer.sections.meetings.whose import body_of, letterhead, organisation_of

__all__ = ["Finding", "Trust", "find_meeting"]

# Lines of a stretch that are its head, where the meeting is named.
HEAD_LINES = 45
# What stands further along a line than this is text.
HEAD_CHARACTERS = 500
# The running head of minutes in a text without pages stands within this many lines.
RUNNING_LINES = 160
MAX_TITLE = 120

# The longest menu of a web page, in lines, and what ends it
MENU_LINES = 200
MARGIN_SHARE = 0.8


@dataclass(frozen=True, slots=True)
class Finding:
    """A meeting as the text gives it."""

    meeting: Meeting
    shared: bool = False  # two organisations are named about equally often: the body is nobody's alone


def find_meeting(texts: Sequence[str], *, trust: Trust = Trust.HEADING, years: Sequence[int] = ()) -> Finding:
    """The meeting named at the head of a stretch; for minutes the one recorded, else the one the papers are for.

    `years` are those in the name of the paper, for a date whose year is left out. What the text does not say stays
    empty: `indexer.linking.missing_meetings` may fill it from the papers beside this one.
    """
    texts = _without_margin_numbers(texts)
    head = [text.strip()[:HEAD_CHARACTERS] for text in _without_menu(texts)[:HEAD_LINES]]
    if trust is Trust.LABEL:  # the page of a decision says at its end when it was taken
        head = [text.strip() for text in texts if DECIDED_ON.match(text)] + head
    zone = letterhead(head, trust)
    organisation, shared = organisation_of(zone, trust)
    if trust is Trust.NAME:
        return Finding(Meeting(organisation=organisation), shared)
    meeting = Meeting(
        organisation=organisation,
        body=tidy_body(_full_name(body_of(zone, list(_joined(zone)), organisation, trust), texts), organisation),
        held_on=date_of(head, trust, years),
        time=_first(CLOCK, head),
        venue=_venue_of(head),
        chair=next((name for pattern in CHAIR if (name := _first(pattern, head))), ""),
    )
    return Finding(meeting, shared)


def _without_margin_numbers(texts: Sequence[str]) -> Sequence[str]:
    """The lines without the numbers 1, 2, 3 in their margin, where nearly every line at the top has one."""
    top = [text for text in texts[:HEAD_LINES] if text.strip()]
    numbers = [int(match[1]) for text in top if (match := MARGIN_NUMBER.match(text))]
    counted = len(numbers) >= MARGIN_SHARE * len(top) and len(numbers) > 2 and numbers == sorted(set(numbers))
    return [MARGIN_NUMBER.sub("", text) for text in texts] if counted else texts


def _without_menu(texts: Sequence[str]) -> Sequence[str]:
    """The lines of a saved web page without its menu, which stands over the place of the page in its site."""
    here = next((at for at, text in enumerate(texts[:MENU_LINES]) if YOU_ARE_HERE.match(text)), None)
    if here is None:
        return texts
    kept = [text for text in texts[:here] if text.strip() and not MENU_LINE.match(text)]
    return [*kept, *(text for text in texts[here + 1 :] if text.strip())]


def _full_name(body: str, texts: Sequence[str]) -> str:
    """A body that a letterhead calls by one word, by the name that a running head or a title gives it: "Board of
    Trustees".
    """
    if " " in body or not body:
        return body
    titles = (text for text in texts[:RUNNING_LINES] if len(text) < MAX_TITLE and TITLE_WORD.search(text))
    named = (match[1] for text in titles if (match := body_of_something(body).search(text)))
    return next(named, body)


def _joined(head: Sequence[str]) -> Iterator[str]:
    """Each line of a head alone or, where it is a sentence that runs on, with the line after it."""
    for text, after in pairwise((*head, "")):
        runs_on = (
            bool(after) and len(text) > RUNS_ON and not text.endswith((".", ":")) and not LABEL_WITH_COLON.match(after)
        )
        yield f"{text} {after}" if runs_on else text


def _first(pattern: Form, head: Sequence[str]) -> str:
    """The first match of a pattern in a head, stripped; "" where there is none."""
    return next((match[1].strip(" ,") for text in head if (match := pattern.search(text))), "")


def _venue_of(head: Sequence[str]) -> str:
    """Where the meeting takes place: a labelled line, or a phrase that ends in a room or building."""
    labelled = _first(VENUE_LABEL, head)
    named = labelled or next((m[1] for text in _joined(head[:25]) if (m := VENUE_PHRASE.search(text))), "")
    return BEHIND_PLACE.split(named)[0].strip(" ,*")
