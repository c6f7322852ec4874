"""Reader: one child process that reads files under limits, and what becomes of a file that brings it down.

    read_paper(path)           -> Reading
    read_papers(paths)         -> yields (path, Reading) in order of completion

A file is opened in a separate process, never here: a hostile or broken file can hang, exhaust or crash its reader,
and costs no more than its own pages.
"""

from __future__ import annotations

import stat
import threading
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Self

from corpus.reasons import reason_of
from indexer.reading.child import ChildEnded, ChildProcess
from indexer.reading.messages import End, FileSeen, Note, ReadTask, Recognising
from indexer.reading.pages import Limits, Page, PageState, Reading, with_sizes_in_proportion
from indexer.reading.spacing import without_setting

FALLS = 6
"""How often one file may bring the reader down before the rest of its pages is given up: twice for each of three bad
pages, since a page is tried with both PDF libraries."""

FILES_A_PROCESS = 200
"""A reader is replaced after so many files, so that what a library leaks stays small."""

LARGE_FILE = 20_000_000
"""Bytes from which a file gets a reader that is not used again: what it leaves of the memory may be scattered."""


@dataclass(slots=True)
class _Progress:
    """What is known of a file while it is being read."""

    started: float
    size: int
    pages: list[Page] = field(default_factory=list)
    seen: FileSeen | None = None  # None until the child has opened the file
    note: str = ""
    recognising: int = 0  # pages on which recognition was begun
    second: set[int] = field(default_factory=set)  # pages for the second PDF library; 0 stands for the whole file
    falls: int = 0

    def deadline(self, limits: Limits) -> float:
        """Return the moment at which the file has had its time."""
        pages = self.seen.pages if self.seen else 0
        return self.started + limits.seconds + pages * limits.seconds_a_page + self.recognising * limits.ocr_seconds


class Reader:
    """Reads one file after the other in a child process, which is replaced whenever a file brought it into trouble."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._child: ChildProcess | None = None
        self._files = 0
        self._stopped = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def read(self, path: Path) -> Reading:
        """Return the reading of one file; never raises for what is in the file."""
        size, refusal = _size(path, self._limits)
        if refusal:
            return Reading((), problem=refusal)
        progress = _Progress(time.monotonic(), size)
        problem: str | None
        while True:
            try:
                problem = self._attempt(path, progress)
                break
            except ChildEnded as ended:
                reused = self._files > 0
                self._drop()
                if self._stopped:
                    return Reading((), problem="The reading was stopped.")
                if reused and progress.seen is None:
                    continue  # perhaps it was dead before: a fresh one shows whether this file is to blame
                problem = _after_a_fall(progress, f"the reader {ended}", self._limits)
                if problem is not None:
                    break
        if problem and progress.seen and progress.seen.numbered:
            _give_up(progress, "not reached before the reading of this file ended")
        self._files += 1
        in_trouble = problem or any(page.state is PageState.UNREADABLE for page in progress.pages)
        if in_trouble or self._files >= FILES_A_PROCESS or progress.size > LARGE_FILE:
            self._drop()
        problem = problem or ("" if progress.pages else "It has no pages.")
        sentences = " ".join(filter(None, (problem, progress.note, _unread(progress.pages))))
        pages = with_sizes_in_proportion(without_setting(page) for page in progress.pages)
        return Reading(pages, progress.seen.title if progress.seen else "", sentences)

    def stop(self) -> None:
        """End the child; a reading under way in another thread ends with a problem."""
        self._stopped = True
        self._drop()

    def _drop(self) -> None:
        child, self._child, self._files = self._child, None, 0
        if child is not None:
            child.stop()

    def _attempt(self, path: Path, progress: _Progress) -> str:
        """Return the problem that the child names at the end ("" for none); the pages go to `progress`."""
        second = tuple(sorted(progress.second))
        task = ReadTask(str(path), self._limits, len(progress.pages) + 1, second, progress.recognising)
        if self._child is None:
            self._child = ChildProcess(self._limits.memory_bytes)
        child = self._child
        if self._stopped:  # by another thread, while the child was being started
            child.stop()
        child.send(task)
        patience = self._limits.seconds
        while True:
            answer = child.answer(min(progress.deadline(self._limits) - time.monotonic(), patience))
            patience = self._limits.page_seconds
            match answer:
                case FileSeen():
                    progress.seen = answer
                case Recognising():
                    progress.recognising += 1
                    patience += self._limits.ocr_seconds
                case Page():
                    progress.pages.append(answer)
                case Note():
                    told = answer.text in progress.note  # a reading that goes on after a fall ends with it again
                    progress.note = progress.note if told else f"{progress.note} {answer.text}".strip()
                case End():
                    return answer.problem


class Readers:
    """As many readers as are asked at the same time, each reused; safe to share between threads."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._lock = threading.Lock()
        self._all: list[Reader] = []
        self._idle: list[Reader] = []
        self._stopped = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def read(self, path: Path) -> Reading:
        """Return the reading of one file by the next free reader."""
        with self._lock:
            if self._stopped:
                return Reading((), problem="The reading was stopped.")
            if not self._idle:
                self._idle.append(Reader(self._limits))
                self._all.append(self._idle[-1])
            reader = self._idle.pop()
        try:
            return reader.read(path)
        finally:
            with self._lock:
                self._idle.append(reader)

    def stop(self) -> None:
        """End all readers, those at work as well."""
        with self._lock:
            self._stopped = True
            for reader in self._all:
                reader.stop()


def read_paper(path: Path, *, limits: Limits = Limits()) -> Reading:
    """Return what one file says, page by page; a file that cannot be read gives a Reading with a problem, no error."""
    with Reader(limits) as reader:
        return reader.read(path)


def read_papers(
    paths: Iterable[Path], workers: int = 2, *, limits: Limits = Limits()
) -> Iterator[tuple[Path, Reading]]:
    """Yield (path, Reading) in order of completion; `workers` files are read at a time, and a few lie ready.

    The processes are reused from file to file and thrown away on any trouble.
    """
    remaining = iter(paths)
    with Readers(limits) as readers, ThreadPoolExecutor(workers, thread_name_prefix="reading") as threads:
        running: dict[Future[Reading], Path] = {}
        try:
            while True:
                for path in islice(remaining, 2 * workers - len(running)):
                    running[threads.submit(readers.read, path)] = path
                if not running:
                    return
                done, _ = wait(running, return_when=FIRST_COMPLETED)
                for future in done:
                    yield running.pop(future), future.result()
        finally:
            threads.shutdown(wait=False, cancel_futures=True)
            readers.stop()


def _size(path: Path, limits: Limits) -> tuple[int, str]:
    """Return (size, why the file is not even opened, in a sentence, or "" when it is)."""
    try:
        status = path.stat()
    except (OSError, ValueError) as exc:
        return 0, f"The file cannot be opened: {reason_of(exc)}."
    if not stat.S_ISREG(status.st_mode):
        return 0, "It is not an ordinary file."
    if status.st_size == 0:
        return 0, "The file is empty (0 bytes)."
    if status.st_size > limits.file_bytes:
        return status.st_size, f"The file is larger than {limits.file_bytes // 1_000_000} MB."
    return status.st_size, ""


def _after_a_fall(progress: _Progress, how: str, limits: Limits) -> str | None:
    """Return the problem with which the reading ends after its child has ended, or None when it goes on.

    It goes on after the pages read so far. The page at which the child ended is tried once more with the second library
    and then given up; so is a file that could not even be opened.
    """
    progress.falls += 1
    late = time.monotonic() >= progress.deadline(limits)
    seen, pages = progress.seen, progress.pages
    if seen is None and not late and 0 not in progress.second:
        progress.second.add(0)
        return None
    if seen is None or not seen.numbered:
        return f"The file could not be read: {how}."
    number = len(pages) + 1
    if number in progress.second and number <= seen.pages:
        pages.append(Page(number, "", PageState.UNREADABLE, f"{how} on this page"))
    progress.second.add(number)
    if late or progress.falls >= FALLS:
        reason = "the time for this file had run out" if late else "the file had brought the reader down too often"
        _give_up(progress, reason)
    return "" if len(pages) >= seen.pages else None


def _give_up(progress: _Progress, reason: str) -> None:
    """Put all pages that are not read yet down as unreadable, so that every page has its state."""
    count = progress.seen.pages if progress.seen else 0
    rest = range(len(progress.pages) + 1, count + 1)
    progress.pages.extend(Page(number, "", PageState.UNREADABLE, reason) for number in rest)


def _unread(pages: list[Page]) -> str:
    """Return a sentence on the pages that could not be read, or on nothing to read at all, "" when there is neither."""
    if pages and all(page.state is PageState.EMPTY for page in pages):
        return "There is nothing in it to read: it is blank."
    unread = [page for page in pages if page.state is PageState.UNREADABLE]
    if not unread:
        return ""
    if len(unread) == len(pages) == 1:
        return f"It could not be read: {unread[0].reason}."
    named = ", ".join(str(page.number) for page in unread[:10]) + (", ..." if len(unread) > 10 else "")
    reasons = "; ".join(dict.fromkeys(page.reason for page in unread))
    return f"{len(unread)} of {len(pages)} pages could not be read ({named}): {reasons}."
