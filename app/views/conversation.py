"""Conversation: the questions of one visitor with their answers, and the source that lies open beside one of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import streamlit as st

from app.answers import Answer, Citation
from app.filters import Filters

HISTORY = 12
"""Earlier questions that go along with a new one; a follow-up refers to the last few."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A question with the filters it was asked under; then its answer, or the sentence that says why there is none."""

    question: str
    filters: Filters
    answer: Answer | None = None
    problem: str = ""

    @property
    def waiting(self) -> bool:
        """True until there is an answer or a problem."""
        return self.answer is None and not self.problem


@dataclass(frozen=True, slots=True)
class Opened:
    """The source that is open: beside which turn, by which button, the citation, the page shown and the zoom's step."""

    turn: int
    button: str
    citation: Citation
    page: int | None
    zoom: int = 0


class Conversation:
    """What is kept for one visitor, in Streamlit's session state."""

    def __init__(self) -> None:
        st.session_state.setdefault("turns", [])
        st.session_state.setdefault("opened", None)

    @property
    def turns(self) -> list[Turn]:
        """The turns, oldest first."""
        turns: list[Turn] = st.session_state["turns"]
        return turns

    @property
    def opened(self) -> Opened | None:
        """The source that is open, if any."""
        opened: Opened | None = st.session_state["opened"]
        return opened

    def history_before(self, turn: int) -> list[str]:
        """The questions asked before a turn, oldest first."""
        return [earlier.question for earlier in self.turns[:turn]][-HISTORY:]

    def add(self, question: str, filters: Filters) -> None:
        """Keeps a question before anything is done about it, so that no click can lose it."""
        if question.strip():
            self.close()
            self.turns.append(Turn(question.strip(), filters))

    def settle(self, turn: int, *, answer: Answer | None = None, problem: str = "") -> None:
        """Puts the answer, or the problem, beside its question."""
        self.turns[turn] = replace(self.turns[turn], answer=answer, problem=problem)

    def ask_again(self, turn: int) -> None:
        """Makes a turn wait for its answer once more."""
        self.turns[turn] = replace(self.turns[turn], answer=None, problem="")

    def clear(self) -> None:
        """Forgets everything."""
        st.session_state["turns"] = []
        st.session_state["opened"] = None

    def open(self, turn: int, button: str, citation: Citation) -> None:
        """Opens a source beside its answer, at the page of the quote; a second time closes it."""
        same = self.opened is not None and self.opened.button == button
        st.session_state["opened"] = None if same else Opened(turn, button, citation, citation.page)

    def close(self) -> None:
        """Closes the source."""
        st.session_state["opened"] = None

    def change(self, alter: Callable[[Opened], Opened]) -> None:
        """Turns the page of the open source, or zooms it."""
        if self.opened is not None:
            st.session_state["opened"] = alter(self.opened)
