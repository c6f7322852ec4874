"""Choices: what is chosen on a page, in the address of the page, so that a link shows the same."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import streamlit as st

Choice = str | date | bool | None

DATES = ("since", "until")
"""Parameters that are days."""

TICKED, YES = ("routine",), "yes"
"""Parameters of boxes to tick, and the value of one that is ticked."""


def take_from_address(page: str, names: Iterable[str]) -> None:
    """Puts what the address names into the widgets of a page, where somebody came by a link; call it before them.

    The widget of a parameter has the key "page-parameter".
    """
    given = {name: str(st.query_params[name]) for name in names if name in st.query_params}
    if not given or given == st.session_state.get(_written(page)):
        return
    for name, value in given.items():
        known = _read(name, value)
        if known is not None:
            st.session_state[f"{page}-{name}"] = known


def put_in_address(page: str, chosen: dict[str, Choice]) -> None:
    """Puts what is chosen now into the address, and nothing for what is not."""
    written = {name: _in_words(value) for name, value in chosen.items() if value}
    for name in chosen:
        if name in written:
            st.query_params[name] = written[name]
        else:
            st.query_params.pop(name, None)
    st.session_state[_written(page)] = written


def _written(page: str) -> str:
    """Where the parameters are kept that the page itself has put there."""
    return f"address-{page}"


def _in_words(value: Choice) -> str:
    if isinstance(value, bool):
        return YES
    return value.isoformat() if isinstance(value, date) else str(value)


def _read(name: str, value: str) -> Choice:
    """The value of a widget; None for what a link has wrong."""
    if name in TICKED:
        return value == YES
    if name not in DATES:
        return value
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None
