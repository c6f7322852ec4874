"""Table: rows as a real HTML table; the first cell of a row is the button that opens it. Text is never markup."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from app.views.widgets.scripts import script

MARKUP = '<div class="bp-table"></div>'


_mount = st.components.v2.component(
    "board_papers_table", html=MARKUP, js=script("stay", "made", "table"), isolate_styles=False
)


def show_table(
    caption: str,
    columns: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    key: str,
    selected: int = -1,
    on_open: Callable[[int], None] | None = None,
) -> None:
    """Draws the rows; with `on_open` the first cell of each is a button that calls it with the number of the row.

    `selected` is the open row, -1 for none.
    """

    def opened() -> None:
        number = getattr(st.session_state.get(key), "opened", None)
        if on_open is not None and isinstance(number, int | float) and 0 <= int(number) < len(rows):
            on_open(int(number))

    data = {
        "caption": caption,
        "columns": list(columns),
        "rows": [list(row) for row in rows],
        "selected": selected,
        "opens": on_open is not None,
    }
    _mount(key=key, data=data, height="content", on_opened_change=opened)
