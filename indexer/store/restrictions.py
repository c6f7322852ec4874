"""Restrictions: what people restricted, remembered in the index folder until people say otherwise.

What lies in an exempt folder, and what a manifest names, stays restricted although the setting is forgotten, the
manifest is lost, or the file is renamed, moved, removed and put back. Two things lift it: a line `public` with a reason
in a manifest, for that file or those pages, and the release of a folder. The memory is its own file, so that it
outlives a broken or a rebuilt store.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from corpus.access import EXEMPT_LABEL, LAST_PAGE, MANIFEST, PUBLIC_LABEL, Access, PageLabel, lies_in
from corpus.errors import IndexDamaged, WrongInput
from corpus.papers import Paper
from corpus.private import make_private
from corpus.terminal import counted
from indexer.store.home import sync_folder

MEMORY = "restrictions.json"
NAMED = 5  # papers that a sentence names


@dataclass(frozen=True, slots=True)
class Origin:
    """What restricted the content of a paper: the exempt folders in which it lay, and labels on its pages."""

    folders: frozenset[str] = frozenset()
    labels: tuple[PageLabel, ...] = ()


@dataclass(frozen=True, slots=True)
class Restrictions:
    """What is remembered: exempt folders, labels by file, and what restricted each content, by hash."""

    folders: frozenset[str] = frozenset()
    files: Mapping[str, tuple[PageLabel, ...]] = field(default_factory=dict)
    papers: Mapping[str, Origin] = field(default_factory=dict)

    def without(self, released: Iterable[str]) -> Restrictions:
        """Return the memory without folders that people release; raises WrongInput for one that is not in it."""
        gone = {folder_name(folder) for folder in released}
        if unknown := sorted(gone - self.folders):
            known = ", ".join(sorted(self.folders)) or "none"
            raise WrongInput(f"The folder {unknown[0]!r} is not remembered as exempt.", hint=f"Remembered: {known}.")
        papers = {sha: replace(one, folders=one.folders - gone) for sha, one in self.papers.items()}
        return replace(self, folders=self.folders - gone, papers=papers)

    def laid_on(self, papers: Iterable[Paper], access: Access) -> tuple[Access, tuple[str, ...]]:
        """Return what people say now with what they said before and have not lifted, and the files that only the latter
        restricts.

        A line of a manifest speaks for the pages that it names; what was said of the others still applies.
        """
        entries, kept = dict(access.entries or {}), []
        for paper in papers:
            labels, folders = self._from_before(paper, access), self._lay_in(paper, access)
            if folders:
                labels |= {
                    replace(_WHOLE, first=first, last=last) for first, last in _rest(_WHOLE, _now(paper, access))
                }
            if labels:
                entries[paper.file] = (*entries.get(paper.file, ()), *sorted(labels))
                if not any(_inside(paper, folder) for folder in self.folders):
                    kept.append(paper.file)
        return replace(access, entries=entries), tuple(kept)

    def and_now(self, papers: Iterable[Paper], access: Access) -> Restrictions:
        """Return the memory with what people say now, and have not lifted, of these papers; other papers stay in it."""
        folders = self.folders | _names(access)
        files = {**self.files, **{line.file: (line.label,) for line in access.astray if _restricts(line.label)}}
        origins = dict(self.papers)
        for paper in papers:
            now, before = _now(paper, access), self._from_before(paper, access)
            for file in _places(paper):
                own = {one for one in (access.entries or {}).get(file, ()) if _restricts(one)}
                own |= {rest for label in self.files.get(file, ()) for rest in _cut(label, now)}
                files.pop(file, None)
                if own:
                    files[file] = tuple(sorted(own))
            inside = {folder for folder in folders if _inside(paper, folder)} | self._lay_in(paper, access)
            labels = before | {one for one in now if _restricts(one)}
            origins.pop(paper.sha256, None)
            if inside or labels:
                origins[paper.sha256] = Origin(frozenset(inside), tuple(sorted(labels)))
        return Restrictions(folders, files, origins)

    def warnings(self, access: Access, kept: Sequence[str]) -> Iterator[str]:
        """Yield a sentence on each folder that nothing names as exempt any more, and one on the papers kept back."""
        for folder in sorted(self.folders - _names(access)):
            yield (
                f"BOARD_PAPERS_EXEMPT does not name the folder {folder!r}, which was exempt before: its papers stay "
                f"exempt. Name it again, or open it with: python -m indexer sync --release {folder!r}."
            )
        if kept:
            them = "it" if len(kept) == 1 else "them"
            more = f" and {len(kept) - NAMED} more" if len(kept) > NAMED else ""
            yield (
                f"{counted(len(kept), 'paper stays', 'papers stay')} restricted as before, although nothing names "
                f"{them} any more: "
                f"{', '.join(kept[:NAMED])}{more}. A line `public` with a reason in {MANIFEST} opens {them}."
            )

    def _from_before(self, paper: Paper, access: Access) -> set[PageLabel]:
        """The labels given before to this content, or to a file of this name, on pages of which nothing is said now."""
        given = {label for file in _places(paper) for label in self.files.get(file, ())}
        given |= set(self.papers.get(paper.sha256, Origin()).labels)
        now = _now(paper, access)
        return {rest for label in given for rest in _cut(label, now)}

    def _lay_in(self, paper: Paper, access: Access) -> set[str]:
        """The exempt folders in which this content lay or lies that only the memory names; none where all is lifted."""
        if any(_inside(paper, folder) for folder in _names(access)) or not _rest(_WHOLE, _now(paper, access)):
            return set()
        lay = self.papers.get(paper.sha256, Origin()).folders
        return {folder for folder in self.folders if folder in lay or _inside(paper, folder)}


_WHOLE = PageLabel(1, LAST_PAGE, EXEMPT_LABEL)


def remembered(index_dir: Path) -> Restrictions | None:
    """Return what is remembered in this index folder, None where nothing ever was.

    Raises IndexDamaged for a memory that cannot be read: going on without it could lay papers open.
    """
    try:
        text = (index_dir / MEMORY).read_text(encoding="utf-8")
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as exc:
        raise _unreadable(f"The file {MEMORY} in {index_dir}") from exc
    return restrictions_of(text, f"The file {MEMORY} in {index_dir}")


def restrictions_of(text: str, where: str) -> Restrictions:
    """Return the memory that `as_text` wrote down; raises IndexDamaged, naming where it is, for any other text."""
    try:
        fields = json.loads(text)
        return Restrictions(
            frozenset(map(str, fields["folders"])),
            {str(file): _labels(labels) for file, labels in fields["files"].items()},
            {
                str(sha): Origin(frozenset(map(str, one["folders"])), _labels(one["labels"]))
                for sha, one in fields["papers"].items()
            },
        )
    except (ValueError, TypeError, KeyError, AttributeError) as exc:
        raise _unreadable(where) from exc


def _unreadable(where: str) -> IndexDamaged:
    return IndexDamaged(
        f"{where}, which remembers what is exempt, cannot be read.",
        hint="Put it back from a copy. To begin without it, delete it: then only the setting and manifests count.",
    )


def remember(index_dir: Path, restrictions: Restrictions) -> None:
    """Write the memory down, at once and for good."""
    text = as_text(restrictions)
    path, waiting = index_dir / MEMORY, index_dir / f"{MEMORY}.new"
    if path.is_file() and path.read_text(encoding="utf-8") == text:
        return
    with waiting.open("w", encoding="utf-8") as stream:
        stream.write(text)
        stream.flush()
        os.fsync(stream.fileno())
    make_private(waiting)
    os.replace(waiting, path)
    sync_folder(index_dir)


def as_text(restrictions: Restrictions) -> str:
    """Return the memory as JSON."""
    return json.dumps(
        {
            "folders": sorted(restrictions.folders),
            "files": {file: [asdict(one) for one in labels] for file, labels in sorted(restrictions.files.items())},
            "papers": {
                sha: {"folders": sorted(one.folders), "labels": [asdict(label) for label in one.labels]}
                for sha, one in sorted(restrictions.papers.items())
            },
        },
        ensure_ascii=False,
    )


def of_store(held: Iterable[tuple[Paper, Sequence[PageLabel]]]) -> Restrictions:
    """Return what the labels in a store say that was made before there was a memory."""
    files: dict[str, tuple[PageLabel, ...]] = {}
    papers = {}
    for paper, pages in held:
        whole = [replace(_WHOLE, label=paper.access)] if paper.access != PUBLIC_LABEL else []
        labels = tuple(sorted((*whole, *filter(_restricts, pages))))
        if labels:
            papers[paper.sha256] = Origin(labels=labels)
            files.update(dict.fromkeys((paper.file, *paper.copies), labels))
    return Restrictions(files=files, papers=papers)


def _restricts(label: PageLabel) -> bool:
    return label.label != PUBLIC_LABEL


def _now(paper: Paper, access: Access) -> list[PageLabel]:
    """What people say now of the pages of a paper: that they are restricted, or, with a reason, that they are not."""
    said = (one for file in _places(paper) for one in (access.entries or {}).get(file, ()))
    return [one for one in said if one.lifts or _restricts(one)]


def _cut(label: PageLabel, now: Iterable[PageLabel]) -> Iterator[PageLabel]:
    """The parts of a label on pages of which nothing is said now."""
    return (replace(label, first=first, last=last) for first, last in _rest(label, now))


def _rest(label: PageLabel, said: Iterable[PageLabel]) -> list[tuple[int, int]]:
    rest = [(label.first, label.last)]
    for one in said:
        halves = [
            half
            for first, last in rest
            for half in ((first, min(last, one.first - 1)), (max(first, one.last + 1), last))
        ]
        rest = [(first, last) for first, last in halves if first <= last]
    return rest


def _places(paper: Paper) -> tuple[str, ...]:
    return (paper.file, *paper.copies)


def _inside(paper: Paper, folder: str) -> bool:
    return any(lies_in(file, tuple(folder.split("/"))) for file in _places(paper))


def _names(access: Access) -> frozenset[str]:
    """The exempt folders of the setting as they are remembered."""
    return frozenset(map("/".join, access.folders))


def _labels(fields: Iterable[Mapping[str, object]]) -> tuple[PageLabel, ...]:
    return tuple(
        PageLabel(int(str(one["first"])), int(str(one["last"])), str(one["label"]), str(one["reason"]))
        for one in fields
    )


def folder_name(folder: str) -> str:
    """Return a folder's name in one spelling: "./private/" is "private"."""
    return "/".join(part for part in folder.replace("\\", "/").split("/") if part not in ("", "."))
