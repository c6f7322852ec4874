"""Visit: when this browser was on a page before, which it stores itself and nobody else sees."""

from __future__ import annotations

from datetime import UTC, datetime

import streamlit as st

from app.views.widgets.scripts import script

MARKUP = '<span class="bp-visit" hidden></span>'


_mount = st.components.v2.component("board_papers_visit", html=MARKUP, js=script("visit"), isolate_styles=False)


def last_visit(key: str) -> datetime | None:
    """When this browser was here before; None on a first visit, and until the browser has answered."""
    said = _mount(key=key, default={"last": ""}, on_last_change=lambda: None)
    return moment_of(getattr(said, "last", ""))


def moment_of(said: object) -> datetime | None:
    """The moment that a browser gives, None for anything else: whoever is at the browser can send any text."""
    try:
        moment = datetime.fromisoformat(said) if isinstance(said, str) else None
    except ValueError:
        return None
    return moment if moment and moment.tzinfo and moment <= datetime.now(UTC) else None
