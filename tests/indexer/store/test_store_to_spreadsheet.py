"""The register on its way into a spreadsheet."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import pytest
from made_up_papers import STAMP, indexed

import indexer.cli
from indexer.store import Writer


@pytest.mark.parametrize("opening", ["=", "+", "-", "@", "\t", " ="])
def test_a_cell_that_a_spreadsheet_would_run_is_made_harmless(tmp_path: Path, opening: str) -> None:
    made = indexed("a.pdf", ["One."])
    (decision,) = made.decisions
    decision = replace(decision, text=f"{opening}HYPERLINK(1)")
    with Writer(tmp_path / "index", STAMP) as writer:
        writer.replace(replace(made, decisions=(decision,)))
    target = tmp_path / "register.csv"
    assert indexer.cli.main(["decisions", "--csv", str(target), "--index", str(tmp_path / "index")]) == 0
    with target.open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["text"], row["file"]) == (f"'{opening}HYPERLINK(1)", "a.pdf")
