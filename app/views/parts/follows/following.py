"""Following: a button that offers news on a topic, a matter, a committee or a member, by a feed or by e-mail."""

from __future__ import annotations

import streamlit as st

from app.alerts.letters import to_confirm
from app.alerts.post import send
from app.alerts.routes import FEED
from app.answers.escaping import readable, shorten, visible
from app.answers.wording import joined
from app.saved.follows import Follow, Rhythm
from app.views.parts.problems import said_of
from app.views.session.address import home_on_page
from app.views.session.desk import Desk
from corpus.errors import BoardPapersError, WrongInput
from corpus.mail_settings import is_address

LONGEST_NAME = 160
"""Characters of what is followed, as they are shown and stored."""

RHYTHMS = {"Daily": Rhythm.DAILY, "Weekly": Rhythm.WEEKLY}
ASKED = "We have written to this address. Open the message and confirm; until then we send nothing."


def offer_follow(desk: Desk, follow: Follow, key: str) -> None:
    """Draws the button; what it opens makes the address of a feed, or asks for an e-mail address."""
    with st.popover("Follow", icon=":material/notifications:", type="tertiary", key=f"follow-{key}"):
        st.text(f"News on: {visible(shorten(joined(follow.name, follow.organisation), LONGEST_NAME))}")
        st.text("You get what is new in public papers, each with its quote and page. No account is needed.")
        st.button(
            "Make a feed", icon=":material/rss_feed:", key=f"feed-{key}", on_click=_feed, args=(desk, follow, key)
        )
        if made := st.session_state.get(f"made-feed-{key}"):
            st.text("Give this address to your feed reader. Whoever has it can read the feed:")
            st.code(f"{home_on_page(desk)}{FEED}{made}", language=None, wrap_lines=True)
        if desk.settings().mail.server:
            _mail_form(desk, follow, key)
        if said := st.session_state.get(f"said-follow-{key}"):
            st.text(readable(said))


def _mail_form(desk: Desk, follow: Follow, key: str) -> None:
    with st.form(f"by-mail-{key}", border=False):
        st.text_input("E-mail address", key=f"email-{key}", max_chars=254, autocomplete="email")
        st.radio("How often", list(RHYTHMS), key=f"rhythm-{key}", horizontal=True)
        st.form_submit_button("Send me news", on_click=_mail, args=(desk, follow, key))


def _feed(desk: Desk, follow: Follow, key: str) -> None:
    try:
        st.session_state[f"made-feed-{key}"] = desk.office().follows.begin_feed(_known(desk, follow))
        st.session_state.pop(f"said-follow-{key}", None)
    except BoardPapersError as problem:
        st.session_state[f"said-follow-{key}"] = said_of(problem)


def _mail(desk: Desk, follow: Follow, key: str) -> None:
    """Asks the owner of the address to confirm; a follow whose message could not be sent is not stored."""
    email = str(st.session_state.get(f"email-{key}") or "").strip()
    rhythm = RHYTHMS[str(st.session_state[f"rhythm-{key}"])]
    follows = desk.office().follows
    try:
        if not is_address(email):
            raise WrongInput("This is not an e-mail address.", hint="Write it as ada@example.org.")
        mail = desk.settings().mail
        id_ = follows.begin_mail(_known(desk, follow), email, rhythm, home_on_page(desk))
        one = follows.of(id_)
        try:
            taken = one is not None and send(to_confirm(one, mail.sender), mail)
        except BoardPapersError:
            follows.stop(id_)
            raise
        if not taken:
            follows.stop(id_)
            raise WrongInput("The mail server does not know this address.")
        st.session_state[f"said-follow-{key}"] = ASKED
    except BoardPapersError as problem:
        st.session_state[f"said-follow-{key}"] = said_of(problem)


def _known(desk: Desk, follow: Follow) -> Follow:
    """What is followed as the public knows it; what is there now is no news for it."""
    newsroom = desk.office().newsroom
    newsroom.notice()
    known = newsroom.name_of(follow)
    return Follow(known.kind, shorten(visible(known.name), LONGEST_NAME), known.organisation, known.body, known.address)
