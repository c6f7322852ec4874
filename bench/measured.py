"""Measured: a command run as a separate process -> the seconds and the work it took, and the most memory it held."""

from __future__ import annotations

import os
import subprocess
import threading
import time
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

LOOK_EVERY = 0.5
"""Seconds between two looks at the memory: what is used for a shorter time can be missed."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What a command took, start of the process included: seconds by the clock, seconds of the processors, MB at most.

    On a machine that does other things too, the processors' seconds are the ones to compare.
    """

    seconds: float
    cpu_seconds: float
    peak_mb: float

    def __str__(self) -> str:
        return f"{self.seconds:.0f} s ({self.cpu_seconds:.0f} of the processors), {self.peak_mb:.0f} MB at most"


def measured(command: Sequence[str | Path], *, fine: Collection[int] = (0,)) -> Measured:
    """What the command took; raises CalledProcessError when its status is not among the `fine` ones.

    Memory is the sum over the process and all its children of what each adds to the machine (shared pages divided
    among those who share them), read from /proc; 0 where there is no /proc.
    """
    started, worked = time.perf_counter(), _cpu_seconds_of_children()
    process = subprocess.Popen(list(map(str, command)))
    peaks = [0.0]
    done = threading.Event()

    def look() -> None:
        while not done.wait(LOOK_EVERY):
            peaks[0] = max(peaks[0], sum(map(_held_mb, family(process.pid))))

    looker = threading.Thread(target=look, daemon=True)
    looker.start()
    try:
        status = process.wait()
    finally:
        process.kill()
        done.set()
        looker.join()
    if status not in fine:
        raise subprocess.CalledProcessError(status, [str(word) for word in command])
    return Measured(time.perf_counter() - started, _cpu_seconds_of_children() - worked, peaks[0])


def _cpu_seconds_of_children() -> float:
    """The seconds that children which have ended, and theirs, kept the processors busy."""
    times = os.times()
    return times.children_user + times.children_system


def family(pid: int) -> list[int]:
    """The process and all its descendants that live now."""
    found = [pid]
    for parent in found:
        try:
            for task in Path(f"/proc/{parent}/task").iterdir():
                found += map(int, (task / "children").read_text().split())
        except OSError:  # it ended meanwhile, or there is no /proc
            continue
    return found


def _held_mb(pid: int) -> float:
    """The memory that a process adds to the machine, in MB; 0 when it has ended."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:")), 0.0)
