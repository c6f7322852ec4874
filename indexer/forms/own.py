"""Own rows: words of one council that it added in a file beside its papers, as forms like those that came with the program.

KINDS         what a row may add: kind -> a function that makes the form
using(forms)  while papers are read, these hold beside ours
own(kind)     -> the own forms in use
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar

from indexer.forms.form import Form, cased, form

ORDINARY = "The members looked at the plan of the Harbour Board for an hour and asked what it would cost."
"""A sentence that no row may match: words as general as "the" would turn every line into a decision."""

DECISION, HEADING = "decision", "heading"


def _decision(words: str, example: str) -> Form:
    # like RESOLVED in our own table: capitals as they were given, then "that", a colon, a dash or the words themselves
    how = r"(?:\s*\([^)]{2,40}\))?(?:[\s,]*(?:unanimously|nem\.? ?con\.?|by a majority))?"
    opening = r"^\W*(?:(?i:it was|and|accordingly)\s+)?"
    return cased(f"own: {words}", rf"{opening}{_spaced(words)}\b{how}[\s:;,.–—/-]*(?P<text>.*)$", example, ORDINARY)


def _heading(words: str, example: str) -> Form:
    return form(f"own: {words}", rf"^\W*{_spaced(words)}\W*$", example, ORDINARY)


def _spaced(words: str) -> str:
    """The words as a pattern: letter by letter, but for the white space between them."""
    return r"\s+".join(re.escape(word) for word in words.split())


KINDS: Mapping[str, Callable[[str, str], Form]] = {DECISION: _decision, HEADING: _heading}
"""What a row may add: a word that announces a decision, and a heading that meetings print without a number.

Marks that a paper is not public are none of them: such a row, once deleted, would open papers. `access.csv` restricts.
"""

_IN_USE: ContextVar[Mapping[str, tuple[Form, ...]] | None] = ContextVar("own forms", default=None)


@contextmanager
def using(forms: Iterable[tuple[str, Form]]) -> Iterator[None]:
    """Let these (kind, form) hold beside ours for as long as the block runs."""
    by_kind: dict[str, tuple[Form, ...]] = {}
    for kind, one in forms:
        by_kind[kind] = (*by_kind.get(kind, ()), one)
    token = _IN_USE.set(by_kind)
    try:
        yield
    finally:
        _IN_USE.reset(token)


def own(kind: str) -> tuple[Form, ...]:
    """The own forms of a kind that are in use; empty where none were added."""
    return (_IN_USE.get() or {}).get(kind, ())
