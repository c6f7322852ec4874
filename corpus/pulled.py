"""Pulled: when each source was last read and what came, as `python -m corpus pull` wrote it beside the papers."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, fields
from pathlib import Path

HOME = ".pull"
"""The folder, in that of the papers, for what is not a paper: ledger, half a file, withdrawn papers, last report."""

LAST = "last.json"
DEEPEST = 1  # folders below the papers in which a source may have its folder


@dataclass(frozen=True, slots=True)
class LastPull:
    """The last run over a source: counts, and what was not right in sentences."""

    source: str
    address: str
    folder: str
    began: str
    ended: str
    came: int = 0
    changed: int = 0
    withdrawn: int = 0
    stored: int = 0
    restricted: int = 0
    requests: int = 0
    troubles: tuple[str, ...] = ()
    refused: str = ""


def as_record(last: LastPull) -> dict[str, object]:
    """The report as it is stored."""
    return asdict(last)


def last_pulls(corpus: Path) -> tuple[LastPull, ...]:
    """The last run over each source whose papers lie in the folder; one that cannot be read is left out."""
    found = []
    for folder, folders, _ in os.walk(corpus):
        depth = len(Path(folder).relative_to(corpus).parts)
        report = Path(folder) / HOME / LAST
        if HOME in folders and report.is_file() and (last := _read(report)):
            found.append(last)
        folders[:] = sorted(name for name in folders if not name.startswith(".")) if depth < DEEPEST else []
    return tuple(found)


def _read(report: Path) -> LastPull | None:
    try:
        record = json.loads(report.read_text(encoding="utf-8"))
        known = {name: record[name] for name in (field.name for field in fields(LastPull)) if name in record}
        return LastPull(**{**known, "troubles": tuple(map(str, known.get("troubles", ())))})
    except (OSError, ValueError, TypeError, AttributeError):
        return None
