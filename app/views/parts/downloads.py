"""Downloads: a document as Word and Markdown, a table as CSV and Excel, beside a sentence about it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import TypeVar

import streamlit as st

from app.answers.documents import Document, Item
from app.exports import to_markdown, to_word
from app.views.session.desk import Desk
from indexer.sections.section import Section

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

LONGEST_STEM = 60
"""Characters of a title in the name of a file."""

File = TypeVar("File", bytes, str)


def offer_downloads(
    desk: Desk, counted: str, name: str, document: Document, *, word: Callable[[], bytes] | None = None
) -> None:
    """Draws the buttons; a file is made when somebody asks for it. `counted` and `name` are our own words.

    `word` makes the Word file where it is laid out otherwise than the document. The files are named by the title of the
    document and the day.
    """
    stem = file_stem(document.title, date.today())

    def sections() -> list[Section]:
        return list(_sections_of(document))

    with st.container(key=f"controls-{name}", horizontal=True, gap="small", vertical_alignment="center"):
        st.text(counted)
        st.download_button(
            "Download Word",
            recorded(desk, word or (lambda: to_word(document)), sections),
            file_name=f"{stem}.docx",
            mime=WORD,
            icon=":material/download:",
            key=f"{name}-word",
            on_click="ignore",
        )
        st.download_button(
            "Download Markdown",
            recorded(desk, lambda: to_markdown(document), sections),
            file_name=f"{stem}.md",
            mime="text/markdown",
            icon=":material/download:",
            key=f"{name}-markdown",
            on_click="ignore",
        )


def file_stem(title: str, day: date) -> str:
    """What a file is called before its ending: "Chronology-Tide-Mill-2031-03-04"; only letters, figures and dashes."""
    words = "".join(one if one.isalnum() else " " for one in title).split()
    return f"{'-'.join(words)[:LONGEST_STEM].rstrip('-')}-{day.isoformat()}"


def offer_tables(counted: str, name: str, csv: Callable[[], bytes], excel: Callable[[], bytes], *, empty: bool) -> None:
    """Draws the buttons for a table; a file is made when somebody asks for it, and none where the table is empty."""
    with st.container(key=f"controls-{name}", horizontal=True, gap="small", vertical_alignment="center"):
        st.text(counted)
        for label, ending, make, kind in (
            ("Download CSV", "csv", csv, "text/csv"),
            ("Download Excel", "xlsx", excel, EXCEL),
        ):
            st.download_button(
                label,
                make,
                file_name=f"{name}.{ending}",
                mime=kind,
                icon=":material/download:",
                key=f"{name}.{ending}",
                on_click="ignore",
                disabled=empty,
            )


def recorded(desk: Desk, make: Callable[[], File], sections: Callable[[], Sequence[Section]]) -> Callable[[], File]:
    """Makes a file of these sections; where not all of them are public, the audit log says who took it."""

    def file() -> File:
        desk.record_export(sections())
        return make()

    return file


def _sections_of(document: Document) -> Iterator[Section]:
    """The sections that a document quotes."""
    for part in document.parts:
        if isinstance(part, Item):
            yield from (one.passage.section for one in part.citations)
