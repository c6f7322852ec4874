"""Visitor: the random id by which a browser finds its conversations again; it does not identify a person."""

from __future__ import annotations

import re
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode

import streamlit as st

VISITOR_HEADER = "board-papers-visitor"
"""The header in which guards.py tells the pages whose browser it is.

What a browser sends under this name is dropped.
"""

COOKIE = "board_papers_visitor"
BYTES = 32

A_YEAR = 365 * 24 * 60 * 60
"""Seconds for which a browser keeps the id of its visitor, and with it the list of their conversations."""


def new_visitor() -> str:
    """A random id that nobody guesses."""
    return secrets.token_urlsafe(BYTES)


def is_visitor(text: str) -> bool:
    """True for exactly the form of an id that we give: 32 bytes, written in the one way that we write them."""
    if re.fullmatch(r"[\w-]{43}", text, re.ASCII) is None:
        return False
    return urlsafe_b64encode(urlsafe_b64decode(f"{text}=")).decode().rstrip("=") == text


def cookie_name(origin: str, base: str = "") -> str:
    """The name of the cookie for the pages at this origin, under this base path.

    It holds the port, since a browser sends the cookies of a host to all its ports. Under https the browser itself sees
    to it that no other host has set it.
    """
    scheme, _, host = origin.partition("://")
    port = re.search(r":(\d+)$", host)
    name = f"{COOKIE}_{port[1] if port else scheme}{re.sub(r'[^0-9A-Za-z]', '_', base)}"
    return f"__Host-{name}" if scheme == "https" else name


def cookie_of(visitor: str, origin: str, base: str = "") -> str:
    """The cookie with this id, as the value of Set-Cookie."""
    secure = "; Secure" if origin.startswith("https:") else ""
    path = "/" if secure else base or "/"  # what begins with __Host- must hold for all paths
    name = cookie_name(origin, base)
    return f"{name}={visitor}; Path={path}; Max-Age={A_YEAR}; HttpOnly; SameSite=Strict{secure}"


def visitor() -> str:
    """The id of this visitor: the browser's, or where it keeps no cookies one for as long as the page is open.

    An id that was renewed while the page is open goes before the one that the browser came with.
    """
    if "visitor" not in st.session_state:
        kept = str(st.context.headers.get(VISITOR_HEADER) or "")
        st.session_state["visitor"] = kept if is_visitor(kept) else new_visitor()
    own: str = st.session_state["visitor"]
    return own
