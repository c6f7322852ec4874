"""Answer: one answer on the page - its words, its sources as buttons, and what to ask next."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator

import streamlit as st

from app.answers.answer import Answer, Citation
from app.answers.basis import basis
from app.answers.escaping import plain, readable, shorten, visible
from app.answers.wording import chip, joined, place, sitting
from app.views.session.conversation import Conversation
from indexer.passages.passage import Passage

CHUNKS = 5
"""Few, because every chunk is a message to the browser and fifty people may be reading."""

PAUSE = 0.02
"""Seconds between two chunks: the answer is there at once, and is still seen to arrive."""

NEAREST = 4
EXCERPT = 420
"""Characters shown of a closest passage; one click opens all of it."""


def show_answer(
    answer: Answer, turn: int, conversation: Conversation, *, ask: Callable[[str], None], arriving: bool
) -> None:
    """Shows the answer; with `arriving` in a few chunks. `ask` asks one of the alternatives instead."""
    for number, note in enumerate(answer.notes):
        with st.container(key=f"quiet-note-{turn}-{number}"):
            st.text(readable(note))
    _instead(answer, turn, ask)
    _words(answer.text, arriving=arriving)
    if resting := basis(answer):
        with st.container(key=f"quiet-basis-{turn}"):
            st.text(readable(resting))
    if answer.citations:
        _chips(answer.citations, turn, conversation)
    if answer.more:
        _more(answer.more, turn, conversation)
    if not answer.answered and answer.passages:
        _nearest(answer.passages[:NEAREST], turn, conversation)


def offer(questions: tuple[str, ...] | list[str], key: str, ask: Callable[[str], None]) -> None:
    """Questions as buttons, one a line."""
    with st.container(key=f"offers-{key}", gap="small"):
        for number, question in enumerate(questions):
            st.button(plain(question), key=f"offer-{key}-{number}", on_click=ask, args=(question,), width="stretch")


def _instead(answer: Answer, turn: int, ask: Callable[[str], None]) -> None:
    """What else the question could have meant, as buttons."""
    if not answer.alternatives:
        return
    with st.container(key=f"controls-instead-{turn}", horizontal=True, vertical_alignment="center", gap="small"):
        st.text("Ask instead:", width="content")
        for number, other in enumerate(answer.alternatives):
            st.button(plain(other.label, most=60), key=f"instead-{turn}-{number}", on_click=ask, args=(other.question,))


def chunks(text: str, most: int = CHUNKS) -> Iterator[str]:
    """Ever longer beginnings of `text`, cut between sentences; the last one is all of it."""
    ends = [match.end() for match in re.finditer(r"(?<=[.!?:])\s+|\n+", text)]
    step = max(1, -(-len(ends) // most))
    yield from (text[:end] for end in ends[step - 1 :: step][: most - 1])
    yield text


def _words(text: str, *, arriving: bool) -> None:
    place_ = st.empty()
    if arriving:
        for beginning in chunks(readable(text)):
            place_.text(beginning)
            time.sleep(PAUSE)
    place_.text(readable(text))


def _chips(citations: tuple[Citation, ...], turn: int, conversation: Conversation) -> None:
    with st.container(key=f"chips-{turn}", horizontal=True, gap="small"):
        for before, citation in zip((None, *citations), citations, strict=False):
            _source_button(chip(citation, before), f"{turn}-{citation.number}", turn, citation, conversation)


def _more(further: tuple[Citation, ...], turn: int, conversation: Conversation) -> None:
    """Shows, to who opens it, what else of the papers bears on the question."""
    with st.expander("More from the papers"):
        for place_, citation in enumerate(further):
            st.text(visible(citation.quote))
            _source_button(chip(citation), f"{turn}-more-{place_}", turn, citation, conversation)


def _nearest(passages: tuple[Passage, ...], turn: int, conversation: Conversation) -> None:
    """Shows the closest passages to who opens them, and says that they are not an answer."""
    with st.expander("Closest passages (they do not answer the question)"):
        for number, passage in enumerate(passages):
            near = Citation(0, passage, passage.text, passage.page, passage.page_end)
            with st.container(key=f"nearest-{turn}-{number}"):
                st.text(shorten(visible(passage.text), EXCERPT))
            label = joined(sitting(passage.section.meeting), place(near), f"page {near.page}" if near.page else "")
            _source_button(label, f"{turn}-near-{number}", turn, near, conversation)


def _source_button(label: str, name: str, turn: int, citation: Citation, conversation: Conversation) -> None:
    """A button that opens a source beside the answer, and closes it again."""
    key = f"source-{name}"
    is_open = conversation.opened is not None and conversation.opened.button == key
    with st.container(key=f"chip-{'open' if is_open else 'shut'}-{name}", width="content"):
        st.button(
            plain(label, most=110),
            key=key,
            icon=":material/visibility:" if is_open else ":material/description:",
            on_click=conversation.open,
            args=(turn, key, citation),
        )
