"""Progress: how far a build is, and what it did, as records and as sentences."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, field

from corpus.terminal import counted

# Files of no known kind are named up to so many: a folder of photographs would fill the screen.
NAMED = 20


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a build is: papers and pages done, the papers to do, and the seconds left (None while unknown)."""

    step: str
    papers: int
    of_papers: int
    pages: int
    seconds_left: float | None = None


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did: files by what became of them, pages and passages written, every file not read in full, a
    sentence on each line about access that names no file, and on each restriction that only the memory of the index
    holds, and the files of which the public may see more than before."""

    added: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: int
    copies: int
    pages: int
    passages: int
    not_read: tuple[tuple[str, str], ...]
    seconds: float = 0.0
    relabelled: tuple[str, ...] = ()
    astray: tuple[str, ...] = ()
    reminders: tuple[str, ...] = ()
    now_public: tuple[str, ...] = ()
    passed_over: tuple[str, ...] = ()  # files that are no papers
    files: int = 0  # files that are papers, read or not


@dataclass(slots=True)
class Tally:
    """Counts kept while a build runs."""

    of_papers: int
    bytes_to_do: int
    started: float = field(default_factory=time.monotonic)
    papers: int = 0
    pages: int = 0
    passages: int = 0
    bytes_done: int = 0

    def progress(self, step: str) -> Progress:
        """The tally as a Progress; the time left is judged by the bytes done."""
        spent = time.monotonic() - self.started
        left = spent / self.bytes_done * (self.bytes_to_do - self.bytes_done) if self.bytes_done else None
        return Progress(step, self.papers, self.of_papers, self.pages, left)


def duration(seconds: float) -> str:
    """Minutes and seconds in words."""
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"


def report_lines(report: BuildReport) -> Iterator[str]:
    """What a build did, a sentence a line."""
    yield (
        f"{counted(len(report.added), 'paper')} added or changed ({counted(report.pages, 'page')}, "
        f"{counted(report.passages, 'passage')}), {counted(len(report.removed), 'file')} removed, "
        f"{counted(report.unchanged, 'paper')} unchanged, {counted(report.copies, 'copy', 'copies')}, "
        f"in {duration(report.seconds)}."
    )
    if report.relabelled:
        yield f"{counted(len(report.relabelled), 'paper')} under another access label than before."
    if report.now_public:
        named = ", ".join(report.now_public)
        papers = counted(len(report.now_public), "paper is", "papers are")
        yield f"{papers} now public, or more of them than before: {named}."
    for said in (*report.astray, *report.reminders):
        yield f"warning: {said}"
    yield from _not_read(report)
    if report.passed_over:
        rest = len(report.passed_over) - NAMED
        named = ", ".join(report.passed_over[:NAMED]) + (f" and {counted(rest, 'other')}" if rest > 0 else "")
        files = counted(len(report.passed_over), "file was", "files were")
        yield f"{files} skipped, because no paper has such an ending: {named}."


def _not_read(report: BuildReport) -> Iterator[str]:
    """How many of the papers found could not be read in full, and which, with the reason for each."""
    if report.not_read:
        unread = len(report.not_read)
        which = (
            f"{unread} of {counted(report.files, 'paper')} in the folder" if report.files else counted(unread, "file")
        )
        yield f"{which} could not be read in full:"
        yield from (f"  {file}: {reason}" for file, reason in report.not_read)
