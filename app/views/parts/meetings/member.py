"""Member: what the minutes say that one member moved, seconded, declared and attended."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import streamlit as st

from app.answers.answer import Citation
from app.answers.escaping import plain, visible
from app.answers.phrases import counted, in_a_sentence
from app.answers.wording import joined, short_day
from app.matters.research import Research
from app.meetings import Member
from app.meetings.meeting import address_of
from app.saved.follows import Follow, FollowKind
from app.views.parts.follows.following import offer_follow
from app.views.parts.links import name_page
from app.views.parts.meetings.address import MEETING, go_to, leave
from app.views.parts.rows import cut
from app.views.parts.source import show_source
from app.views.session.desk import Desk
from app.views.session.opened import Reading, beside
from app.views.widgets.table import show_table
from indexer.findings.events import VoteEvent
from indexer.findings.members.interests import Interest

LONGEST = 240
"""Characters of a text in a table; opening the row shows the page."""


def show_member(desk: Desk, one: Member) -> str:
    """Draws the page of a member; returns a sentence for the live region."""
    research, reading = desk.assistant().research, Reading("meetings")
    name_page(one.name)
    st.button("All members", icon=":material/arrow_back:", key="meetings-back", type="tertiary", on_click=leave)
    st.title(plain(one.name), anchor=False)
    with st.container(key="quiet-member"):
        st.text(visible(joined(one.organisation, *one.bodies)))
    offer_follow(desk, Follow(FollowKind.MEMBER, one.name, one.organisation, address=one.address), "member")
    st.text(f"Attended {counted(one.attended, 'meeting')} of the {len(one.attendance)} whose minutes name this member.")
    with beside("member") as panel:
        did = [*(("moved", event) for event in one.moved), *(("seconded", event) for event in one.seconded)]
        _motions(did, research, reading)
        _interests(one.declared, research, reading)
        _meetings(one)
        if reading.opened:
            with panel:
                show_source(desk, reading)
    return "The page is open." if reading.opened else "The member is shown."


def _motions(did: Sequence[tuple[str, VoteEvent]], research: Research, reading: Reading) -> None:
    rows = [
        [
            visible(in_a_sentence(event.title)) or "Without a title",
            how,
            short_day(event.section.meeting.held_on),
            event.outcome,
            cut(visible(_said(event)), LONGEST),
        ]
        for how, event in did
    ]
    columns = ("Item", "What they did", "Date", "Outcome", "Motion")
    _table("Moved and seconded", columns, rows, lambda row: _cited(research, did[row][1]), "moved", reading)


def _said(event: VoteEvent) -> str:
    return "; ".join(limb.rstrip(" ;") for limb in event.limbs) or event.proposal or event.result


def _cited(research: Research, event: VoteEvent) -> Citation | None:
    texts = (event.proposal, *event.limbs, event.result)
    found = (
        research.sources.cited(event.section, text, event.page, item=event.item, title=event.title)
        for text in texts
        if text
    )
    return next((one for one in found if one), None)


def _interests(declared: Sequence[Interest], research: Research, reading: Reading) -> None:
    rows = [
        [
            visible(cut(one.text, LONGEST)),
            short_day(one.section.meeting.held_on),
            visible(joined(one.kind, {"left": "left the room", "stayed": "stayed"}.get(one.leaving, ""))),
        ]
        for one in declared
    ]

    def cite(row: int) -> Citation | None:
        one = declared[row]
        return research.sources.cited(one.section, one.text, one.page, item=one.item)

    _table("Interests declared", ("Declaration", "Date", "Kind"), rows, cite, "declared", reading)


def _table(
    title: str,
    columns: Sequence[str],
    rows: Sequence[Sequence[str]],
    cite: Callable[[int], Citation | None],
    name: str,
    reading: Reading,
) -> None:
    """Draws rows that open where each was read; a row is looked for on its page when it is opened."""
    st.subheader(plain(title), anchor=False)
    if not rows:
        st.text("We found none in the minutes.")
        return
    names = [f"{name}-{number}" for number in range(len(rows))]

    def open_row(row: int) -> None:
        citation = cite(row)
        if citation is not None:
            reading.open(names[row], replace(citation, number=1))

    show_table(title, columns, rows, key=f"member-{name}", selected=reading.row_of(names), on_open=open_row)


def _meetings(one: Member) -> None:
    st.subheader("Meetings", anchor=False)
    rows = [
        [
            short_day(row.section.meeting.held_on) or "not stated",
            visible(row.section.meeting.body),
            row.capacity.value,
            visible(row.role),
        ]
        for row in one.attendance
    ]
    show_table(
        "Meetings whose minutes name this member",
        ("Date", "Committee", "Attendance", "Role"),
        rows,
        key="member-meetings",
        on_open=lambda row: go_to(MEETING, address_of(one.attendance[row].section.meeting)),
    )
