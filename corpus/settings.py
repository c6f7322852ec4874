"""Settings: where the papers and their index lie, and which folders are not for the public. The only reader of the environment.

It stands in the first room because both doors need it, the indexer's as well as the assistant's.
"""

from __future__ import annotations

import hashlib
import os
import shlex
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

SAMPLE_CORPUS = Path("corpus/sample")  # the papers that come with the project
SAMPLE_INDEX = Path("index")  # their index; the indexes of other papers lie beside each other in it


@dataclass(frozen=True, slots=True)
class Settings:
    """The folder of papers, the folder of their index, and the folders among the papers whose content is exempt."""

    corpus: Path = SAMPLE_CORPUS
    index: Path = SAMPLE_INDEX
    exempt: tuple[str, ...] = ()

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> Settings:
        """Settings from BOARD_PAPERS_CORPUS, _INDEX and _EXEMPT; an index of its own for every other corpus."""
        values = os.environ if environment is None else environment
        corpus = Path(values.get("BOARD_PAPERS_CORPUS") or SAMPLE_CORPUS)
        given = values.get("BOARD_PAPERS_INDEX")
        exempt = tuple(name.strip() for name in values.get("BOARD_PAPERS_EXEMPT", "").split(",") if name.strip())
        return cls(corpus=corpus, index=Path(given) if given else index_of(corpus), exempt=exempt)

    def with_folders(self, *, corpus: Path | None = None, index: Path | None = None) -> Settings:
        """These settings with the folders that were named on the command line."""
        if corpus is not None:
            return replace(self, corpus=corpus, index=index or self._index_for(corpus))
        return replace(self, index=index or self.index)

    def _index_for(self, corpus: Path) -> Path:
        """The index named in the environment stays; one that was derived from the folder is derived anew."""
        return self.index if self.index != index_of(self.corpus) else index_of(corpus)

    def sync_command(self) -> str:
        """The command that indexes these papers, to be copied to a terminal."""
        words = ["python", "-m", "indexer", "sync"]
        if self.corpus != SAMPLE_CORPUS:
            words += ["--corpus", str(self.corpus)]
        if self.index != SAMPLE_INDEX:
            words += ["--index", str(self.index)]
        return shlex.join(words)


def index_of(corpus: Path) -> Path:
    """The index folder of a corpus when none is named, so that two corpora never share one."""
    if corpus == SAMPLE_CORPUS:
        return SAMPLE_INDEX
    resolved = corpus.resolve()
    return SAMPLE_INDEX / f"{resolved.name}-{hashlib.sha256(resolved.as_posix().encode()).hexdigest()[:8]}"
