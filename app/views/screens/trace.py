"""Trace an issue: every step of a topic - on a timeline, in a list, and as a document to download."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from app.answers.escaping import plain, readable, visible
from app.answers.phrases import counted
from app.answers.wording import joined, short_day
from app.exports import chronology_document
from app.exports.chronology import JUDGE, KEPT, OPEN
from app.matters.chronology import Chronology
from app.matters.promises import Promise, promise_text
from app.matters.steps import sitting, step_text
from app.views.parts.announcer import announce
from app.views.parts.downloads import offer_downloads
from app.views.parts.source import show_source
from app.views.parts.table import show_table
from app.views.parts.timeline import show_timeline
from app.views.session.desk import Desk
from app.views.session.opened import Reading, beside
from corpus.papers import Meeting

COLUMNS = ("Step", "Date", "Committee", "Item", "What the papers say")
LONGEST = 300
"""Characters of a quote in the list; opening the step shows the page with all of it."""


def trace_page(desk: Desk) -> None:
    """Draws the page."""
    reading = Reading("trace")
    st.title("Trace an issue", anchor=False)
    st.markdown("Enter a place, service or scheme to see everything that happened, in date order.")
    topic = st.text_input("Topic", key="topic", max_chars=200, on_change=reading.close)
    if not topic.strip():
        return
    with st.spinner("Reading the papers"):
        chronology = desk.assistant().research.chronology(topic)
    if not chronology.steps:
        st.markdown("Nothing found. Try fewer words, or the name used in the papers.")
        announce("Nothing found.")
        return
    _summary(chronology)
    with beside("trace") as right:
        _steps(chronology, reading)
        _promises(KEPT, chronology.kept, "kept", reading, JUDGE, mixed=chronology.mixed)
        _promises(OPEN, chronology.open, "open", reading, mixed=chronology.mixed)
        with right:
            show_source(desk, reading)
    if reading.opened:
        announce("The page of the step is open.", source=reading.mark)
    else:
        announce(f"{len(chronology.steps)} steps.")


def _summary(chronology: Chronology) -> None:
    steps, promises = counted(len(chronology.steps), "step"), counted(len(chronology.promises), "promise")
    still_open = f", {len(chronology.open)} still open" if chronology.promises else ""
    offer_downloads(f"{steps}, {promises}{still_open}", "chronology", chronology_document(chronology))


def _steps(chronology: Chronology, reading: Reading) -> None:
    steps, mixed = chronology.steps, chronology.mixed

    def open_step(number: int) -> None:
        reading.open(f"step-{number}", replace(steps[number].citations[0], number=number + 1))

    opened = reading.opened.button if reading.opened else ""
    chosen = next((number for number in range(len(steps)) if opened == f"step-{number}"), -1)
    show_timeline(steps, selected=chosen, on_open=open_step)
    rows = [
        [
            step.kind.value.capitalize(),
            short_day(step.held_on) or "not stated",
            visible(_body(step.meeting, whose=mixed)),
            visible(step_text(step)),
            _shortened(" / ".join(citation.quote for citation in step.citations)),
        ]
        for step in steps
    ]
    show_table("Steps, in date order", COLUMNS, rows, key="steps", selected=chosen, on_open=open_step)


def _promises(
    heading: str, promises: Sequence[Promise], name: str, reading: Reading, note: str = "", *, mixed: bool
) -> None:
    if not promises:
        return
    st.subheader(plain(heading), anchor=False)
    if note:
        st.text(note)
    opened = reading.opened.button if reading.opened else ""

    def open_promise(number: int) -> None:
        reading.open(f"{name}-{number}", replace(promises[number].citation, number=number + 1))

    rows = [
        [visible(sitting(one.meeting, whose=mixed)), visible(one.citation.quote), readable(promise_text(one))]
        for one in promises
    ]
    chosen = next((number for number in range(len(promises)) if opened == f"{name}-{number}"), -1)
    columns = ("Promised at", "What was promised", "What happened")
    show_table(heading, columns, rows, key=f"promises-{name}", selected=chosen, on_open=open_promise)


def _body(meeting: Meeting, *, whose: bool) -> str:
    return joined(meeting.organisation if whose or not meeting.body else "", meeting.body)


def _shortened(text: str) -> str:
    text = visible(text)
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rsplit(' ', 1)[0]} \u2026"
