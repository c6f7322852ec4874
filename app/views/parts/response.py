"""Response: what a reader can do with an answer - copy it, link to it, ask again, say whether it is right."""

from __future__ import annotations

from urllib.parse import quote

import streamlit as st

from app.answers.answer import Answer
from app.answers.escaping import readable, visible
from app.exports.conversation import as_text
from app.saved.reports import LONGEST_COMMENT, Verdict
from app.views.parts.problems import said_of
from app.views.session.conversation import Conversation
from app.views.session.desk import Desk
from corpus.errors import BoardPapersError

ABOUT = {
    Verdict.HELPFUL: "What was helpful?",
    Verdict.UNHELPFUL: "What was missing?",
    Verdict.WRONG: "What is wrong, and what do the papers say?",
}
CHOICES = (
    (Verdict.HELPFUL, "Helpful", ":material/thumb_up:"),
    (Verdict.UNHELPFUL, "Not helpful", ":material/thumb_down:"),
    (Verdict.WRONG, "Report a wrong answer", ":material/flag:"),
)


def show_response(desk: Desk, answer: Answer, turn: int, conversation: Conversation) -> None:
    """Draws the row of controls under an answer, and the form that one of them opens."""
    with st.container(key=f"controls-answer-{turn}", horizontal=True, gap="small"):
        with st.popover("Copy", icon=":material/content_copy:", type="tertiary", key=f"copy-{turn}"):
            st.text("The answer with its citations:")
            st.code(as_text(answer), language=None, wrap_lines=True)
            st.text("A link that asks this question:")
            st.code(visible(link_to_question(answer.question)), language=None, wrap_lines=True)
        again = conversation.ask_again
        st.button(
            "Ask again", icon=":material/refresh:", type="tertiary", key=f"retry-{turn}", on_click=again, args=(turn,)
        )
        for verdict, label, icon in CHOICES:
            st.button(
                label,
                icon=icon,
                type="tertiary",
                key=f"{verdict.name.lower()}-{turn}",
                on_click=_tell,
                args=(turn, verdict),
            )
    telling = st.session_state.get("telling")
    if telling and telling[0] == turn:
        _form(desk, answer, telling[1])
    elif st.session_state.get("told") == turn:
        st.text("Thank you. We have sent it to the team that looks after these papers.")


def link_to_question(question: str) -> str:
    """The address on this host that asks a question."""
    return f"{str(st.context.url or '').split('?')[0]}?q={quote(question, safe='')}"


def _tell(turn: int, verdict: Verdict) -> None:
    st.session_state.update(telling=(turn, verdict), told=None)


def _form(desk: Desk, answer: Answer, verdict: Verdict) -> None:
    turn = st.session_state["telling"][0]

    def send() -> None:
        try:
            desk.office().reports.add(verdict, str(st.session_state.get("comment") or ""), answer)
        except BoardPapersError as problem:
            st.session_state["not-told"] = said_of(problem)
        else:
            st.session_state.update(telling=None, told=turn)

    def cancel() -> None:
        st.session_state["telling"] = None

    with st.form("telling-form"):
        st.text_area(ABOUT[verdict], key="comment", max_chars=LONGEST_COMMENT)
        st.text("We send this to the team that looks after these papers, with your question and the answer.")
        with st.container(horizontal=True):
            st.form_submit_button("Send", on_click=send)
            st.form_submit_button("Cancel", on_click=cancel)
    if trouble := st.session_state.pop("not-told", ""):
        st.text(readable(trouble))
