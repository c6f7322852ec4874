"""Reading: the source that lies open beside a page other than the questions'."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from app.answers.answer import Citation
from app.views.session.conversation import Opened


@contextmanager
def beside(page: str) -> Iterator[DeltaGenerator]:
    """Gives the right column, for the open source; what is drawn inside the block goes into the left one.

    There are always two columns, so that opening a source does not take the focus from its button; style.py hides the
    right one while it is empty.
    """
    with st.container(key=f"beside-{page}"):
        left, right = st.columns([9, 10], gap="medium")
        panel = right.container(key="panel")
        with left:
            yield panel


class Reading:
    """What one visitor has open on one page, in Streamlit's session state."""

    def __init__(self, page: str) -> None:
        """Takes the name of the page."""
        self._key = f"reading-{page}"
        st.session_state.setdefault(self._key, None)

    @property
    def opened(self) -> Opened | None:
        """The source that is open, if any."""
        opened: Opened | None = st.session_state[self._key]
        return opened

    @property
    def mark(self) -> str:
        """A name for the open source, "" for none; it contains no word of a paper."""
        return sha256(self.opened.button.encode()).hexdigest() if self.opened else ""

    def open(self, button: str, citation: Citation) -> None:
        """Opens a source at the page of its quote; a second time closes it."""
        same = self.opened is not None and self.opened.button == button
        st.session_state[self._key] = None if same else Opened(0, button, citation, citation.page)

    def close(self) -> None:
        """Closes the source."""
        st.session_state[self._key] = None

    def change(self, alter: Callable[[Opened], Opened]) -> None:
        """Turns the page of the open source, or zooms it."""
        if self.opened is not None:
            st.session_state[self._key] = alter(self.opened)
