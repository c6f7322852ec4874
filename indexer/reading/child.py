"""ChildProcess: a process of ours that opens foreign files, asked and answering a line at a time."""

from __future__ import annotations

import contextlib
import os
import queue
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

from indexer.reading.messages import Task, from_line, to_line

ENTRY = """
import sys, types
root, memory = sys.argv[1], int(sys.argv[2])
sys.path.insert(0, root)
for room in ("indexer", "corpus"):
    package = types.ModuleType(room)
    package.__path__ = [f"{root}/{room}"]
    sys.modules[room] = package
from indexer.reading.child_main import main
main(memory)
"""
"""What the child runs. The rooms' doors are left closed: they lead to the search engines, which cost seconds and
hundreds of megabytes, and the child needs none of them."""


class ChildEnded(Exception):
    """The child died or was stopped for being too slow; says how in a few words that go on after "the reader"."""


class ChildProcess:
    """A child under a limit of memory; one task at a time. Whoever gets a ChildEnded starts a new one."""

    def __init__(self, memory_bytes: int) -> None:
        root = str(Path(__file__).resolve().parents[2])
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-c", ENTRY, root, str(memory_bytes)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # so that its own children (tesseract) can be stopped with it
        )
        self._lines: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        threading.Thread(target=self._pump, name="child-lines", daemon=True).start()

    def send(self, task: Task) -> None:
        """Give a task; raises ChildEnded when the child is no longer there."""
        stdin = self._process.stdin
        assert stdin is not None
        try:
            stdin.write(to_line(task))
            stdin.flush()
        except (OSError, ValueError) as exc:  # a broken pipe, or one closed by stop()
            raise ChildEnded(self._how_it_ended()) from exc

    def answer(self, seconds: float) -> Any:
        """Return the next answer; raises ChildEnded when the child dies or takes longer than `seconds`."""
        try:
            line = self._lines.get(timeout=max(seconds, 0.001))
        except queue.Empty:
            self.stop()
            raise ChildEnded("took too long") from None
        if not line.endswith(b"\n"):
            raise ChildEnded(self._how_it_ended())
        try:
            return from_line(line)
        except ValueError as exc:
            self.stop()
            raise ChildEnded("answered what cannot be understood") from exc

    def stop(self) -> None:
        """End the child and all that it started; does nothing the second time."""
        with contextlib.suppress(OSError):
            if os.name == "posix":
                os.killpg(self._process.pid, signal.SIGKILL)
            else:
                self._process.kill()
        self._process.wait()
        if self._process.stdin is not None:
            with contextlib.suppress(OSError):
                self._process.stdin.close()

    def _pump(self) -> None:
        """Move the child's lines to the queue, so that they can be waited for with a time limit on any system."""
        stdout = self._process.stdout
        assert stdout is not None
        with stdout:
            for line in stdout:
                self._lines.put(line)
        self._lines.put(b"")

    def _how_it_ended(self) -> str:
        """Return how the child ended, in words."""
        self.stop()
        code = self._process.returncode
        if code == -9:  # SIGKILL, which only the system or an administrator sends
            return "was stopped by the system, perhaps for want of memory"
        if code < 0:
            return f"crashed (signal {-code})"
        return f"ended without a word (exit {code})"
