"""Machines: what is said where many machines share a database - how old what is shown is, and what the workers do."""

from __future__ import annotations

import streamlit as st

from app.answers.escaping import readable
from app.answers.phrases import counted
from corpus.settings import Settings

SAID_FROM = 5.0
"""Seconds: a replica that is less behind is as good as the database itself."""

MINUTES_FROM = 120.0
"""Seconds from which on minutes are given."""


def show_delay(settings: Settings) -> None:
    """Draws a sentence where the papers are read from a replica that is behind."""
    if not settings.store.read_url:
        return
    from indexer.store.served.database import seconds_behind  # here, since on one machine nothing needs its libraries

    if sentence := delay_in_words(seconds_behind(settings.store.read_url)):
        st.caption(sentence)


def delay_in_words(seconds: float) -> str:
    """How old what is shown is, "" where that is of no account."""
    if seconds < SAID_FROM:
        return ""
    ago = counted(round(seconds), "second") if seconds < MINUTES_FROM else counted(round(seconds / 60), "minute")
    return f"These papers are as of {ago} ago."


def show_workers(settings: Settings) -> None:
    """Draws how far the update of each council in the database is, for a keeper."""
    if not settings.store.url:
        return
    from indexer.working import state_lines

    with st.expander("Updates of all councils", key="workers", icon=":material/sync:"):
        for line in state_lines(settings) or ["No update was left to a worker."]:
            st.text(readable(line))
