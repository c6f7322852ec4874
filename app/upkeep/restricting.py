"""Restricting: keeps a paper from the public, by a line in the manifest of the folder of papers."""

from __future__ import annotations

import csv
import io
import os
import secrets
from collections.abc import Sequence
from pathlib import Path

from corpus.access import COLUMNS, EXEMPT_LABEL, MANIFEST, read_access
from corpus.errors import WrongInput

REASON = "restricted on the page Papers"


def restrict(corpus: Path, files: Sequence[str]) -> None:
    """Adds a line for each file to the manifest; the next sync obeys it, and no page opens the paper from now on.

    Raises WrongInput, and leaves the manifest as it was, where a line would not hold the file.
    """
    manifest = corpus / MANIFEST
    before = manifest.read_bytes() if manifest.is_file() else None
    _write(manifest, _with_lines(before, files))
    try:
        entries = read_access(corpus).entries or {}
        holds = all(any(one.label == EXEMPT_LABEL for one in entries.get(file, ())) for file in files)
    except WrongInput:
        _put_back(manifest, before)
        raise
    if not holds:
        _put_back(manifest, before)
        raise WrongInput(f"{files[0]} was not restricted.", hint=f"Add a line for it to {MANIFEST} by hand.")


def _with_lines(before: bytes | None, files: Sequence[str]) -> bytes:
    """The manifest with a line more for each file, in the order of its columns."""
    text = before.decode("utf-8-sig") if before else ",".join(COLUMNS) + "\n"
    rows = (row for row in csv.reader(io.StringIO(text)) if row and not row[0].lstrip().startswith("#"))
    columns = [cell.strip().casefold() for cell in next(rows, list(COLUMNS))]
    out = io.StringIO()
    lines = csv.DictWriter(out, columns, extrasaction="ignore", lineterminator="\n")
    for file in files:
        lines.writerow({"file": file, "pages": "", "label": EXEMPT_LABEL, "reason": REASON})
    return (text if text.endswith("\n") else f"{text}\n").encode() + out.getvalue().encode()


def _put_back(manifest: Path, before: bytes | None) -> None:
    if before is None:
        manifest.unlink()
    else:
        _write(manifest, before)


def _write(manifest: Path, content: bytes) -> None:
    """Writes beside the manifest under a hidden name first, so that no sync reads half of it."""
    half = manifest.with_name(f".{secrets.token_hex(8)}.part")
    try:
        half.write_bytes(content)
        os.replace(half, manifest)
    except OSError as exc:
        raise WrongInput(f"{MANIFEST} cannot be written: {exc.strerror}.") from exc
    finally:
        half.unlink(missing_ok=True)
