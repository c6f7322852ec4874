"""Desk: the one assistant of this process, asked by one person at a time."""

from __future__ import annotations

import gc
import logging
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from app.answers.answer import Answer
from app.answers.filters import Filters
from app.holdings.holdings import Holdings
from app.holdings.library import Library
from app.holdings.originals import Original
from app.views.session.office import Office, open_office
from corpus.errors import BoardPapersError
from corpus.settings import Settings

if TYPE_CHECKING:
    from app.front import Front
    from app.matters.research import Research  # what it needs is loaded when the assistant opens, not with the page
    from indexer.store import Version

log = logging.getLogger(__name__)

PATIENCE = 60.0
"""Seconds that a question waits for its turn: at 0.2 s an answer 300 people are served in that time, at 0.6 s on a busy
machine 100. A visitor who does not want to wait can stop it."""


Show = Callable[[str], None]
"""Shows the text of an answer that is still being written."""

KEPT_PICTURES = 48
"""Page pictures kept for the next click, at some 200 kB each; a changed file is drawn again."""


class Busy(BoardPapersError):
    """More people are asking than can be answered soon."""

    retryable = True


class Assistant(Protocol):
    """What the views ask for. `file` is a citation's file; unknown and withheld ones raise a BoardPapersError.

    `page_count` counts the pages of the file up to the last that may be seen. A pack can hold withheld pages among
    public ones: then `page_text` raises for those, `paper_of_page` gives the file to draw the others from, and
    `whole_paper` raises.
    """

    def ask(self, question: str, history: Sequence[str] = (), *, filters: Filters) -> Answer: ...
    def write(self, answer: Answer, history: Sequence[str] = (), *, show: Show) -> Answer: ...
    def warm(self) -> None: ...
    def version(self) -> Version: ...
    def recall(self, kept: str) -> Answer | None: ...
    def examples(self) -> list[str]: ...
    def organisations(self) -> list[str]: ...
    def bodies(self, organisation: str) -> list[str]: ...
    def holdings(self) -> Holdings: ...
    def library(self) -> Library: ...
    def page_count(self, file: str) -> int: ...
    def page_text(self, file: str, page: int | None) -> str: ...
    def paper_of_page(self, file: str, page: int) -> Original: ...
    def whole_paper(self, file: str) -> Original: ...
    @property
    def research(self) -> Research: ...


class Picture(Protocol):
    """A page drawn as a PNG; `found` tells whether the words to mark were found on it."""

    @property
    def png(self) -> bytes: ...
    @property
    def width(self) -> int: ...
    @property
    def height(self) -> int: ...
    @property
    def found(self) -> bool: ...


class DrawPage(Protocol):
    """Draws a page of a PDF with this hash, `width` pixels wide, with `highlight` marked; raises PageUnavailable."""

    def __call__(
        self, path: Path, page: int, *, highlight: str = "", width: int = 1000, sha256: str = ""
    ) -> Picture: ...


@dataclass(slots=True)
class Desk:
    """Opens the assistant once, when it is first needed, and lets one question at a time through to it.

    One at a time because retrieval is Python work: two at once make everybody's first words slower, not faster.
    """

    open_assistant: Callable[[], Assistant]
    draw_page: DrawPage
    settings: Callable[[], Settings] = Settings.from_environment
    patience: float = PATIENCE
    _assistant: Assistant | None = None
    _office: Office | None = None
    _library: Library | None = None
    _opening: threading.Lock = field(default_factory=threading.Lock)
    _pictures: Callable[[Path, str, int, str, int], Picture] = field(init=False)
    _turn: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(1))

    def __post_init__(self) -> None:
        @lru_cache(maxsize=KEPT_PICTURES)
        def kept(path: Path, sha256: str, page: int, highlight: str, width: int) -> Picture:
            return self.draw_page(path, page, highlight=highlight, width=width, sha256=sha256)

        self._pictures = kept

    def assistant(self) -> Assistant:
        """The assistant; raises what opening it raises (IndexMissing and others), and tries again the next time."""
        if self._assistant is None:
            with self._opening:
                if self._assistant is None:
                    self._assistant = self.open_assistant()
        return self._assistant

    def office(self) -> Office:
        """What this process stores besides the papers; raises BoardPapersError if it cannot be stored."""
        if self._office is None:
            with self._opening:
                if self._office is None:
                    self._office = open_office(self.settings())
        return self._office

    def library(self) -> Library:
        """The library of the papers, made again after a sync."""
        assistant = self.assistant()
        if self._library is None or self._library.version != assistant.version():
            self._library = assistant.library()
        return self._library

    def front(self) -> Front:
        """What the first page shows, made again after a sync."""
        from app.front import kept_front

        assistant = self.assistant()
        return kept_front(assistant.research, assistant.version())

    def ask(self, question: str, history: Sequence[str], filters: Filters, show: Show = lambda _: None) -> Answer:
        """The answer, after waiting for a turn; raises Busy if the turn does not come.

        A language model writes outside the turn, so that nobody else has to wait for it.
        """
        assistant = self.assistant()
        with self._one_at_a_time():
            answer = assistant.ask(question, history, filters=filters)
        return assistant.write(answer, history, show=show)

    def picture(self, file: str, page: int, highlight: str, *, width: int) -> Picture:
        """The page of an indexed public paper, drawn; raises PageUnavailable and what `paper_of_page` raises.

        Whether this page may be seen, and whether its file is still the one that was indexed, is asked each time, also
        for a picture that was kept: a pack can hold withheld pages.
        """
        original = self.assistant().paper_of_page(file, page)
        original.check()
        return self._pictures(original.path, original.sha256, page, highlight, width)

    def warm(self) -> None:
        """Opens the assistant ahead of the first visitor, then reads what a first question needs.

        What is in memory then stays there, and is taken out of the garbage collection that Streamlit forces after every
        click: with the libraries of the model in it that took 0.3 s, and stopped every other visitor for as long. A
        failure is left for that visitor's page to explain.
        """
        try:
            self.assistant().warm()
            gc.collect()
            gc.freeze()
        except Exception:
            log.info("The papers could not be opened yet.", exc_info=True)

    @contextmanager
    def _one_at_a_time(self) -> Iterator[None]:
        if not self._turn.acquire(timeout=self.patience):
            raise Busy("Many people are asking at the moment.", hint="Ask again in a minute; your question is kept.")
        try:
            yield
        finally:
            self._turn.release()
