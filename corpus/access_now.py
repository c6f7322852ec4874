"""AccessNow: what people say of a paper at this moment, where the last sync may not know it yet.

It can only restrict further: what people have opened since is opened by the next sync.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from corpus.access import MANIFEST, Access, Astray, PageLabel, PaperLabels, entries_of
from corpus.errors import WrongInput
from corpus.papers import Paper
from corpus.reasons import reason_of

Line = tuple[str, PageLabel, str]
State = tuple[int, ...]


@dataclass(slots=True)
class AccessNow:
    """Reads the manifests that may name a paper, and each of them again only when it has changed."""

    corpus: Path
    exempt: Sequence[str] = ()
    _read: dict[Path, tuple[State, list[Line]]] = field(default_factory=dict)

    def labels_of(self, paper: Paper) -> PaperLabels:
        """The labels that people give an indexed paper now; raises WrongInput where a manifest cannot be understood."""
        entries: dict[str, list[PageLabel]] = {}
        astray = []
        for manifest in self._manifests((paper.file, *paper.copies)):
            for file, label, missing in self._lines(manifest):
                if missing:
                    astray.append(Astray(file, label, missing))
                else:
                    entries.setdefault(file, []).append(label)
        folders = tuple(PurePosixPath(name.replace("\\", "/")).parts for name in self.exempt)
        said = Access(folders, {file: tuple(labels) for file, labels in entries.items()}, tuple(astray))
        return said.kept_back([paper], {paper.sha256: False}).labels_of(paper)

    def _manifests(self, files: Sequence[str]) -> Iterator[Path]:
        """The manifests beside these files and in the folders above, as far as the corpus: no other can name them."""
        folders = {folder for file in files for folder in PurePosixPath(file).parents}
        for folder in sorted(folders):
            try:
                with os.scandir(self.corpus / folder) as listing:
                    names = sorted(entry.name for entry in listing if entry.name.casefold() == MANIFEST)
            except FileNotFoundError:
                continue
            except OSError as exc:
                raise WrongInput(f"{folder} cannot be listed: {reason_of(exc)}.") from exc
            yield from (self.corpus / folder / name for name in names)

    def _lines(self, manifest: Path) -> list[Line]:
        try:
            status = manifest.stat()
        except OSError as exc:
            raise WrongInput(f"{manifest.name} cannot be read: {reason_of(exc)}.") from exc
        state = (status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns)
        kept = self._read.get(manifest)
        if kept is None or kept[0] != state:
            kept = state, list(entries_of(manifest, self.corpus))
            self._read[manifest] = kept
        return kept[1]
