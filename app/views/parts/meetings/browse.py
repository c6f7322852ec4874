"""Browse: the meetings of a committee as a list and as a calendar, and the members."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from app.answers.escaping import visible
from app.answers.phrases import counted
from app.answers.wording import joined, short_day
from app.meetings import Member, Proceedings, Session
from app.views.parts.meetings.address import MEETING, MEMBER, go_to
from app.views.parts.meetings.coming import show_coming
from app.views.parts.rows import choice
from app.views.session.desk import Desk
from app.views.widgets.calendar import Entry, show_calendar
from app.views.widgets.table import show_table

LIST, CALENDAR, MEMBERS, COMING = "List", "Calendar", "Members", "Coming up"


def browse(desk: Desk, held: Proceedings) -> str:
    """Draws the lists; returns a sentence for the live region."""
    with st.container(key="controls-meetings", horizontal=True, gap="small", vertical_alignment="bottom"):
        organisations = list(dict.fromkeys(organisation for organisation, _ in held.bodies))
        organisation = choice("Organisation", organisations, "meetings-organisation")
        bodies = sorted({body for whose, body in held.bodies if organisation in ("", whose) and body})
        body = choice("Committee", bodies, "meetings-body")
        view = str(st.radio("Show as", [LIST, CALENDAR, MEMBERS, COMING], horizontal=True, key="meetings-view"))
    if view == MEMBERS:
        return _members([one for one in held.members if _fits(one, organisation, body)])
    if view == COMING:
        return show_coming(desk, organisation, body)
    found = _sessions(held.of_body(organisation, body), view)
    _missing(held, organisation, body)
    return f"{counted(len(found), 'meeting')}."


def _sessions(held: Sequence[Session], view: str) -> list[Session]:
    """Draws the meetings of a year as a list or a calendar; returns them."""
    years = list(dict.fromkeys(str(one.meeting.held_on.year) for one in held if one.meeting.held_on))
    year = choice("Year", years, "meetings-year") if view == LIST else _year(years)
    found = [one for one in held if not year or str(one.meeting.held_on).startswith(year)]
    if view == CALENDAR and year:
        _calendar(found, int(year))
    else:
        _list(found)
    return found


def _calendar(found: Sequence[Session], year: int) -> None:
    entries = [Entry(one.meeting.held_on, _whose(one), one.address) for one in found if one.meeting.held_on]
    show_calendar(year, entries, key="meetings-calendar", on_open=lambda address: go_to(MEETING, address))


def _year(years: Sequence[str]) -> str:
    if not years:
        return ""
    if st.session_state.get("meetings-calendar-year") not in years:
        st.session_state["meetings-calendar-year"] = years[0]
    return str(st.selectbox("Year", years, key="meetings-calendar-year"))


def _list(found: Sequence[Session]) -> None:
    rows = [
        [
            short_day(one.meeting.held_on),
            visible(_whose(one)),
            counted(len(one.decisions), "decision") if one.decisions else "none found",
            "yes" if one.minutes else "no",
            counted(len(one.papers), "paper") if one.papers else "none",
        ]
        for one in found
    ]
    show_table(
        f"{counted(len(found), 'meeting').capitalize()}, the latest first",
        ("Date", "Committee", "Decisions", "Minutes", "Papers"),
        rows,
        key="meetings-list",
        on_open=lambda row: go_to(MEETING, found[row].address),
    )


def _members(found: Sequence[Member]) -> str:
    several = len({one.organisation for one in found}) > 1
    rows = [
        [
            visible(one.name),
            visible(joined(", ".join(one.bodies), one.organisation if several else "")),
            str(one.attended),
            str(len(one.moved)),
            str(len(one.seconded)),
            str(len(one.declared)),
        ]
        for one in found
    ]
    show_table(
        f"{counted(len(found), 'member').capitalize()} named in minutes, by surname",
        ("Member", "Committees", "Meetings", "Moved", "Seconded", "Interests"),
        rows,
        key="meetings-members",
        on_open=lambda row: go_to(MEMBER, found[row].address),
    )
    return f"{counted(len(found), 'member')}."


def _missing(held: Proceedings, organisation: str, body: str) -> None:
    found = [one for one in held.missing if organisation in ("", one.organisation) and body in ("", one.body)]
    if not found:
        return
    label = f"{counted(len(found), 'meeting').capitalize()} may be missing"
    with st.expander(label, key="meetings-missing", icon=":material/event_busy:"):
        st.text("We worked this out from the papers, so it may be wrong or incomplete.")
        for one in found:
            st.text(visible(f"{joined(one.organisation, one.body)}: {one.why}"))


def _fits(one: Member, organisation: str, body: str) -> bool:
    return organisation in ("", one.organisation) and (not body or body in one.bodies)


def _whose(one: Session) -> str:
    return one.meeting.body or one.meeting.organisation
