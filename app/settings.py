"""Settings: where the papers and their index lie. The only reader of the environment."""

from __future__ import annotations

import hashlib
import os
import shlex
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

SAMPLE_CORPUS = Path("corpus/sample")
"""The papers that come with the project."""

SAMPLE_INDEX = Path("index")
"""Where their index lies, and the folder in which the indexes of other papers lie beside each other."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The folder of papers and the folder of their index."""

    corpus: Path = SAMPLE_CORPUS
    index: Path = SAMPLE_INDEX

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> Settings:
        """Settings from BOARD_PAPERS_CORPUS and BOARD_PAPERS_INDEX; an index of its own for every other corpus."""
        values = os.environ if environment is None else environment
        corpus = Path(values.get("BOARD_PAPERS_CORPUS") or SAMPLE_CORPUS)
        given = values.get("BOARD_PAPERS_INDEX")
        return cls(corpus=corpus, index=Path(given) if given else index_of(corpus))

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
