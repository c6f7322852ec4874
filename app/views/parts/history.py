"""History: the visitor's conversations in the sidebar, and what can be done with the one that is open."""

from __future__ import annotations

import streamlit as st

from app.answers.escaping import plain, visible
from app.exports.conversation import as_markdown, as_word
from app.saved.conversations import LONGEST_TITLE
from app.views.parts.downloads import recorded
from app.views.session.conversation import Conversation
from app.views.session.desk import Desk
from indexer.sections.section import Section

LISTED = 30
"""Conversations in the list; older ones are still found by their links."""

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def show_history(desk: Desk, conversation: Conversation) -> None:
    """Draws the list, under what can be done with the conversation that is open."""
    with st.sidebar, st.container(key="history", gap="small"):
        summaries = conversation.all_own()
        if conversation.id:
            st.divider()
            _open_one(desk, conversation)
        if summaries:
            st.subheader("Your conversations")
        for number, summary in enumerate(summaries[:LISTED]):
            st.button(
                plain(summary.title, most=60),
                key=f"kept-{number}",
                icon=":material/chat:" if summary.id == conversation.id else None,
                type="tertiary",
                disabled=summary.id == conversation.id,
                on_click=conversation.load,
                args=(summary.id,),
            )


def _open_one(desk: Desk, conversation: Conversation) -> None:
    st.subheader("This conversation")
    st.button("New conversation", icon=":material/add:", key="new", on_click=conversation.clear, width="stretch")
    title, asked = conversation.title, conversation.asked

    def sections() -> list[Section]:
        return [one.passage.section for _, answer in asked for one in (*answer.citations, *answer.more)]

    with st.popover("Share or download", icon=":material/ios_share:", width="stretch", key="share"):
        st.download_button(
            "Markdown",
            recorded(desk, lambda: as_markdown(title, asked), sections),
            file_name="board-papers.md",
            mime="text/markdown",
            icon=":material/download:",
            on_click="ignore",
            key="export-markdown",
        )
        st.download_button(
            "Word",
            recorded(desk, lambda: as_word(title, asked), sections),
            file_name="board-papers.docx",
            mime=WORD,
            icon=":material/download:",
            on_click="ignore",
            key="export-word",
        )
        st.text("Anyone with this link can read this conversation.")
        st.code(visible(link_to_conversation(conversation.id)), language=None, wrap_lines=True)
    if not conversation.is_own:
        return

    def rename() -> None:
        conversation.rename(str(st.session_state.get("new-title") or ""))

    with st.popover("Rename", icon=":material/edit:", width="stretch", key="rename"), st.form("renaming", border=False):
        st.text_input("Title", value=title, max_chars=LONGEST_TITLE, key="new-title")
        st.form_submit_button("Rename", on_click=rename)
    st.button("Delete", icon=":material/delete:", key="delete", on_click=conversation.delete, width="stretch")


def link_to_conversation(id_: str) -> str:
    """The address of a conversation on this host."""
    return f"{_here()}?c={id_}"


def _here() -> str:
    return str(st.context.url or "").split("?")[0]
