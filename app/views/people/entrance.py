"""Entrance: what stands before and above every page where people sign in; where nobody does, nothing."""

from __future__ import annotations

import streamlit as st

from app.answers.escaping import visible
from app.people.audit import Deed
from app.people.seeing import Person, Role
from app.views.session.desk import NOTHING, Desk
from app.views.session.signed_in import person_on_page
from corpus.settings import SignIn

LOOKS = """
<style>
.st-key-restricted [data-testid="stText"], .st-key-restricted-source [data-testid="stText"] {
  font-weight: 600; border: 2px solid currentColor; padding: 0.25rem 0.75rem; }
@media print {
  .st-key-restricted { position: fixed; top: 0; left: 0; right: 0; z-index: 9; background: #fff; color: #000; }
  .st-key-restricted [data-testid="stText"] { color: #000; }
  .st-key-who { display: none; }
}
</style>
"""
"""A fixed line is printed at the top of every sheet of paper."""

MAY_SEE_MORE = (
    "NOT FOR PUBLICATION. You may see papers that are not public. Do not pass on what is marked, and print it only "
    "if you must."
)
NO_ROLE = "You have signed in, but you have no role here yet. Ask the administrator of these pages to give you one."


def admitted(desk: Desk) -> Desk | None:
    """The desk of whoever looks at the page; None where they must sign in first, which the page then says.

    Raises BoardPapersError where roles or papers cannot be read.
    """
    sign_in = desk.settings().people.sign_in
    if sign_in is SignIn.OFF:
        return desk
    person = person_on_page(desk)
    own = desk.for_person(person)
    _begin_again(own)
    if own.right == NOTHING:
        _door(person)
        return None
    if person.id:
        _remember(own)
    st.html(LOOKS)
    _who(own)
    return own


def _begin_again(own: Desk) -> None:
    """Forgets what the page has shown so far when somebody else looks at it, or the same person may see less."""
    mark = (own.person.id, own.right)
    if st.session_state.get("seen-by", mark) != mark:
        st.session_state.clear()
    st.session_state["seen-by"] = mark
    if own.person.id:
        st.session_state["visitor"] = own.person.id  # conversations are found again in every browser


def _remember(own: Desk) -> None:
    office = own.office()
    if office.audit is not None and office.audit.seen(own.person):
        office.audit.record(own.person, Deed.SIGNED_IN)


def _door(person: Person) -> None:
    with st.container(key="trouble"):
        st.title("Board Papers", anchor=False)
        if person.id:
            st.text(NO_ROLE)
            st.button("Sign out", icon=":material/logout:", key="leave", on_click=st.logout)
        else:
            st.text("Sign in to see the papers.")
            st.button("Sign in", icon=":material/login:", key="enter", type="primary", on_click=st.login)


def _who(own: Desk) -> None:
    """Who is signed in, with the button to sign in or out; then the sign, for who may see what is not public."""
    person = own.person
    with st.container(key="who", horizontal=True, horizontal_alignment="right", vertical_alignment="center"):
        if person.id:
            bodies = ", ".join(sorted(person.bodies))
            said = person.role.value if person.role is not Role.VISITOR else "no role"
            role = f"{said}: {bodies}" if bodies else said
            st.text(visible(f"{person.name or 'Signed in'} ({role})"), width="content")
            st.button("Sign out", icon=":material/logout:", type="tertiary", key="leave", on_click=st.logout)
        else:
            st.button("Sign in", icon=":material/login:", type="tertiary", key="enter", on_click=st.login)
    if own.right is not None:
        with st.container(key="restricted"):
            st.text(MAY_SEE_MORE)
