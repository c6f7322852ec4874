"""Meetings: browse them by committee and date; one meeting, or one member, at an address that stays the same."""

from __future__ import annotations

import streamlit as st

from app.views.parts.meetings.address import MEETING, MEMBER, named
from app.views.parts.meetings.browse import browse
from app.views.parts.meetings.member import show_member
from app.views.parts.meetings.session import show_session
from app.views.session.desk import Desk
from app.views.widgets.announcer import announce


def meetings_page(desk: Desk) -> None:
    """Draws the page."""
    with st.spinner("Reading the papers"):
        held = desk.assistant().research.proceedings()
    session, member = held.session(named(MEETING)), held.member(named(MEMBER))
    if session is not None:
        announce(show_session(desk, session, held))
        return
    if member is not None:
        announce(show_member(desk, member))
        return
    st.title("Meetings", anchor=False)
    st.markdown("Choose a meeting to see its business, papers, decisions and who attended.")
    announce(browse(desk, held))
