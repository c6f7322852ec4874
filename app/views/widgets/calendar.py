"""Calendar: the months of a year as tables, each day with a meeting as a button."""

from __future__ import annotations

from calendar import monthrange
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

import streamlit as st

from app.answers.escaping import visible
from app.views.widgets.scripts import script

_mount = st.components.v2.component(
    "board_papers_calendar", html='<div class="bp-calendar"></div>', js=script("made", "calendar"), isolate_styles=False
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A meeting on a day: whose it was, and the address of its page."""

    day: date
    name: str
    address: str


def show_calendar(year: int, entries: Iterable[Entry], *, key: str, on_open: Callable[[str], None]) -> None:
    """Draws the year; calls `on_open` with the address of the meeting that is pressed."""
    days: dict[date, list[Entry]] = defaultdict(list)
    for one in entries:
        days[one.day].append(one)
    known = {one.address for found in days.values() for one in found}

    def pressed() -> None:
        address = getattr(st.session_state.get(key), "opened", None)
        if isinstance(address, str) and address in known:
            on_open(address)

    months = [_month(year, month, days) for month in range(1, 13)]
    _mount(key=key, data={"months": months}, height="content", on_opened_change=pressed)


def _month(year: int, month: int, days: dict[date, list[Entry]]) -> dict[str, object]:
    first, length = monthrange(year, month)
    meetings = {
        str(number): [{"name": visible(one.name), "address": one.address} for one in found]
        for number in range(1, length + 1)
        if (found := days.get(date(year, month, number)))
    }
    return {"name": f"{date(year, month, 1):%B %Y}", "first": first, "length": length, "meetings": meetings}
