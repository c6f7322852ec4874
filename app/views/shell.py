"""Shell: the navigation around every page, and what is shown while there are no papers to ask."""

from __future__ import annotations

import logging
from itertools import count

import streamlit as st

from app.answers.escaping import readable
from app.people.seeing import Role
from app.views.parts.keeper import keeper_tools
from app.views.parts.links import know_pages, name_page
from app.views.parts.problems import hint_for, sentence_for
from app.views.people.entrance import admitted
from app.views.screens.about import about_page
from app.views.screens.ask import ask_page
from app.views.screens.machines import show_delay
from app.views.screens.papers import papers_page
from app.views.session.desk import Desk
from app.views.style import dress
from corpus.errors import (
    BoardPapersError,
    CorpusMissing,
    IndexBusy,
    IndexDamaged,
    IndexMismatch,
    IndexMissing,
    ModelMissing,
    WrongInput,
)

log = logging.getLogger(__name__)

ICON = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path fill="#1d5175" d="M5 2h14v20H5z"/>'
    '<path stroke="#fff" stroke-width="2" d="M8 8h8M8 12h8M8 16h5"/></svg>'
)
"""A sheet of paper. Streamlit would fetch a named icon from another host."""

LOOK_AGAIN = 4
"""Seconds between two checks whether the papers can be opened now; a finished sync shows within five."""


KEPT = (
    *("organisation", "body", "since", "until"),
    *(f"decisions-{name}" for name in ("text", "person", "organisation", "body", "outcome")),
    *(f"decisions-{name}" for name in ("since", "until", "routine")),
    *(f"monitor-{name}" for name in ("organisation", "body", "kind", "status", "since")),
    *("topic", "trace-org", "trace-body"),
    *(f"briefing-{name}" for name in ("on", "org", "body", "topic")),
    *(f"meetings-{name}" for name in ("organisation", "body", "year", "view", "calendar-year")),
    *(f"papers-{name}" for name in ("body", "year", "new", "since", "visit")),
)
"""What a visitor typed or chose on a page; set again on each draw, as Streamlit forgets it when the page changes."""


def show(desk: Desk) -> None:
    """Draws the page that the visitor is on, or a page that says what is missing and what to do."""
    st.set_page_config(page_title="Board Papers", page_icon=ICON, layout="wide", menu_items={"about": None})
    dress()
    for key in KEPT:
        if key in st.session_state:
            st.session_state[key] = st.session_state[key]

    if (own := _admitted(desk)) is None:
        return
    places = _places(own)
    know_pages(places)
    page = st.navigation(list(places.values()), position="top")
    name_page(page.title)
    try:
        show_delay(own.settings())
        with st.spinner("Opening the papers"):
            held = own.assistant().holdings().papers
        if not held and page.title == "Ask":
            _nothing_held(own)
        else:
            page.run()
    except BoardPapersError as problem:
        _cannot_open(own, problem)
    except Exception:
        log.exception("A page could not be drawn.")
        with st.container(key="trouble"):
            st.error("Something went wrong in the program. Reload the page. The papers have not been changed.")


def _admitted(desk: Desk) -> Desk | None:
    """The desk of whoever looks at the page, None where something else has to be done first and the page says so."""
    try:
        return admitted(desk)
    except BoardPapersError as problem:
        _cannot_open(desk, problem)
        return None


def _places(desk: Desk) -> dict[str, st.Page]:
    """The pages of the navigation, by the last part of their addresses.

    The libraries of most pages are loaded when they are first opened.
    """

    def ask() -> None:
        ask_page(desk)

    def meetings() -> None:
        from app.views.screens.meetings import meetings_page

        meetings_page(desk)

    def decisions() -> None:
        from app.views.screens.decisions import decisions_page

        decisions_page(desk)

    def trace() -> None:
        from app.views.screens.trace import trace_page

        trace_page(desk)

    def monitor() -> None:
        from app.views.screens.monitor import monitor_page

        monitor_page(desk)

    def briefing() -> None:
        from app.views.screens.briefing import briefing_page

        briefing_page(desk)

    def papers() -> None:
        papers_page(desk)

    def about() -> None:
        about_page(desk)

    def people() -> None:
        from app.views.people.people import people_page

        people_page(desk)

    titles = (
        (ask, "Ask"),
        (meetings, "Meetings"),
        (decisions, "Decisions"),
        (trace, "Trace an issue"),
        (monitor, "Monitor"),
        (briefing, "Get up to speed"),
        (papers, "Papers"),
        (about, "About"),
        *(((people, "People"),) if desk.person.role is Role.ADMINISTRATOR else ()),
    )
    return {one.__name__: st.Page(one, title=title, url_path=one.__name__, default=one is ask) for one, title in titles}


def _nothing_held(desk: Desk) -> None:
    settings = desk.settings()
    with st.container(key="trouble"):
        st.title("No papers yet", anchor=False)
        st.markdown("We found no papers. Put papers (PDF, Word, HTML or text) into this folder:")
        _line(str(settings.corpus))
        st.markdown("Then run this command in the project's folder. This page opens when it has finished.")
        _line(settings.sync_command())
        keeper_tools(desk)
    _watch(desk)


def _cannot_open(desk: Desk, problem: BoardPapersError) -> None:
    with st.container(key="trouble"):
        st.title(_title(problem), anchor=False)
        st.text(readable(sentence_for(problem)))
        if isinstance(problem, IndexMissing):
            _first_run(desk)
        elif isinstance(problem, IndexBusy):
            st.markdown("The papers are being read. This page opens when that has finished.")
        elif hint := hint_for(problem):
            st.text(readable(hint))
    _watch(desk)


def _title(problem: BoardPapersError) -> str:
    if isinstance(problem, IndexMissing):
        return "Welcome to Board Papers"
    if isinstance(problem, IndexBusy):
        return "The papers are being read"
    if isinstance(problem, WrongInput):
        return "A setting cannot be used"
    if isinstance(problem, CorpusMissing):
        return "The folder of papers is missing"
    unopened = isinstance(problem, IndexDamaged | IndexMismatch | ModelMissing)
    return "The papers cannot be opened" if unopened else "This page cannot be shown"


def _first_run(desk: Desk) -> None:
    settings = desk.settings()
    st.markdown("1. Put your papers into this folder:")
    _line(str(settings.corpus))
    st.markdown("2. Run this command in the project's folder. Run it again whenever you add papers:")
    _line(settings.sync_command())
    st.markdown("3. This page opens when the papers have been read.")
    keeper_tools(desk)


def _line(text: str) -> None:
    st.code(readable(text), language=None, wrap_lines=True)


def _watch(desk: Desk) -> None:
    """Checks every few seconds, and redraws the whole page once there are papers to ask.

    Skips the first check: a rerun during the page draw would loop for ever if the data folder cannot be opened.
    """
    looks = count()

    @st.fragment(run_every=LOOK_AGAIN)
    def look() -> None:
        if next(looks) == 0:
            return
        try:
            ready = desk.assistant().holdings().papers > 0
        except Exception:
            ready = False
        if ready:
            st.rerun()

    look()
