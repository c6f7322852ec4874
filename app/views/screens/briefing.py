"""Get up to speed: a one-page briefing on a committee or a topic, to read, print or download."""

from __future__ import annotations

import streamlit as st

from app.answers.documents import Document
from app.answers.escaping import plain, visible
from app.meetings import NameKind
from app.views.parts.downloads import offer_downloads
from app.views.parts.links import name_page
from app.views.parts.source import show_source
from app.views.session.choices import put_in_address, take_from_address
from app.views.session.desk import Assistant, Desk
from app.views.session.opened import Reading, beside
from app.views.widgets.announcer import announce
from app.views.widgets.finder import show_finder
from app.views.widgets.words import numbered_citations, show_document

A_BODY, A_TOPIC = "A committee", "A topic"
ROWS = 3
"""Rows of each part that are shown before "Show more", so that all parts are on one screen."""

OF_A_TOPIC = (NameKind.MATTER, NameKind.ACRONYM)
"""The names in the papers that a topic may be."""

LONGEST_TOPIC = 200
"""Characters of a topic that are read."""

PARAMETERS = ("org", "body", "on", "topic")
"""What the address of the page can name."""


def briefing_page(desk: Desk) -> None:
    """Draws the page."""
    reading = Reading("briefing")
    st.title("Get up to speed", anchor=False)
    take_from_address("briefing", PARAMETERS)
    if st.session_state.get("briefing-on") not in (None, A_BODY, A_TOPIC):  # a link may have anything
        st.session_state["briefing-on"] = A_BODY
    st.markdown("Read a short briefing on a committee or a topic, with sources.")
    with st.container(key="controls-briefing-of", horizontal=True, gap="small", vertical_alignment="bottom"):
        about = st.radio("Briefing on", [A_BODY, A_TOPIC], horizontal=True, key="briefing-on", on_change=reading.close)
        document = _on_body(desk.assistant(), reading) if about == A_BODY else _on_topic(desk.assistant(), reading)
    of_body = {"org": st.session_state.get("briefing-org"), "body": st.session_state.get("briefing-body")}
    of_topic = {"on": A_TOPIC, "topic": st.session_state.get("briefing-topic")}
    nothing = dict.fromkeys(PARAMETERS)
    put_in_address("briefing", nothing | (of_body if about == A_BODY else of_topic))
    if document is None:
        return
    name_page(document.title.removeprefix("Briefing: "))
    reading.steps = [(str(one.number), one) for one in numbered_citations(document)]
    with beside("briefing") as panel:
        st.header(plain(document.title), anchor=False)
        opened = reading.opened.button if reading.opened else ""
        show_document(document, key="words-briefing", opened=opened, on_open=reading.open, rows=ROWS)
        offer_downloads(desk, "You can also print this page from your browser.", "briefing", document)
        with panel:
            show_source(desk, reading)
    if reading.opened:
        announce("The page of the statement is open.", source=reading.opened.button)
    else:
        announce("The briefing is shown.")


def _on_body(assistant: Assistant, reading: Reading) -> Document | None:
    organisations = assistant.organisations()
    organisation = ""
    if organisations:
        organisation = _choice("Organisation", organisations, "briefing-org", reading)
    bodies = assistant.bodies(organisation)
    if not bodies:
        st.markdown("The papers do not name any committee.")
        return None
    body = _choice("Committee", bodies, "briefing-body", reading)
    with st.spinner("Reading the papers"):
        return assistant.research.briefing_on_body(organisation, body)


def _choice(label: str, names: list[str], key: str, reading: Reading) -> str:
    """The name chosen; the first name if the papers no longer have the one chosen before."""
    if st.session_state.get(key) not in names:
        st.session_state[key] = names[0]
    return str(st.selectbox(label, names, key=key, on_change=reading.close))


def _on_topic(assistant: Assistant, reading: Reading) -> Document | None:
    topic = str(st.session_state.get("briefing-topic") or "").strip()

    def choose(name: str) -> None:
        reading.close()
        st.session_state["briefing-topic"] = name[:LONGEST_TOPIC]

    names = [visible(one.text) for one in assistant.research.names() if one.kind in OF_A_TOPIC]
    hint = "Type part of a name, or any topic"
    show_finder("Topic", names, key="briefing-finder", value=topic, hint=hint, on_choose=choose)
    if not topic:
        return None
    with st.spinner("Reading the papers"):
        return assistant.research.briefing_on_topic(topic)
