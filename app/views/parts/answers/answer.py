"""Answer: one answer on the page - what it assumed, its words with their sources, and what it is based on."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from app.answers.answer import Answer, Citation
from app.answers.basis import basis
from app.answers.escaping import plain, readable
from app.views.session.conversation import Conversation, source_name
from app.views.widgets.words import Further, show_words
from indexer.passages.passage import Passage

NEAREST = 4
"""Closest passages that are shown below an answer that was not found."""


def show_answer(answer: Answer, turn: int, conversation: Conversation, *, ask: Callable[[str], None]) -> None:
    """Shows the answer; `ask` asks one of the alternatives instead."""
    for number, note in enumerate(answer.notes):
        with st.container(key=f"quiet-note-{turn}-{number}"):
            st.text(readable(note))
    _instead(answer, turn, ask)

    def open_source(name: str, citation: Citation) -> None:
        conversation.open(turn, source_name(turn, name), citation)

    opened = conversation.opened
    prefix = source_name(turn, "")
    is_here = opened is not None and opened.button.startswith(prefix)
    show_words(
        answer,
        key=f"words-{turn}",
        further=further_of(answer),
        opened=opened.button.removeprefix(prefix) if opened and is_here else "",
        on_open=open_source,
    )
    if resting := basis(answer):
        with st.container(key=f"quiet-basis-{turn}"):
            st.text(readable(resting))


def further_of(answer: Answer) -> list[Further]:
    """What else can be opened below an answer: further quotes; of one that was not found, the closest passages."""
    found = [Further("more", "More from the papers", answer.more)]
    if not answer.answered:
        near = tuple(_nearest(passage) for passage in answer.passages[:NEAREST])
        found.append(Further("near", "Closest passages (they do not answer the question)", near))
    return [one for one in found if one.citations]


def offer(questions: tuple[str, ...] | list[str], key: str, ask: Callable[[str], None]) -> None:
    """Questions as buttons in a row."""
    with st.container(key=f"offers-{key}", horizontal=True, gap="small"):
        for number, question in enumerate(questions):
            st.button(plain(question), key=f"offer-{key}-{number}", on_click=ask, args=(question,))


def _nearest(passage: Passage) -> Citation:
    return Citation(0, passage, passage.text, passage.page, passage.page_end)


def _instead(answer: Answer, turn: int, ask: Callable[[str], None]) -> None:
    """What else the question could have meant, as buttons."""
    if not answer.alternatives:
        return
    with st.container(key=f"controls-instead-{turn}", horizontal=True, vertical_alignment="center", gap="small"):
        st.text("Show only:", width="content")
        for number, other in enumerate(answer.alternatives):
            st.button(plain(other.label, most=60), key=f"instead-{turn}-{number}", on_click=ask, args=(other.question,))
