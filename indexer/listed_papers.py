"""ListedPapers: what papers.csv says of the papers, and which stored papers a change of it makes us read again."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from corpus.listed import Listed, Listing, read_listing
from corpus.papers import Paper
from indexer.store import AnyWriter

NOTE = "listed papers"
"""Under which the store remembers what was said of each of its papers, by hash, when it was read."""


@dataclass(frozen=True, slots=True)
class ListedPapers:
    """What is said of the papers of one folder."""

    listing: Listing

    def of(self, paper: Paper) -> Listed:
        """What is said of one paper."""
        return self.listing.of((paper.file, *paper.copies))

    def changed_in(self, writer: AnyWriter) -> frozenset[str]:
        """The hashes of the stored papers of which something else is said now: they must be read again."""
        before: dict[str, str] = json.loads(writer.noted(NOTE) or "{}")
        now, stored = self._said(writer), {sha for _, _, sha in writer.known().values()}
        return frozenset(sha for sha in stored if before.get(sha) != now.get(sha))

    def read_in(self, writer: AnyWriter) -> None:
        """Notes that every paper has been read with what is said of it now."""
        said = json.dumps(self._said(writer), sort_keys=True)
        if said != (writer.noted(NOTE) or "{}"):
            writer.note(NOTE, said)

    def _said(self, writer: AnyWriter) -> dict[str, str]:
        """A short hash of what is said of each stored paper of which anything is said, by the paper's hash."""
        places: dict[str, list[str]] = defaultdict(list)
        for file, (_, _, sha) in sorted(writer.known().items(), key=lambda known: (len(known[0]), known[0])):
            places[sha].append(file)
        said = {sha: self.listing.of(files).fingerprint() for sha, files in places.items()}
        return {sha: hashlib.sha256(words.encode()).hexdigest()[:16] for sha, words in said.items() if words}


def read_listed_papers(corpus: Path) -> ListedPapers:
    """What is said of the papers of a folder; raises WrongInput for a line that cannot be understood."""
    return ListedPapers(read_listing(corpus))
