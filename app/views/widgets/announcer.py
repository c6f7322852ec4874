"""Announcer: live regions of the page, so that a screen reader reads out what changed."""

from __future__ import annotations

import streamlit as st

from app.views.widgets.scripts import script

MARKUP = '<div role="status" aria-live="polite" class="visually-hidden"></div>'

_mount = st.components.v2.component("board_papers_announcer", html=MARKUP, js=script("announcer"), isolate_styles=False)


def announce(message: str, *, question: int = -1, source: str = "") -> None:
    """Announces a sentence of ours; scrolls once to a new `question`, and leads the keyboard to a new `source`.

    None of them may contain text from a paper or a model.
    """
    _mount(key="announcer", data={"message": message, "question": question, "source": source}, height="content")


def announce_page(message: str, *, mark: bool = False) -> None:
    """Announces a sentence of ours about the open source, when only that part of the page is redrawn.

    With `mark` the source scrolls to its highlighted words.
    """
    _mount(key="page-announcer", data={"message": message, "mark": mark}, height="content")
