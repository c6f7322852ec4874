"""Papers: the papers by committee and meeting, what is in each, what may be missing; then the keeper's tools."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

import streamlit as st

from app.answers.escaping import plain, readable, visible
from app.answers.phrases import counted
from app.answers.wording import KINDS, day, joined
from app.holdings.library import Library, Sitting
from app.views.parts.additions import show_additions
from app.views.parts.keeper import is_keeper, keeper_tools, paper_buttons
from app.views.screens.machines import show_workers
from app.views.screens.pulled import show_sources
from app.views.session.desk import Desk
from app.views.session.serving import paper_link
from corpus.papers import Meeting
from indexer.sections.section import Section
from indexer.store import StoredPaper

NO_BODY = "Committee not stated"
NO_DATE = "No date"
DOUBTS_SHOWN = 20
"""Places of each kind that are listed; the keeper's `status` lists them all."""
OUTLINED = 80
"""Sections of a paper that are listed; a pack has about twenty."""


def papers_page(desk: Desk) -> None:
    """Draws the page."""
    with st.container(key="papers"):
        st.title("Papers", anchor=False)
        library = desk.library()
        if library.sittings:
            show_additions(desk, library)
            _shelf(desk, library)
        else:
            st.text("There are no papers yet.")
        _missing(library)
        _doubts(library)
        _unread(desk)
        show_sources(desk.settings().corpus)
        keeper_tools(desk, library)
        if is_keeper(desk):
            show_workers(desk.settings())


def _shelf(desk: Desk, library: Library) -> None:
    """The sittings of one body in one year."""
    bodies = library.bodies
    if st.session_state.get("papers-body") not in bodies:  # none chosen yet, or its papers have gone
        st.session_state["papers-body"] = bodies[0]
    with st.container(horizontal=True):
        body = st.selectbox("Committee", bodies, format_func=_body_in_words, key="papers-body")
        sittings = library.of(*body)
        years = list(dict.fromkeys(_year(one.meeting) for one in sittings))
        if st.session_state.get("papers-year") not in years:
            st.session_state["papers-year"] = years[0]
        year = st.selectbox("Year", years, key="papers-year")
    own = sum(len(_read(library, one.papers)) for one in sittings)
    papers = counted(len(_read(library, library.papers)), "paper")
    st.text(f"{papers}, {own:,} from {visible(body[1] or body[0]) or 'no stated committee'}")
    for number, sitting in enumerate(one for one in sittings if _year(one.meeting) == year):
        _sitting(desk, library, sitting, number)


def _read(library: Library, papers: Sequence[StoredPaper]) -> list[StoredPaper]:
    """Those of which anything could be read; the others are listed as unread."""
    return [one for one in papers if library.outlines.get(one.paper.file)]


def _sitting(desk: Desk, library: Library, sitting: Sitting, number: int) -> None:
    held_on = sitting.meeting.held_on
    st.subheader(plain(day(held_on)) if held_on else "Date not stated", anchor=False)
    for place, held in enumerate(sitting.papers):
        name = held.paper.file.rsplit("/", 1)[-1]
        with st.expander(plain(joined(name, _pages(held)), most=120), key=f"paper-{number}-{place}"):
            with st.container(key=f"quiet-paper-{number}-{place}", gap="small"):
                _about(held)
            for line in outline_lines(library.outlines.get(held.paper.file, ())):
                st.text(line)
            if held.whole:
                st.link_button("Open the file", paper_link(held.paper.file), icon=":material/open_in_new:")
            paper_buttons(desk, (held.paper.file, *held.paper.copies))


def _about(held: StoredPaper) -> None:
    st.text(readable(f"File: {held.paper.file}"))
    for copy in held.paper.copies:
        st.text(readable(f"Copy of the same paper: {copy}"))
    st.text(f"Indexed on {_moment(held.indexed_at)}.")
    if held.problem:
        st.text(readable(f"Not read in full: {held.problem}"))
    if not held.whole:
        st.text("Part of this paper is confidential. We do not show or search that part.")


def outline_lines(sections: Sequence[Section]) -> list[str]:
    """A paper's sections as lines: pages, kind, item and title; for minutes also the day of their meeting."""
    lines = []
    for section in sections[:OUTLINED]:
        held_on = section.meeting.held_on
        of = f"of {day(held_on)}" if section.kind.value == "minutes" and held_on else ""
        item = f"item {section.item.rstrip('.')}" if section.item else ""
        pages = f"{_stretch(section)}: " if section.page else ""
        lines.append(visible(pages + joined(f"{KINDS[section.kind]} {of}".strip(), item, section.title)))
    if len(sections) > OUTLINED:
        lines.append(f"And {len(sections) - OUTLINED} more.")
    return lines


def _missing(library: Library) -> None:
    if not library.missing:
        return
    meetings = counted(len(library.missing), "meeting")
    with st.expander(f"{meetings} may be missing", key="missing", icon=":material/event_busy:"):
        st.text("We worked this out from the papers, so it may be wrong or incomplete.")
        for one in library.missing:
            st.text(readable(f"{joined(one.organisation, one.body)}: {one.why}"))


def _doubts(library: Library) -> None:
    if not library.doubts.count:
        return
    label = f"{counted(library.doubts.count, 'place')} may not be understood"
    with st.expander(label, key="doubts", icon=":material/help_center:"):
        for name, places in library.doubts.lists():
            if places:
                st.text(f"{len(places):,} {name}")
            for place in places[:DOUBTS_SHOWN]:
                page = f", page {place.page}" if place.page else ""
                st.text(readable(f"{place.file}{page}{': ' if place.why else ''}{place.why}"))
            if len(places) > DOUBTS_SHOWN:
                st.text(f"And {len(places) - DOUBTS_SHOWN:,} more.")


def _unread(desk: Desk) -> None:
    unread = desk.assistant().holdings().unread
    if unread:
        files = counted(len(unread), "file")
        with st.expander(f"{files} could not be read in full", key="unread", icon=":material/help:"):
            for file, reason in unread:
                st.text(readable(f"{file}: {reason}"))


def _body_in_words(body: tuple[str, str]) -> str:
    """The name of a committee in the list; Streamlit shows an option as plain text."""
    return visible(joined(*reversed(body))) or NO_BODY


def _year(meeting: Meeting) -> str:
    return str(meeting.held_on.year) if isinstance(meeting.held_on, date) else NO_DATE


def _pages(held: StoredPaper) -> str:
    return f"{held.pages} pages" if held.pages > 1 else ""


def _stretch(section: Section) -> str:
    last = section.page_end or section.page
    return f"Page {section.page}" if last == section.page else f"Pages {section.page}\u2013{last}"


def _moment(iso: str) -> str:
    moment = datetime.fromisoformat(iso)
    return f"{day(moment.date())} at {moment:%H:%M} UTC"
