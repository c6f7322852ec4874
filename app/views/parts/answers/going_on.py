"""Going on: what to ask next, and a way out when a question was taken to be about the one before."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from app.answers.escaping import shorten, visible
from app.views.parts.answers.answer import offer
from app.views.session.conversation import Conversation
from app.views.session.desk import Desk

LONGEST_TOPIC = 80
"""Characters of the question before that are shown as what the new one is about."""


def show_going_on(
    desk: Desk, conversation: Conversation, ask: Callable[[str], None], *, alone: Callable[[str], None]
) -> None:
    """Draws what to ask next; `alone` asks a question as if nothing had been asked before."""
    last = conversation.turns[-1] if conversation.turns else None
    if last is None or last.answer is None:
        return
    about = desk.assistant().research.about(last.question, conversation.history_before(len(conversation.turns) - 1))
    if about:
        with st.container(key="controls-about", horizontal=True, gap="small", vertical_alignment="center"):
            st.text(f"Still about {shorten(visible(about), LONGEST_TOPIC)}", width="content")
            st.button("Ask as a new question", key="alone", type="tertiary", on_click=alone, args=(last.question,))
    if last.answer.suggestions:
        with st.container(key="suggestions"):
            st.markdown("**You could ask next**")
            offer(last.answer.suggestions, "next", ask)
