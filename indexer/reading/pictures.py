"""PagePicture: a page of a paper as it looks, with the quoted words marked.

Pages are drawn in a separate process, since pdfium can bring its process down and bears no threads.
"""

from __future__ import annotations

import base64
import threading
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import PageUnavailable
from indexer.reading.child import ChildEnded, ChildProcess
from indexer.reading.messages import Answer, Drawn, DrawTask, End
from indexer.reading.pages import Limits

DRAW_SECONDS = 20.0
"""Time for one picture; an honest page takes a tenth to a third of a second."""

QUEUE_SECONDS = 30.0
"""Time that a picture waits for those asked for before it."""


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page as PNG with its size in pixels; `found` tells whether words of the quote were found and marked."""

    png: bytes
    width: int
    height: int
    found: bool


def draw_page(path: Path, page: int, *, highlight: str = "", width: int = 1000, sha256: str = "") -> PagePicture:
    """Return the physical page (from 1) of a PDF, `width` pixels wide, with the words of `highlight` marked.

    With `sha256` only a file with this hash is drawn from. A quote that runs over from the page before or on to the
    next one has its part marked. Safe to call from any thread. Raises PageUnavailable, in one sentence, when the page
    cannot be drawn.
    """
    return _artist.draw(DrawTask(str(path), page, highlight, width, sha256))


class _Artist:
    """Keeps the drawing process: started with the first picture, replaced when it dies or takes too long."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._child: ChildProcess | None = None

    def draw(self, task: DrawTask) -> PagePicture:
        """Return the picture; raises PageUnavailable."""
        if not self._lock.acquire(timeout=QUEUE_SECONDS):
            raise PageUnavailable("Too many pages are being drawn at the moment.", hint="Try again shortly.")
        try:
            drawn, end = self._asked(task)
        finally:
            self._lock.release()
        if not isinstance(drawn, Drawn):
            raise PageUnavailable(f"The page cannot be drawn: {end.problem}")
        return PagePicture(base64.b64decode(drawn.png), drawn.width, drawn.height, drawn.found)

    def _asked(self, task: DrawTask) -> tuple[Answer | None, End]:
        """Return the picture, or None and the problem; a process found dead is replaced once."""
        reused = self._child is not None
        try:
            return self._answer(task)
        except ChildEnded as ended:
            self._drop()
            if not reused or "too long" in str(ended):
                return None, End(f"the drawing process {ended}.")
        try:
            return self._answer(task)
        except ChildEnded as ended:
            self._drop()
            return None, End(f"the drawing process {ended}.")

    def _answer(self, task: DrawTask) -> tuple[Answer | None, End]:
        """Return what the process answers; raises ChildEnded."""
        if self._child is None:
            self._child = ChildProcess(Limits().memory_bytes)
        self._child.send(task)
        drawn = None
        while not isinstance(answer := self._child.answer(DRAW_SECONDS), End):
            drawn = answer
        if answer.problem:
            self._drop()  # whatever it was, the next picture is drawn by a fresh process
        return drawn, answer

    def _drop(self) -> None:
        child, self._child = self._child, None
        if child is not None:
            child.stop()


_artist = _Artist()
