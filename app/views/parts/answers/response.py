"""Response: what a reader can do with an answer - copy it, share it, say whether it is right."""

from __future__ import annotations

from urllib.parse import quote

import streamlit as st

from app.answers.answer import Answer
from app.answers.escaping import readable, visible
from app.exports.conversation import as_html, as_text, one_as_markdown
from app.saved.follows import Follow, FollowKind
from app.saved.reports import LONGEST_COMMENT, Verdict
from app.views.parts.follows.following import offer_follow
from app.views.parts.problems import said_of
from app.views.session.conversation import Conversation
from app.views.session.desk import Desk
from app.views.widgets.copying import offer_copies
from corpus.errors import BoardPapersError

VERDICTS = {
    "Helpful": Verdict.HELPFUL,
    "Not helpful": Verdict.UNHELPFUL,
    "Wrong": Verdict.WRONG,
}


def show_response(desk: Desk, answer: Answer, turn: int, conversation: Conversation) -> None:
    """Draws one row under an answer: copy, share, feedback."""
    with st.container(key=f"controls-answer-{turn}", horizontal=True, gap="small", vertical_alignment="center"):
        offer_copies(text=as_text(answer), markdown=one_as_markdown(answer), html=as_html(answer), key=f"copy-{turn}")
        with st.popover("Share", icon=":material/link:", type="tertiary", key=f"share-{turn}"):
            st.text("This link asks the question again:")
            st.code(visible(link_to_question(answer.question)), language=None, wrap_lines=True)
            again = conversation.ask_again
            st.button("Ask again now", icon=":material/refresh:", key=f"retry-{turn}", on_click=again, args=(turn,))
        offer_follow(desk, _followed(desk, answer), f"answer-{turn}")
        with st.popover("Feedback", icon=":material/flag:", type="tertiary", key=f"feedback-{turn}"):
            _form(desk, answer, turn)
    if st.session_state.get("told") == turn:
        st.text("Thank you. We have sent it to the team that looks after these papers.")


def _followed(desk: Desk, answer: Answer) -> Follow:
    """The matter of the first source, else the question as a topic."""
    passage = answer.citations[0].passage if answer.citations else None
    matter = desk.assistant().research.matter_at(passage.section, passage.item) if passage else None
    if matter is None:
        return Follow(FollowKind.TOPIC, answer.question)
    return Follow(FollowKind.MATTER, matter.title, matter.organisation, address=matter.address)


def link_to_question(question: str) -> str:
    """The address on this host that asks a question."""
    return f"{str(st.context.url or '').split('?')[0]}?q={quote(question, safe='')}"


def _form(desk: Desk, answer: Answer, turn: int) -> None:
    def send() -> None:
        verdict = VERDICTS[str(st.session_state[f"verdict-{turn}"])]
        try:
            desk.office().reports.add(verdict, str(st.session_state.get(f"comment-{turn}") or ""), answer)
        except BoardPapersError as problem:
            st.session_state["not-told"] = said_of(problem)
        else:
            st.session_state["told"] = turn

    with st.form(f"telling-{turn}", border=False):
        st.radio("This answer is", list(VERDICTS), key=f"verdict-{turn}", horizontal=True)
        st.text_area("What is wrong or missing?", key=f"comment-{turn}", max_chars=LONGEST_COMMENT)
        st.text("We send this to the team that looks after these papers, with your question and the answer.")
        st.form_submit_button("Send", on_click=send)
    if trouble := st.session_state.pop("not-told", ""):
        st.text(readable(trouble))
