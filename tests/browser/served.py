"""A real server of the app, and one that counts who calls it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

ROOT = Path(__file__).parents[2]
START = 90
"""Seconds that a server may take to answer for the first time on a busy machine."""


@contextmanager
def running(
    launcher: Path, log: Path, port: int = 0, *, before: Sequence[str] = (), **environment: str
) -> Iterator[str]:
    """The address of a server of `launcher`, for as long as the block lasts; at any free port for 0.

    `before` stands before its command, such as a tracer that takes the command over.
    """
    port = port or free_port()
    paths = os.pathsep.join(map(str, (ROOT, ROOT / "tests" / "app" / "views")))
    command = [*before, sys.executable, "-m", "streamlit", "run", str(launcher), "--server.port", str(port)]
    with log.open("wb") as output:
        server = subprocess.Popen(
            command,
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": paths, **environment},
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            address = f"http://localhost:{port}"
            _wait(address, server, log)
            yield address
        finally:
            server.terminate()
            server.wait(timeout=20)


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _wait(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + START
    while time.monotonic() < until and server.poll() is None:
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health", timeout=2):
                return
        except OSError:
            time.sleep(0.2)
    raise RuntimeError(f"The server did not start:\n{log.read_text(errors='replace')}")


class Beacon:
    """A server on another port that counts who calls it."""

    def __init__(self) -> None:
        self.hits: list[str] = []
        hits = self.hits

        class Count(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                hits.append(self.path)
                self.send_response(204)
                self.end_headers()

            def log_message(self, *_: object) -> None:
                return

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Count)
        self.address = f"http://127.0.0.1:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self) -> None:
        self._server.shutdown()
