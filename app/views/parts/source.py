"""Source: the page behind a citation, beside the answer - drawn with the quoted words marked, or the text in place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Protocol

import streamlit as st

from app.answers.answer import Citation
from app.answers.escaping import readable, shorten, visible
from app.answers.restricted import marking
from app.answers.wording import joined, pages, place, reference, sitting
from app.exports.quote import quote_as_html, quote_as_markdown, quote_as_text
from app.views.parts.excerpt import excerpt
from app.views.parts.problems import said_of
from app.views.session.address import origin_on_page
from app.views.session.conversation import Opened, Step
from app.views.session.desk import Desk
from app.views.session.serving import paper_link
from app.views.widgets.announcer import announce_page
from app.views.widgets.copying import offer_copies
from corpus.errors import BoardPapersError

WIDTHS = (1000, 1200, 1600, 2200)
"""Pixels that a page is drawn with at each step of the zoom: the column's width, then 150, 200 and 300 per cent of it,
as the style has them."""

LAST_ZOOM = len(WIDTHS) - 1

LONGEST_PLACE = 240
"""Characters of the item and title above the page; a title of three lines is long."""

ALT_TEXT = 4000
"""Characters of the page's text that go into the description of its picture; a full page has about 3,000."""


class Reader(Protocol):
    """Who keeps which source is open: a conversation, or the reading on another page."""

    @property
    def opened(self) -> Opened | None: ...
    @property
    def back(self) -> str: ...
    @property
    def row(self) -> list[Step]: ...
    def close(self) -> None: ...
    def change(self, alter: Callable[[Opened], Opened]) -> None: ...


@st.fragment
def show_source(desk: Desk, conversation: Reader) -> None:
    """Shows the open source; turning its pages redraws nothing but this panel."""
    opened = conversation.opened
    if opened is None:
        return
    with st.container(key="source", gap="xsmall"):
        _heading(opened, conversation)
        try:
            if opened.page is None:
                _text_in_place(desk, opened.citation)
            else:
                _page(desk, conversation, opened, opened.page)
        except BoardPapersError as problem:
            st.warning("We cannot show this page.", icon=":material/info:")
            st.text(readable(said_of(problem)))
        _details(desk, opened.citation)


def _heading(opened: Opened, conversation: Reader) -> None:
    citation, row = opened.citation, conversation.row
    with st.container(
        key="source-heading", horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"
    ):
        st.subheader(_title(citation, len(row)), anchor=False)
        if st.button(conversation.back, icon=":material/close:", key="close-source", type="tertiary"):
            conversation.close()
            st.rerun()
    names = [name for name, _ in row]
    if opened.button in names and len(row) > 1:
        _going_on(names.index(opened.button), row, conversation)
    with st.container(key="strong-sitting", gap=None):
        st.text(shorten(visible(sitting(citation.passage.section.meeting)), LONGEST_PLACE))
    if mark := marking(citation.passage.section):
        with st.container(key="restricted-source"):
            st.text(visible(mark))
    with st.container(key="plain-place", gap=None):
        st.text(shorten(visible(place(citation)), LONGEST_PLACE))


def close_button(conversation: Reader) -> None:
    """Draws a button that closes the panel, for the top of what stands in it above the source."""
    with st.container(horizontal=True, horizontal_alignment="right"):
        close = conversation.close
        st.button(conversation.back, icon=":material/close:", key="close-opened", type="tertiary", on_click=close)


def _title(citation: Citation, count: int) -> str:
    if not citation.number:
        return "Nearest passage"
    return f"Source {citation.number} of {count}" if count else "Source"


def _going_on(place_: int, row: Sequence[Step], conversation: Reader) -> None:
    """The buttons that show the source before and the one after, without going back to the answer."""
    with st.container(key="controls-sources", horizontal=True, gap="xsmall"):
        for label, icon, key, step in (
            ("Previous source", ":material/arrow_back:", "source-back", -1),
            ("Next source", ":material/arrow_forward:", "source-on", 1),
        ):
            at = place_ + step
            if st.button(label, icon=icon, key=key, type="tertiary", disabled=not 0 <= at < len(row)):
                conversation.change(partial(_moved, to=row[at]))
                st.rerun()


def _moved(now: Opened, *, to: Step) -> Opened:
    """The same with another source open."""
    name, citation = to
    return replace(now, button=name, citation=citation, page=citation.page)


def _page(desk: Desk, conversation: Reader, opened: Opened, page: int) -> None:
    """The page as a picture, with the buttons that turn and enlarge it."""
    citation = opened.citation
    file = citation.passage.section.paper.file
    count = desk.assistant().page_count(file)
    _turning(conversation, opened, page, count)
    cited = citation.page is not None and citation.page <= page <= (citation.page_end or citation.page)
    printed = citation.passage.printed_page if page == citation.passage.page else ""
    with st.container(key="quiet-page"):
        st.text(visible(joined(f"PDF page {page} of {count}", f"printed page {printed}" if printed else "")))
        announce_page(f"PDF page {page} of {count}")
        if not cited:
            st.text(visible(f"The quote is on {pages(citation)}."))
    picture = desk.picture(file, page, citation.quote if cited else "", width=WIDTHS[opened.zoom])
    text = desk.assistant().page_text(file, page)
    with st.container(key=f"leaf-{opened.zoom}"):
        st.image(picture.png, width="stretch", alt=_description(page, text))
    if cited and not picture.found:
        with st.container(key="quiet-unmarked"):
            st.text("The quoted words are on this page, but we could not highlight them in the picture.")
    with st.expander("Text of this page", key="page-text"):
        st.text(readable(text) or "No text could be read on this page.")


def _turning(conversation: Reader, opened: Opened, page: int, count: int) -> None:
    def turn(step: int) -> None:
        conversation.change(lambda now: replace(now, page=min(count, max(1, (now.page or 1) + step))))

    def zoom(step: int) -> None:
        conversation.change(lambda now: replace(now, zoom=min(LAST_ZOOM, max(0, now.zoom + step))))

    file = opened.citation.passage.section.paper.file
    with st.container(key="controls-page", horizontal=True, gap="xsmall"):
        for label, icon, key, act, step, off in (
            ("Previous page", ":material/chevron_left:", "page-back", turn, -1, page <= 1),
            ("Next page", ":material/chevron_right:", "page-on", turn, 1, page >= count),
            ("Smaller", ":material/zoom_out:", "zoom-out", zoom, -1, opened.zoom <= 0),
            ("Larger", ":material/zoom_in:", "zoom-in", zoom, 1, opened.zoom >= LAST_ZOOM),
        ):
            st.button(label, icon=icon, key=key, on_click=act, args=(step,), disabled=off)
        address = paper_link(file, page)
        st.link_button(f"Open PDF at page {page}", address, icon=":material/open_in_new:", key="open-paper")


def _text_in_place(desk: Desk, citation: Citation) -> None:
    """A file without pages: the quote, marked, between the text before and after it."""
    file = citation.passage.section.paper.file
    found = excerpt(desk.page_text(file, None), citation.quote, citation.passage.text)
    with st.container(key="controls-page"):
        st.link_button("Open the whole file", paper_link(file), icon=":material/open_in_new:", key="open-paper")
    with st.container(key="context", gap=None):
        if found.before:
            st.text(readable(found.before))
        with st.container(key="marked", gap=None):
            st.text(readable(found.quote))
        if found.after:
            st.text(readable(found.after))
    announce_page("The quoted words are highlighted in the text.", mark=True)


def _details(desk: Desk, citation: Citation) -> None:
    with st.container(key="citation", gap="xsmall"):
        st.markdown("**Citation to copy**")
        st.code(visible(reference(citation)), language=None, wrap_lines=True)
        link = f"{origin_on_page(desk)}{paper_link(citation.passage.section.paper.file, citation.page)}"
        offer_copies(
            text=quote_as_text(citation, link),
            markdown=quote_as_markdown(citation, link),
            html=quote_as_html(citation, link),
            key="copy-quote",
        )
    with st.container(key="quiet-file"):
        st.text(f"File: {visible(citation.passage.section.paper.file)}")


def _description(page: int, text: str) -> str:
    words = visible(text)[:ALT_TEXT]
    return f"Page {page}. {words}" if words else f"Page {page}. We could not read any text on it."
