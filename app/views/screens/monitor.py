"""Monitor: what was recommended, moved, asked for or promised, with what became of it, as a table to download."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

import streamlit as st

from app.answers.answer import Citation
from app.answers.escaping import plain, readable, visible
from app.answers.filters import Filters
from app.answers.wording import joined, short_day
from app.exports import monitor_to_csv, monitor_to_excel
from app.matters.ledger import Quote
from app.matters.monitor import Wanted, selected_of
from app.matters.research import Research
from app.matters.undertakings import Sort, Status, Tracked
from app.views.parts.downloads import offer_tables, recorded
from app.views.parts.rows import choice, cut, filter_row, page_of, turning
from app.views.parts.source import close_button, show_source
from app.views.session.desk import Desk
from app.views.session.opened import Reading, beside
from app.views.session.serving import trace_link
from app.views.widgets.announcer import announce
from app.views.widgets.table import show_table
from corpus.terminal import counted
from indexer.sections.section import Section

PAGE = 25
"""Rows shown at once, as on the page Decisions."""

LONGEST = 240
"""Characters of a text in the table; opening the row shows all of it."""

COLUMNS = ("What", "Status", "Kind", "Owner", "Asked on", "Due", "Last evidence")

RULE = (
    "“Done” means that a later log or minute says so. “Overdue” means that the printed date has passed and no later "
    "paper mentions it. “Mentioned later” means that a later paper may be about it. “No trace” means that we found no "
    "later paper; something may have happened all the same."
)


def monitor_page(desk: Desk) -> None:
    """Draws the page."""
    research, reading = desk.assistant().research, Reading("monitor")
    st.title("Monitor", anchor=False)
    st.markdown("Recommendations, motions, requests, actions and promises, with what happened to each.")
    filters, wanted = _wanted(desk)
    with st.spinner("Reading the papers"):
        held = research.monitor(filters)
    found = selected_of(held, wanted)
    if st.session_state.get("monitor-wanted") != (filters, wanted):  # a new search begins on its first page
        st.session_state["monitor-wanted"], st.session_state["monitor-page"] = (filters, wanted), 0
    _summary(desk, found, held)
    with st.container(key="quiet-rule"):
        st.text(RULE)
    if not found:
        st.markdown("Nothing matches. Remove a filter.")
        announce("Nothing found.")
        return
    with beside("monitor") as right:
        _table(found, research, reading)
        if reading.opened:
            with right:
                _opened(desk, found, research, reading)
    if reading.opened:
        announce("The last evidence is open, with its page.", source=reading.mark)
    else:
        announce(f"{counted(len(found), 'row')}.")


def _wanted(desk: Desk) -> tuple[Filters, Wanted]:
    assistant = desk.assistant()
    with filter_row("monitor", ("organisation", "body", "kind", "status", "since")):
        organisation = choice("Organisation", assistant.organisations(), "monitor-organisation")
        body = choice("Committee", assistant.bodies(organisation), "monitor-body")
        sort = choice("Kind", [one.value for one in Sort], "monitor-kind")
        status = choice("Status", [one.value for one in Status], "monitor-status")
        since = st.date_input("Meetings from", value=None, format="DD/MM/YYYY", key="monitor-since")
    return Filters(organisation=organisation, body=body), Wanted(sort, status, since)


def _summary(desk: Desk, found: Sequence[Tracked], held: Sequence[Tracked]) -> None:
    sources = desk.assistant().research.sources

    def sections() -> list[Section]:
        return [quote.section for one in found for quote in (one.asked, one.evidence)]

    offer_tables(
        f"{len(found):,} of {counted(len(held), 'row')}",
        "monitor",
        recorded(desk, partial(monitor_to_csv, found, sources), sections),
        recorded(desk, partial(monitor_to_excel, found, sources), sections),
        empty=not found,
    )


def _table(found: Sequence[Tracked], research: Research, reading: Reading) -> None:
    number, last = page_of(len(found), "monitor-page", PAGE)
    shown = found[number * PAGE : (number + 1) * PAGE]

    def open_row(row: int) -> None:
        _open(name_of(shown[row]), shown[row].evidence, research, reading)

    names = [name_of(one) for one in shown]
    show_table(
        f"Rows {number * PAGE + 1} to {number * PAGE + len(shown)} of {len(found)}, newest meeting first",
        COLUMNS,
        [_row(one) for one in shown],
        key="monitor-table",
        selected=reading.row_of(names),
        on_open=open_row,
    )
    turning(number, last, "monitor-page", "controls-monitor-turning")


def _row(one: Tracked) -> list[str]:
    meeting = one.evidence.section.meeting
    page = f"page {one.evidence.page}" if one.evidence.page else ""
    last = joined(meeting.body or meeting.organisation, short_day(meeting.held_on), page)
    asked_on = short_day(one.asked_on) if one.asked_on else f"before {short_day(one.meeting.held_on)}"
    cells = (
        one.status.value,
        one.sort.value,
        one.owner,
        asked_on if one.meeting.held_on else "not stated",
        one.due,
        last,
    )
    return [cut(visible(one.asked.text), LONGEST), *map(visible, cells)]


def name_of(one: Tracked) -> str:
    """A name for the row that stays the same when the filters change."""
    asked = one.asked
    return "|".join((one.sort.value, asked.section.paper.file, str(asked.page), asked.item, asked.text[:80]))


def _open(name: str, quote: Quote, research: Research, reading: Reading) -> None:
    citation = _cited(quote, research)
    if citation is not None:
        reading.open(name, citation)


def _cited(quote: Quote, research: Research) -> Citation | None:
    """The words with their page; those of a motion may stand on the page before that of its vote."""
    for page in (quote.page, quote.page - 1) if quote.page else (None,):
        citation = research.sources.cited(quote.section, quote.text, page, item=quote.item, title=quote.title)
        if citation:
            return replace(citation, number=1)
    return None


def _opened(desk: Desk, found: Sequence[Tracked], research: Research, reading: Reading) -> None:
    """All that we have on the open row, then the page."""
    opened = reading.opened
    one = next((one for one in found if opened and name_of(one) == opened.button), None)
    if one is not None:
        with st.container(key="opened"):
            close_button(reading)
            _facts(one, research, reading)
    show_source(desk, reading)


def _facts(one: Tracked, research: Research, reading: Reading) -> None:
    st.subheader("What happened", anchor=False)
    asked, last, sources = one.asked, one.evidence, research.sources
    st.text(readable(asked.text))
    for label, value in (
        ("Status", one.status.value),
        ("Owner", one.owner),
        ("Due", one.due),
        ("First recorded in", sources.label(asked.section, asked.item, asked.page)),
        ("Last evidence", sources.label(last.section, last.item, last.page)),
    ):
        if value:
            st.text(f"{label}: {readable(value)}")
    pages = (("Show where it was first recorded", asked), ("Show the last evidence", last))
    for number, (label, quote) in enumerate(pages if asked != last else ()):
        if citation := _cited(quote, research):
            icon = ":material/description:"
            st.button(label, icon=icon, key=f"monitor-{number}", on_click=_turn_to, args=(citation, reading))
    if matter := research.matter_at(asked.section, asked.item):
        st.link_button(plain(f"Trace {matter.title}"), trace_link(matter.address), icon=":material/timeline:")


def _turn_to(citation: Citation, reading: Reading) -> None:
    reading.change(lambda now: replace(now, citation=citation, page=citation.page))
