"""Rows: what pages with a table share - filters over its rows, the buttons that turn its pages, a long text cut."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

import streamlit as st

EVERY = "All"
"""What a filter shows that limits nothing."""


@contextmanager
def filter_row(page: str, names: Iterable[str]) -> Iterator[None]:
    """A row for the filters of a page, whose keys are "page-name".

    On a narrow screen, where they would fill all of it, they stand behind one button that says how many are set; a wide
    screen does not show the button.
    """
    key = f"{page}-unfolded"
    unfolded = bool(st.session_state.get(key))
    number = sum(st.session_state.get(f"{page}-{name}") not in (None, "", False, EVERY) for name in names)

    def turn() -> None:
        st.session_state[key] = not unfolded

    with st.container(key=f"looking-{'open' if unfolded else 'folded'}-{page}", horizontal=True, gap="small"):
        icon = ":material/expand_less:" if unfolded else ":material/expand_more:"
        st.button(f"Filters ({number})", key=f"filters-{page}", icon=icon, on_click=turn)
        yield


def choice(label: str, names: Sequence[str], key: str, *, every: str = EVERY) -> str:
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
