"""Home: what the page Ask shows before the first question - examples, what is new, latest meetings, live issues."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from app.answers.escaping import visible
from app.answers.phrases import counted
from app.answers.wording import day, joined
from app.front import Front, Latest
from app.matters.additions import additions_of
from app.views.parts.answers.answer import offer
from app.views.parts.links import link_to
from app.views.session.desk import Desk
from app.views.widgets.visit import last_visit

MOST_NEW = 4
"""Committees with new papers that are listed; the page Papers has all of them."""


def show_home(desk: Desk, ask: Callable[[str], None]) -> None:
    """Draws it; `ask` asks one of the examples."""
    with st.container(key="welcome"):
        st.title("Ask the board papers", anchor=False)
        st.markdown("Every answer quotes the papers. Select a number to see the page, with the words highlighted.")
        if examples := desk.assistant().examples():
            offer(examples, "examples", ask)
        _new(desk)
        front = desk.front()
        left, right = st.columns(2, gap="large")
        with left:
            _meetings(front)
        with right:
            _live(front)


def _new(desk: Desk) -> None:
    """What was added since this browser was here before; nothing on a first visit."""
    since = last_visit("home-last-visit")
    if since is None:
        return
    found = additions_of(desk.library().sittings, desk.assistant().research.matters(), since)
    papers = sum(len(one.added) for one in found)
    if not papers:
        return
    with st.container(key="home-new", gap="xsmall"):
        st.subheader(f"New since your last visit on {day(since.date())}", anchor=False)
        for one in found[:MOST_NEW]:
            whose = joined(one.body, one.organisation) or "No committee stated"
            st.text(visible(f"{whose}: {counted(len(one.added), 'paper')}"))
        link_to("papers", "See what is new")


def _meetings(front: Front) -> None:
    if not front.latest:
        return
    st.subheader("Latest decisions", anchor=False)
    for number, one in enumerate(front.latest):
        with st.container(key=f"home-meeting-{number}", gap=None):
            _meeting(one)


def _meeting(one: Latest) -> None:
    link_to("meetings", one.title, meeting=one.session.address)
    for line in one.decided:
        st.text(visible(line))
    if one.more:
        st.text(f"and {one.more} more")


def _live(front: Front) -> None:
    if not front.live:
        return
    st.subheader("Live issues", anchor=False)
    for number, one in enumerate(front.live):
        with st.container(key=f"home-issue-{number}", gap=None):
            link_to("trace", one.title, matter=one.matter.address)
            with st.container(key=f"quiet-issue-{number}", gap=None):
                st.text(visible(one.last))
