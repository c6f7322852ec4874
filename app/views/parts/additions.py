"""Additions: the papers that were added lately, by committee, with the matters in them."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import streamlit as st

from app.answers.escaping import plain, readable, visible
from app.answers.phrases import counted
from app.answers.wording import day, joined, short_day
from app.holdings.library import Library
from app.matters.additions import Added, Additions, additions_of
from app.views.session.desk import Desk
from app.views.session.serving import trace_link
from app.views.widgets.visit import last_visit

MOST = 40
"""Papers that are listed of one committee, and matters."""

LATELY = timedelta(days=7)
"""How far back the list goes until somebody chooses a day."""


def show_additions(desk: Desk, library: Library) -> None:
    """Draws what was added since the day that the visitor chooses, or since the last visit of this browser."""
    if not st.toggle("Show what is new", key="papers-new"):
        return
    with st.container(key="papers-additions"):
        since = _since()
        if since is None:
            return
        found = additions_of(library.sittings, desk.assistant().research.matters(), since)
        papers = sum(len(one.added) for one in found)
        st.text(
            f"{counted(papers, 'paper')} added since {day(since)}" if papers else f"Nothing added since {day(since)}"
        )
        with st.container(key="quiet-additions"):
            st.text("A paper also counts as added when it has changed, or when all papers were read again.")
        for number, one in enumerate(found):
            _committee(one, number)


def _since() -> date | None:
    last = last_visit("papers-last-visit")
    if last is not None:
        st.session_state.setdefault("papers-visit", True)
        if st.toggle(f"Since you last looked here, on {day(last)}", key="papers-visit"):
            return last
    st.session_state.setdefault("papers-since", date.today() - LATELY)
    chosen = st.date_input("Added since", format="DD/MM/YYYY", key="papers-since")
    return chosen if isinstance(chosen, date) else None


def _committee(one: Additions, number: int) -> None:
    st.subheader(plain(joined(one.body, one.organisation)) or "Committee not stated", anchor=False)
    with st.container(key=f"papers-added-{number}", gap="xsmall"):
        for added in one.added[:MOST]:
            st.text(_line(added))
        if len(one.added) > MOST:
            st.text(f"And {len(one.added) - MOST} more.")
    with st.container(key=f"papers-matters-{number}", horizontal=True, gap="small"):
        for matter in one.matters[:MOST]:
            st.link_button(plain(matter.title), trace_link(matter.address), icon=":material/timeline:", type="tertiary")


def _line(added: Added) -> str:
    """Meeting, name of the file, and when it was added."""
    held_on = short_day(added.meeting.held_on) or "date not stated"
    name = visible(added.paper.paper.file.rsplit("/", 1)[-1])
    return readable(f"{held_on}: {name}, added {short_day(datetime.fromisoformat(added.paper.indexed_at).date())}")
