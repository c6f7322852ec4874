"""Session: one meeting - its business with what was decided, its papers, who attended, what is missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from app.answers.answer import Citation
from app.answers.escaping import plain, visible
from app.answers.phrases import counted, in_a_sentence
from app.answers.wording import KINDS, joined, short_day, sitting
from app.matters.research import Research
from app.meetings import Business, Proceedings, Session
from app.meetings.members import MEMBERS
from app.saved.follows import Follow, FollowKind
from app.views.parts.follows.following import offer_follow
from app.views.parts.links import link_to, name_page
from app.views.parts.meetings.address import MEETING, MEMBER, go_to, leave
from app.views.parts.rows import cut
from app.views.parts.source import show_source
from app.views.session.desk import Desk
from app.views.session.opened import Reading, beside
from app.views.session.serving import paper_link
from app.views.widgets.table import show_table
from indexer.findings.minutes import Decision
from indexer.sections.section import Section, SectionKind

LONGEST = 240
"""Characters of a decision in the table; opening the row shows the page."""


def show_session(desk: Desk, one: Session, held: Proceedings) -> str:
    """Draws the meeting; returns a sentence for the live region."""
    research, reading = desk.assistant().research, Reading("meetings")
    meeting = one.meeting
    name = sitting(meeting)
    name_page(joined(meeting.body or meeting.organisation, short_day(meeting.held_on)))
    _around(one, held)
    st.title(plain(name), anchor=False)
    about = meeting.organisation if meeting.body else ""
    if about:
        with st.container(key="quiet-meeting"):
            st.text(visible(about))
    offer_follow(
        desk,
        Follow(FollowKind.BODY, meeting.body or meeting.organisation, meeting.organisation, meeting.body),
        "meeting",
    )
    for missing in one.missing:
        st.text(visible(missing))
    with beside("meeting") as panel:
        _business(one, research, reading)
        _papers(one)
        _attendance(one, held)
        if reading.opened:
            with panel:
                _matter(one, research, reading)
                show_source(desk, reading)
    return "The page is open." if reading.opened else "The meeting is shown."


def _around(one: Session, held: Proceedings) -> None:
    """Draws the way back, and to the meetings of the same committee before and after."""
    own = held.of_body(one.meeting.organisation, one.meeting.body)
    place = next(number for number, other in enumerate(own) if other.address == one.address)
    with st.container(key="controls-meeting", horizontal=True, gap="small"):
        st.button("All meetings", icon=":material/arrow_back:", key="meetings-back", type="tertiary", on_click=leave)
        for label, at in (("Earlier meeting", place + 1), ("Later meeting", place - 1)):
            if 0 <= at < len(own):
                st.button(label, key=label, type="tertiary", on_click=go_to, args=(MEETING, own[at].address))


def _business(one: Session, research: Research, reading: Reading) -> None:
    items = [item for item in one.business if item.decisions or _reports(item)]
    if not items:
        return
    names = [f"{one.address}-{number}" for number in range(len(items))]
    reading.steps = _numbered(names, [_cited(item, research) for item in items])

    def open_item(row: int) -> None:
        citation = dict(reading.steps).get(names[row])
        if citation is not None:
            reading.open(names[row], citation)

    show_table(
        _counts(items),
        ("Item", "Decision", "Papers"),
        [[_title(item), _decided(item), visible("; ".join(map(_paper, item.papers)))] for item in items],
        key="meeting-business",
        selected=reading.row_of(names),
        on_open=open_item,
    )


def _numbered(names: Sequence[str], cited: Sequence[Citation | None]) -> list[tuple[str, Citation]]:
    """The items that can be read, each with the number of its source."""
    found = [(name, one) for name, one in zip(names, cited, strict=True) if one]
    return [(name, replace(one, number=n)) for n, (name, one) in enumerate(found, 1)]


def _counts(items: Sequence[Business]) -> str:
    decided = sum(len(item.decisions) for item in items)
    return joined(counted(len(items), "item").capitalize(), counted(decided, "decision") if decided else "")


def _reports(item: Business) -> list[Section]:
    return [one for one in item.papers if one.kind is not SectionKind.FRONT_SHEET]


def _title(item: Business) -> str:
    return visible(". ".join(part for part in (item.item, in_a_sentence(item.title)) if part)) or "Without a title"


def _decided(item: Business) -> str:
    return cut(visible("; ".join(f"{_outcome(one)}{one.text.rstrip(' ;')}" for one in item.decisions)), LONGEST)


def _outcome(decision: Decision) -> str:
    return "" if decision.outcome == "other" else f"{decision.outcome}: "


def _paper(section: Section) -> str:
    """Report, pages 5 to 7."""
    last = section.page_end or section.page
    pages = f"page {section.page}" if last == section.page else f"pages {section.page} to {last}"
    return joined(KINDS[section.kind].partition(" (")[0], pages if section.page else "")


def _cited(item: Business, research: Research) -> Citation | None:
    """Where the item is best read: what was decided, else the title of its first paper that is on its page."""
    decided = (research.sources.of_decision(one) for one in item.decisions)
    titled = (research.sources.cited(one, one.title, one.page, item=one.item) for one in item.papers if one.title)
    return next((one for one in (*decided, *titled) if one), None)


def _matter(one: Session, research: Research, reading: Reading) -> None:
    """Draws the link to everything that happened on the matter of the open item, where it has one."""
    passage = reading.opened.citation.passage if reading.opened else None
    matter = research.matter_at(passage.section, passage.item) if passage else None
    if matter is not None:
        with st.container(key="controls-matter"):
            link_to(
                "trace", f"See all that happened: {matter.title}", icon=":material/timeline:", matter=matter.address
            )


def _papers(one: Session) -> None:
    """Draws a link to each file of the meeting, at the page where it begins."""
    found: dict[str, Section] = {}
    for section in sorted((*one.minutes, *one.papers), key=lambda own: own.page or 0):
        found.setdefault(section.paper.file, section)
    if not found:
        return
    st.subheader("Files", anchor=False)
    with st.container(key="controls-files", gap="xsmall"):
        for file, section in found.items():
            kind = "Minutes" if section in one.minutes else KINDS[section.kind]
            label = joined(kind, file.rsplit("/", 1)[-1], f"page {section.page}" if section.page else "")
            st.link_button(
                plain(label, most=110), paper_link(file, section.page), icon=":material/open_in_new:", type="tertiary"
            )


def _attendance(one: Session, held: Proceedings) -> None:
    if not one.attendance:
        return
    st.subheader("Who attended", anchor=False)
    members = [row for row in one.attendance if row.capacity in MEMBERS]
    others = [row for row in one.attendance if row.capacity not in MEMBERS]

    def open_member(row: int) -> None:
        member = next((member for member in held.members if members[row] in member.attendance), None)
        if member is not None:
            go_to(MEMBER, member.address)

    show_table(
        "Members; select a name to see what they moved, seconded and declared",
        ("Member", "Attendance", "Role"),
        [[visible(row.name), row.capacity.value, _role(row.role, chair=row.chair)] for row in members],
        key="meeting-members",
        on_open=open_member,
    )
    if others:
        st.text(visible(f"Also there: {'; '.join(joined(row.name, row.role) for row in others)}"))


def _role(role: str, *, chair: bool) -> str:
    return visible(joined(role, "in the chair" if chair and "chair" not in role.lower() else ""))
