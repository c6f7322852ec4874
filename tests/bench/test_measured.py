from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from bench.measured import measured

HOLDS_60_MB = "import time; held = bytearray(60_000_000); time.sleep(2)"


def test_the_memory_of_children_counts() -> None:
    if not Path("/proc/self/smaps_rollup").exists():
        pytest.skip("memory is read from /proc, which this system has not")
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {HOLDS_60_MB!r}])"
    assert measured([sys.executable, "-c", parent]).peak_mb > 60


def test_the_seconds_are_those_of_the_whole_process() -> None:
    assert 0.3 < measured([sys.executable, "-c", "import time; time.sleep(0.3)"]).seconds < 30


def test_waiting_is_no_work() -> None:
    took = measured([sys.executable, "-c", "import time; time.sleep(1.5)"])
    assert took.cpu_seconds < took.seconds - 1


def test_a_command_that_fails_is_no_measurement() -> None:
    with pytest.raises(subprocess.CalledProcessError):
        measured([sys.executable, "-c", "raise SystemExit(3)"])


def test_a_status_that_is_named_as_fine_is_one() -> None:
    assert measured([sys.executable, "-c", "raise SystemExit(3)"], fine=(0, 3)).seconds > 0
