"""Listed: what people or a council's own system say of the papers of a folder, in `papers.csv` beside them.

A file `papers.csv` in the corpus folder or in any folder of it, UTF-8, with a line of column names:

    file,organisation,body,date,time,venue,kind,title,item,item_title
    Cabinet/2025-09-16/Budget monitoring.pdf,,Cabinet,2025-09-16,10.00 am,Town Hall,report,Budget monitoring,5,Budget

`file` is relative to the folder of `papers.csv`. Every other column may be left out or be empty: then the text of the
paper decides, as it does for papers that no line names. `kind` is agenda, pack, report, supplement, minutes, decision,
plan or other. `python -m corpus pull` writes such a file, with further columns that are passed over here.
"""

from __future__ import annotations

import csv
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path, PurePosixPath

from corpus.errors import WrongInput
from corpus.papers import Meeting

FILE = "papers.csv"


NOWHERE = Meeting()


@dataclass(frozen=True, slots=True)
class Listed:
    """What is said of one paper: the meeting that it was laid before, what it is, the item that it belongs to."""

    meeting: Meeting = NOWHERE
    kind: str = ""
    title: str = ""
    item: str = ""

    def fingerprint(self) -> str:
        """What changes when anything does that is said here."""
        meeting = self.meeting
        when = str(meeting.held_on or "")
        words = (
            meeting.organisation,
            meeting.body,
            when,
            meeting.time,
            meeting.venue,
            self.kind,
            self.title,
            self.item,
        )
        return "" if self == Listed() else "\n".join(words)


NOTHING = Listed()


@dataclass(frozen=True, slots=True)
class Listing:
    """All that is said of the papers of a corpus, by their files."""

    entries: Mapping[str, Listed]

    def of(self, files: Iterable[str]) -> Listed:
        """What is said of a paper that lies at these places: of the first that a line names."""
        return next((self.entries[file] for file in files if file in self.entries), NOTHING)


def read_listing(corpus: Path) -> Listing:
    """What is said of the papers of a folder; raises WrongInput, naming file and line, for a slip."""
    entries: dict[str, Listed] = {}
    for path in _files(corpus):
        folder = path.parent.relative_to(corpus)
        for file, listed in _entries(path, path.relative_to(corpus).as_posix()):
            entries[(folder / file).as_posix()] = listed
    return Listing(entries)


def _files(corpus: Path) -> Iterator[Path]:
    """The files of this name at any depth, those nearer to the papers last, so that they win."""
    for folder, folders, files in os.walk(corpus):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(folder) / name for name in sorted(files) if name.casefold() == FILE)


def _entries(path: Path, shown: str) -> Iterator[tuple[PurePosixPath, Listed]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            rows = csv.DictReader(stream, strict=True)
            if "file" not in (rows.fieldnames or ()):
                raise WrongInput(f"{shown} has no column 'file'.", hint="Its first line gives the names of columns.")
            for row in rows:
                file = (row["file"] or "").strip().replace("\\", "/")
                if file:
                    yield _inside(file, shown, rows.line_num), _listed(row, shown, rows.line_num)
    except UnicodeDecodeError as exc:
        raise WrongInput(f"{shown} is not UTF-8.", hint="Save it as CSV UTF-8.") from exc
    except (OSError, csv.Error) as exc:
        raise WrongInput(f"{shown} cannot be read ({type(exc).__name__}).", hint="Save it as CSV in UTF-8.") from exc


def _inside(file: str, shown: str, line: int) -> PurePosixPath:
    named = PurePosixPath(file)
    if named.is_absolute() or ".." in named.parts:
        raise WrongInput(f"{shown}, line {line}: {file!r} leads out of its folder.")
    return named


def _listed(row: Mapping[str, str | None], shown: str, line: int) -> Listed:
    """What a line says."""
    cells = {name: " ".join((row.get(name) or "").split()) for name in _COLUMNS}
    try:
        held_on = date.fromisoformat(cells["date"]) if cells["date"] else None
    except ValueError as exc:
        raise WrongInput(f"{shown}, line {line}: {cells['date']!r} is not a date like 2024-03-19.") from exc
    meeting = Meeting(cells["organisation"], cells["body"], held_on, cells["time"], cells["venue"])
    return Listed(meeting, cells["kind"].casefold(), cells["title"], cells["item"])


_COLUMNS = ("organisation", "body", "date", "time", "venue", "kind", "title", "item")


def before_guesses(listed: Meeting, guessed: Meeting) -> Meeting:
    """The meeting with each field as listed, and as guessed where nothing is listed."""
    return replace(
        guessed,
        organisation=listed.organisation or guessed.organisation,
        body=listed.body or guessed.body,
        held_on=listed.held_on or guessed.held_on,
        time=listed.time or guessed.time,
        venue=listed.venue or guessed.venue,
    )
