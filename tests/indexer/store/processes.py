"""Processes of their own for the tests of the store: a sync that can be killed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent


def start(*arguments: object) -> subprocess.Popen[str]:
    """Start syncing.py in a session of its own, so that it can be killed with all its children."""
    command = [sys.executable, str(HERE / "syncing.py"), *map(str, arguments)]
    path = os.pathsep.join([str(HERE), str(HERE.parents[2])])
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": path}, start_new_session=True
    )


def run(*arguments: object) -> dict[str, Any]:
    """Run syncing.py to its end; returns what it said last."""
    child = start(*arguments)
    said, _ = child.communicate(timeout=120)
    assert child.returncode == 0
    return dict(json.loads(said.splitlines()[-1]))
