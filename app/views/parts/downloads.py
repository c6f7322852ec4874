"""Downloads: a document as Word and as Markdown, beside a sentence about it."""

from __future__ import annotations

import streamlit as st

from app.answers.documents import Document
from app.exports import to_markdown, to_word

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def offer_downloads(counted: str, name: str, document: Document) -> None:
    """Draws the buttons; a file is made when somebody asks for it. `counted` and `name` are our own words."""
    with st.container(key=f"controls-{name}", horizontal=True, gap="small", vertical_alignment="center"):
        st.text(counted)
        st.download_button(
            "Download Word",
            lambda: to_word(document),
            file_name=f"{name}.docx",
            mime=WORD,
            icon=":material/download:",
            key=f"{name}-word",
            on_click="ignore",
        )
        st.download_button(
            "Download Markdown",
            lambda: to_markdown(document),
            file_name=f"{name}.md",
            mime="text/markdown",
            icon=":material/download:",
            key=f"{name}-markdown",
            on_click="ignore",
        )
