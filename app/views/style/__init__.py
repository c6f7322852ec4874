"""The look of every page: CSS files, put together in this order. No text from a paper ever enters them.

frame.css    the page, its texts and its controls
answer.css   an answer with its sources, previews, the menu to copy, names offered while typing
source.css   the page behind a citation: beside the page on a desk, over it on a tablet or a telephone
table.css    tables, timelines
narrow.css   small windows, less motion
print.css    paper
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import streamlit as st

__all__ = ["dress"]

SHEETS = ("frame", "answer", "source", "table", "narrow", "print")


def dress() -> None:
    """Puts the look on the page."""
    st.html(_css())


@cache
def _css() -> str:
    sheets = (Path(__file__).with_name(f"{name}.css").read_text(encoding="utf-8") for name in SHEETS)
    return f"<style>\n{''.join(sheets)}</style>"
