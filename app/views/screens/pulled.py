"""Sources on the page of papers: when each site that papers come from was last read, and what came."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import streamlit as st

from app.answers.escaping import readable
from app.answers.phrases import counted
from app.answers.wording import day
from corpus.pulled import LastPull, last_pulls

TROUBLES_SHOWN = 5
"""Of each source; `python -m corpus pull` lists them all."""


def show_sources(corpus: Path) -> None:
    """Draws the sources of a folder of papers; nothing where a person put its papers there."""
    found = last_pulls(corpus)
    if not found:
        return
    with st.expander("Where these papers come from", key="sources", icon=":material/cloud_download:"):
        for last in found:
            for line in source_lines(last):
                st.text(readable(line))


def source_lines(last: LastPull) -> list[str]:
    """What the last run over a source did, in sentences."""
    ended = datetime.fromisoformat(last.ended)
    lines = [
        f"{last.address}: last read on {day(ended.date())} at {ended:%H:%M} UTC.",
        f"{counted(last.stored, 'paper')} in all.",
        f"The last time: {last.came} new, {last.changed} replaced, {last.withdrawn} withdrawn.",
    ]
    if last.refused:
        lines.append(f"It could not be read to its end. {last.refused}")
    lines += [f"Not fetched: {trouble}" for trouble in last.troubles[:TROUBLES_SHOWN]]
    if len(last.troubles) > TROUBLES_SHOWN:
        lines.append(f"And {len(last.troubles) - TROUBLES_SHOWN} more.")
    return lines
