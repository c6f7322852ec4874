"""The frame of a sentence: the body that met and the day, which its passage has above it and not in its sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.model.checks.figures import Detail, details
from app.model.checks.outcomes import DONE
from corpus.papers import Meeting

_THE_DAY = "\0"  # stands for the day of the meeting
# "Overview and Scrutiny Committee", "Cabinet"
_BODY = (
    r"(?:[A-Z][\w’'-]{0,40},? (?:(?:and|of|for|the) ){0,3}){0,12}(?:Council|Cabinet|Committee|Board|Panel|Forum|"
    r"Commission|Executive)\b"
)
_ACTS = re.compile(
    rf"(?:^(?:On {_THE_DAY},? )?|, )(?:[Tt]he )?(?P<before>{_BODY})(?: \w+){{0,2}}? {DONE}\b|"
    rf"{DONE} by (?:the )?(?P<behind>{_BODY})"
)


def without_frame(sentence: str, meeting: Meeting) -> str:
    """The sentence without the body and the day of the meeting, where it says by whom and when, not what."""
    for detail in reversed(details(sentence)):
        if _is_day_of(detail, meeting):
            sentence = f"{sentence[: detail.start]}{_THE_DAY}{sentence[detail.end :]}"
    day = rf"(?:(?:on|of|at (?:its|the|a) meeting (?:on|of)) {_THE_DAY},?)"
    body = rf"(?:the )?(?:{_named(meeting)})\b"
    opening = re.compile(rf"^(?:{day} )?{body},?(?: {day})?", re.I)
    closing = re.compile(rf"\bby {body}(?: {day})?| at (?:its|the|a) meeting (?:on|of) {_THE_DAY}", re.I)
    # a day that is not said as the day of the meeting is a date like any other
    return closing.sub("", opening.sub("", sentence)).replace(_THE_DAY, f" {_written(meeting)} ").strip()


def of_another_meeting(sentence: str, quotes: Sequence[str], meeting: Meeting) -> bool:
    """True where a body that did not meet, or on another day, is said to have decided, and no quote says so."""
    own = re.compile(rf"(?:{_named(meeting)})\b", re.I)
    told = {body for quote in quotes for body in _acting(_without_days(quote))}
    if any(not own.fullmatch(body) and body not in told for body in _acting(_without_days(sentence))):
        return True
    day = rf"({_THE_DAY}+)"
    frame = re.compile(
        rf"^(?:On|At (?:its|the|a) meeting (?:on|of)) {day},? (?:the )?{own.pattern}|"
        rf"\bby (?:the )?{own.pattern} on {day}",
        re.I,
    )
    masked = _without_days(sentence, same_length=True)
    days = {detail.start: detail for detail in details(sentence) if detail.day}
    for match in frame.finditer(masked):
        detail = days[match.start(1) if match[1] else match.start(2)]
        if not _is_day_of(detail, meeting) and not any(own.search(q) and _holds(q, detail) for q in quotes):
            return True
    return False


def _acting(text: str) -> list[str]:
    """The bodies that a text, its days masked, says to have decided something."""
    return [said["before"] or said["behind"] for said in _ACTS.finditer(text)]


def _without_days(text: str, *, same_length: bool = False) -> str:
    for detail in reversed(details(text)):
        if detail.day:
            mask = _THE_DAY * (detail.end - detail.start if same_length else 1)
            text = f"{text[: detail.start]}{mask}{text[detail.end :]}"
    return text


def _holds(quote: str, day: Detail) -> bool:
    return any(detail.day and detail.same(day) for detail in details(quote))


def _named(meeting: Meeting) -> str:
    """A pattern for the ways to name whose meeting it was."""
    organisation, body = (re.escape(name) for name in (meeting.organisation, meeting.body))
    last = re.escape(meeting.body.rsplit(" ", 1)[-1])
    ways = [rf"{organisation}(?:['’]s)? {body}", rf"{body} of (?:the )?{organisation}", body, last, organisation]
    return "|".join(way for way in ways if way)


def _is_day_of(detail: Detail, meeting: Meeting) -> bool:
    day = meeting.held_on
    return day is not None and bool(detail.day) and detail.same(Detail(0, 0, frozenset(), day.day, day.month, day.year))


def _written(meeting: Meeting) -> str:
    return meeting.held_on.isoformat() if meeting.held_on else ""
