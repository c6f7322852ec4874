"""Desk: the one assistant of this process, asked by one person at a time."""

from __future__ import annotations

import gc
import logging
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from copy import copy
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from app.answers.answer import Answer
from app.answers.filters import Filters
from app.holdings.holdings import Holdings
from app.holdings.library import Library
from app.holdings.originals import Original
from app.people.recording import record_answer, record_export, record_page, record_taken
from app.people.seeing import VISITOR, Person, Role, right_of
from app.upkeep.counts import Counts
from app.upkeep.limits import Busy, Limits
from app.views.session.office import Office, open_office
from corpus.errors import BoardPapersError
from corpus.settings import Settings, SignIn
from indexer.store.records import PUBLIC, Right

if TYPE_CHECKING:
    from app.front import Front
    from app.matters.research import Research  # what it needs is loaded when the assistant opens, not with the page
    from app.people.audit import Audit
    from indexer.sections.section import Section
    from indexer.store import Version

log = logging.getLogger(__name__)

PATIENCE = 60.0
"""Seconds that a question waits for its turn: at 0.2 s an answer 300 people are served in that time, at 0.6 s on a busy
machine 100. A visitor who does not want to wait can stop it."""


PER_MINUTE, AT_ONCE = 20, 3
"""Questions of one person or browser a minute, in a row or spread, and at the same time, in several windows: more than
anybody reads, and less than half of what two cores answer."""

Show = Callable[[str], None]
"""Shows the text of an answer that is still being written."""

KEPT_PICTURES = 48
"""Page pictures kept for the next click, at some 200 kB each; a changed file is drawn again."""


NOTHING = Right(frozenset())
"""The right of somebody who has to sign in first."""

MOST_SEATS = 12
"""Rights for which an assistant is kept: most members sit on bodies that others sit on too."""


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
    def labels(self) -> frozenset[str]: ...
    def seen_by(self, right: Right) -> Assistant: ...
    def is_public(self, file: str, page: int | None) -> bool: ...
    def public_words(self, text: str) -> str: ...
    def examples(self) -> list[str]: ...
    def organisations(self) -> list[str]: ...
    def bodies(self, organisation: str) -> list[str]: ...
    def holdings(self) -> Holdings: ...
    def library(self) -> Library: ...
    def page_count(self, file: str) -> int: ...
    def page_text(self, file: str, page: int | None) -> str: ...
    def paper_of_page(self, file: str, page: int | None) -> Original: ...
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
class Seat:
    """What is kept for all people who may see the same."""

    assistant: Assistant
    library: Library | None = None
    front: tuple[Version, Front] | None = None


@dataclass(slots=True)
class Desk:
    """Opens the assistant once, when it is first needed, and lets one question at a time through to it.

    One at a time because retrieval is Python work: two at once make everybody's first words slower, not faster. Each
    person has their own desk, with the `right` to see that is theirs (None for what the assistant was opened with); all
    share what was opened once.
    """

    open_assistant: Callable[[], Assistant]
    draw_page: DrawPage
    settings: Callable[[], Settings] = Settings.from_environment
    patience: float = PATIENCE
    person: Person = VISITOR
    right: Right | None = None
    counts: Counts = field(default_factory=Counts)
    limits: Limits = field(default_factory=lambda: Limits(PER_MINUTE, at_once=AT_ONCE))
    _office: Office | None = None
    _seats: dict[Right | None, Seat] = field(default_factory=dict)
    _opening: threading.RLock = field(default_factory=threading.RLock)
    _pictures: Callable[[Path, str, int, str, int], Picture] = field(init=False)
    _turn: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(1))

    def __post_init__(self) -> None:
        @lru_cache(maxsize=KEPT_PICTURES)
        def kept(path: Path, sha256: str, page: int, highlight: str, width: int) -> Picture:
            return self.draw_page(path, page, highlight=highlight, width=width, sha256=sha256)

        self._pictures = kept

    def assistant(self) -> Assistant:
        """The assistant; raises what opening it raises (IndexMissing and others), and tries again the next time."""
        return self._seat().assistant

    def for_person(self, person: Person) -> Desk:
        """The desk of a person: what they may see, and nothing else. Raises what opening the papers raises."""
        closed = person.role is Role.VISITOR and self.settings().people.sign_in is SignIn.REQUIRED
        right = NOTHING if closed else right_of(person, self.for_everybody().assistant().labels())
        self.office()  # opened once, before there are two desks
        own = copy(self)
        own.person, own.right = person, None if right == PUBLIC else right
        return own

    def public_research(self) -> Research | None:
        """What everybody may look up; None where people have to sign in, and until the papers are open."""
        seat = self._seats.get(None)
        open_to_all = self.settings().people.sign_in is not SignIn.REQUIRED
        return seat.assistant.research if seat and open_to_all else None

    def for_everybody(self) -> Desk:
        """The desk of somebody who has not signed in, where nobody has to."""
        own = copy(self)
        own.person, own.right = VISITOR, None
        return own

    def _seat(self) -> Seat:
        seat = self._seats.get(self.right)
        if seat is not None:
            return seat
        with self._opening:
            if self.right not in self._seats:
                self._seats[self.right] = Seat(self._opened())
                if len(self._seats) > MOST_SEATS:  # the first one that is not everybody's goes
                    del self._seats[next(right for right in self._seats if right not in (None, self.right))]
            return self._seats[self.right]

    def _opened(self) -> Assistant:
        if self.right is None:
            return self.open_assistant()
        return self.for_everybody().assistant().seen_by(self.right)

    def office(self) -> Office:
        """What this process stores besides the papers; raises BoardPapersError if it cannot be stored."""
        if self._office is None:
            with self._opening:
                if self._office is None:
                    self._office = open_office(self.settings(), self.for_everybody().assistant)
        return self._office

    def library(self) -> Library:
        """The library of the papers, made again after a sync."""
        seat = self._seat()
        if seat.library is None or seat.library.version != seat.assistant.version():
            seat.library = seat.assistant.library()
        return seat.library

    def audit(self) -> Audit | None:
        """The audit log, None where none is kept."""
        return self.office().audit if self.settings().people.audit_days else None

    def front(self) -> Front:
        """What the first page shows, made again after a sync."""
        from app.front import front_of

        seat = self._seat()
        if seat.front is None or seat.front[0] != seat.assistant.version():
            seat.front = (seat.assistant.version(), front_of(seat.assistant.research))
        return seat.front[1]

    def ask_for(self, visitor: str, question: str, history: Sequence[str], filters: Filters, show: Show) -> Answer:
        """The answer for a browser, or for whoever has signed in; raises Busy also for one that asks too much."""
        with self.limits.admitted(visitor):
            return self.ask(question, history, filters, show)

    def ask(self, question: str, history: Sequence[str], filters: Filters, show: Show = lambda _: None) -> Answer:
        """The answer, after waiting for a turn; raises Busy if the turn does not come.

        A language model writes outside the turn, so that nobody else has to wait for it.
        """
        assistant = self.assistant()
        with self.counts.counting(), self._one_at_a_time():
            answer = assistant.ask(question, history, filters=filters)
            if audit := self.audit():
                record_answer(audit, self.person, answer, assistant.public_words(answer.question))
        return assistant.write(answer, history, show=show)

    def picture(self, file: str, page: int, highlight: str, *, width: int) -> Picture:
        """The page of an indexed public paper, drawn; raises PageUnavailable and what `paper_of_page` raises.

        Whether this page may be seen, and whether its file is still the one that was indexed, is asked each time, also
        for a picture that was kept: a pack can hold withheld pages.
        """
        original = self.assistant().paper_of_page(file, page)
        original.check()
        self._record_page(file, page, original.sha256)
        return self._pictures(original.path, original.sha256, page, highlight, width)

    def page_text(self, file: str, page: int | None) -> str:
        """The verbatim text of a page that is shown; raises what the assistant raises."""
        text = self.assistant().page_text(file, page)
        self._record_page(file, page, "")
        return text

    def whole_paper(self, file: str) -> tuple[Original, bool]:
        """The file of a paper, and whether everybody may have it; raises what the assistant raises."""
        original = self.assistant().whole_paper(file)
        if self.right is None:
            return original, True
        try:
            self.for_everybody().assistant().whole_paper(file)
        except BoardPapersError:
            if audit := self.audit():
                record_taken(audit, self.person, original.sha256)
            return original, False
        return original, True

    def record_export(self, sections: Iterable[Section]) -> None:
        """Records that a file was taken away in which stands something that not everybody may see."""
        if self.right is not None and (audit := self.audit()):
            record_export(audit, self.person, sections)

    def _record_page(self, file: str, page: int | None, sha256: str) -> None:
        """Records that a page was read which not everybody may see."""
        if self.right is None or (audit := self.audit()) is None or self.assistant().is_public(file, page):
            return
        record_page(audit, self.person, sha256 or self.assistant().paper_of_page(file, page).sha256, page)

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
