"""Trace an issue: every step of a topic - on a timeline, in a list, and as a document to download."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

import streamlit as st

from app.answers.documents import Item
from app.answers.escaping import plain, readable, visible
from app.answers.filters import Filters
from app.answers.phrases import counted
from app.answers.sources import source_label
from app.answers.wording import joined, short_day
from app.exports import chronology_document, course_to_word
from app.exports.chronology import JUDGE, KEPT, OPEN
from app.matters.chronology import Chronology
from app.matters.promises import Promise, promise_text
from app.matters.research import Research
from app.matters.standing import position_items
from app.matters.steps import sitting, step_text
from app.saved.follows import Follow, FollowKind
from app.views.parts.announcer import announce
from app.views.parts.downloads import offer_downloads
from app.views.parts.follows.following import offer_follow
from app.views.parts.links import name_page
from app.views.parts.source import show_source
from app.views.parts.table import cut, show_table
from app.views.parts.timeline import show_timeline
from app.views.session.desk import Desk
from app.views.session.opened import Reading, beside
from corpus.papers import Meeting
from indexer.linking.matters import Matter
from retriever.matters import SURELY, matters_for

COLUMNS = ("Step", "Date", "Committee", "Item", "What the papers say")
IN_ADDRESS = "matter"
"""The parameter of the address that names a matter, so that a link leads to it."""

MOST_MATTERS = 20
LONGEST_TOPIC = 200
"""Characters of a topic that are read."""

SEVERAL = 2
"""Matters that are offered; those that came up at fewer meetings than this come last."""

LONGEST = 300
"""Characters of a quote in the list; opening the step shows the page with all of it."""


def trace_page(desk: Desk) -> None:
    """Draws the page."""
    reading = Reading("trace")
    st.title("Trace an issue", anchor=False)
    st.markdown("Enter a place, service or scheme to see everything that happened, in date order.")
    research = desk.assistant().research
    topic = _topic(research, reading)
    matter = _matter(research, topic)
    if matter:
        name_page(matter.title)
    if matter is None and not topic.strip():
        _live_matters(desk, reading)
        return
    with st.spinner("Reading the papers"):
        filters = Filters(organisation=matter.organisation) if matter else Filters()
        chronology = research.chronology(matter.title if matter else topic, filters=filters)
        position = research.position(matter) if matter else None
        standing = list(position_items(position, research.sources)) if position else []
    if not chronology.steps and not standing and (near := _beginning_so(research, topic)):
        st.subheader("Which of these?", anchor=False)
        _offers(near, reading)
        return
    if not chronology.steps and not standing:
        st.markdown("Nothing found. Try fewer words, or the name used in the papers.")
        announce("Nothing found.")
        return
    gaps = position.without_minutes if position else ()
    _summary(desk, chronology, standing, gaps)
    offer_follow(desk, _followed(matter, topic), "trace")
    with beside("trace") as right:
        _standing(matter.title if matter else "", standing, reading)
        _steps(chronology, reading)
        _promises(KEPT, chronology.kept, "kept", reading, JUDGE, mixed=chronology.mixed)
        _promises(OPEN, chronology.open, "open", reading, mixed=chronology.mixed)
        _gaps(gaps)
        with right:
            show_source(desk, reading)
    if reading.opened:
        announce("The page of the step is open.", source=reading.mark)
    else:
        announce(f"{len(chronology.steps)} steps.")


def _followed(matter: Matter | None, topic: str) -> Follow:
    """What a follow of this page is of."""
    if matter is None:
        return Follow(FollowKind.TOPIC, topic)
    return Follow(FollowKind.MATTER, matter.title, matter.organisation, address=matter.address)


def _topic(research: Research, reading: Reading) -> str:
    """What was chosen of the names of all matters, which the browser narrows down as one types, or typed freely."""
    names = list(_names(research))
    chosen = st.session_state.get("topic")
    # What was typed freely, or chosen before a sync, stays possible.
    if chosen and chosen not in names:
        names.append(chosen)
    found = st.selectbox(
        "Topic",
        names,
        index=None,
        key="topic",
        placeholder="Type part of a name, or any topic",
        accept_new_options=True,
        on_change=_typed,
        args=(reading,),
    )
    return str(found or "")[:LONGEST_TOPIC]


def _names(research: Research) -> dict[str, Matter]:
    """Every name of every matter, with the matter; the one that came up last has the plain name where two share it."""
    matters = research.matters()
    found: dict[str, Matter] = {}
    for matter in matters:
        name = visible(matter.title)
        if name not in found:
            found[name] = matter
        elif matter.organisation:
            found.setdefault(visible(f"{matter.title} ({matter.organisation})"), matter)
    for matter in matters:
        for other in matter.other_names:
            found.setdefault(visible(f"{other} ({matter.title})"), matter)
    return found


def _matter(research: Research, topic: str) -> Matter | None:
    """The matter in the address of the page, else the one that the topic surely means; its address is then shown."""
    address = str(st.query_params.get(IN_ADDRESS, ""))
    if address and not topic.strip():
        return research.matter(address)
    if chosen := _names(research).get(topic):
        st.query_params[IN_ADDRESS] = chosen.address
        return chosen
    fits = matters_for(topic, research.matters()) if topic.strip() else []
    meant = [fits[0].matter] if fits and fits[0].fit >= SURELY else _beginning_so(research, topic)
    if len(meant) != 1:
        st.query_params.pop(IN_ADDRESS, None)
        return None
    st.query_params[IN_ADDRESS] = meant[0].address
    return meant[0]


def _beginning_so(research: Research, topic: str) -> list[Matter]:
    """The matters of which a name has what was typed at the beginning of a word: "kings" of "Kingsmill Baths"."""
    part = f" {topic.casefold().strip()}"
    found = {matter.address: matter for name, matter in _names(research).items() if part in f" {name.casefold()}"}
    return list(found.values()) if part.strip() else []


def _typed(reading: Reading) -> None:
    """Forgets the matter of before when another topic is typed."""
    reading.close()
    st.query_params.pop(IN_ADDRESS, None)


def _live_matters(desk: Desk, reading: Reading) -> None:
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
    live = sorted(matters, key=lambda one: (len(one.days) < SEVERAL, -(one.last.toordinal() if one.last else 0)))
    if not live:
        st.markdown("We have no papers of this committee.")
        return
    st.subheader("Live matters", anchor=False)
    _offers(live, reading)


def _offers(matters: Sequence[Matter], reading: Reading) -> None:
    """Buttons for the first of some matters."""
    with st.container(key="offers-matters", gap="small"):
        for number, matter in enumerate(matters[:MOST_MATTERS]):
            meetings = counted(len(matter.days), "meeting")
            last = f", last on {short_day(matter.last)}" if matter.last else ""
            label = plain(f"{matter.title} ({meetings}{last})")
            st.button(label, key=f"matter-{number}", on_click=_choose, args=(matter, reading), width="stretch")


def _choose(matter: Matter, reading: Reading) -> None:
    reading.close()
    st.session_state["topic"] = None
    st.query_params[IN_ADDRESS] = matter.address


def _any(name: str) -> str:
    return name or "All"


def _standing(title: str, items: Sequence[Item], reading: Reading) -> None:
    """Where the matter stands, above its steps; each quote opens its page."""
    if not items:
        return
    st.header(plain(title), anchor=False)
    with st.container(key="standing", gap="small"):
        for number, item in enumerate(items):
            st.text(readable(item.lead))
            for place, citation in enumerate(item.citations):
                st.text(f"\u201c{visible(citation.quote)}\u201d")
                name = f"position-{number}-{place}"
                st.button(
                    plain(source_label(citation)),
                    key=name,
                    icon=":material/description:",
                    type="tertiary",
                    on_click=reading.open,
                    args=(name, replace(citation, number=1)),
                )


def _summary(desk: Desk, chronology: Chronology, standing: Sequence[Item], gaps: Sequence[Meeting]) -> None:
    steps, promises = counted(len(chronology.steps), "step"), counted(len(chronology.promises), "promise")
    still_open = f", {len(chronology.open)} still open" if chronology.promises else ""
    document = chronology_document(chronology, standing)
    word = partial(course_to_word, chronology, standing, gaps)
    offer_downloads(desk, f"{steps}, {promises}{still_open}", "chronology", document, word=word)


def _steps(chronology: Chronology, reading: Reading) -> None:
    steps, mixed = chronology.steps, chronology.mixed

    def open_step(number: int) -> None:
        reading.open(f"step-{number}", replace(steps[number].citations[0], number=number + 1))

    opened = reading.opened.button if reading.opened else ""
    chosen = next((number for number in range(len(steps)) if opened == f"step-{number}"), -1)
    show_timeline(steps, selected=chosen, on_open=open_step)
    rows = [
        [
            step.did.capitalize(),
            short_day(step.held_on) or "not stated",
            visible(_body(step.meeting, whose=mixed)),
            visible(step_text(step)),
            cut(visible(" / ".join(citation.quote for citation in step.citations)), LONGEST),
        ]
        for step in steps
    ]
    show_table("Steps, in date order", COLUMNS, rows, key="steps", selected=chosen, on_open=open_step)


def _promises(
    heading: str, promises: Sequence[Promise], name: str, reading: Reading, note: str = "", *, mixed: bool
) -> None:
    if not promises:
        return
    st.subheader(plain(heading), anchor=False)
    if note:
        st.text(note)
    opened = reading.opened.button if reading.opened else ""

    def open_promise(number: int) -> None:
        reading.open(f"{name}-{number}", replace(promises[number].citation, number=number + 1))

    rows = [
        [visible(sitting(one.meeting, whose=mixed)), visible(one.citation.quote), readable(promise_text(one))]
        for one in promises
    ]
    chosen = next((number for number in range(len(promises)) if opened == f"{name}-{number}"), -1)
    columns = ("Promised at", "What was promised", "What happened")
    show_table(heading, columns, rows, key=f"promises-{name}", selected=chosen, on_open=open_promise)


def _gaps(gaps: Sequence[Meeting]) -> None:
    """The meetings at which it came up and whose minutes we do not have."""
    if gaps:
        st.subheader("Meetings whose minutes we do not have", anchor=False)
        st.text("\n".join(visible(sitting(meeting)) for meeting in gaps))


def _body(meeting: Meeting, *, whose: bool) -> str:
    return joined(meeting.organisation if whose or not meeting.body else "", meeting.body)
