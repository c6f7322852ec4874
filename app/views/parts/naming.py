"""Naming: what a page is called in the tab of the browser."""

from __future__ import annotations

import streamlit as st

from app.answers.escaping import shorten, visible

PRODUCT = "Board Papers"
LONGEST = 60
"""Characters of a name in a tab, which shows about thirty and all of it on hover."""


def name_page(name: str) -> None:
    """Calls the page by this name and that of the program: "Kingsmill Baths - Board Papers"."""
    st.set_page_config(page_title=f"{shorten(visible(name), LONGEST)} - {PRODUCT}" if name else PRODUCT)
