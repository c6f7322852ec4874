"""Visitor: the random id by which a browser finds its own conversations again; it says nothing of who sits before it."""

from __future__ import annotations

import re
import secrets

import streamlit as st

VISITOR = "board_papers_visitor"
"""Name of the cookie; serving.py sets it, no script can read it."""

BYTES = 32


def new_visitor() -> str:
    """A random id that nobody guesses."""
    return secrets.token_urlsafe(BYTES)


def is_visitor(text: str) -> bool:
    """True for the form of an id that we gave."""
    return re.fullmatch(r"[\w-]{43}", text, re.ASCII) is not None


def visitor() -> str:
    """The id of this visitor: the browser's, or where it keeps no cookies one for as long as the page is open."""
    kept = str(st.context.cookies.get(VISITOR, ""))
    if is_visitor(kept):
        return kept
    own: str = st.session_state.setdefault("visitor", new_visitor())
    return own
