"""Address: the parameters of the page Meetings, so that every list, meeting and member has a link."""

from __future__ import annotations

import streamlit as st

MEETING, MEMBER = "meeting", "member"


def named(parameter: str) -> str:
    """The value of a parameter, "" for none."""
    return str(st.query_params.get(parameter, ""))


def go_to(parameter: str, value: str) -> None:
    """Shows a meeting or a member."""
    leave()
    st.query_params[parameter] = value


def leave() -> None:
    """Shows the lists again."""
    for parameter in (MEETING, MEMBER):
        st.query_params.pop(parameter, None)
