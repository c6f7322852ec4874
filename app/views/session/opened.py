"""Reading: the source that lies open beside a page other than the questions'."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from hashlib import sha256

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from app.answers.answer import Citation
from app.views.session.conversation import Opened, Step


@contextmanager
def beside(page: str) -> Iterator[DeltaGenerator]:
    """Gives the panel for the open source; what is drawn inside the block goes before it.

    Both are always there, so that opening a source does not take the focus from its button.
    """
    with st.container(key=f"beside-{page}"):
        left = st.container()
        panel = st.container(key="panel")
        with left:
            yield panel


class Reading:
    """What one visitor has open on one page, in Streamlit's session state."""

    def __init__(self, page: str) -> None:
        """Takes the name of the page."""
        self._key = f"reading-{page}"
        st.session_state.setdefault(self._key, None)
        self.steps: list[Step] = []

    @property
    def opened(self) -> Opened | None:
        """The source that is open, if any."""
        opened: Opened | None = st.session_state[self._key]
        return opened

    @property
    def mark(self) -> str:
        """A name for the open source, "" for none; it contains no word of a paper."""
        return sha256(self.opened.button.encode()).hexdigest() if self.opened else ""

    def row_of(self, names: Sequence[str]) -> int:
        """Which of these names is that of the open source; -1 for none."""
        return names.index(self.opened.button) if self.opened and self.opened.button in names else -1

    def open(self, button: str, citation: Citation) -> None:
        """Opens a source at the page of its quote; a second time closes it."""
        same = self.opened is not None and self.opened.button == button
        st.session_state[self._key] = None if same else Opened(0, button, citation, citation.page)

    @property
    def back(self) -> str:
        """The label of the button that closes the source."""
        return "Close"

    @property
    def row(self) -> list[Step]:
        """The sources of the page in order, for going on to the next: what the page has put into `steps`."""
        return self.steps

    def close(self) -> None:
        """Closes the source."""
        st.session_state[self._key] = None

    def change(self, alter: Callable[[Opened], Opened]) -> None:
        """Turns the page of the open source, or zooms it."""
        if self.opened is not None:
            st.session_state[self._key] = alter(self.opened)
