"""Keeper: the tools of whoever may add and remove papers, behind the password of BOARD_PAPERS_ADMIN."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from app.answers.escaping import plain, readable, visible
from app.holdings.library import Library
from app.upkeep.filing import Removed
from app.upkeep.sign_in import HERE
from app.views.parts.problems import said_of
from app.views.session.desk import Desk
from app.views.session.renewal import hand_over_cookie, renew_visitor
from app.views.session.visitor import new_visitor, visitor
from corpus.errors import BoardPapersError
from corpus.folder import SUFFIXES

LOOK = 1.0
"""Seconds between two looks at a sync that is at work."""

TOP = "The folder of papers itself"
LISTED = 20
"""Removed papers that are listed, the last ones."""

HOW = """
This page only shows what is held. Whoever runs the program lets a keeper add and remove papers here: set
`BOARD_PAPERS_ADMIN` to a password of twelve characters or more, and start the program again.
"""


def keeper_tools(desk: Desk, library: Library) -> None:
    """Draws the tools for a keeper, the way in for others, or how to make one."""
    st.header("Keep the papers", anchor=False)
    try:
        keepers = desk.office().keepers
    except BoardPapersError as problem:
        st.text(readable(said_of(problem)))
        return
    if not keepers.any:
        st.markdown(HOW)
    elif keepers.has(visitor()):
        hand_over_cookie()
        _results(desk, library)
        _add(desk)
        _removed(desk)
        with st.container(horizontal=True):
            st.button("Sync again", icon=":material/sync:", key="sync", on_click=_sync, args=(desk,))
            st.button(
                "Sign out", icon=":material/logout:", key="sign-out", on_click=keepers.sign_out, args=(visitor(),)
            )
    else:
        _sign_in(desk)


def remove_button(desk: Desk, files: Sequence[str]) -> None:
    """The button that takes a paper out, for a keeper; others see none."""
    if _is_keeper(desk):
        key = f"remove-{files[0]}"
        st.button("Remove", icon=":material/delete:", key=key, on_click=_remove, args=(desk, tuple(files)))


def _is_keeper(desk: Desk) -> bool:
    """Whether this visitor may change the papers; nobody may while nothing can be kept."""
    try:
        return desk.office().keepers.has(visitor())
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
        st.text_input("Password of the keeper", type="password", key="password", autocomplete="current-password")
        st.form_submit_button("Sign in", on_click=enter)
    if st.session_state.get("refused"):
        st.error("This is not the password.", icon=":material/error:")


def _add(desk: Desk) -> None:
    folders = desk.office().filing().folders()
    st.session_state.setdefault("upload", 0)
    key = f"upload-{st.session_state['upload']}"
    st.file_uploader("Add papers", type=[suffix[1:] for suffix in SUFFIXES], accept_multiple_files=True, key=key)
    st.selectbox("Folder", folders, format_func=lambda folder: visible(folder) or TOP, key="upload-folder")
    st.checkbox("Replace papers of the same name", key="upload-replace")
    ready = bool(st.session_state.get(key))
    st.button("Add and index", key="add", disabled=not ready, on_click=_take, args=(desk, key))


def _take(desk: Desk, key: str) -> None:
    """Files what was uploaded, each with its own result, and starts a sync."""
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
        st.session_state["added"] = [(files[0], "", "Removed. It can be put back below.")]
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
    try:
        desk.office().syncing.start()
    except BoardPapersError as problem:
        st.session_state["not-synced"] = str(problem)


def _results(desk: Desk, library: Library) -> None:
    """How far a sync is, then what became of every file."""
    if trouble := st.session_state.pop("not-synced", ""):
        st.text(readable(trouble))
    syncing = desk.office().syncing
    if syncing.running:
        _watch(desk)
    elif syncing.outcome:
        with st.container(key="sync-outcome"):
            st.text(readable(f"Last sync: {syncing.outcome}"))
    for name, file, problem in st.session_state.get("added", ()):
        became = problem or ("waits for the sync" if syncing.running else library.became(file))
        st.text(readable(f"{name}: {became}"))


@st.fragment(run_every=LOOK)
def _watch(desk: Desk) -> None:
    """The bar of a sync at work; draws the whole page anew when it has finished."""
    syncing = desk.office().syncing
    if not syncing.running:
        st.rerun()
    last = syncing.lines[-1] if syncing.lines else "starting"
    st.progress(syncing.share, text=plain(f"A sync is at work: {last}. The papers of before answer until it is done."))


def _removed(desk: Desk) -> None:
    removed = desk.office().filing().removed()
    if not removed:
        return
    with st.expander("Removed papers", key="removed", icon=":material/delete:"):
        for one in removed[:LISTED]:
            st.text(readable(f"{', '.join(one.files)} ({one.when})"))
            key = f"restore-{one.id}"
            st.button("Put back", icon=":material/undo:", key=key, on_click=_put_back, args=(desk, one))
