"""The assurance papers name tests that are there, and the parts list is that of the lock."""

from __future__ import annotations

import importlib.util
import json
import re
from importlib.machinery import SourceFileLoader
from pathlib import Path

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs" / "assurance"


def test_every_threat_names_a_test_that_is_there() -> None:
    rows = [line for line in (FOLDER / "threat-model.md").read_text(encoding="utf-8").splitlines() if line[:1] == "|"]
    for row in rows[2:]:
        named = re.findall(r"tests/[\w/]+\.py", row.strip("|").split("|")[-1])
        assert named, row
        assert all((ROOT / file).is_file() for file in named), row


def test_the_papers_link_to_papers_that_are_there() -> None:
    for paper in FOLDER.glob("*.md"):
        for link in re.findall(r"\]\(([^)#:]+)\)", paper.read_text(encoding="utf-8")):
            assert (FOLDER / link).exists(), f"{paper.name}: {link}"


def test_the_parts_list_is_that_of_the_lock() -> None:
    loader = SourceFileLoader("sbom", str(ROOT / ".ci" / "sbom"))
    spec = importlib.util.spec_from_loader("sbom", loader)
    assert spec is not None
    sbom = importlib.util.module_from_spec(spec)
    loader.exec_module(sbom)
    assert json.loads((FOLDER / "sbom.json").read_text(encoding="utf-8")) == sbom.parts(), "run .ci/sbom"
    listed = dict(
        re.findall(r"^\| ([\w.-]+) \| ([\w.]+) \|", (FOLDER / "licences.md").read_text(encoding="utf-8"), re.M)
    )
    assert sbom.locked() == {name: version for name, version in listed.items() if name != "package"}, "run .ci/sbom"
