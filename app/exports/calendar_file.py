"""Calendar: what is coming up as a calendar file (.ics), each entry a whole day with its quote and its source."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256

from icalendar import Calendar, Event

from app.answers.answer import Citation
from app.answers.escaping import visible
from app.answers.sources import Sources, source_label
from app.answers.wording import joined, sitting
from app.exports.inert import inert
from app.meetings.coming import CallIn, Coming
from app.meetings.planned import planned_quote

Link = Callable[[Citation], str]
"""The address of the page on which a quote stands."""


def to_calendar(coming: Coming, sources: Sources, link: Link, now: datetime | None = None) -> bytes:
    """The file; an entry keeps its name from one file to the next, so that a calendar does not show it twice."""
    calendar = Calendar()
    calendar.add("prodid", "-//Board Papers//EN")
    calendar.add("version", "2.0")
    stamp = now or datetime.now(UTC)
    for day, title, about, cited in _entries(coming, sources):
        event = Event()
        event.add("uid", f"{sha256(f'{day}|{title}|{about}'.encode()).hexdigest()[:32]}@board-papers")
        event.add("dtstamp", stamp)
        event.add("dtstart", day)
        event.add("dtend", day + timedelta(days=1))
        event.add("summary", visible(inert(title)))
        event.add("description", "\n".join(filter(None, (visible(inert(about)), link(cited) if cited else ""))))
        event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _entries(coming: Coming, sources: Sources) -> Iterator[tuple[date, str, str, Citation | None]]:
    """Day, title, quote with its source, and the citation; what cannot be proved on its page is left out."""
    for one in coming.sessions:
        if one.meeting.held_on:
            where = joined(one.meeting.organisation, one.meeting.time, one.meeting.venue)
            yield one.meeting.held_on, sitting(one.meeting), where, None
    # A month is no day to put into a calendar.
    for planned in filter(lambda one: one.exact, coming.planned):
        if cited := planned_quote(planned, sources):
            key = "Key decision due" if planned.is_key else "Due"
            yield planned.day, f"{key}: {planned.what}", _said(cited), cited
    for call_in in coming.call_ins:
        if cited := call_in_quote(call_in, sources):
            title = call_in.passage.title or call_in.passage.section.title or call_in.passage.section.meeting.body
            yield call_in.until, f"Call-in ends: {title}", _said(cited), cited


def call_in_quote(one: CallIn, sources: Sources) -> Citation | None:
    """The statement on its page."""
    return sources.of_sentence(one.passage, one.said)


def _said(cited: Citation) -> str:
    return f"“{' '.join(cited.quote.split())}” {source_label(cited)}"
