"""Table: rows as a real HTML table; the first cell of a row is the button that opens it. Text is never markup.

Beside it what pages with a table share: a filter over its rows, the buttons that turn its pages, a long text cut.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

MARKUP = '<div class="bp-table"></div>'

SCRIPT = """
export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".bp-table");
  if (!root) return;
  const made = (tag, text, where) => {
    const node = document.createElement(tag);
    if (text) node.textContent = text;
    where.append(node);
    return node;
  };
  const content = JSON.stringify([data.caption, data.columns, data.rows]);
  if (root.dataset.content !== content) {
    root.dataset.content = content;
    root.replaceChildren();
    const table = made("table", "", root);
    made("caption", data.caption, table);
    if (!data.opens) {
      // what has no button inside must take the focus itself, or the keyboard could not scroll it
      root.tabIndex = 0;
      root.setAttribute("role", "group");
      root.setAttribute("aria-label", data.caption);
    }
    const head = made("tr", "", made("thead", "", table));
    for (const name of data.columns) made("th", name, head).scope = "col";
    const body = made("tbody", "", table);
    for (const [number, cells] of data.rows.entries()) {
      const row = made("tr", "", body);
      for (const [column, text] of cells.entries()) {
        const cell = made(column ? "td" : "th", "", row);
        if (!column) cell.scope = "row";
        cell.dataset.name = data.columns[column];
        if (column || !data.opens) { cell.textContent = text; continue; }
        const button = made("button", text, cell);
        button.type = "button";
        button.dataset.row = String(number);
      }
    }
  }
  for (const button of root.querySelectorAll("button[data-row]")) {
    const number = Number(button.dataset.row);
    const open = number === data.selected;
    button.setAttribute("aria-pressed", String(open));
    button.closest("tr").classList.toggle("bp-open", open);
    button.onclick = () => setTriggerValue("opened", number);
  }
  const before = root.dataset.selected;
  root.dataset.selected = String(data.selected);
  const giveBack = (tries) => {
    if (document.activeElement === document.body)
      root.querySelector('button[data-row="' + Number(before) + '"]')?.focus();
    else if (tries && document.activeElement.closest(".st-key-source, .st-key-panel"))
      setTimeout(giveBack, 100, tries - 1);
  };
  if (data.selected < 0 && before > -1) giveBack(20);
}
"""
"""Redraws the rows only if they changed, so that the pressed button keeps the focus. When what it opened closes, gives
the focus back to it; that may disappear from the page a moment later than the rows are drawn, so it tries again."""

_mount = st.components.v2.component("board_papers_table", html=MARKUP, js=SCRIPT, isolate_styles=False)


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


def choice(label: str, names: Sequence[str], key: str, *, every: str = "All") -> str:
    """Draws a filter and returns the name chosen, "" for all; a name that is no longer there counts as all."""
    if st.session_state.get(key) not in (None, every, *names):
        st.session_state[key] = every
    chosen = st.selectbox(label, [every, *names], key=key)
    return "" if chosen == every else str(chosen)


def page_of(count: int, key: str, size: int) -> tuple[int, int]:
    """The number of the page of a table that is shown, and of its last, both from 0; `key` is where it is kept."""
    last = max(0, count - 1) // size
    return min(int(st.session_state.get(key, 0)), last), last


def turning(number: int, last: int, key: str, container: str) -> None:
    """Draws the buttons that turn the pages of a table, where it has more than one."""

    def turn(step: int) -> None:
        st.session_state[key] = min(last, max(0, number + step))

    if last:
        with st.container(key=container, horizontal=True, gap="small"):
            st.button("Newer", icon=":material/chevron_left:", on_click=turn, args=(-1,), disabled=number == 0)
            st.button("Older", icon=":material/chevron_right:", on_click=turn, args=(1,), disabled=number == last)


def cut(text: str, longest: int) -> str:
    """The text, or its first words and an ellipsis where it is longer."""
    return text if len(text) <= longest else f"{text[:longest].rsplit(' ', 1)[0]} \u2026"
