"""Completion: names of the papers that the visitor may be typing, offered above the field of the question."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from app.answers.escaping import visible
from app.meetings import Name
from app.views.widgets.scripts import script

MOST = 4000
"""Names that are sent to the browser; more would make the page slow to load."""

_mount = st.components.v2.component(
    "board_papers_completion", html='<div class="bp-names"></div>', js=script("completion"), isolate_styles=False
)


def offer_names(names: Iterable[Name], *, key: str) -> None:
    """Offers the names that begin as the word does that is being typed; the browser looks for them itself.

    Puts the focus into the field when the page opens.
    """
    rows = [[visible(one.text), one.kind.value, visible(one.spelt_out)] for one in names]
    _mount(key=key, data={"names": rows[:MOST]}, height="content")
