"""Keeper: tools to add and remove papers, behind the password in BOARD_PAPERS_ADMIN."""

from __future__ import annotations

import re
import time
from collections.abc import Sequence

import streamlit as st

from app.answers.escaping import plain, readable, visible
from app.holdings.library import Library
from app.people.seeing import Role
from app.upkeep.filing import Removed
from app.upkeep.restricting import restrict
from app.upkeep.sign_in import HERE
from app.views.parts.problems import said_of
from app.views.session.desk import Desk
from app.views.session.renewal import hand_over_cookie, renew_visitor
from app.views.session.visitor import new_visitor, visitor
from corpus.access import MANIFEST
from corpus.errors import BoardPapersError
from corpus.folder import SUFFIXES

LOOK = 1.0
"""Seconds between two checks of a running sync."""

TOP = "Top folder"
NOT_INDEXED = "not added yet, because the last update failed"

HIDDEN = f"Hidden from the public. To show it again, change its line in {MANIFEST} to public and give a reason."

DONE = re.compile(r"(?P<step>[^:]+): (?P<done>[\d,]+) of (?P<all>[\d,]+) papers")
"""A line of progress of the indexer."""

STEPS = {
    "reading": "reading them",
    "embedding": "preparing the search by meaning",
    "building the vector index": "writing the index",
    "finished": "almost done",
}
"""What each step of the indexer is, for a keeper."""

LISTED = 20
"""How many of the most recently removed papers are listed."""

HOW = """
To add or remove papers here, your administrator must set `BOARD_PAPERS_ADMIN` to a password of twelve characters or
more, and start the program again.
"""


def keeper_tools(desk: Desk, library: Library | None = None) -> None:
    """Draws the tools for a signed-in keeper; for others the sign-in form, or how to set a password.

    Without a library there is no index yet: a keeper makes the first one here.
    """
    st.header("Manage papers", anchor=False)
    try:
        keepers = desk.office().keepers
    except BoardPapersError as problem:
        st.text(readable(said_of(problem)))
        return
    if is_keeper(desk):
        hand_over_cookie()
        _results(desk, library)
        _add(desk)
        _removed(desk)
        with st.container(horizontal=True):
            label = "Update again" if library else "Read the papers in the folder"
            st.button(label, icon=":material/sync:", key="sync", on_click=_sync, args=(desk,))
            if keepers.has(visitor()):
                st.button(
                    "Sign out", icon=":material/logout:", key="sign-out", on_click=keepers.sign_out, args=(visitor(),)
                )
    elif not keepers.any:
        st.markdown(HOW)
    else:
        _sign_in(desk)


def paper_buttons(desk: Desk, files: Sequence[str]) -> None:
    """Draws the buttons that remove or restrict a paper; only a keeper sees them."""
    if not is_keeper(desk):
        return
    with st.container(key=f"controls-keep-{files[0]}", horizontal=True, gap="small"):
        for label, icon, act in (
            ("Remove", ":material/delete:", _remove),
            ("Hide from the public", ":material/visibility_off:", _restrict),
        ):
            key = f"{label.split()[0].lower()}-{files[0]}"
            st.button(label, icon=icon, key=key, on_click=act, args=(desk, tuple(files)))


def is_keeper(desk: Desk) -> bool:
    """Whether this visitor may change the papers; nobody may while the data folder cannot be used."""
    try:
        return desk.person.role is Role.ADMINISTRATOR or desk.office().keepers.has(visitor())
    except BoardPapersError:
        return False


def _sign_in(desk: Desk) -> None:
    def enter() -> None:
        password, new = str(st.session_state.get("password") or ""), new_visitor()
        address = st.context.ip_address or HERE
        right = desk.office().keepers.sign_in(visitor(), password, becomes=new, address=address)
        st.session_state["refused"] = not right
        if right:
            renew_visitor(desk, new)

    with st.form("sign-in"):
        st.text_input("Administrator password", type="password", key="password", autocomplete="current-password")
        st.form_submit_button("Sign in", on_click=enter)
    if st.session_state.get("refused"):
        st.error("Wrong password. Try again.", icon=":material/error:")


def _add(desk: Desk) -> None:
    folders = desk.office().filing().folders()
    st.session_state.setdefault("upload", 0)
    key = f"upload-{st.session_state['upload']}"
    st.file_uploader("Add papers", type=[suffix[1:] for suffix in SUFFIXES], accept_multiple_files=True, key=key)
    st.selectbox("Folder", folders, format_func=lambda folder: visible(folder) or TOP, key="upload-folder")
    st.checkbox("Replace papers with the same name", key="upload-replace")
    ready = bool(st.session_state.get(key))
    st.button("Add and index", key="add", disabled=not ready, on_click=_take, args=(desk, key))


def _take(desk: Desk, key: str) -> None:
    """Puts the uploaded files into the folder, notes the result for each, and starts a sync."""
    results: list[tuple[str, str, str]] = []
    folder, replace = str(st.session_state.get("upload-folder") or ""), bool(st.session_state.get("upload-replace"))
    for upload in st.session_state[key]:
        try:
            file = desk.office().filing().add(upload.name, upload.getvalue(), folder=folder, replace=replace)
            results.append((upload.name, file, ""))
        except BoardPapersError as problem:
            results.append((upload.name, "", str(problem)))
    st.session_state.update({"upload": st.session_state["upload"] + 1, "upload-replace": False})
    st.session_state["added"] = results
    if any(file for _, file, _ in results):
        _sync(desk)


def _remove(desk: Desk, files: tuple[str, ...]) -> None:
    try:
        desk.office().filing().remove(files)
    except BoardPapersError as problem:
        st.session_state["added"] = [(files[0], "", str(problem))]
    else:
        st.session_state["added"] = [(files[0], "", "Removed. You can put it back below.")]
        _sync(desk)


def _restrict(desk: Desk, files: tuple[str, ...]) -> None:
    try:
        restrict(desk.settings().corpus, files)
    except BoardPapersError as problem:
        st.session_state["added"] = [(files[0], "", str(problem))]
    else:
        st.session_state["added"] = [(files[0], "", HIDDEN)]
        _sync(desk)


def _put_back(desk: Desk, removed: Removed) -> None:
    try:
        files = desk.office().filing().restore(removed.id)
    except BoardPapersError as problem:
        st.session_state["added"] = [(removed.files[0], "", str(problem))]
    else:
        st.session_state["added"] = [(file, file, "") for file in files]
        _sync(desk)


def _sync(desk: Desk) -> None:
    st.session_state["sync-began"] = time.monotonic()
    desk.office().syncing.start()


def _results(desk: Desk, library: Library | None) -> None:
    """Shows how far the sync is, then what happened to each file."""
    syncing = desk.office().syncing
    if syncing.running:
        _watch(desk)
    elif syncing.outcome:
        with st.container(key="sync-outcome"):
            st.text(readable(f"Last update: {syncing.outcome}"))
    for name, file, problem in st.session_state.get("added", ()):
        waits = "waiting" if syncing.running else NOT_INDEXED if syncing.failed else ""
        became = problem or waits or (library.became(file) if library else "read")
        st.text(readable(f"{name}: {became}"))


@st.fragment(run_every=LOOK)
def _watch(desk: Desk) -> None:
    """Draws the progress bar of a running sync; redraws the whole page when it has finished."""
    syncing = desk.office().syncing
    if not syncing.running:
        st.rerun()
    seconds = int(time.monotonic() - st.session_state.get("sync-began", time.monotonic()))
    until = "You can keep asking; answers use the earlier papers until this finishes."
    st.progress(syncing.share, text=plain(f"{doing(syncing.lines, seconds)} {until}"))


def doing(lines: Sequence[str], seconds: int) -> str:
    """What a running sync does now, in a sentence."""
    for line in reversed(lines):
        if found := DONE.match(line):
            step = STEPS.get(found["step"], found["step"])
            return f"Adding papers ({found['done']} of {found['all']}): {step}."
    return f"Starting the reader ({seconds} seconds so far)."


def _removed(desk: Desk) -> None:
    removed = desk.office().filing().removed()
    if not removed:
        return
    with st.expander("Removed papers", key="removed", icon=":material/delete:"):
        for one in removed[:LISTED]:
            st.text(readable(f"{', '.join(one.files)} ({one.when})"))
            key = f"restore-{one.id}"
            st.button("Put back", icon=":material/undo:", key=key, on_click=_put_back, args=(desk, one))
