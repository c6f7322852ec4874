"""The child's side of reading: takes questions line by line on standard input, answers line by line.

It runs in a separate process (see child.py) and imports neither search engines nor language models.
"""

from __future__ import annotations

import contextlib
import gc
import os
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from indexer.reading.formats.format import Format, Unreadable, decode, format_of
from indexer.reading.formats.tables.in_text import tables_in
from indexer.reading.looks import Looks
from indexer.reading.messages import Answer, DrawTask, End, FileSeen, Note, ReadTask, Task, attached, from_line, to_line
from indexer.reading.pages import Page, PageState

WATCH_SECONDS = 2
"""How often the child looks whether the process that started it is still there."""


def main(memory_bytes: int) -> None:
    """Answer questions until standard input ends."""
    _limit_memory(memory_bytes)
    threading.Thread(target=_leave_with_parent, args=(os.getppid(),), daemon=True).start()
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what a library prints must not mix with the answers
    for line in sys.stdin.buffer:
        for answer in _answers(from_line(line)):
            answers.write(to_line(answer))
            answers.flush()
        gc.collect()


def _answers(task: Task) -> Iterator[Answer]:
    """Yield the answers to one task; the last one is the end, with the problem if there was one."""
    problem = ""
    try:
        match task:
            case ReadTask():
                yield from _read(task)
            case DrawTask():
                from indexer.reading.drawing import draw

                yield draw(task)
    except Unreadable as exc:
        problem = str(exc)
    except MemoryError:
        problem = "Reading it takes more memory than one file may have."
    except Exception as exc:  # whatever a library throws at a broken file must not cost the other files
        problem = f"The file could not be read ({type(exc).__name__})."
    yield End(problem)


def _read(task: ReadTask) -> Iterator[Answer]:
    """Yield what is known of the file as a whole, then its pages."""
    path = Path(task.path)
    data = path.read_bytes()
    kind = format_of(data, path.suffix.lower())
    if kind is Format.PDF:
        from indexer.reading.formats.pdf import read_pdf

        yield from read_pdf(data, task)
        return
    if kind is Format.SCAN:
        from indexer.reading.formats.scans import read_scan

        yield from read_scan(data, task)
        return
    title, text, looks, note = _unpaged(kind, data)
    if kind is Format.TEXT and path.suffix.lower() == ".pdf":
        note = "It is no PDF but plain text, and was read as text."
    if len(text) > task.limits.characters:
        raise Unreadable(f"It holds more than {task.limits.characters // 1_000_000} million characters.")
    yield FileSeen(1, False, title)
    state = PageState.TEXT if text.strip() else PageState.EMPTY
    yield Page(None, text, state, looks=looks, tables=tables_in(text))
    if note:
        yield Note(note)


def _unpaged(kind: Format, data: bytes) -> tuple[str, str, tuple[Looks, ...], str]:
    """Return (title, text, looks of its lines, a sentence on what is not read) of a file without pages."""
    match kind:
        case Format.WORD:
            from indexer.reading.formats.office.word import read_word

            return *read_word(data), ""
        case Format.HTML:
            from indexer.reading.formats.html import read_html

            return *read_html(data), ""
        case Format.RICH_TEXT:
            from indexer.reading.formats.office.rich_text import read_rich_text

            return "", read_rich_text(data), (), ""
        case Format.OPEN_DOCUMENT:
            from indexer.reading.formats.office.open_document import read_open_document

            return "", *read_open_document(data), ""
        case Format.WORKBOOK:
            from indexer.reading.formats.office.workbooks import read_workbook

            return "", read_workbook(data), (), ""
        case Format.LETTER:
            from indexer.reading.formats.office.letters import read_letter

            title, text, enclosed = read_letter(data)
            return title, text, (), attached(enclosed)
    return "", decode(data), (), ""


def _limit_memory(memory_bytes: int) -> None:
    """Hold this process to so much address space; on systems without such limits only the time limits hold."""
    if memory_bytes <= 0:
        return
    try:
        import resource
    except ImportError:  # Windows
        return
    with contextlib.suppress(ValueError, OSError):  # macOS refuses it
        resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _leave_with_parent(parent: int) -> None:
    """End this process when the one that started it is gone, whatever a library is busy with."""
    while os.getppid() == parent:
        time.sleep(WATCH_SECONDS)
    os._exit(0)
