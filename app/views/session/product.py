"""DESK: the desk of the running product; the heavy libraries are loaded when it first opens, not with the page."""

from __future__ import annotations

from pathlib import Path

from app.views.session.desk import Assistant, Desk, Picture
from corpus.errors import BoardPapersError
from corpus.settings import Settings


def _open() -> Assistant:
    from app.assistant import open_assistant

    return open_assistant(Settings.from_environment())


def _draw(path: Path, page: int, *, highlight: str = "", width: int = 1000, sha256: str = "") -> Picture:
    from indexer.reading.pictures import draw_page

    return draw_page(path, page, highlight=highlight, width=width, sha256=sha256)


def json_logs() -> bool:
    """Whether the log is to be JSON lines; a setting that cannot be used is left for the page to say."""
    try:
        return Settings.from_environment().json_logs
    except BoardPapersError:
        return False


DESK = Desk(_open, _draw)
