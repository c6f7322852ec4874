"""Syncing: the indexer in a separate process, watched from the pages.

The last index answers until it has finished.
"""

from __future__ import annotations

import re
import subprocess
import sys
import threading
from pathlib import Path

from corpus.settings import Settings

ROOT = Path(__file__).parents[2]  # where `python -m indexer` finds the rooms
FINISHED = (0, 3)  # exit statuses of a sync that finished; 3 where not every file could be read
KEPT_LINES = 200

_TOLD = re.compile(r" papers? added or changed|^[\d,]+ papers? (?:is|are) now public|^warning: ")
_DONE = re.compile(r"(\d{1,9}) of ([\d,]{1,11}) papers?")


class Syncing:
    """One sync at a time; the environment of this process says which folders are exempt, as it does for the command."""

    def __init__(self, settings: Settings) -> None:
        # --wait: where somebody syncs on the command line, this one looks at the folder after that one
        self._command = [sys.executable, "-m", "indexer", "sync", "--wait"]
        self._command += ["--corpus", str(settings.corpus.resolve()), "--index", str(settings.index.resolve())]
        self._lock = threading.Lock()
        self._process: subprocess.Popen[str] | None = None
        self._thread: threading.Thread | None = None
        self._working = self._again = False
        self.lines: list[str] = []

    def start(self) -> None:
        """Starts a sync; while one is at work, another follows: that one may not see what was just filed."""
        with self._lock:
            if self._working:
                self._again = True
                return
            self._launch()
            self._working = True
            self._thread = threading.Thread(target=self._work, name="syncing", daemon=True)
            self._thread.start()

    @property
    def running(self) -> bool:
        """Whether a sync is at work, or waits for the one at work to finish."""
        return self._working

    @property
    def failed(self) -> bool:
        """Whether the last sync did not finish, so that the folder may hold papers that are not indexed."""
        return self._process is not None and not self.running and self._process.returncode not in FINISHED

    @property
    def share(self) -> float:
        """How much of the papers is done, 0 to 1."""
        found = next((found for line in reversed(self.lines) if (found := _DONE.search(line))), None)
        done, to_do = (int(number.replace(",", "")) for number in found.groups()) if found else (0, 0)
        return min(1.0, done / to_do) if to_do else 0.0

    @property
    def outcome(self) -> str:
        """What the last sync came to, in a sentence; "" where there was none, or it is at work."""
        if self._process is None or self.running:
            return ""
        if self._process.returncode in FINISHED:
            said = [line for line in self.lines if _TOLD.search(line)]
            return " ".join(line.removeprefix("warning: ") for line in said) or "It has finished."
        errors = [line.removeprefix("error: ") for line in self.lines if line.startswith("error: ")]
        told = errors[-1] if errors else f"It ended with status {self._process.returncode}."
        return f"It failed, and the last good index goes on answering. {told}"

    def wait(self, seconds: float) -> None:
        """Waits for the end of a sync, at most so long."""
        if self._thread is not None:
            self._thread.join(seconds)

    def _launch(self) -> None:
        self.lines = []
        self._process = subprocess.Popen(
            self._command,
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="replace",
        )

    def _work(self) -> None:
        """Reads what the sync says until it ends; then the one that was asked for meanwhile begins."""
        try:
            while (process := self._process) is not None:
                for line in process.stdout or ():
                    self.lines = [*self.lines, line.rstrip()][-KEPT_LINES:]
                process.wait()
                with self._lock:
                    if not self._again:
                        self._working = False
                        return
                    self._again = False
                    self._launch()
        finally:
            self._working = False
