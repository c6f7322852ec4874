"""Processes of their own for the tests of the store: a sync that can be killed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import forked

HERE = Path(__file__).parent


def start(*arguments: object) -> subprocess.Popen[str]:
    """Start syncing.py in a session of its own, so that it can be killed with all its children."""
    given: dict[str, Any] = {"stdout": subprocess.PIPE, "text": True, "start_new_session": True}
    if forked.POSSIBLE:
        return forked.Forked("syncing", list(map(str, arguments)), **given)
    path = os.pathsep.join([str(HERE), str(HERE.parents[2])])
    command = [sys.executable, str(HERE / "syncing.py"), *map(str, arguments)]
    return subprocess.Popen(command, env={**os.environ, "PYTHONPATH": path}, **given)


def run(*arguments: object) -> dict[str, Any]:
    """Run syncing.py to its end; returns what it said last."""
    child = start(*arguments)
    said, _ = child.communicate(timeout=120)
    assert child.returncode == 0
    return dict(json.loads(said.splitlines()[-1]))
