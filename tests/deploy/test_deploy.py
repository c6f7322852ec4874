"""What is in deploy/: the unit is verified by systemd, the Containerfile keeps the rules of containers."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
UNIT = ROOT / "deploy" / "board-papers.service"
CONTAINER = (ROOT / "deploy" / "Containerfile").read_text(encoding="utf-8")

HARDENED = {
    "NoNewPrivileges": "yes",
    "ProtectSystem": "strict",
    "ProtectHome": "yes",
    "PrivateTmp": "yes",
    "PrivateDevices": "yes",
    "CapabilityBoundingSet": "",
    "RestrictSUIDSGID": "yes",
    "UMask": "0077",
    "IPAddressDeny": "any",
    "SystemCallFilter": "@system-service",
}


def test_the_unit_takes_away_what_the_program_does_not_need() -> None:
    given = dict(re.findall(r"^(\w+)=(.*)$", UNIT.read_text(encoding="utf-8"), re.M))
    assert {name: given.get(name) for name in HARDENED} == HARDENED
    assert "--server.address 127.0.0.1" in given["ExecStart"]


def test_systemd_finds_no_fault_in_the_unit(tmp_path: Path) -> None:
    if shutil.which("systemd-analyze") is None:
        pytest.skip("No systemd on this machine")
    text = UNIT.read_text(encoding="utf-8")
    there = re.sub(r"/opt/board-papers/.venv/bin/python", "/usr/bin/env", text).replace("/opt/board-papers\n", "/\n")
    unit = tmp_path / "board-papers.service"
    unit.write_text(there, encoding="utf-8")
    done = subprocess.run(["systemd-analyze", "verify", unit], capture_output=True, text=True, check=False)
    assert [line for line in done.stderr.splitlines() if "board-papers" in line] == []


def test_the_container_has_a_pinned_base_an_account_without_rights_and_no_secret() -> None:
    bases = re.findall(r"^FROM (\S+)", CONTAINER, re.M)
    assert bases
    assert all(re.search(r":\d+\.\d+\.\d+-", base) or "@sha256:" in base for base in bases)
    users = re.findall(r"^USER (\S+)", CONTAINER, re.M)
    assert users
    assert users[-1] not in ("root", "0")
    assert not re.search(r"(?i)(password|secret|token|key)\s*=\s*\S", CONTAINER)
    assert not re.search(r"(?m)^ADD |curl |wget |chmod 777|sudo ", CONTAINER)
    assert "--require-hashes" in CONTAINER
    assert re.search(r"(?m)^COPY \. ", CONTAINER) is None, "only what the program needs is copied, never a folder whole"


def test_the_container_copies_what_is_there() -> None:
    for sources in re.findall(r"^COPY (.+) \S+$", CONTAINER, re.M):
        assert all((ROOT / source).exists() for source in sources.split())
