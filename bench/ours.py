"""Ours: the program's command lines, as anyone would call them."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

Command = Sequence[str | Path]

NOT_ALL_READ = 3
"""The status of a sync that has finished and names files that it could not read."""


def sync(papers: Path, index: Path, *more: str) -> Command:
    """The command that brings the index up to the papers."""
    return [sys.executable, "-m", "indexer", "sync", "--corpus", papers, "--index", index, *more]


def batch(questions: Path, answers: Path, index: Path, replies: Path | None = None) -> Command:
    """The command that answers a file of questions, in the words of a language model where its replies are given."""
    worded: list[str | Path] = ["--replies-in", replies] if replies else []
    return [sys.executable, "-m", "app", "batch", questions, answers, "--index", index, *worded]


def register(into: Path, index: Path) -> Command:
    """The command that writes the register of decisions."""
    return [sys.executable, "-m", "indexer", "decisions", "--jsonl", into, "--index", index]


def status(index: Path) -> Command:
    """The command that counts what is indexed, as JSON."""
    return [sys.executable, "-m", "indexer", "status", "--json", "--index", index]
