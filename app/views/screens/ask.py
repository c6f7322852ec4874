"""Ask: the page on which questions are asked and answered, with the source beside the answer."""

from __future__ import annotations

import logging
from collections.abc import Callable

import streamlit as st

from app.answers.answer import Answer
from app.answers.escaping import readable, visible
from app.views.parts.answers.answer import show_answer
from app.views.parts.answers.going_on import show_going_on
from app.views.parts.answers.response import show_response
from app.views.parts.history import show_history
from app.views.parts.home import show_home
from app.views.parts.problems import said_of
from app.views.parts.sidebar import choose_filters
from app.views.parts.source import show_source
from app.views.session.answering import Answering
from app.views.session.conversation import Conversation, Turn
from app.views.session.desk import Desk
from app.views.session.visitor import visitor
from app.views.widgets.announcer import announce
from app.views.widgets.completion import offer_names
from corpus.errors import BoardPapersError

log = logging.getLogger(__name__)

LONGEST = 2000
"""Characters of a question."""

DRAWN = 20
"""Turns of a conversation that are drawn at once: each costs a tenth of a second with every click."""

IN_ADDRESS = "q"
"""The parameter of the address that asks a question."""

LOOK = 0.1
"""Seconds between two checks whether an answer has grown, or the visitor has stopped it."""


def ask_page(desk: Desk) -> None:
    """Draws the conversation; answers the question that is waiting, if there is one."""
    conversation = Conversation(desk)
    trouble = conversation.resume()
    filters = choose_filters(desk.assistant())
    if linked := st.query_params.pop(IN_ADDRESS, ""):
        conversation.clear()
        conversation.add(visible(linked)[:LONGEST], filters)
    show_history(desk, conversation)

    def ask(question: str) -> None:
        conversation.add(question, filters)

    def alone(question: str) -> None:
        conversation.add(question, filters, alone=True)

    def submit() -> None:
        ask(str(st.session_state.get("question") or ""))

    so_far = st.container(key="so-far")
    with st.container(key="asking"):
        offer_names(desk.assistant().research.names(), key="names")
        st.chat_input(
            "Ask about the papers", key="question", max_chars=LONGEST, submit_mode="disable", on_submit=submit
        )
    with so_far:
        _notices(conversation, trouble)
        if conversation.turns:
            with st.container(key="page-title"):
                st.title("Ask the board papers", anchor=False)
        else:
            show_home(desk, ask)
        for index in _drawn(conversation):
            _turn(desk, conversation, index, ask)
        show_going_on(desk, conversation, ask, alone=alone)
    _say(conversation)


def _drawn(conversation: Conversation) -> range:
    """The turns that are drawn: the newest, and as many of the earlier ones as were asked for with a button above."""
    count, opened = len(conversation.turns), conversation.opened
    drawn = DRAWN + int(st.session_state.get("earlier", {}).get(conversation.id, 0))
    first = max(0, min(count - drawn, opened.turn if opened else count))

    def show_earlier() -> None:
        st.session_state["earlier"] = {conversation.id: drawn}

    if first:
        st.button(
            f"Show earlier questions ({first})", icon=":material/history:", key="earlier-turns", on_click=show_earlier
        )
    return range(first, count)


def _notices(conversation: Conversation, trouble: str) -> None:
    """What happened to the conversation, above it: deleted, missing, or another visitor's."""
    deleted = conversation.deleted
    if deleted is not None and not conversation.turns:
        with st.container(key="notice-deleted", horizontal=True, vertical_alignment="center"):
            st.text(f"“{visible(deleted.title)}” is deleted. You can undo this for one minute.")
            st.button("Undo", icon=":material/undo:", key="undo", on_click=conversation.undo)
    elif trouble:
        with st.container(key="notice-trouble"):
            st.text(trouble)
    elif conversation.turns and not conversation.is_own:
        with st.container(key="quiet-shared"):
            st.text("Somebody shared this conversation with you. If you ask a question, it continues in your own copy.")


def _turn(desk: Desk, conversation: Conversation, index: int, ask: Callable[[str], None]) -> None:
    """One question with its answer, and the source when it is open, beside or over the page."""
    opened = conversation.opened
    with st.container(key=f"turn-{index}"):
        _question_and_answer(desk, conversation, index, ask)
        if opened is not None and opened.turn == index:
            show_source(desk, conversation)


def _question_and_answer(desk: Desk, conversation: Conversation, index: int, ask: Callable[[str], None]) -> None:
    turn = conversation.turns[index]
    with st.container(key=f"question-{index}"), st.chat_message("user", avatar=":material/person:"):
        st.text(readable(turn.question))
    with st.chat_message("assistant", avatar=":material/article:"):
        place = st.empty()  # always drawn, so that the controls below keep their position, and with it the focus
        if turn.waiting:
            with place.container():
                _answer(desk, conversation, index, turn)
            place.empty()
            turn = conversation.turns[index]
        if turn.answer is not None:
            show_answer(turn.answer, index, conversation, ask=ask)
            show_response(desk, turn.answer, index, conversation)
        if turn.problem:
            st.warning("We could not answer this.", icon=":material/info:")
            st.text(readable(turn.problem))
            st.button("Ask again", key=f"again-{index}", on_click=conversation.ask_again, args=(index,))


def _answer(desk: Desk, conversation: Conversation, index: int, turn: Turn) -> None:
    """Fetches the answer and keeps it; every failure becomes a sentence with what to do."""
    try:
        answer = _awaited(desk, conversation, index, turn)
    except BoardPapersError as problem:
        conversation.settle(index, problem=said_of(problem))
    except Exception:
        log.exception("A question could not be answered.")
        conversation.settle(index, problem="Something went wrong in the program. Ask again, or use other words.")
    else:
        conversation.settle(index, answer=answer)


def _awaited(desk: Desk, conversation: Conversation, index: int, turn: Turn) -> Answer:
    """The answer; shows its words as they arrive, beside a button that stops it. A click elsewhere does not stop it."""
    under_way = conversation.answering
    if index not in under_way:
        history, who = conversation.history_before(index), visitor()
        under_way[index] = Answering(lambda show: desk.ask_for(who, turn.question, history, turn.filters, show))
    answering = under_way[index]

    def stop() -> None:
        conversation.answering.pop(index, None)
        conversation.settle(index, problem="You stopped it.")

    with st.spinner("Reading the papers"):
        st.button("Stop", icon=":material/stop_circle:", key=f"stop-{index}", on_click=stop)
        so_far, shown = st.empty(), ""
        while not answering.finished(LOOK):
            if conversation.answering and answering.text != shown:
                shown = answering.text
                so_far.text(readable(shown))
        conversation.answering.pop(index, None)
        return answering.result()


def _say(conversation: Conversation) -> None:
    """Tells the live region what is new: an answer and its sources, or the source that was opened."""
    if not conversation.turns:
        announce("")
        return
    newest = len(conversation.turns) - 1
    opened = conversation.opened
    if opened is not None:
        name = f"Source {opened.citation.number}" if opened.citation.number else "Nearest passage"
        announce(f"{name} is open beside the answer.", question=newest, source=opened.button)
        return
    last = conversation.turns[-1]
    if last.answer is None:
        announce(f"Question {newest + 1} was not answered.", question=newest)
    else:
        found = "Answer" if last.answer.answered else "No answer in the papers"
        count = len(last.answer.citations)
        sources = f"{count} source" if count == 1 else f"{count} sources"
        announce(f"{found} to question {newest + 1}, with {sources}.", question=newest)
