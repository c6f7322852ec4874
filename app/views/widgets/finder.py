"""Finder: a field that lists names while one types, and takes the first that fits, or whatever was typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from app.views.widgets.scripts import script

_mount = st.components.v2.component(
    "board_papers_finder", html='<div class="bp-finder"></div>', js=script("finder"), isolate_styles=False
)


def show_finder(
    label: str, names: Sequence[str], *, key: str, value: str, hint: str, on_choose: Callable[[str], None]
) -> None:
    """Draws the field with `value` in it; calls `on_choose` with the name that was chosen, or the words typed."""

    def chosen() -> None:
        name = getattr(st.session_state.get(key), "chosen", None)
        if isinstance(name, str):
            on_choose(name)

    data = {"label": label, "names": list(names), "value": value, "hint": hint}
    _mount(key=key, data=data, height="content", on_chosen_change=chosen)
