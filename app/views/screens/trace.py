"""Trace an issue: a matter or a topic is chosen or typed, and everything that happened with it shown."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from app.answers.escaping import plain, visible
from app.answers.filters import Filters
from app.answers.phrases import counted
from app.answers.wording import short_day
from app.matters.research import Research
from app.matters.standing import position_items, told_apart
from app.saved.follows import Follow, FollowKind
from app.views.parts.course import Course, show_course
from app.views.parts.links import name_page
from app.views.session.desk import Desk
from app.views.session.opened import Reading
from app.views.widgets.announcer import announce
from app.views.widgets.finder import show_finder
from indexer.linking.matters import Matter
from retriever.matters import SURELY, matters_for

IN_ADDRESS, TYPED = "matter", "topic"
"""The parameters of the address that name a matter, or words that were typed, so that a link leads to them."""

MOST_MATTERS = 20
LONGEST_TOPIC = 200
"""Characters of a topic that are read."""

SEVERAL = 2
"""Meetings at which a live issue came up."""


def trace_page(desk: Desk) -> None:
    """Draws the page."""
    reading = Reading("trace")
    st.title("Trace an issue", anchor=False)
    st.markdown("Enter a place, service or scheme to see everything that happened, in date order.")
    research = desk.assistant().research
    topic, matter = _chosen(research)
    _finder(research, matter.title if matter else topic, reading)
    if matter:
        name_page(matter.title)
    if matter is None and not topic:
        _live_issues(desk, reading)
        return
    if matter is None and (same := _of_title(research, topic)):
        _which(same, reading)
        return
    with st.spinner("Reading the papers"):
        course = _course(research, topic, matter)
    if course.chronology.steps or course.standing:
        show_course(desk, course, _followed(matter, topic), reading)
    elif near := _beginning_so(research, topic):
        _which(near, reading)
    else:
        st.markdown("Nothing found. Try fewer words, or the name used in the papers.")
        announce("Nothing found.")


def _followed(matter: Matter | None, topic: str) -> Follow:
    """What a follow of this page is of."""
    if matter is None:
        return Follow(FollowKind.TOPIC, topic)
    return Follow(FollowKind.MATTER, matter.title, matter.organisation, address=matter.address)


def _course(research: Research, topic: str, matter: Matter | None) -> Course:
    filters = Filters(organisation=matter.organisation) if matter else Filters()
    title = matter.title if matter else topic
    chronology = research.chronology(title, filters=filters, matter=matter)
    position = research.position(matter) if matter else None
    standing = tuple(position_items(position, research.sources)) if position else ()
    return Course(title, chronology, standing, research.without_minutes(chronology, position))


def _finder(research: Research, shown: str, reading: Reading) -> None:
    """The field in which a matter is chosen by its name, or any topic typed."""

    def choose(name: str) -> None:
        reading.close()
        st.query_params.pop(IN_ADDRESS, None)
        st.session_state["topic"] = name[:LONGEST_TOPIC]

    hint = "Type part of a name, or any topic"
    show_finder("Topic", list(_names(research)), key="finder", value=shown, hint=hint, on_choose=choose)


def _chosen(research: Research) -> tuple[str, Matter | None]:
    """The words that were typed or chosen, or came by a link, and the matter that they or the address mean."""
    topic = str(st.session_state.get("topic") or "").strip()
    address = str(st.query_params.get(IN_ADDRESS, ""))
    if address and not topic:
        return "", research.matter(address)
    topic = topic or str(st.query_params.get(TYPED, "")).strip()[:LONGEST_TOPIC]
    matter = _meant(research, topic) if topic else None
    if matter:
        st.query_params.pop(TYPED, None)
        st.query_params[IN_ADDRESS] = matter.address
    elif topic:
        st.query_params.pop(IN_ADDRESS, None)
        st.query_params[TYPED] = topic
    return topic, matter


def _meant(research: Research, topic: str) -> Matter | None:
    """The matter of that name, else the one that the words surely mean, or alone begin so."""
    if chosen := _names(research).get(topic):
        return chosen
    if _of_title(research, topic):
        return None  # of several matters of one name none is meant for sure
    fits = matters_for(topic, research.matters())
    meant = [fits[0].matter] if fits and fits[0].fit >= SURELY else _beginning_so(research, topic)
    return meant[0] if len(meant) == 1 else None


def _of_title(research: Research, topic: str) -> list[Matter]:
    """The matters of a title that several have, such as those of two councils; none where one alone has it."""
    same = [one for one in research.matters() if one.title.casefold() == topic.casefold()]
    return same if len(same) > 1 else []


def _names(research: Research) -> dict[str, Matter]:
    """Every name of every matter, with the matter; a name that two share is that of the one that came up last."""
    matters = research.matters()
    titles = told_apart(matters)
    found: dict[str, Matter] = {}
    for matter in matters:
        found.setdefault(visible(titles[matter.address]), matter)
    for matter in matters:
        for other in matter.other_names:
            found.setdefault(visible(f"{other} ({titles[matter.address]})"), matter)
    return found


def _beginning_so(research: Research, topic: str) -> list[Matter]:
    """The matters of which a name has what was typed at the beginning of a word: "kings" of "Kingsmill Baths"."""
    part = f" {topic.casefold().strip()}"
    found = {matter.address: matter for name, matter in _names(research).items() if part in f" {name.casefold()}"}
    return list(found.values()) if part.strip() else []


def _live_issues(desk: Desk, reading: Reading) -> None:
    """The matters that came up last, to choose from, of one committee or of all."""
    assistant = desk.assistant()
    organisations = assistant.organisations()
    with st.container(key="controls-matters", horizontal=True):
        organisation = str(st.selectbox("Organisation", ["", *organisations], format_func=_any, key="trace-org"))
        bodies = ["", *assistant.bodies(organisation)]
        if st.session_state.get("trace-body") not in bodies:
            st.session_state["trace-body"] = ""
        body = str(st.selectbox("Committee", bodies, format_func=_any, key="trace-body"))
    matters = assistant.research.matters(filters=Filters(organisation=organisation, body=body))
    # What came up once is no issue that goes on; it is shown where a committee has nothing else.
    live = [one for one in matters if len(one.days) >= SEVERAL] or matters
    if not live:
        st.markdown("We have no papers of this committee.")
        return
    st.subheader("Live issues", anchor=False)
    _offers(live, reading)


def _which(matters: Sequence[Matter], reading: Reading) -> None:
    """Draws the matters that the words may mean."""
    st.subheader("Which of these?", anchor=False)
    _offers(matters, reading)
    announce("Choose one of these.")


def _offers(matters: Sequence[Matter], reading: Reading) -> None:
    """Buttons for the first of some matters."""
    titles = told_apart(matters)
    with st.container(key="offers-matters", gap="small"):
        for number, matter in enumerate(matters[:MOST_MATTERS]):
            meetings = counted(len(matter.days), "meeting")
            last = f", last on {short_day(matter.last)}" if matter.last else ""
            label = plain(f"{titles[matter.address]} ({meetings}{last})")
            st.button(label, key=f"matter-{number}", on_click=_choose, args=(matter, reading), width="stretch")


def _choose(matter: Matter, reading: Reading) -> None:
    reading.close()
    st.session_state["topic"] = ""
    st.query_params.pop(TYPED, None)
    st.query_params[IN_ADDRESS] = matter.address


def _any(name: str) -> str:
    return name or "All"
