"""Rows: what pages with a table share - a filter over its rows, the buttons that turn its pages, a long text cut."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st


def choice(label: str, names: Sequence[str], key: str, *, every: str = "All") -> str:
    """Draws a filter and returns the name chosen, "" for all; a name that is no longer there counts as all."""
    if st.session_state.get(key) not in (None, every, *names):
        st.session_state[key] = every
    chosen = st.selectbox(label, [every, *names], key=key)
    return "" if chosen == every else str(chosen)


def page_of(count: int, key: str, size: int) -> tuple[int, int]:
    """The number of the page of a table that is shown, and of its last, both from 0; `key` is where it is kept."""
    last = max(0, count - 1) // size
    return min(int(st.session_state.get(key, 0)), last), last


def turning(number: int, last: int, key: str, container: str) -> None:
    """Draws the buttons that turn the pages of a table, where it has more than one."""

    def turn(step: int) -> None:
        st.session_state[key] = min(last, max(0, number + step))

    if last:
        with st.container(key=container, horizontal=True, gap="small"):
            st.button("Newer", icon=":material/chevron_left:", on_click=turn, args=(-1,), disabled=number == 0)
            st.button("Older", icon=":material/chevron_right:", on_click=turn, args=(1,), disabled=number == last)


def cut(text: str, longest: int) -> str:
    """The text, or its first words and an ellipsis where it is longer."""
    return text if len(text) <= longest else f"{text[:longest].rsplit(' ', 1)[0]} \u2026"
