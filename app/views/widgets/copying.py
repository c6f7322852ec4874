"""Copying: a menu that puts an answer on the clipboard, as text, Markdown or HTML."""

from __future__ import annotations

import streamlit as st

from app.views.widgets.scripts import script

_mount = st.components.v2.component(
    "board_papers_copying", html='<div class="bp-copy"></div>', js=script("made", "copying"), isolate_styles=False
)


def offer_copies(*, text: str, markdown: str, html: str, key: str) -> None:
    """Draws the menu; HTML is copied beside plain text, so that a word processor takes one and a field the other."""
    _mount(key=key, data={"text": text, "markdown": markdown, "html": html}, height="content", width="content")
