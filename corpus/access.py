"""Access: who may see which paper, as people have said it: by its folder, and in manifests beside the papers.

A manifest is a file `access.csv` in the corpus folder or in any folder of it, UTF-8, with a line of column names:

    file,pages,label,reason
    Item 7 Lease.pdf,,exempt,paragraph 3
    packs/May.pdf,41-56,internal:Licensing Committee,not yet published
    Item 9 Depot.pdf,3-4,public,released on 2 June after the sale

`file` is relative to the manifest; `pages` ("7", "7-9") are physical, empty for the whole file; `label` is public,
exempt, exempt:BODY, internal:BODY or any other word, and whatever is not "public" is hidden from the public. Who signs
in may see more: app/people/seeing.py has the table. Of several labels the strictest holds: `public` lowers nothing that
people have said elsewhere. It lifts what only a mark in the paper's text had quarantined, on the pages named, and only
with a reason. A line that names a file which is not there is astray: it is laid on all that it may mean, since the file
may have been renamed, or the line may hold a slip.
"""

from __future__ import annotations

import csv
import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path, PurePosixPath

from corpus.errors import WrongInput
from corpus.papers import Paper
from corpus.reasons import reason_of

MANIFEST = "access.csv"
COLUMNS = ("file", "pages", "label", "reason")
NEEDED = ("file", "label")
PUBLIC_LABEL = "public"
EXEMPT_LABEL = "exempt"
INTERNAL_LABEL = "internal"  # always with a body: internal:BODY
LAST_PAGE = 1_000_000  # stands for the end of a file whose pages nobody counted

_PAGES = re.compile(r"\s*(\d{1,6})\s*(?:[-–]\s*(\d{1,6})\s*)?")


@dataclass(frozen=True, slots=True, order=True)
class PageLabel:
    """What people said of the pages `first` to `last` (physical, both included) of a paper, and why."""

    first: int
    last: int
    label: str
    reason: str = ""

    @property
    def lifts(self) -> bool:
        """True where it opens what a mark had closed: public, with a reason."""
        return self.label == PUBLIC_LABEL and bool(self.reason)

    @property
    def restricts_all(self) -> bool:
        """True where it is the label of the whole paper."""
        return (self.first, self.last) == (1, LAST_PAGE) and not self.lifts


@dataclass(frozen=True, slots=True)
class PaperLabels:
    """The label of a paper as a whole, and those of its pages."""

    access: str = PUBLIC_LABEL
    pages: tuple[PageLabel, ...] = ()


@dataclass(frozen=True, slots=True)
class Astray:
    """A line of a manifest that names a file which is not there: the file, the label, and the sentence that says so."""

    file: str
    label: PageLabel
    said: str


@dataclass(frozen=True, slots=True)
class Access:
    """Everything that people have said about a corpus: exempt folders, labels by file, lines astray."""

    folders: tuple[tuple[str, ...], ...] = ()
    entries: Mapping[str, tuple[PageLabel, ...]] | None = None
    astray: tuple[Astray, ...] = ()

    def labels_of(self, paper: Paper) -> PaperLabels:
        """The labels of a paper; it is the same paper wherever it lies, so what is said of any of its places holds."""
        whole, pages = [], []
        for file in (paper.file, *paper.copies):
            if any(lies_in(file, folder) for folder in self.folders):
                whole.append(EXEMPT_LABEL)
            for entry in (self.entries or {}).get(file, ()):
                if entry.restricts_all:
                    whole.append(entry.label)
                if not entry.restricts_all or is_shared(entry.label):
                    pages.append(entry)
        return PaperLabels(strictest(whole), tuple(sorted(set(pages))))

    def kept_back(self, papers: Iterable[Paper], held: Mapping[str, bool]) -> Access:
        """The same with every restricting line that is astray laid on the papers that it may mean.

        `held` tells of the papers that were indexed before, by hash, whether people restricted them. A line may mean
        what was restricted and is not any more, what is new in the folder that it names, and what is new elsewhere
        under the same name. What has been public all along it does not mean, unless only capitals tell the names apart.
        """
        entries = {file: list(labels) for file, labels in (self.entries or {}).items()}
        lines = [line for line in self.astray if line.label.label != PUBLIC_LABEL]
        for paper in papers if lines else ():
            lifted = any(label.lifts for label in self.labels_of(paper).pages)
            opened = held.get(paper.sha256, False) and not lifted and not self._restricts(paper)
            new = paper.sha256 not in held
            for file in (paper.file, *paper.copies):
                own = [line.label for line in lines if opened or _may_mean(line.file, file, new=new)]
                entries[file] = [*entries.get(file, ()), *own]
        return replace(self, entries={file: tuple(labels) for file, labels in entries.items() if labels})

    def _restricts(self, paper: Paper) -> bool:
        labels = self.labels_of(paper)
        return labels.access != PUBLIC_LABEL or any(one.label != PUBLIC_LABEL for one in labels.pages)


def _may_mean(named: str, file: str, *, new: bool) -> bool:
    """True where a line that names one file may mean another one, which was or was not there before."""
    folder, name = os.path.split(named.casefold())
    own_folder, own_name = os.path.split(file.casefold())
    return (folder == own_folder and (new or name == own_name)) or (new and name == own_name)


class Kind(Enum):
    """What a label says, without the body that it may name."""

    PUBLIC = "public"
    INTERNAL = "internal:BODY"
    SHARED = "exempt:BODY"
    EXEMPT = "exempt"
    OTHER = "any other word"


def read_label(label: str) -> tuple[Kind, str]:
    """The kind of a label, and the body that it names as bodies are compared."""
    word, colon, rest = label.casefold().partition(":")
    word, body = word.strip(), plain_body(rest)
    if word == PUBLIC_LABEL and not colon:
        return Kind.PUBLIC, ""
    if word == EXEMPT_LABEL and (body or not colon):
        return (Kind.SHARED if body else Kind.EXEMPT), body
    return (Kind.INTERNAL if word == INTERNAL_LABEL and body else Kind.OTHER), body


def plain_body(body: str) -> str:
    """The name of a body as it is compared: without capitals and further spaces."""
    return " ".join(body.casefold().split())


def is_shared(label: str) -> bool:
    """True for exempt:BODY, by which people say of something exempt that the members of a body may see it."""
    return read_label(label)[0] is Kind.SHARED


def strictest(labels: Iterable[str]) -> str:
    """The label that holds where several were given: two that restrict to different people restrict to neither.

    A word of the council's own is stricter than `exempt`: officers see what is exempt.
    """
    restricting = {label for label in labels if label != PUBLIC_LABEL}
    if len(restricting) < 2:
        return restricting.pop() if restricting else PUBLIC_LABEL
    return min((label for label in restricting if read_label(label)[0] is Kind.OTHER), default=EXEMPT_LABEL)


def read_access(corpus: Path, exempt: Sequence[str] = ()) -> Access:
    """What people have said about the papers of a folder; `exempt` names folders in it, relative to it.

    Raises WrongInput, naming file and line, for what cannot be understood, and for an exempt folder that is not there:
    a slip must not lay a paper open. A line on a file that is not there is put among those `astray`. A corpus that is
    not there has no labels.
    """
    if not corpus.is_dir():
        return Access()
    entries: dict[str, list[PageLabel]] = {}
    astray = []
    for path in _manifests(corpus):
        for file, label, missing in entries_of(path, corpus):
            if missing:
                astray.append(Astray(file, label, missing))
            else:
                entries.setdefault(file, []).append(label)
    folders = tuple(_folder(corpus, name) for name in exempt)
    return Access(folders, {file: tuple(labels) for file, labels in entries.items()}, tuple(astray))


def _folder(corpus: Path, name: str) -> tuple[str, ...]:
    """The parts of the path of an exempt folder."""
    parts = tuple(part for part in PurePosixPath(name.replace("\\", "/")).parts if part != ".")
    if ".." in parts or name.startswith("/") or not (corpus / name).is_dir():
        raise WrongInput(
            f"There is no folder {name!r} among the papers.",
            hint="BOARD_PAPERS_EXEMPT names folders relative to the corpus, parted by commas.",
        )
    return parts


def lies_in(file: str, folder: tuple[str, ...]) -> bool:
    """True where a file lies in a folder, whatever the case of their letters: some systems do not tell them apart."""
    parts = [part.casefold() for part in PurePosixPath(file).parts[:-1]]
    return parts[: len(folder)] == [part.casefold() for part in folder]


def _manifests(corpus: Path) -> Iterator[Path]:
    """The manifests of a folder at any depth, in order; as for papers, hidden folders and links are passed over."""
    for folder, folders, files in os.walk(corpus):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(folder) / name for name in sorted(files) if name.casefold() == MANIFEST)


def entries_of(path: Path, corpus: Path) -> Iterator[tuple[str, PageLabel, str]]:
    """The file (relative to the corpus) and the label of each line of a manifest, and what is said if it is not
    there.
    """
    shown = path.relative_to(corpus).as_posix()
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as exc:
        line = path.read_bytes()[: exc.start].count(b"\n") + 1
        raise WrongInput(f"{shown}, line {line}: it is not UTF-8.", hint="Save it as CSV UTF-8.") from exc
    except OSError as exc:
        raise WrongInput(f"{shown} cannot be read: {reason_of(exc)}.") from exc
    rows = csv.reader(text.splitlines(keepends=True), strict=True, skipinitialspace=True)
    names: list[str] = []
    while True:
        try:
            row = next(rows, None)
        except csv.Error as exc:
            raise _wrong(
                shown, rows.line_num, "it is not CSV: a quotation mark is open or stands inside a cell"
            ) from exc
        if row is None:
            break
        if not any(cell.strip() for cell in row) or row[0].lstrip().startswith("#"):
            continue
        if not names:
            names = _columns(row, shown, rows.line_num)
            continue
        if len(row) > len(names):
            raise _wrong(shown, rows.line_num, f"it has {len(row)} cells for {len(names)} columns")
        cells = dict(zip(names, (cell.strip() for cell in row), strict=False))
        label = _label(cells, shown, rows.line_num)
        file, there = _file(path, corpus, cells.get("file", ""), shown, rows.line_num)
        yield file, label, "" if there else _missing(cells["file"], label, f"{shown}, line {rows.line_num}")


def _columns(row: Sequence[str], shown: str, line: int) -> list[str]:
    names = [cell.strip().casefold() for cell in row]
    if len(set(names)) < len(names) or not set(NEEDED) <= set(names) <= set(COLUMNS):
        raise _wrong(shown, line, f"the columns are {', '.join(COLUMNS)} ({' and '.join(NEEDED)} at least)")
    return names


def _file(path: Path, corpus: Path, name: str, shown: str, line: int) -> tuple[str, bool]:
    """The file that a line names, relative to the corpus, and whether it is there, letter for letter."""
    if not name:
        raise _wrong(shown, line, "it names no file")
    named = PurePosixPath(name.replace("\\", "/"))
    if named.is_absolute() or ".." in named.parts:
        raise _wrong(shown, line, f"{name!r} leads out of its folder")
    folder, wanted = (path.parent / named).parent, named.name
    try:
        there = any(entry.name == wanted and entry.is_file() for entry in os.scandir(folder))
    except OSError:
        there = False
    return (path.parent.relative_to(corpus) / named).as_posix(), there


def _label(cells: Mapping[str, str], shown: str, line: int) -> PageLabel:
    """The label that a line gives, with its pages."""
    label, pages = cells.get("label", ""), cells.get("pages", "")
    if not label:
        raise _wrong(shown, line, "it gives no label")
    known = label.casefold() in (PUBLIC_LABEL, EXEMPT_LABEL)
    match = _PAGES.fullmatch(pages) if pages else None
    if pages and match is None:
        raise _wrong(shown, line, f"{pages!r} are no pages; write 7 or 7-9")
    first, last = (int(match[1]), int(match[2] or match[1])) if match else (1, LAST_PAGE)
    if not 1 <= first <= last:
        raise _wrong(shown, line, f"{pages!r} are no pages; they count from 1")
    return PageLabel(first, last, label.casefold() if known else label, cells.get("reason", ""))


def _missing(name: str, label: PageLabel, line: str) -> str:
    """The sentence on a line that names a file which is not there."""
    if label.label == PUBLIC_LABEL:
        return f"{line}: there is no file {name!r}. It opens nothing; correct or delete it."
    kept = "What it may mean is kept from the public until it is corrected, or deleted if the paper is gone."
    return f"{line}: there is no file {name!r}. {kept}"


def _wrong(shown: str, line: int, why: str) -> WrongInput:
    return WrongInput(f"{shown}, line {line}: {why}.")
