"""Coming: what is ahead - what can still be called in, planned decisions, meetings - as tables and a calendar file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

import streamlit as st

from app.answers.answer import Citation
from app.answers.escaping import plain, visible
from app.answers.phrases import counted
from app.answers.wording import joined, short_day
from app.exports.calendar_file import call_in_quote, to_calendar
from app.meetings import Coming
from app.meetings.planned import planned_quote
from app.views.parts.downloads import recorded
from app.views.parts.meetings.address import MEETING, go_to
from app.views.parts.rows import cut
from app.views.parts.source import show_source
from app.views.session.desk import Desk
from app.views.session.opened import Reading, beside
from app.views.session.serving import paper_link
from app.views.widgets.table import show_table
from corpus.papers import Meeting
from indexer.sections.section import Section

LONGEST = 240
"""Characters of a quote in a table; opening the row shows the page."""

Row = tuple[list[str], Callable[[], Citation | None]]


def show_coming(desk: Desk, organisation: str, body: str) -> str:
    """Draws what is ahead; returns a sentence for the live region."""
    research, reading = desk.assistant().research, Reading("meetings")
    coming = _within(research.coming(date.today()), organisation, body)
    st.text(
        "Only days and months that the papers state. A later paper may have changed them: ask the council before you "
        "rely on one."
    )
    _download(desk, coming)
    sources = research.sources
    with beside("coming") as panel:
        called = [
            (
                [short_day(one.until), visible(_whose(one.passage.section)), cut(visible(one.said), LONGEST)],
                lambda own=one: call_in_quote(own, sources),
            )
            for one in coming.call_ins
        ]
        _table("Can still be called in", ("Until", "Committee", "What the paper says"), called, "call-in", reading)
        planned = [
            (
                [
                    short_day(one.day) if one.exact else one.when,
                    visible(one.what),
                    _key(one.is_key),
                    visible(_whose(one.row.section)),
                ],
                lambda own=one: planned_quote(own, sources),
            )
            for one in coming.planned
        ]
        _table("Planned decisions", ("Date", "What", "Key decision", "Plan of"), planned, "planned", reading)
        _meetings(coming)
        if reading.opened:
            with panel:
                show_source(desk, reading)
    if reading.opened:
        return "The page is open."
    ahead = len(coming.call_ins) + len(coming.planned) + len(coming.sessions)
    return f"{counted(ahead, 'entry', 'entries')}."


def _within(coming: Coming, organisation: str, body: str) -> Coming:
    def fits(meeting: Meeting) -> bool:
        return organisation in ("", meeting.organisation) and body in ("", meeting.body)

    return Coming(
        tuple(one for one in coming.sessions if fits(one.meeting)),
        tuple(one for one in coming.planned if fits(one.row.section.meeting)),
        tuple(one for one in coming.call_ins if fits(one.passage.section.meeting)),
    )


def _download(desk: Desk, coming: Coming) -> None:
    """Draws the button for the calendar file, which is made when somebody asks for it."""
    sources, home = desk.assistant().research.sources, desk.settings().address

    def sections() -> list[Section]:
        own = [section for one in coming.sessions for section in (*one.papers, *one.minutes)]
        return [*own, *(one.row.section for one in coming.planned), *(one.passage.section for one in coming.call_ins)]

    def link(cited: Citation) -> str:
        return f"{home}{paper_link(cited.passage.section.paper.file, cited.page)}" if home else ""

    st.download_button(
        "Download calendar",
        recorded(desk, lambda: to_calendar(coming, sources, link), sections),
        file_name="coming-up.ics",
        mime="text/calendar",
        icon=":material/download:",
        key="coming-ics",
        on_click="ignore",
        disabled=coming == Coming(),
    )


def _table(title: str, columns: Sequence[str], rows: Sequence[Row], name: str, reading: Reading) -> None:
    """Draws rows that open where each was read; a row is looked for on its page when it is opened."""
    st.subheader(plain(title), anchor=False)
    if not rows:
        st.text("The papers state none from today on.")
        return
    names = [f"{name}-{number}" for number in range(len(rows))]

    def open_row(number: int) -> None:
        if citation := rows[number][1]():
            reading.open(names[number], replace(citation, number=1))

    cells = [row for row, _ in rows]
    show_table(title, columns, cells, key=f"coming-{name}", selected=reading.row_of(names), on_open=open_row)


def _meetings(coming: Coming) -> None:
    st.subheader("Meetings", anchor=False)
    if not coming.sessions:
        st.text("We have no papers of a meeting from today on.")
        return
    rows = [
        [
            short_day(one.meeting.held_on),
            visible(one.meeting.body or one.meeting.organisation),
            visible(joined(one.meeting.time, one.meeting.venue)),
        ]
        for one in coming.sessions
    ]
    show_table(
        f"{counted(len(rows), 'meeting').capitalize()} ahead, the next first",
        ("Date", "Committee", "Time and place"),
        rows,
        key="coming-meetings",
        on_open=lambda row: go_to(MEETING, coming.sessions[row].address),
    )


def _key(is_key: bool | None) -> str:
    return {True: "yes", False: "no", None: "not stated"}[is_key]


def _whose(section: Section) -> str:
    return section.meeting.body or section.meeting.organisation
