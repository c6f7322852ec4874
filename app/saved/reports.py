"""Reports: what readers said about an answer, in a file that opens in a spreadsheet, or in a database."""

from __future__ import annotations

import csv
import threading
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from app.answers.answer import Answer
from app.answers.wording import reference
from corpus.errors import BoardPapersError
from corpus.reasons import reason_of
from corpus.terminal import as_cell
from indexer.store.served.own_tables import OwnTables

FILE = "reports.csv"
COLUMNS = ("time (UTC)", "verdict", "comment", "question", "answer", "citations", "written by")
ADD = "INSERT INTO reports (at, verdict, comment, question, answer, citations, written_by) VALUES (?, ?, ?, ?, ?, ?, ?)"
LONGEST_COMMENT = 2000  # characters


class Verdict(StrEnum):
    """What a reader says about an answer."""

    HELPFUL = "helpful"
    UNHELPFUL = "not helpful"
    WRONG = "wrong"


@dataclass(slots=True)
class Reports:
    """The file of reports in a folder, or the `tables` of a database; threads may share it."""

    folder: Path
    tables: OwnTables | None = None
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def path(self) -> Path:
        """The file of the reports."""
        return self.folder / FILE

    def add(self, verdict: Verdict, comment: str, answer: Answer) -> None:
        """Adds a report at the end; raises BoardPapersError if it cannot be written."""
        row = (
            datetime.now(UTC).strftime("%Y-%m-%d %H:%M:%S"),
            verdict.value,
            comment.strip()[:LONGEST_COMMENT],
            answer.question,
            answer.text,
            "\n".join(f"[{one.number}] {reference(one)}" for one in answer.citations),
            answer.written_by,
        )
        if self.tables:
            with self.tables.using() as connection:
                connection.execute(ADD, row)
            return
        self._append(row)

    def _append(self, row: tuple[str, ...]) -> None:
        try:
            with self._lock:
                self.folder.mkdir(parents=True, exist_ok=True)
                new = not self.path.exists()
                # the mark at its beginning tells Excel that it is UTF-8
                with self.path.open("a", encoding="utf-8-sig" if new else "utf-8", newline="") as out:
                    writer = csv.writer(out)
                    writer.writerows([COLUMNS] if new else [])
                    writer.writerow(map(as_cell, row))
        except OSError as exc:
            raise BoardPapersError(f"The report could not be written to {self.path}: {reason_of(exc)}.") from exc
