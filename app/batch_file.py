"""A file of questions, one JSON object a line: what each line asks, or what is wrong with it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from app.answers.filters import Filters
from corpus.errors import WrongInput
from corpus.reasons import json_fault, reason_of

EVERYTHING = Filters()


@dataclass(frozen=True, slots=True)
class Asked:
    """One question of a file: its id as given, the earlier questions, and the limits of the search."""

    id: Any
    question: str
    history: tuple[str, ...] = ()
    filters: Filters = EVERYTHING


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line that asks nothing that can be answered, and why, in a sentence."""

    line: int
    why: str


def asked_in(path: Path) -> Iterator[tuple[int, Asked | BadLine]]:
    """Yield (number of the line, what it asks or what is wrong with it) for each line that is not empty.

    Raises WrongInput where the file cannot be read at all.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as exc:
        raise WrongInput(f"{path} cannot be read: {reason_of(exc)}.") from exc
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield number, _asked(line)
            except WrongInput as exc:
                yield number, BadLine(number, str(exc))


def _asked(line: str) -> Asked:
    """Return what a line asks; raises WrongInput with a sentence on what is wrong with it."""
    try:
        found = json.loads(line)
    except (ValueError, RecursionError) as exc:
        raise WrongInput(f"It cannot be used: {json_fault(exc)}.") from exc
    if not isinstance(found, dict) or "id" not in found:
        raise WrongInput('It needs to be an object with "id" and "question".')
    history = found.get("history") or []
    if not isinstance(history, list) or not all(isinstance(one, str) for one in history):
        raise WrongInput('"history" needs to be a list of earlier questions, each a text.')
    question = _text(found, "question")
    if not question.strip():
        raise WrongInput('"question" is empty.')
    limits = Filters(_text(found, "organisation"), _text(found, "body"), _day(found, "since"), _day(found, "until"))
    return Asked(found["id"], question, tuple(history), limits)


def _text(found: dict[str, Any], name: str) -> str:
    given = found.get(name)
    if given is None and name != "question":
        return ""
    if not isinstance(given, str):
        raise WrongInput(f'"{name}" needs to be a text.')
    return given


def _day(found: dict[str, Any], name: str) -> date | None:
    given = _text(found, name)
    try:
        return date.fromisoformat(given) if given else None
    except ValueError as exc:
        raise WrongInput(f'"{name}" needs to be a day of the form YYYY-MM-DD.') from exc
