"""Survey: what lies in a folder of papers - every distinct document once, and what could not be listed or read."""

from __future__ import annotations

import hashlib
import os
import stat
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import CorpusMissing
from corpus.papers import Paper
from corpus.reasons import reason_of

SUFFIXES = tuple(".pdf .txt .md .html .htm .docx .rtf .odt .ods .xlsx .eml .tif .tiff .jpg .jpeg".split())
"""The endings of the files that can be read."""

OLD_OFFICE = "an old Office file, which cannot be read; save it as .docx or PDF"
SLIDES = "slides, which cannot be read; save them as PDF"
ARCHIVE = "an archive, which is not opened; unpack it into the folder"
UNREAD = {
    **dict.fromkeys((".doc", ".dot", ".docm", ".xls", ".xlsm", ".wpd", ".pub"), OLD_OFFICE),
    **dict.fromkeys((".ppt", ".pptx", ".pps", ".odp", ".key"), SLIDES),
    **dict.fromkeys((".zip", ".7z", ".rar", ".gz", ".tar"), ARCHIVE),
    ".msg": "an Outlook message, which cannot be read; save it as .eml or PDF",
    ".pages": "an Apple Pages file, which cannot be read; save it as .docx or PDF",
    **dict.fromkeys((".mht", ".mhtml"), "a web archive, which cannot be read; save the page as HTML"),
    **dict.fromkeys((".gif", ".bmp", ".heic", ".webp"), "a picture, which cannot be read; save it as PDF"),
    **dict.fromkeys((".xps", ".oxps"), "an XPS file, which cannot be read; save it as PDF"),
}
"""The endings of files that are probably papers but cannot be read, each with what it is and what to do. Files with any
other ending are not papers; they are only counted."""

OURS = ("access.csv", "forms.csv", "papers.csv")
"""Files that people write beside the papers to tell the program about them; they are not papers."""

BLOCK = 1 << 20
"""Bytes hashed at a time: one megabyte, so that a file of any size costs no memory."""


@dataclass(frozen=True, slots=True)
class FoundFile:
    """One file of the folder as found: POSIX path relative to the folder, and what tells whether it has changed."""

    file: str
    size: int
    modified_ns: int
    sha256: str


@dataclass(frozen=True, slots=True)
class NotRead:
    """A file or folder that could not be listed or read, and the reason in a few plain words."""

    file: str
    reason: str


@dataclass(frozen=True, slots=True)
class Survey:
    """All papers of a folder in the order of their first places, all its files, and all that could not be read.

    `files` has every place, copies as well: hand `survey.known()` to the next survey and only changed files are
    hashed again.
    """

    papers: tuple[Paper, ...]
    files: tuple[FoundFile, ...]
    not_read: tuple[NotRead, ...] = ()
    passed_over: tuple[str, ...] = ()  # files of other kinds, which are no papers

    def known(self) -> dict[str, tuple[int, int, str]]:
        """Return {file: (size, modified_ns, sha256)} of every file found."""
        return {found.file: (found.size, found.modified_ns, found.sha256) for found in self.files}


def survey(folder: Path, known: Mapping[str, tuple[int, int, str]] | None = None) -> Survey:
    """Return what lies in the folder at any depth; a file that is as `known` says is not opened.

    Hidden files and folders and the lock files of office programs are passed over; a link is followed only to a file
    inside the folder. Raises CorpusMissing when the folder itself is not there or cannot be listed.
    """
    root = _root(folder)
    troubles: list[NotRead] = []
    files: list[FoundFile] = []
    others: list[str] = []
    for place, path in sorted(_candidates(root, troubles)):
        ending = path.suffix.lower()
        if ending in UNREAD:
            troubles.append(NotRead(_shown(place), UNREAD[ending]))
            continue
        if ending not in SUFFIXES:
            others.append(_shown(place))
            continue
        try:
            found = _found(root, place, path, known or {})
            if not found.size:
                raise _Refused("it is empty (0 bytes)")
            files.append(found)
        except _Refused as refused:
            troubles.append(NotRead(_shown(place), str(refused)))
    troubles.sort(key=lambda trouble: trouble.file)
    return Survey(_papers(files), tuple(files), tuple(troubles), tuple(others))


class _Refused(Exception):
    """A file that is not taken, with the reason."""


def _root(folder: Path) -> Path:
    """Return the real place of the folder; raises CorpusMissing when it cannot be listed."""
    hint = "Name the folder with --corpus or BOARD_PAPERS_CORPUS."
    try:
        root = folder.resolve(strict=True)
        with os.scandir(root):
            return root
    except FileNotFoundError as exc:
        raise CorpusMissing(f"There is no folder {_shown(str(folder))}.", hint=hint) from exc
    except NotADirectoryError as exc:
        raise CorpusMissing(f"{_shown(str(folder))} is not a folder.", hint=hint) from exc
    except (OSError, RuntimeError, ValueError) as exc:  # RuntimeError: a link that leads to itself; ValueError: a NUL
        raise CorpusMissing(f"The folder {_shown(str(folder))} cannot be listed: {reason_of(exc)}.", hint=hint) from exc


def _candidates(root: Path, troubles: list[NotRead]) -> Iterator[tuple[str, Path]]:
    """Yield (relative POSIX path, path) of every file; what cannot be listed is a trouble."""
    waiting = [root]
    while waiting:
        folder = waiting.pop()
        try:
            with os.scandir(folder) as listing:
                entries = list(listing)
        except OSError as exc:
            troubles.append(NotRead(_shown(folder.relative_to(root).as_posix()), f"cannot be listed: {reason_of(exc)}"))
            continue
        for entry in entries:
            if entry.name.startswith((".", "~$")):
                continue
            path = folder / entry.name
            try:
                is_folder = entry.is_dir(follow_symlinks=False)
            except OSError as exc:
                troubles.append(NotRead(_shown(path.relative_to(root).as_posix()), f"cannot be read: {reason_of(exc)}"))
                continue
            if is_folder:
                waiting.append(path)
            elif entry.name.casefold() not in OURS:
                yield path.relative_to(root).as_posix(), path


def _found(root: Path, place: str, path: Path, known: Mapping[str, tuple[int, int, str]]) -> FoundFile:
    """Return the file with its hash; raises _Refused with the reason when it is not to be taken."""
    if _shown(place) != place:
        raise _Refused("its name is not valid UTF-8; rename it")
    try:
        if path.is_symlink() and not path.resolve(strict=True).is_relative_to(root):
            raise _Refused("it is a link that leads out of the folder")
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise _Refused("it is not an ordinary file")
        size, modified_ns, sha256 = known.get(place, (-1, -1, ""))
        if (size, modified_ns) == (status.st_size, status.st_mtime_ns) and os.access(path, os.R_OK):
            return FoundFile(place, size, modified_ns, sha256)
        return _hashed(place, path)
    except (OSError, RuntimeError) as exc:
        raise _Refused(f"cannot be read: {reason_of(exc)}") from exc


def _hashed(place: str, path: Path) -> FoundFile:
    """Return the file with the hash of its bytes; raises _Refused when it changes under the reading."""
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        before = os.fstat(stream.fileno())
        while block := stream.read(BLOCK):
            digest.update(block)
        after = os.fstat(stream.fileno())
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise _Refused("another program is writing it; the next sync will read it")
    return FoundFile(place, after.st_size, after.st_mtime_ns, digest.hexdigest())


def _papers(files: Iterable[FoundFile]) -> tuple[Paper, ...]:
    """Return one Paper for each distinct content: its first place is the shortest path, then the alphabet decides."""
    places: dict[str, list[FoundFile]] = defaultdict(list)
    for found in files:
        places[found.sha256].append(found)
    papers = []
    for same in places.values():
        first, *others = sorted(same, key=lambda found: (len(found.file), found.file))
        copies = tuple(sorted(found.file for found in others))
        papers.append(Paper(first.file, first.sha256, first.size, first.modified_ns, copies))
    return tuple(sorted(papers, key=lambda paper: paper.file))


def _shown(name: str) -> str:
    """Return the name fit for printing and storing: bytes that are not UTF-8 as \\udcxx."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8")
