"""Get up to speed: a one-page briefing on a committee or a topic, to read, print or download."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from app.answers.documents import Document, Heading, Item
from app.answers.escaping import plain, readable, visible
from app.answers.sources import source_label
from app.views.parts.announcer import announce
from app.views.parts.downloads import offer_downloads
from app.views.parts.source import show_source
from app.views.session.desk import Assistant, Desk
from app.views.session.opened import Reading, beside

A_BODY, A_TOPIC = "A committee", "A topic"


def briefing_page(desk: Desk) -> None:
    """Draws the page."""
    reading = Reading("briefing")
    st.title("Get up to speed", anchor=False)
    with st.container(key="controls-briefing-of"):
        st.markdown("Read a short briefing on a committee or a topic, with sources.")
        about = st.radio("Briefing on", [A_BODY, A_TOPIC], horizontal=True, key="briefing-on", on_change=reading.close)
        document = _on_body(desk.assistant(), reading) if about == A_BODY else _on_topic(desk.assistant(), reading)
    if document is None:
        return
    offer_downloads("You can also print this page from your browser.", "briefing", document)
    with beside("briefing") as right:
        _document(document, reading)
        with right:
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
    topic = st.text_input("Topic", key="briefing-topic", max_chars=200, on_change=reading.close)
    if not topic.strip():
        return None
    with st.spinner("Reading the papers"):
        return assistant.research.briefing_on_topic(topic)


def _document(document: Document, reading: Reading) -> None:
    """Draws the parts in order; the label of a source is the button that opens it."""
    with st.container(key="briefing", gap="small"):
        st.header(plain(document.title), anchor=False)
        for number, part in enumerate(document.parts):
            if isinstance(part, Heading):
                st.subheader(plain(part.text), anchor=False)
            else:
                _item(part, number, reading)


def _item(item: Item, number: int, reading: Reading) -> None:
    with st.container(key=f"item-{number}", gap=None):
        if item.lead:
            with st.container(key=f"strong-item-{number}", gap=None):
                st.text(visible(item.lead))
        if item.text:
            st.text(readable(item.text))
        for place, citation in enumerate(item.citations):
            if not item.says(citation):
                st.text(f"\u201c{visible(citation.quote)}\u201d")
            name = f"statement-{number}-{place}"
            is_open = reading.opened is not None and reading.opened.button == name
            with st.container(key=f"chip-{'open' if is_open else 'shut'}-{name}", width="content"):
                st.button(
                    plain(source_label(citation)),
                    key=name,
                    icon=":material/visibility:" if is_open else ":material/description:",
                    type="tertiary",
                    on_click=reading.open,
                    args=(name, replace(citation, number=1)),
                )
