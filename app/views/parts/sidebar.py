"""Sidebar: the filters for the next question."""

from __future__ import annotations

from datetime import date

import streamlit as st

from app.answers.escaping import plain
from app.answers.filters import Filters
from app.views.parts.rows import choice
from app.views.session.desk import Assistant
from corpus.errors import WrongInput

EVERY_ORGANISATION = "All organisations"
EVERY_BODY = "All committees"


def choose_filters(assistant: Assistant) -> Filters:
    """The filters chosen; without the dates, and with a message, while the first date is after the second."""
    with st.sidebar:
        st.subheader("Filter by")
        organisation = choice("Organisation", assistant.organisations(), "organisation", every=EVERY_ORGANISATION)
        body = choice("Committee", assistant.bodies(organisation), "body", every=EVERY_BODY)
        since = _date("Meetings from", "since")
        until = _date("Meetings to", "until")
        try:
            filters = Filters(organisation=organisation, body=body, since=since, until=until)
        except WrongInput as problem:
            st.error(plain(str(problem)), icon=":material/error:")
            filters = Filters(organisation=organisation, body=body)
    return filters


def _date(label: str, key: str) -> date | None:
    chosen = st.date_input(label, value=None, format="DD/MM/YYYY", key=key, min_value=date(1974, 1, 1))
    return chosen if isinstance(chosen, date) else None
