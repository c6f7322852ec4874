"""OwnForms: the rows of `forms.csv` beside the papers, checked; and which papers a change of them makes us read again.

kind,words,example
decision,ENACTED,ENACTED: That the order be made.
heading,Crier's announcements,Crier's Announcements
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import WrongInput
from indexer.forms.form import Form
from indexer.forms.own import KINDS, ORDINARY
from indexer.store import AnyWriter

FILE = "forms.csv"
COLUMNS = ("kind", "words", "example")
NOTE = "own forms"
"""Under which the store remembers the rows that its papers were read with, and those whose papers are still to be read.
"""


@dataclass(frozen=True, slots=True, order=True)
class OwnRow:
    """A row as it stands in the file."""

    kind: str
    words: str
    example: str

    def form(self) -> Form:
        """The form that it adds to the table of its kind."""
        return KINDS[self.kind](self.words, self.example)


@dataclass(frozen=True, slots=True)
class OwnForms:
    """All rows of the file, in its order; none where there is no such file."""

    rows: tuple[OwnRow, ...] = ()

    def forms(self) -> list[tuple[str, Form]]:
        """Each row's kind and form."""
        return [(row.kind, row.form()) for row in self.rows]

    def noted_in(self, writer: AnyWriter) -> frozenset[str]:
        """The hashes of the stored papers that have words of a row which came or went: they must be read again.

        The rows are noted before anything is read, so that a run which is killed leaves the rest to the next one.
        """
        before, pending = _noted(writer)
        changed = sorted({*pending, *(set(before) ^ set(self.rows))})
        if changed:
            writer.note(NOTE, _as_json(self.rows, changed))
        return writer.papers_with(sorted({row.words.split()[0] for row in changed}))

    def read_in(self, writer: AnyWriter) -> None:
        """Notes that every paper has been read with these rows."""
        if _noted(writer)[1]:
            writer.note(NOTE, _as_json(self.rows, ()))


def read_own_forms(corpus: Path) -> OwnForms:
    """The rows that a council added in `forms.csv` in the folder of its papers.

    Raises WrongInput, naming the line, for a row that is not whole, for a kind that is not known, for an example that
    its words do not match, and for words that match an ordinary sentence.
    """
    path = corpus / FILE
    if not path.is_file():
        return OwnForms()
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            missing = [name for name in COLUMNS if name not in (reader.fieldnames or ())]
            if missing:
                raise WrongInput(
                    f"{FILE} has no column {missing[0]!r}.", hint=f"Its first line is: {','.join(COLUMNS)}"
                )
            rows = [_row(given, reader.line_num) for given in reader if any(given.values())]
    except (OSError, UnicodeDecodeError, csv.Error) as exc:
        raise WrongInput(f"{FILE} cannot be read ({type(exc).__name__}).", hint="Save it as CSV in UTF-8.") from exc
    return OwnForms(tuple(dict.fromkeys(rows)))


def _row(given: dict[str, str], line: int) -> OwnRow:
    """A line of the file, checked."""
    row = OwnRow(*(" ".join((given.get(name) or "").split()) for name in COLUMNS))
    if not (row.words and row.example):
        raise WrongInput(f"{FILE}, line {line}: words and an example are needed.")
    if row.kind not in KINDS:
        raise WrongInput(
            f"{FILE}, line {line}: there is no kind {row.kind!r}.", hint=f"Give one of: {', '.join(KINDS)}."
        )
    form = row.form()
    if not form.match(row.example):
        raise WrongInput(
            f"{FILE}, line {line}: the words {row.words!r} do not match their example {row.example!r}.",
            hint="The example must open with the words, for a decision with the same capitals.",
        )
    if form.search(ORDINARY):
        raise WrongInput(f"{FILE}, line {line}: the words {row.words!r} open ordinary sentences as well.")
    return row


def _noted(writer: AnyWriter) -> tuple[list[OwnRow], list[OwnRow]]:
    """The rows that the store's papers were read with, and those whose papers were still to be read."""
    note = json.loads(writer.noted(NOTE) or '{"rows": [], "pending": []}')
    return [OwnRow(*row) for row in note["rows"]], [OwnRow(*row) for row in note["pending"]]


def _as_json(rows: Iterable[OwnRow], pending: Sequence[OwnRow]) -> str:
    return json.dumps(
        {name: [[r.kind, r.words, r.example] for r in own] for name, own in (("rows", rows), ("pending", pending))}
    )
