"""Links: from one page to another, without loading everything again; and what a page is called in its tab."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

import streamlit as st

from app.answers.escaping import plain, shorten, visible
from app.views.session.address import base_path

PAGES = "pages"
"""Where the pages of the navigation are kept for this run, by the last part of their addresses."""

PRODUCT = "Board Papers"
LONGEST = 60
"""Characters of a name in a tab, which shows about thirty and all of it on hover."""


def know_pages(pages: Mapping[str, st.Page]) -> None:
    """Remembers the pages of the navigation, for links between them."""
    st.session_state[PAGES] = dict(pages)


def link_to(page: str, label: str, *, icon: str | None = None, **address: str) -> None:
    """Draws a link to a page of ours with these parameters in its address; `label` may be words of a paper."""
    known: Mapping[str, st.Page] = st.session_state.get(PAGES, {})
    if page in known:
        st.page_link(known[page], label=plain(label), icon=icon, query_params=address)
    else:  # a page that is drawn alone, as in a test
        st.link_button(plain(label), f"{base_path()}/{page}?{urlencode(address)}", icon=icon, type="tertiary")


def name_page(name: str) -> None:
    """Calls the page by this name and that of the program: "Kingsmill Baths - Board Papers"."""
    st.set_page_config(page_title=f"{shorten(visible(name), LONGEST)} - {PRODUCT}" if name else PRODUCT)
