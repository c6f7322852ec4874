"""Conversation: the questions of one visitor with their answers, and the source that is open beside one of them.

Streamlit's session state has what is drawn; app/saved/conversations.py stores what lasts, under the id in the address.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import streamlit as st

from app.answers.answer import Answer, Citation
from app.answers.filters import Filters
from app.saved.answers import written_down
from app.saved.conversations import KeptTurn, Summary
from app.views.session.answering import Answering
from app.views.session.desk import Desk
from app.views.session.visitor import visitor
from corpus.settings import SignIn
from indexer.store.records import PUBLIC

HISTORY = 12
"""Earlier questions that go along with a new one; a follow-up refers to the last few."""

IN_ADDRESS = "c"
"""The parameter of the address that names a conversation."""

GONE = "We could not find this conversation. It may have been deleted."
CHANGED = (
    "The papers have changed since this was answered, and a page that the answer quotes has gone or is no longer "
    "public. Ask again to see what the papers say now."
)


@dataclass(frozen=True, slots=True)
class Turn:
    """A question with its filters; then its answer, or the sentence that says why there is none.

    `kept` is its number in the file of conversations; `alone` was asked without what was said before.
    """

    question: str
    filters: Filters
    answer: Answer | None = None
    problem: str = ""
    kept: int = 0
    alone: bool = False

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


Step = tuple[str, Citation]
"""A source that can be opened: the name of the button that opens it, and where it stands."""


def source_name(turn: int, name: str) -> str:
    """The name of a source of a turn: its number in the answer, or its place below it."""
    return f"source-{turn}-{name}"


class Conversation:
    """The conversation that one visitor looks at."""

    def __init__(self, desk: Desk) -> None:
        self._kept = desk.office().conversations
        self._assistant = desk.assistant()
        self._visitor = visitor()
        self._labels = desk.right.labels if desk.right else PUBLIC.labels
        self._closed = desk.settings().people.sign_in is not SignIn.OFF
        empty: dict[str, object] = {
            "turns": [],
            "answering": {},
            "opened": None,
            "conversation": "",
            "version": None,
            "deleted": None,
        }
        for name, nothing in empty.items():
            st.session_state.setdefault(name, nothing)

    @property
    def id(self) -> str:
        """The id of the conversation, "" before its first question."""
        return str(st.session_state["conversation"])

    @property
    def title(self) -> str:
        """The title of the conversation, "" where there is none yet."""
        return (self._kept.title(self.id) if self.id else "") or ""

    @property
    def is_own(self) -> bool:
        """Whether this visitor may change it; another visitor's can be read, and is continued in a copy."""
        return self._kept.owns(self._visitor, self.id)

    @property
    def turns(self) -> list[Turn]:
        """The turns, oldest first."""
        turns: list[Turn] = st.session_state["turns"]
        return turns

    @property
    def asked(self) -> list[tuple[str, Answer]]:
        """The questions that were answered, with their answers."""
        return [(turn.question, turn.answer) for turn in self.turns if turn.answer is not None]

    @property
    def answering(self) -> dict[int, Answering]:
        """The answers under way, by turn; reading this is where Streamlit lets a click interrupt the wait."""
        answering: dict[int, Answering] = st.session_state["answering"]
        return answering

    @property
    def opened(self) -> Opened | None:
        """The source that is open, if any."""
        opened: Opened | None = st.session_state["opened"]
        return opened

    def resume(self) -> str:
        """Loads the conversation in the address and checks it against the papers; returns a message if that failed."""
        named = st.query_params.get(IN_ADDRESS, "") or self.id  # from another page a visitor comes back without it
        stale = st.session_state["version"] != self._assistant.version()
        if named and (named != self.id or (stale and self.turns)):
            self.load(named)
        elif self.id:
            st.query_params[IN_ADDRESS] = self.id
        if self._is_gone:
            self.clear()
            return GONE
        return ""

    def load(self, id_: str) -> None:
        """Shows a stored conversation, after proving each of its answers again."""
        version = self._assistant.version()
        turns = self._kept.turns(id_) if self._may_open(id_) else []
        st.session_state.update(
            conversation=id_,
            opened=None,
            answering={},
            version=version,
            turns=[self._recalled(turn) for turn in turns],
        )
        st.query_params[IN_ADDRESS] = id_

    def history_before(self, turn: int) -> list[str]:
        """The questions asked before a turn, oldest first, from the last one on that was asked alone."""
        first = max((n for n in range(turn + 1) if n < len(self.turns) and self.turns[n].alone), default=0)
        return [earlier.question for earlier in self.turns[first:turn]][-HISTORY:]

    def add(self, question: str, filters: Filters, *, alone: bool = False) -> None:
        """Stores a question before anything else happens, so that no click can lose it.

        `alone` begins a new subject.
        """
        asked = question.strip()
        if not asked:
            return
        self.close()
        if self._is_gone:
            self.clear()
        if not self.is_own:
            self._begin(self.title or asked)
        kept = self._kept.add(self._visitor, self.id, KeptTurn(asked, filters))
        self.turns.append(Turn(asked, filters, kept=kept, alone=alone))

    def settle(self, turn: int, *, answer: Answer | None = None, problem: str = "") -> None:
        """Puts the answer, or the problem, beside its question."""
        self.turns[turn] = replace(self.turns[turn], answer=answer, problem=problem)
        if (kept := self.turns[turn].kept) and self.is_own:
            words = written_down(answer, self._assistant.version(), self._labels) if answer else ""
            self._kept.settle(kept, answer=words, problem=problem)

    def ask_again(self, turn: int) -> None:
        """Makes a turn wait for its answer again."""
        if self._is_gone:
            self.add(self.turns[turn].question, self.turns[turn].filters)
            return
        self.close()
        if not self.is_own:
            self._begin(self.title or self.turns[turn].question)
        self.settle(turn)

    def clear(self) -> None:
        """Leaves the conversation; what is kept of it stays."""
        st.session_state.update(turns=[], opened=None, answering={}, conversation="")
        st.query_params.pop(IN_ADDRESS, None)

    def all_own(self) -> list[Summary]:
        """The kept conversations of this visitor, the one changed last first."""
        return self._kept.of(self._visitor)

    def rename(self, title: str) -> None:
        """Gives the conversation another title."""
        self._kept.rename(self._visitor, self.id, title)

    def delete(self) -> None:
        """Deletes the conversation; for a minute it can be brought back."""
        st.session_state["deleted"] = Summary(self.id, self.title, 0.0)
        self._kept.delete(self._visitor, self.id)
        self.clear()

    @property
    def deleted(self) -> Summary | None:
        """The conversation that was just deleted, while another has not been begun."""
        deleted: Summary | None = st.session_state["deleted"]
        return deleted

    def undo(self) -> None:
        """Brings back the conversation that was just deleted; where it is gone for good, `resume` says so."""
        deleted, st.session_state["deleted"] = self.deleted, None
        if deleted is not None:
            self._kept.undo(self._visitor, deleted.id)
            self.load(deleted.id)

    def open(self, turn: int, button: str, citation: Citation) -> None:
        """Opens a source beside its answer, at the page of the quote; a second time closes it."""
        same = self.opened is not None and self.opened.button == button
        st.session_state["opened"] = None if same else Opened(turn, button, citation, citation.page)

    @property
    def back(self) -> str:
        """The label of the button that closes the source."""
        return "Back to answer"

    @property
    def row(self) -> list[Step]:
        """The sources of the answer beside which one is open, in order, for going on to the next."""
        answer = self.turns[self.opened.turn].answer if self.opened and self.opened.turn < len(self.turns) else None
        turn = self.opened.turn if self.opened else 0
        return [(source_name(turn, str(one.number)), one) for one in answer.citations] if answer else []

    def close(self) -> None:
        """Closes the source."""
        st.session_state["opened"] = None

    def change(self, alter: Callable[[Opened], Opened]) -> None:
        """Turns the page of the open source, or zooms it."""
        if self.opened is not None:
            st.session_state["opened"] = alter(self.opened)

    @property
    def _is_gone(self) -> bool:
        """True for one that was deleted meanwhile, in another window: no copy of it may go on."""
        return bool(self.id) and (self._kept.title(self.id) is None or not self._may_open(self.id))

    def _may_open(self, id_: str) -> bool:
        """Where people sign in, a conversation is for whoever began it: its questions alone may say too much."""
        return not self._closed or self._kept.owns(self._visitor, id_)

    def _begin(self, title: str) -> None:
        """Begins a conversation of this visitor's own, with a copy of the turns that are shown."""
        id_ = self._kept.start(self._visitor, title)
        if not self.turns:
            st.session_state["version"] = self._assistant.version()
        version = st.session_state["version"]  # the one that the copied answers were proved against
        turns = []
        for turn in self.turns:
            words = written_down(turn.answer, version, self._labels) if turn.answer else ""
            copied = KeptTurn(turn.question, turn.filters, words, turn.problem)
            turns.append(replace(turn, kept=self._kept.add(self._visitor, id_, copied)))
        st.session_state.update(conversation=id_, turns=turns, deleted=None)
        st.query_params[IN_ADDRESS] = id_

    def _recalled(self, turn: KeptTurn) -> Turn:
        answer = self._assistant.recall(turn.answer) if turn.answer else None
        problem = CHANGED if turn.answer and answer is None else turn.problem
        return Turn(turn.question, turn.filters, answer, problem, turn.id)
