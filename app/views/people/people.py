"""People: the page for administrators - who has which role, who has been here, and what the audit log says."""

from __future__ import annotations

import streamlit as st

from app.answers.escaping import visible
from app.people.audit import Deed, Entry, as_lines
from app.people.seeing import SEEN, Role
from app.views.session.desk import Desk

LISTED = 200
"""Entries of the log on the page; the file has them all."""


def people_page(desk: Desk) -> None:
    """Draws the page; an administrator alone gets to it."""
    if desk.person.role is not Role.ADMINISTRATOR:
        st.text("This page is for administrators.")
        return
    st.title("People", anchor=False)
    _roles(desk)
    _table()
    _log(desk)


def _roles(desk: Desk) -> None:
    st.header("Roles", anchor=False)
    rows = desk.office().people.rows()
    if not rows:
        st.text("Nobody has a role. Name a file that gives roles with BOARD_PAPERS_PEOPLE.")
    else:
        st.dataframe(
            [
                {
                    "Who": visible(row.value or "everybody who signs in"),
                    "By": "everybody" if row.claim == "*" else visible(row.claim),
                    "Role": row.role.value,
                    "Bodies": visible(", ".join(sorted(row.bodies))),
                }
                for row in rows
            ],
            hide_index=True,
        )
        how = "To change a role, change the file that BOARD_PAPERS_PEOPLE names."
        st.text(f"{how} The change takes effect at the next click.")


def _table() -> None:
    with st.expander("Who may see what"):
        st.dataframe(
            [
                {"Label": kind.value, **{role.value: seen.get(role, None) and seen[role].value for role in Role}}
                for kind, seen in SEEN.items()
            ],
            hide_index=True,
        )


def _log(desk: Desk) -> None:
    st.header("Audit log", anchor=False)
    audit = desk.audit()
    if audit is None:
        st.text("No log is kept: BOARD_PAPERS_AUDIT_DAYS is 0.")
        return
    if st.session_state.get("log") != "open":
        st.text(f"Entries are kept for {audit.days} days. Opening the log is recorded in it.")
        st.button("Open the log", key="open-log", on_click=lambda: st.session_state.update(log="open"))
        return
    if not st.session_state.get("log-recorded"):
        audit.record(desk.person, Deed.LOOKED_AT_LOG)
        st.session_state["log-recorded"] = True
    entries = audit.entries()
    st.dataframe([_shown(entry) for entry in entries[:LISTED]], hide_index=True)
    st.download_button("Download all entries", as_lines(entries), "audit.jsonl", "application/x-ndjson", key="take-log")


def _shown(entry: Entry) -> dict[str, str]:
    return {
        "When (UTC)": entry.at,
        "Who": visible(entry.name or "visitor"),
        "Role": entry.role,
        "Did": entry.deed,
        "Words": visible(entry.words),
        "Public papers": visible("; ".join(entry.papers)),
        "Papers that are not public": visible("; ".join(entry.restricted)),
    }
